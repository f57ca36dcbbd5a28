import { type Command, Option } from "commander";
import type { LayoutOptions } from "../layout/index.ts";
import { messages } from "./language.ts";

/** `--engine`, `--ocr`, `--ocr-engine`: the same on every command that reads files. */
export function withReadingOptions(command: Command): Command {
  return command
    .addOption(new Option("--engine <name>", messages.option.engine).choices(["auto", "pdfium", "pdfjs"]))
    .addOption(new Option("--ocr <when>", messages.option.ocr).choices(["auto", "always", "never"]))
    .addOption(
      new Option("--ocr-engine <name>", messages.option.ocrEngine).choices(["pp-ocr", "tesseract.js", "tesseract"]),
    );
}

/** The part of a command's options that the readers take. */
export function readingOptions({ engine, ocr, ocrEngine }: LayoutOptions): LayoutOptions {
  return { ...(engine && { engine }), ...(ocr && { ocr }), ...(ocrEngine && { ocrEngine }) };
}
