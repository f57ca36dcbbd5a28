import { type Command, Option } from "commander";
import type { LayoutOptions } from "../layout/index.ts";
import { messages } from "./language.ts";
import { positive } from "./positive.ts";

/** What every command that reads files takes. */
export interface ReadingOptions extends LayoutOptions {
  readonly timeout?: number;
}

/** `--engine`, `--ocr`, `--ocr-engine`, `--timeout`: the same on every command that reads files. */
export function withReadingOptions(command: Command): Command {
  return command
    .addOption(new Option("--engine <name>", messages.option.engine).choices(["auto", "pdfium", "pdfjs"]))
    .addOption(new Option("--ocr <when>", messages.option.ocr).choices(["auto", "always", "never"]))
    .addOption(
      new Option("--ocr-engine <name>", messages.option.ocrEngine).choices(["pp-ocr", "tesseract.js", "tesseract"]),
    )
    .option("--timeout <seconds>", messages.option.timeout, positive);
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
