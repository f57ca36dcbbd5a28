import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { asText } from "../layout/as-text.ts";
import { pdfReader } from "../layout/pdf/index.ts";
import { withoutPersonsIn } from "../layout/persons.ts";
import { ExtractionError, systemTrouble, UnseenPicture } from "../lib/errors.ts";
import type { TableSection } from "../lib/section.ts";
import { sections } from "../sections/index.ts";
import { tableOf } from "./from-section.ts";
import { TablesOptions } from "./settings.ts";
import type { Table } from "./table.ts";

export type { TableTrouble } from "./settings.ts";
export { TablesOptions } from "./settings.ts";
export type { Table, TableCell, TablePart } from "./table.ts";
export { type CsvOptions, toCsv, toHtml, toMarkdown } from "./write.ts";

/**
 * The tables of a PDF in printed order, each whole over the pages it runs over: `for await (const table of tables("x.pdf")) …`.
 * No OCR: a page that is a picture is trouble (see `onTrouble`); a picture beside text is a warning. Throws `ExtractionError` where the file or
 * a page cannot be read, `ZodError` where a setting is wrong.
 */
export async function* tables(file: string | Uint8Array, options: TablesOptions = {}): AsyncGenerator<Table> {
  const { engine, pages, onTrouble } = TablesOptions.parse(options);
  const bytes = typeof file === "string" ? await bytesOf(file) : file;
  const path = typeof file === "string" ? file : "bytes";
  if (!isPdf(bytes)) throw new ExtractionError("unsupported-format", "no PDF", path);
  const source = {
    path,
    name: basename(path),
    bytes,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    mediaType: "pdf" as const,
    containers: [],
  };
  const layout = withoutPersonsIn(asText(await pdfReader()(source, { ocr: "never", ...(engine && { engine }) })));
  for (const trouble of layout.trouble) onTrouble?.(trouble);
  for (const section of sections(layout))
    if (section.kind === "table" && touches(section, pages)) yield tableOf(section);
  if (onTrouble) return;
  const unread = layout.trouble.find((trouble) => !isOfAPart(trouble));
  if (unread) throw unread;
  warn(layout.trouble);
}

/** A picture beside text, digits in the paper's colour: the page was read, and most such pictures hold no table. */
const isOfAPart = (trouble: ExtractionError): boolean =>
  trouble instanceof UnseenPicture || trouble.code === "hidden-part";

/** Told once a file, as Node tells warnings: on stderr, or to `process.on("warning", …)`. */
function warn(parts: readonly ExtractionError[]): void {
  if (parts.length === 0) return;
  const pages = [...new Set(parts.map(({ where }) => where))].slice(0, 5).join(", ");
  process.emitWarning(
    `${parts.length} parts of pages were not read, the first: ${parts[0]!.message} (${pages}); onTrouble gets each of them`,
    { type: "TablesWarning", code: parts[0]!.code },
  );
}

const touches = ({ pages }: TableSection, wanted: TablesOptions["pages"]): boolean =>
  wanted === undefined || pages.some((page) => page >= wanted[0] && page <= wanted[1]);

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw systemTrouble(error, path, "not-found");
  }
}

/** A PDF says so within its first 1,024 bytes. */
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes("%PDF-");
