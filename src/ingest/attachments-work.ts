import { ExtractionError } from "../lib/errors.ts";
import { type Pdfium, pdfium } from "../lib/pdfium-module.ts";
import type { PlainMember } from "./archive.ts";
import type { AttachmentsWork } from "./attachments.ts";

/** Kind of an annotation that holds a file, shown as a paper clip. */
const FILE_ATTACHMENT = 17;
/** The kind of a stream that holds a file (ISO 32000-1, 7.11.4); streams' dictionaries are never packed. */
const EMBEDDED = /\/EmbeddedFile(?![A-Za-z])/;
/** Pages that are looked at for such annotations. */
const PAGE_LIMIT = 2000;

/** A helper's work: the files embedded in a PDF, by its list of them and by its annotations, each once. */
export async function* work({ bytes, limits }: AttachmentsWork): AsyncGenerator<PlainMember> {
  const engine = await pdfium();
  const { call, heap } = engine;
  const data = call.malloc(bytes.length);
  heap.HEAPU8.set(bytes, data);
  const document = call.FPDF_LoadMemDocument(data, bytes.length, 0);
  // A PDF that does not open is told when it is read.
  if (document === 0) return;
  const seen = new Set<string>();
  let total = 0;
  for (const attachment of handles(engine, document)) {
    const name = nameOf(engine, attachment) || `attachment ${seen.size + 1}`;
    const file = fileOf(engine, attachment, limits.memberBytes);
    const key = `${name} ${file instanceof ExtractionError ? "" : file.length}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > limits.members)
      throw new ExtractionError("limit-exceeded", `more than ${limits.members} attachments`);
    if (file instanceof ExtractionError) yield { name, error: { code: file.code, message: file.message } };
    else {
      total += file.length;
      if (total > limits.totalBytes)
        throw new ExtractionError("limit-exceeded", `attachments of more than ${limits.totalBytes} bytes`);
      yield { name, bytes: file };
    }
  }
  // Files that hang on a page or the document (/AF) are in no list PDFium keeps; the streams that hold them say what they are.
  if (seen.size === 0 && EMBEDDED.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1")))
    yield {
      name: "attachment",
      error: { code: "unsupported-format", message: "an embedded file is in no list of them" },
    };
}

function* handles({ call }: Pdfium, document: number): Generator<number> {
  const listed = call.FPDFDoc_GetAttachmentCount(document);
  for (let i = 0; i < listed; i++) yield call.FPDFDoc_GetAttachment(document, i);
  const pages = Math.min(PAGE_LIMIT, call.FPDF_GetPageCount(document));
  for (let number = 0; number < pages; number++) {
    const page = call.FPDF_LoadPage(document, number);
    if (page === 0) continue;
    const count = call.FPDFPage_GetAnnotCount(page);
    for (let i = 0; i < count; i++) {
      const annotation = call.FPDFPage_GetAnnot(page, i);
      if (annotation === 0) continue;
      if (call.FPDFAnnot_GetSubtype(annotation) === FILE_ATTACHMENT) {
        const attachment = call.FPDFAnnot_GetFileAttachment(annotation);
        if (attachment !== 0) yield attachment;
      }
      call.FPDFPage_CloseAnnot(annotation);
    }
    call.FPDF_ClosePage(page);
  }
}

/** A name is given in UTF-16 with its end mark. A path in it is left off. */
function nameOf({ call, heap }: Pdfium, attachment: number): string {
  const length = call.FPDFAttachment_GetName(attachment, 0, 0);
  if (length <= 2 || length > 4096) return "";
  const buffer = call.malloc(length);
  call.FPDFAttachment_GetName(attachment, buffer, length);
  const name = new TextDecoder("utf-16le").decode(heap.HEAPU8.slice(buffer, buffer + length - 2));
  call.free(buffer);
  return name.split(/[/\\]/).at(-1)!.trim();
}

function fileOf({ call, heap, scratch }: Pdfium, attachment: number, limit: number): Uint8Array | ExtractionError {
  if (!call.FPDFAttachment_GetFile(attachment, 0, 0, scratch))
    return new ExtractionError("damaged", "the attachment holds no file");
  const length = heap.HEAP32[scratch >> 2]!;
  if (length < 0 || length > limit) return new ExtractionError("limit-exceeded", `larger than ${limit} bytes`);
  const buffer = call.malloc(Math.max(1, length));
  if (!call.FPDFAttachment_GetFile(attachment, buffer, length, scratch)) {
    call.free(buffer);
    return new ExtractionError("damaged", "the attachment cannot be unpacked");
  }
  const file = heap.HEAPU8.slice(buffer, buffer + length);
  call.free(buffer);
  return file;
}
