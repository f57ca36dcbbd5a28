import type { Layout } from "../lib/layout.ts";
import type { MediaType, SourceFile } from "../lib/source-file.ts";

/** How a file is to be read. Part of what is stored with a run, since it changes the reading. */
export interface LayoutOptions {
  /** Which PDF engine; `auto` takes PDFium and turns to pdf.js where a text layer cannot be trusted. */
  readonly engine?: "auto" | "pdfium" | "pdfjs";
  readonly ocr?: "auto" | "always" | "never";
  /** What reads pictures; `pp-ocr` where it is installed. */
  readonly ocrEngine?: "pp-ocr" | "tesseract.js" | "tesseract";
  /** Folder that keeps what recognition read, so that nothing is read twice; none where not given. It changes no reading. */
  readonly readings?: string;
  /** Called after each page that took long (OCR). */
  readonly onPage?: (page: number, pages: number) => void;
}

/** A format reader: bytes in, pages of blocks out. Throws ExtractionError where the whole file cannot be read. */
export type Reader = (file: SourceFile, options: LayoutOptions) => Promise<Layout>;

/** The reader of a kind of file that stands inside another; null where there is none. */
export type ReaderOf = (mediaType: MediaType) => Promise<Reader | null>;
