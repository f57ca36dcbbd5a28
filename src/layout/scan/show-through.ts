import type { GrayPicture } from "./picture.ts";

/** Side of the squares looked at, in pixels. */
const SQUARE = 4;
/** Print is darker than this (of 255, on even paper); what is fainter than the second and nowhere near print may have come through the paper. */
const DARK = 140;
const FAINT = 240;
/** So many squares around print are left out: a strongly compressed picture has shadows there. */
const NEAR = 3;
/** So many faint squares in a row are a rule, on whichever side of the paper: rules alone prove nothing. */
const RULE = 12;
/** Faint squares that are no rule, as a share of those with print: so many do not come from dirt. */
const SHARE = 0.06;
const LEAST_PRINT = 300;
/** The darkest of so many faint squares in a hundred is as dark as the back page gets; so much is added for its grain. */
const DARKEST = 0.03;
const GRAIN = 6;
/** What stands apart from dark print and gets darker than this is thin or pale print of the page itself: then nothing is taken away. */
const PALE_PRINT = 180;

/**
 * A page without what shines through it from its back: print on thin paper shows the back page's words and rules, all of them fainter than
 * its own print and blurred. Where faint marks stand all over that are no rules, everything as faint as they are becomes paper.
 */
export function withoutShowThrough(picture: GrayPicture): GrayPicture {
  const level = showThroughLevel(picture);
  if (level === null) return picture;
  const levels = Uint8Array.from({ length: 256 }, (_, value) => Math.min(255, Math.round((value * 255) / level)));
  return { ...picture, pixels: picture.pixels.map((value) => levels[value]!) };
}

/** How dark the back page shines through at most, 0–255; null where nothing does. */
export function showThroughLevel(picture: GrayPicture): number | null {
  const { columns, rows, darkest } = squaresOf(picture);
  const near = nearPrint(darkest, columns, rows);
  const faint = new Uint8Array(columns * rows);
  let print = 0;
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const i = r * columns + c;
      if (darkest[i]! < DARK) print++;
      else if (darkest[i]! < FAINT && !near[i]) faint[i] = 1;
    }
  if (print < LEAST_PRINT) return null;
  const ruled = inRows(faint, columns, rows);
  const counts = new Uint32Array(256);
  let words = 0;
  for (let i = 0; i < faint.length; i++) {
    if (!faint[i] || ruled[i]) continue;
    words++;
    counts[darkest[i]!]!++;
  }
  if (words < SHARE * print) return null;
  let level = 0;
  for (let left = words * DARKEST; level < 255 && left - counts[level]! > 0; level++) left -= counts[level]!;
  return level - GRAIN < PALE_PRINT ? null : level - GRAIN;
}

function squaresOf({ width, height, pixels }: GrayPicture): { columns: number; rows: number; darkest: Uint8Array } {
  const columns = Math.floor(width / SQUARE);
  const rows = Math.floor(height / SQUARE);
  const darkest = new Uint8Array(columns * rows).fill(255);
  for (let y = 0; y < rows * SQUARE; y++) {
    const row = Math.floor(y / SQUARE) * columns;
    for (let c = 0, i = y * width; c < columns; c++, i += SQUARE) {
      let level = darkest[row + c]!;
      for (let k = i; k < i + SQUARE; k++) if (pixels[k]! < level) level = pixels[k]!;
      darkest[row + c] = level;
    }
  }
  return { columns, rows, darkest };
}

/** Squares with print, and those around them. */
function nearPrint(darkest: Uint8Array, columns: number, rows: number): Uint8Array {
  const beside = new Uint8Array(darkest.length);
  const out = new Uint8Array(darkest.length);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      if (darkest[r * columns + c]! >= DARK) continue;
      beside.fill(1, r * columns + Math.max(0, c - NEAR), r * columns + Math.min(columns, c + NEAR + 1));
    }
  for (let i = beside.indexOf(1); i >= 0; i = beside.indexOf(1, i + 1)) {
    const [r, c] = [(i / columns) | 0, i % columns];
    for (let y = Math.max(0, r - NEAR); y <= Math.min(rows - 1, r + NEAR); y++) out[y * columns + c] = 1;
  }
  return out;
}

/** Squares that stand in a long row or column of their like. */
function inRows(faint: Uint8Array, columns: number, rows: number): Uint8Array {
  const out = new Uint8Array(faint.length);
  const scan = (length: number, across: number, along: number, step: number): void => {
    for (let a = 0; a < across; a++)
      for (let i = 0, from = 0; i <= length; i++) {
        if (i < length && faint[a * step + i * along]) continue;
        if (i - from >= RULE) for (let k = from; k < i; k++) out[a * step + k * along] = 1;
        from = i + 1;
      }
  };
  scan(columns, rows, 1, columns);
  scan(rows, columns, columns, 1);
  return out;
}
