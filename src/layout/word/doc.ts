import { compoundDamage } from "../../lib/compound-damage.ts";
import { ExtractionError } from "../../lib/errors.ts";
import { onceInHelper } from "../../lib/helper/index.ts";
import { moduleBeside } from "../../lib/helper/start-process.ts";
import type { Layout, Paragraph } from "../../lib/layout.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import type { ReaderOf } from "../options.ts";
import { readDocx } from "./docx.ts";
import { flatPackage } from "./flat-package.ts";
import { converted, findLibreOffice } from "./libre-office.ts";
import { rtfDamage } from "./rtf-damage.ts";

/** The library that takes the text out of a `.doc` can end or hang its process. */
const TEXT = { module: moduleBeside(import.meta.url, "doc-text-work"), seconds: 60 };

/**
 * Reads a `.doc`, `.wps`, `.rtf`, `.odt` or `.uot` (UOF, GB/T 20916): through LibreOffice into `.docx` where it is installed, so that all give the same records;
 * without it, or where it fails, the bare text of a `.doc` and a trouble entry that says its tables are missing.
 * Throws ExtractionError `damaged`, `timeout`, `missing-program`.
 */
export async function readDoc(file: SourceFile, inner?: ReaderOf, program = findLibreOffice()): Promise<Layout> {
  const flat = flatPackage(file.bytes);
  if (flat !== null) return { ...(await readDocx({ ...file, bytes: flat }, inner)), file };
  let failure = new ExtractionError(
    "missing-program",
    "LibreOffice is not installed: this document's text was read, its tables could not be given as grids",
    file.path,
  );
  if (program !== null)
    try {
      const bytes = await converted(program, file.bytes, file.path, "docx");
      const read = await readDocx({ ...file, bytes }, inner);
      return { ...read, file, reader: "doc (LibreOffice)", trouble: [...damageTold(file), ...read.trouble] };
    } catch (error) {
      if (!(error instanceof ExtractionError)) throw error;
      failure = error;
    }
  const text = await readDocText(file).catch((error: unknown) => {
    // Without LibreOffice a broken .doc is broken; a format that only LibreOffice reads is not.
    throw program === null && file.bytes[0] === 0xd0 ? error : failure;
  });
  return { ...text, trouble: [...damageTold(file), failure] };
}

/** What LibreOffice and the reader of bare text pass over without a word. */
function damageTold({ bytes, path }: SourceFile): ExtractionError[] {
  const damage = compoundDamage(bytes) ?? rtfDamage(bytes);
  return damage === null ? [] : [new ExtractionError("damaged", damage, path)];
}

/** The text of a `.doc` alone: paragraphs, each table row a line of its cells with tabs between them. Throws ExtractionError. */
async function readDocText(file: SourceFile): Promise<Layout> {
  const { bytes, path } = file;
  const body = await onceInHelper<string>(TEXT, { bytes, path }, path);
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
