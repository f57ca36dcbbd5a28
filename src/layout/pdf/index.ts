import { ExtractionError } from "../../lib/errors.ts";
import type { Page } from "../../lib/layout.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import type { Reader } from "../options.ts";
import { assemblePages, type PageParts, pageParts } from "../table/index.ts";
import { openContents } from "./contents.ts";
import { pdfDamage } from "./integrity.ts";
import type { PdfReaderHooks, ReadPage } from "./settle.ts";

export type { PageToLookAt, PdfReaderHooks } from "./settle.ts";

/**
 * A PDF as pages of blocks. The characters of a page are let go as soon as its tables and lines are found.
 * Throws ExtractionError (`password`, `damaged`, `limit-exceeded`, `timeout`) where the file cannot be read at all; a page that cannot
 * is an entry in `trouble`.
 */
export const pdfReader =
  (hooks: PdfReaderHooks = {}): Reader =>
  async (file, options) => {
    const contents = await openContents(file.bytes, options, hooks).catch((error: unknown) => {
      if (!(error instanceof ExtractionError)) throw error;
      throw new ExtractionError(error.code, error.message, file.path, error);
    });
    const parts: PageParts[] = [];
    const read: Omit<ReadPage, "content">[] = [];
    try {
      for await (const { content, ...rest } of contents.pages()) {
        parts.push(pageParts(content));
        read.push(rest);
      }
    } finally {
      await contents.close();
    }
    const pages = assemblePages(parts, "text").map((page, i): Page => {
      const { from, confidence } = read[i]!;
      return { ...page, from, ...(confidence === undefined ? {} : { confidence }) };
    });
    return {
      file,
      reader: contents.reader,
      pages,
      trouble: [...damageTold(file), ...missingOnce(read.flatMap(({ trouble }) => trouble))],
    };
  };

/** What is missing on this machine is missing for every page: told once, with how many pages it concerns. */
function missingOnce(trouble: readonly ExtractionError[]): ExtractionError[] {
  const missing = trouble.filter(({ code }) => code === "missing-program");
  const [first] = missing;
  if (!first || missing.length === 1) return [...trouble];
  const once = new ExtractionError(first.code, first.message, `${first.where} and ${missing.length - 1} more`, first);
  return trouble.flatMap((one) => (one === first ? [once] : one.code === first.code ? [] : [one]));
}

/** An engine reads on past damage without a word: what does not agree with what the file says of itself is told here. */
function damageTold({ bytes, path }: SourceFile): ExtractionError[] {
  const { list, misplaced, streams } = pdfDamage(bytes);
  const told: string[] = [];
  if (list) told.push("its end is missing or does not lead to its objects");
  if (misplaced > 0) told.push(`${misplaced} objects are not where it says`);
  if (streams > 0) told.push(`${streams} streams cannot be unpacked to their end`);
  return told.length > 0 ? [new ExtractionError("damaged", `the PDF is damaged: ${told.join("; ")}`, path)] : [];
}
