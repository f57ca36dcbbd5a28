import { type Command, CommanderError, Option } from "commander";
import type { LayoutOptions } from "../layout/index.ts";
import { messages } from "./language.ts";
import { positive } from "./positive.ts";

/** What every command that reads files takes. */
export interface ReadingOptions extends LayoutOptions {
  readonly timeout?: number;
}

/** What the parser stops with at `--ocr-engine list`, whatever else stands on the line. */
export const LIST_ENGINES = "mingzhang.list-engines";

/** `--engine`, `--ocr`, `--ocr-engine`, `--timeout`: the same on every command that reads files. */
export function withReadingOptions(command: Command): Command {
  return command
    .addOption(new Option("--engine <name>", messages.option.engine).choices(["auto", "pdfium", "pdfjs"]))
    .addOption(new Option("--ocr <when>", messages.option.ocr).choices(["auto", "always", "never"]))
    .addOption(ocrEngineOption())
    .option("--timeout <seconds>", messages.option.timeout, positive);
}

function ocrEngineOption(): Option {
  const option = new Option("--ocr-engine <name>", messages.option.ocrEngine).choices([
    "pp-ocr",
    "tesseract.js",
    "tesseract",
    "list",
  ]);
  const chosen = option.parseArg!;
  return option.argParser((value: string, previous: unknown): unknown => {
    if (value === "list") throw new CommanderError(0, LIST_ENGINES, "");
    return chosen(value, previous);
  });
}

/** The engines there are and whether this machine can run them. */
export async function listEngines(): Promise<void> {
  const { ENGINES } = await import("../layout/scan/engines.ts");
  for (const { name, isThere, install } of ENGINES)
    process.stdout.write(
      `${name.padEnd(16)}${isThere() ? messages.engineThere : messages.engineMissing(install ?? "")}\n`,
    );
}

/** The part of a command's options that the readers and their watch take. */
export function readingOptions({
  engine,
  ocr,
  ocrEngine,
  timeout,
}: ReadingOptions): LayoutOptions & { readonly silence?: number } {
  return {
    ...(engine && { engine }),
    ...(ocr && { ocr }),
    ...(ocrEngine && { ocrEngine }),
    ...(timeout && { silence: timeout }),
  };
}
