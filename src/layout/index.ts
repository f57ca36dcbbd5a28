import { ExtractionError } from "../lib/errors.ts";
import type { Layout } from "../lib/layout.ts";
import type { MediaType, SourceFile } from "../lib/source-file.ts";
import { asText } from "./as-text.ts";

/** How a file is to be read. Part of what is stored with a run, since it changes the reading. */
export interface LayoutOptions {
  /** Which PDF engine; `auto` takes PDFium and turns to pdf.js where a text layer cannot be trusted. */
  readonly engine?: "auto" | "pdfium" | "pdfjs";
  readonly ocr?: "auto" | "always" | "never";
  /** What reads pictures; `pp-ocr` where it is installed. */
  readonly ocrEngine?: "pp-ocr" | "tesseract.js" | "tesseract";
  /** Called after each page that took long (OCR). */
  readonly onPage?: (page: number, pages: number) => void;
}

/** A format reader: bytes in, pages of blocks out. Throws ExtractionError where the whole file cannot be read. */
export type Reader = (file: SourceFile, options: LayoutOptions) => Promise<Layout>;

/** Loaded on first use, so that reading a PDF loads no Word reader. */
const READERS: Partial<Record<MediaType, () => Promise<Reader>>> = {
  pdf: async () => {
    const { pdfReader } = await import("./pdf/index.ts");
    const scan = () => import("./scan/index.ts");
    return (file, options) =>
      pdfReader({
        ocrPage: async (page) => (await scan()).lookAt(page, options),
        ocrPicture: async (picture) => (await scan()).lookAtPicture(picture, options),
      })(file, options);
  },
  image: async () => (await import("./scan/index.ts")).readPicture,
  text: async () => (await import("./plain/index.ts")).readPlainText,
  docx: async () => (await import("./word/docx.ts")).readDocx,
  doc: async () => (await import("./word/doc.ts")).readDoc,
  html: async () => (await import("./html/html.ts")).readHtml,
  ofd: async () => (await import("./ofd/ofd.ts")).readOfd,
  xlsx: async () => (await import("./sheet/sheet.ts")).readSheets,
  xls: async () => (await import("./sheet/sheet.ts")).readSheets,
};

/** A file as pages of blocks, its embedded pictures looked at. */
export async function layout(file: SourceFile, options: LayoutOptions = {}): Promise<Layout> {
  const load = READERS[file.mediaType];
  if (!load) throw new ExtractionError("unsupported-format", `no reader for ${file.mediaType}`, file.path);
  const read = await (await load())(file, options);
  if (!read.pictures) return asText(read);
  const { withPictures } = await import("./pictures.ts");
  return asText(await withPictures(read, (await READERS.image?.()) ?? null, options));
}
