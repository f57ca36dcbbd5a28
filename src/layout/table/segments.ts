import type { Glyph } from "../../lib/page-content.ts";
import type { PrintedLine } from "./printed-lines.ts";
import type { Rule } from "./rules.ts";

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
/** Numbers are not set apart by more than a space within one cell. */
const NUMBER_GAP = 0.5;
const NUMERIC = /^[-－—–−+*<>≤≥±]*[$€£]?[\d,.，．]*[%％]?(?:[MBK]|bn)?[*†‡§]*$|^\(\d[\d.,]+%?(?:[-–—]\d[\d.,]*%?)?\)$/u;
const LEADERS = /^[.…·．・‥_]$/u;

/** Cuts a line at its wide gaps, and where a vertical rule stands between two characters. */
export function segmentsOf(line: PrintedLine, walls: readonly Rule[] = []): Segment[] {
  const out: Segment[] = [];
  const glyphs = withoutLeaders(line);
  const middle = (line.box[1] + line.box[3]) / 2;
  const here = walls.filter(({ from, to }) => from <= middle && middle <= to);
  let start = 0;
  for (let i = 1; i <= glyphs.length; i++) {
    const glyph = glyphs[i];
    const before = glyphs[i - 1]!;
    if (glyph && !isApart(before, glyph, line.size) && !here.some((wall) => parts(wall, before, glyph))) continue;
    out.push(segment(glyphs.slice(start, i)));
    start = i;
  }
  return out;
}

function isApart(left: Glyph, right: Glyph, size: number): boolean {
  const gap = right.box[0] - left.box[2];
  if (gap > CELL_GAP * size) return true;
  return (
    gap > NUMBER_GAP * Math.max(left.size, right.size) && /^[\d%)]$/u.test(left.text) && /^[\d(]$/u.test(right.text)
  );
}

const parts = ({ at }: Rule, left: Glyph, right: Glyph): boolean =>
  (left.box[0] + left.box[2]) / 2 < at && at < (right.box[0] + right.box[2]) / 2;

/** Dots that lead from a label to several numbers are no text of the label; a line of the contents keeps its dots. */
function withoutLeaders(line: PrintedLine): readonly Glyph[] {
  const { glyphs } = line;
  const run = leaders(line);
  if (run === null || !leadsToNumbers(line)) return glyphs;
  return [...glyphs.slice(0, run[0]), ...glyphs.slice(run[1])];
}

/** Whether dots lead to more than the one number of a page: a row of a table. */
export function leadsToNumbers(line: PrintedLine): boolean {
  const run = leaders(line);
  if (run === null || run[0] === 0) return false;
  const after = line.glyphs.slice(run[1]);
  let numbers = 0;
  for (let i = 0; i < after.length; i++) {
    const apart = i === 0 || after[i]!.box[0] - after[i - 1]!.box[2] > 0.4 * line.size;
    if (apart && /^[\d(（$€£–—-]/u.test(after[i]!.text)) numbers++;
  }
  return numbers > 1;
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
export const hasLeaderDots = (line: PrintedLine): boolean => leaders(line) !== null;

/** Where the dots of a line begin and end, null where there are none. */
function leaders({ glyphs }: PrintedLine): [start: number, end: number] | null {
  for (let i = 0; i < glyphs.length; i++) {
    if (!LEADERS.test(glyphs[i]!.text)) continue;
    let [end, dots] = [i, 0];
    while (end < glyphs.length && LEADERS.test(glyphs[end]!.text)) dots += glyphs[end++]!.text.length;
    if (dots >= 5 || (dots >= 2 && glyphs.slice(i, end).some(({ text }, k) => k > 0 && text === "…"))) return [i, end];
    i = end;
  }
  return null;
}
