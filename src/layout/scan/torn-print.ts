import { type InkMask, inkMask } from "./ink.ts";
import type { Piece } from "./piece.ts";
import type { Prepared } from "./prepared-page.ts";
import type { Region } from "./text-lines.ts";

/** A number as it stands alone on its line: its figures, points and commas are each one part of ink. */
const ALONE = /^[\d.,]{3,}$/;
/** So many of them tell, and no more are looked at. */
const LEAST = 6;
const MOST = 40;
/** In print that lost its thin strokes a figure falls into more parts than this on the average page of numbers; in whole print it is one. */
const TORN = 1.25;
/** A part of fewer pixels is a speck. */
const SPECK = 3;

/**
 * Whether the print of a page lost its thin strokes: too light, or a copy of a copy. The cross stroke of a 4 goes first, and what is left of it
 * nobody can tell from a 1, however sure a reader is.
 */
export function isTorn({ lines, mask, uncleared }: Prepared, read: readonly (readonly Piece[])[]): boolean {
  const numbers = lines.flatMap((line, i) => {
    const text = read[i]!.map((piece) => piece.text).join("");
    return ALONE.test(text) ? [{ line, length: text.length }] : [];
  });
  if (numbers.length < LEAST) return false;
  // what was cleared away took pale strokes with it that were read before
  const print = uncleared ? inkMask(uncleared, true) : mask;
  const step = Math.ceil(numbers.length / MOST);
  const parts = numbers
    .filter((_, i) => i % step === 0)
    .map(({ line, length }) => partsOf(print, line) / length)
    .sort((a, b) => a - b);
  return parts[parts.length >> 1]! > TORN;
}

/** How many parts the ink of a region falls into. */
function partsOf({ width, ink }: InkMask, { x0, y0, x1, y1 }: Region): number {
  const wide = x1 - x0;
  const open = new Uint8Array(wide * (y1 - y0));
  for (let y = y0; y < y1; y++) open.set(ink.subarray(y * width + x0, y * width + x1), (y - y0) * wide);
  let parts = 0;
  for (let start = open.indexOf(1); start >= 0; start = open.indexOf(1, start + 1)) {
    const waiting = [start];
    open[start] = 0;
    let pixels = 0;
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      pixels++;
      const x = at % wide;
      for (const step of [-wide, 0, wide])
        for (let dx = x > 0 ? -1 : 0; dx <= (x + 1 < wide ? 1 : 0); dx++)
          if (open[at + step + dx]) {
            open[at + step + dx] = 0;
            waiting.push(at + step + dx);
          }
    }
    if (pixels >= SPECK) parts++;
  }
  return parts;
}
