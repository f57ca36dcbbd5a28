import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CommanderError } from "commander";
import { makeFolder } from "../lib/make-folder.ts";
import { EXIT } from "./exit-codes.ts";
import { messages } from "./language.ts";
import { oneLine } from "./print.ts";

/** A folder that results are written to. */
export interface OutFolder {
  /** Writes `<name>.jsonl` (`<name>-2.jsonl` for a second file of that name in this run) and says where. */
  write(name: string, content: string | Uint8Array, extension?: string): Promise<string>;
}

/** Makes the folder where there is none. A folder that cannot be made or written to is a wrong usage, told in one line. */
export async function outFolder(folder: string): Promise<OutFolder> {
  const cannot = (error: NodeJS.ErrnoException): never => {
    const said = messages.usageError.folder(oneLine(folder), error.code ?? error.message);
    throw new CommanderError(EXIT.usage, "mingzhang.outFolder", said);
  };
  try {
    makeFolder(folder);
  } catch (error) {
    cannot(error as NodeJS.ErrnoException);
  }
  const taken = new Set<string>();
  return {
    async write(name, content, extension = ".jsonl") {
      const base = name.replace(/[/\\:]+/gu, "_");
      let unique = base;
      for (let n = 2; taken.has(unique); n++) unique = `${base}-${n}`;
      taken.add(unique);
      const path = join(folder, unique + extension);
      await writeFile(path, content).catch(cannot);
      return path;
    },
  };
}
