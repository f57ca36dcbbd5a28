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
  const x1 = glyphs.reduce((right, glyph) => Math.max(right, glyph.box[2]), glyphs[0]!.box[2]);
  return { glyphs, x0: glyphs[0]!.box[0], x1, numeric: NUMERIC.test(text) };
}

const CODE = /^\d{3,7}$/;

/**
 * Codes and names that stand too close for a gap, yet in columns of their own: names that begin at the same place after codes of
 * different lengths. Returns the lines with such segments parted.
 */
export function partCodes(lines: readonly (readonly Segment[])[]): readonly (readonly Segment[])[] {
  const starts = new Map<number, { lengths: Set<number>; count: number }>();
  for (const [one] of lines) {
    const at = one ? nameStart(one) : 0;
    if (at === 0) continue;
    const key = Math.round(one!.glyphs[at]!.box[0] / SAME_START_PT);
    const entry = starts.get(key) ?? { lengths: new Set(), count: 0 };
    entry.lengths.add(at);
    entry.count++;
    starts.set(key, entry);
  }
  const columns = [...starts].filter(([, { lengths, count }]) => lengths.size > 1 && count >= 3).map(([key]) => key);
  if (columns.length === 0) return lines;
  return lines.map((line) => {
    const [one, ...rest] = line;
    const at = one ? nameStart(one) : 0;
    if (at === 0 || !columns.includes(Math.round(one!.glyphs[at]!.box[0] / SAME_START_PT))) return line;
    return [segment(one!.glyphs.slice(0, at)), segment(one!.glyphs.slice(at)), ...rest];
  });
}

const SAME_START_PT = 3;

/** Where the name begins after a classification code, 0 where there is none. */
function nameStart({ glyphs }: Segment): number {
  let at = 0;
  while (at < glyphs.length && /^\d+$/.test(glyphs[at]!.text)) at++;
  const code = glyphs.slice(0, at).map((glyph) => glyph.text);
  return at < glyphs.length && CODE.test(code.join("")) ? at : 0;
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
