import WordExtractor from "word-extractor";
import { ExtractionError } from "../../lib/errors.ts";
import type { Layout, Paragraph } from "../../lib/layout.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import { readDocx } from "./docx.ts";
import { converted, findLibreOffice } from "./libre-office.ts";

/**
 * Reads a `.doc`, `.wps`, `.rtf`, `.odt` or `.uot` (UOF, GB/T 20916): through LibreOffice into `.docx` where it is installed, so that all give the same records;
 * without it, or where it fails, the bare text of a `.doc` and a trouble entry that says its tables are missing.
 * Throws ExtractionError `damaged`, `timeout`, `missing-program`.
 */
export async function readDoc(file: SourceFile, _: unknown = {}, program = findLibreOffice()): Promise<Layout> {
  let failure = new ExtractionError(
    "missing-program",
    "LibreOffice is not installed: this document's text was read, its tables could not be given as grids",
    file.path,
  );
  if (program !== null)
    try {
      const bytes = await converted(program, file.bytes, file.path, "docx");
      return { ...(await readDocx({ ...file, bytes })), file, reader: "doc (LibreOffice)" };
    } catch (error) {
      if (!(error instanceof ExtractionError)) throw error;
      failure = error;
    }
  const text = await readDocText(file).catch((error: unknown) => {
    // Without LibreOffice a broken .doc is broken; a format that only LibreOffice reads is not.
    throw program === null && file.bytes[0] === 0xd0 ? error : failure;
  });
  return { ...text, trouble: [failure] };
}

/** The text of a `.doc` alone: paragraphs, each table row a line of its cells with tabs between them. Throws ExtractionError. */
async function readDocText(file: SourceFile): Promise<Layout> {
  let body: string;
  try {
    const { buffer, byteOffset, byteLength } = file.bytes;
    body = (await new WordExtractor().extract(Buffer.from(buffer, byteOffset, byteLength))).getBody();
  } catch (cause) {
    throw new ExtractionError("damaged", "the Word document is damaged", file.path, cause);
  }
  // word-extractor hands over Word's own characters: U+001E is a hyphen that does not break, U+001F one that shows only at a line's end.
  const blocks = body
    .replaceAll("\u001e", "-")
    .replaceAll("\u001f", "")
    .split(/[\n\r\v\f]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((text, i): Paragraph => ({ kind: "paragraph", page: 1, box: null, text, address: `block ${i + 1}` }));
  return {
    file,
    reader: "doc (text)",
    pages: [{ number: 1, width: 595, height: 842, from: "office", blocks }],
    trouble: [],
  };
}
