import type { Glyph } from "../../lib/page-content.ts";
import type { PrintedLine } from "./printed-lines.ts";

/** Characters of a line that stand close together: what would be one cell. */
export interface Segment {
  readonly glyphs: readonly Glyph[];
  readonly x0: number;
  readonly x1: number;
  /** Whether it reads like an amount, a count, a share or the dash of an empty cell. */
  readonly numeric: boolean;
}

/** A gap wider than this (in character widths) separates cells of a table without lines. */
const CELL_GAP = 0.95;
const NUMERIC = /^[-－—–+]*[\d,.，．]*[%％]?$/u;
const LEADERS = /^[.…·．・‥_]$/u;

/** Cuts a line at its wide gaps. */
export function segmentsOf(line: PrintedLine): Segment[] {
  const out: Segment[] = [];
  let start = 0;
  for (let i = 1; i <= line.glyphs.length; i++) {
    const glyph = line.glyphs[i];
    if (glyph && glyph.box[0] - line.glyphs[i - 1]!.box[2] <= CELL_GAP * line.size) continue;
    out.push(segment(line.glyphs.slice(start, i)));
    start = i;
  }
  return out;
}

/** A segment from characters in order. */
export function segment(glyphs: readonly Glyph[]): Segment {
  const text = glyphs.map((glyph) => glyph.text).join("");
  const x1 = Math.max(...glyphs.map((glyph) => glyph.box[2]));
  return { glyphs, x0: glyphs[0]!.box[0], x1, numeric: NUMERIC.test(text) };
}

/** Dots or dashes that lead the eye from an entry of the contents to its page. */
export function hasLeaderDots(line: PrintedLine): boolean {
  let run = 0;
  for (const glyph of line.glyphs) {
    run = LEADERS.test(glyph.text) ? run + glyph.text.length : 0;
    if (run >= 5 || (run >= 2 && glyph.text === "…")) return true;
  }
  return false;
}
