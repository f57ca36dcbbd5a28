import type { Box } from "../../schemas/index.ts";

/**
 * What a drawn page holds before anyone knows of tables: characters, straight lines, pictures. Points, origin top left, after
 * rotation. Made by the PDF engines, the OFD reader and OCR; eaten by the table engine.
 */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly lines: readonly RuleLine[];
  readonly pictures: readonly Picture[];
}

/** One visible character (or an OCR word piece), each once: overprinted bold and clipped duplicates are already gone. */
export interface Glyph {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly bold?: boolean;
  /** Characters of one text object stay together: the running number of that object on the page. */
  readonly run?: number;
  /** OCR only: readings not chosen. */
  readonly alternatives?: readonly string[];
  /** OCR only: what was read where a word of the forms was put in its place; "" for what was not read at all. */
  readonly asRead?: string;
  /** OCR only: how sure the engine is, 0–100. */
  readonly confidence?: number;
}

/** A horizontal or vertical ruling piece: strokes, thin filled rectangles, rectangle edges. Not yet joined. */
export interface RuleLine {
  readonly direction: "h" | "v";
  /** y of a horizontal, x of a vertical line. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** A picture's place on its page, in points. */
export interface Picture {
  readonly box: Box;
}
