import WordExtractor from "word-extractor";
import { ExtractionError } from "../../lib/errors.ts";
import type { Layout, Paragraph } from "../../lib/layout.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import { readDocx } from "./docx.ts";
import { convertToDocx, findLibreOffice } from "./libre-office.ts";

/**
 * Reads a `.doc` or `.wps`: through LibreOffice into `.docx` where it is installed, so that both give the same records; without it
 * the bare text, and a trouble entry that says its tables are missing. Throws ExtractionError `damaged`, `timeout`.
 */
export async function readDoc(file: SourceFile): Promise<Layout> {
  const program = findLibreOffice();
  if (program === null) return readDocText(file);
  const bytes = await convertToDocx(program, file.bytes, file.path);
  return { ...(await readDocx({ ...file, bytes })), file, reader: "doc (LibreOffice)" };
}

/** The text of a `.doc` without LibreOffice: paragraphs only, each table row a line of its cells with tabs between them. */
export async function readDocText(file: SourceFile): Promise<Layout> {
  let body: string;
  try {
    const { buffer, byteOffset, byteLength } = file.bytes;
    body = (await new WordExtractor().extract(Buffer.from(buffer, byteOffset, byteLength))).getBody();
  } catch (cause) {
    throw new ExtractionError("damaged", "the Word document is damaged", file.path, cause);
  }
  const blocks = body
    .split(/[\n\r\v\f]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((text, i): Paragraph => ({ kind: "paragraph", page: 1, box: null, text, address: `block ${i + 1}` }));
  const missing = new ExtractionError(
    "missing-program",
    "LibreOffice is not installed: the text of this .doc was read, its tables could not be given as grids",
    file.path,
  );
  return {
    file,
    reader: "doc (text)",
    pages: [{ number: 1, width: 595, height: 842, from: "office", blocks }],
    trouble: [missing],
  };
}
