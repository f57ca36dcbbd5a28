import type { Doubt } from "../../lib/layout.ts";

/** A printed line with its text, ready to be joined to others; the characters are no longer needed. */
export interface TextPiece {
  readonly text: string;
  readonly box: readonly [number, number, number, number];
  readonly size: number;
  readonly bold: boolean;
  /** Width of its first word or character: what would have had to fit on the line before. */
  readonly firstWord: number;
  readonly confidence?: number;
  readonly doubts?: readonly Doubt[];
}

/** Left and right limits of the body text, its usual size, and the width of the page, in points. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly page: number;
  readonly size: number;
}

/** Dots that lead to a page number. */
export const LEADERS = /[.…·．・‥]{5,}/u;
