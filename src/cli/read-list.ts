import { readFile } from "node:fs/promises";
import { EXIT } from "./exit-codes.ts";
import { messages } from "./language.ts";
import { say } from "./print.ts";

/**
 * The text of a list that a person wrote: UTF-8, or GB18030 as Chinese Excel saves it. Where there is no such file, that is said, the
 * exit code tells it, and null comes back.
 */
export async function readList(path: string): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) {
    say(`${path}: ${messages.trouble["not-found"]}`);
    process.exitCode = EXIT.usage;
    return null;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
