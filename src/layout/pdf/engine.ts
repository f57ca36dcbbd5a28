import type { PageContent } from "../../lib/page-content.ts";
import type { Turn } from "./frame.ts";

/**
 * What an engine noticed about a page's text layer while it read it: the ground on which the layer is trusted or not.
 * All counts are characters, drawn ones only unless said otherwise.
 */
export interface TextEvidence {
  /** Characters the page draws visibly, blanks left out, overprints counted once. */
  readonly drawn: number;
  /** Text drawn invisibly (render mode 3): the hidden layer an OCR program lays under a scan. */
  readonly invisible: number;
  /** Characters whose font gives no Unicode value: the engine had to guess. */
  readonly unmapped: number;
  /** Characters cut away by a clip path or lying off the page. */
  readonly clipped: number;
  /** Digits that nobody sees: covered by what was painted after them, or in the colour of their ground. */
  readonly unseen: number;
  /** Characters behind digits that are called blanks and draw something; only PDFium can tell. */
  readonly inkedBlanks?: number;
  /** Filled shapes with curves: on a page without text these are characters turned into outlines. */
  readonly outlines: number;
}

/** A page as drawn, and what the engine noticed. `turned` is the quarter turns clockwise beyond the page's own /Rotate. */
export interface PageReading extends PageContent {
  readonly evidence: TextEvidence;
  readonly turned: Turn;
  /** The font of each run, by whatever the engine knows it by. */
  readonly fonts?: readonly (number | string)[];
  /** Parts of the page belong to layers that a reader can switch. */
  readonly layered?: boolean;
  /** Figures are marked to be read out as something else than is printed, or words set on their side are read out at all. */
  readonly replaced?: boolean;
}

/** A page picture: four bytes a pixel, rows from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** A picture inside a page as stored in the file: JPEG bytes untouched, anything else as pixels. */
export type EmbeddedPicture = { readonly box: readonly [number, number, number, number] } & (
  | { readonly jpeg: Uint8Array }
  | { readonly raster: Raster }
);

/** One opened PDF. Pages count from 1. Nothing of a page stays in memory after a call returns. */
export interface PdfDocument {
  /** Name and version of the engine, as stored with a reading. */
  readonly engine: string;
  readonly pages: number;
  content(page: number): PageReading | Promise<PageReading>;
  /** Whether layers of the document are switched off when it is opened; only pdf.js can tell. */
  readonly hidesLayers?: boolean;
  close(): void | Promise<void>;
}

/** An engine that can also paint: PDFium. */
export interface PaintingPdfDocument extends PdfDocument {
  content(page: number): PageReading;
  /** The page as `content` gives it (rotated, and turned where `content` turned it). */
  render(page: number, dpi: number): Raster;
  /** A band of the page over its whole width, from one height to another, in pixels a point. */
  band(page: number, top: number, bottom: number, scale: number): Raster;
  /** Embedded pictures in drawing order, but for those shown turned, mirrored or cut: render the page for these. */
  pictures(page: number): EmbeddedPicture[];
  close(): void;
}

/** What is read at most, so that a hostile file ends in one line instead of an exhausted machine. */
export const PDF_LIMITS = { bytes: 400 * 1024 * 1024, pages: 10_000, glyphsPerPage: 200_000, objectsPerPage: 500_000 };
