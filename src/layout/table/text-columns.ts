import { lineOf, type PrintedLine } from "./printed-lines.ts";
import { type Segment, segmentsOf } from "./segments.ts";

/** A column of prose has so many lines, each with so many characters, most of them Latin. */
const FEWEST_LINES = 8;
const FEWEST_CHARACTERS = 26;
const LATIN = /^[\p{Script=Latin}\d.,;:'’“”()-]$/u;
/** Lines of a column begin at the same place, give or take. */
const SAME_START_PT = 3;

/**
 * Lines in streams that are read one after the other. A page in columns may hold a table in one and prose in the next: what is printed on
 * one line there is two. Lines stay whole where no table stands beside the prose.
 */
export function streamsOf(lines: readonly PrintedLine[]): (readonly PrintedLine[])[] {
  if (lines.length < FEWEST_LINES) return [lines];
  const parts = lines.map((line) => segmentsOf(line));
  for (const start of proseStarts(parts)) {
    for (const [from, to] of runsBeside(lines, parts, start)) {
      const left = lines.slice(from, to).flatMap((line) => side(line, start, true));
      const right = lines.slice(from, to).flatMap((line) => side(line, start, false));
      if (!isProseBesideTable(left, right) && !isProseBesideTable(right, left)) continue;
      return [lines.slice(0, from), left, right, ...streamsOf(lines.slice(to))].filter(({ length }) => length > 0);
    }
  }
  return [lines];
}

const isProse = ({ glyphs, numeric }: Segment): boolean =>
  !numeric &&
  glyphs.length >= FEWEST_CHARACTERS &&
  glyphs.filter(({ text }) => LATIN.test(text)).length > 0.8 * glyphs.length;

/** Where many parts of lines begin that stand right of something else; the most usual first. */
function proseStarts(parts: readonly (readonly Segment[])[]): number[] {
  const starts = new Map<number, number>();
  for (const segments of parts)
    for (const one of segments.slice(1)) {
      const key = Math.round(one.x0 / SAME_START_PT);
      starts.set(key, (starts.get(key) ?? 0) + 1);
    }
  return [...starts]
    .filter(([, count]) => count >= 0.5 * FEWEST_LINES)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 12)
    .map(([key]) => (key - 0.6) * SAME_START_PT);
}

/** Stretches of lines none of which crosses a place, with enough of them on both sides of it. */
function runsBeside(
  lines: readonly PrintedLine[],
  parts: readonly (readonly Segment[])[],
  at: number,
): [from: number, to: number][] {
  const out: [number, number][] = [];
  let from = 0;
  for (let i = 0; i <= lines.length; i++) {
    if (i < lines.length && !parts[i]!.some(({ x0, x1 }) => x0 < at && x1 > at)) continue;
    const right = parts.slice(from, i).filter((segments) => segments.some(({ x0 }) => x0 > at)).length;
    if (i - from >= FEWEST_LINES && right >= FEWEST_LINES) out.push([from, i]);
    from = i + 1;
  }
  return out;
}

function side(line: PrintedLine, at: number, left: boolean): PrintedLine[] {
  const glyphs = line.glyphs.filter(({ box }) => box[0] < at === left);
  return glyphs.length === 0 ? [] : [lineOf(glyphs)];
}

/** Whether one side is lines of prose from one margin to the other, and the other has rows with numbers. */
function isProseBesideTable(prose: readonly PrintedLine[], table: readonly PrintedLine[]): boolean {
  if (prose.length < FEWEST_LINES) return false;
  const whole = prose
    .map((line) => segmentsOf(line))
    .filter((segments) => segments.length === 1 && isProse(segments[0]!));
  if (whole.length < 0.6 * prose.length) return false;
  const [x0, x1] = [usual(whole.map(([one]) => one!.x0)), usual(whole.map(([one]) => one!.x1))];
  const full = whole.filter(([one]) => Math.abs(one!.x1 - x1) < 12 || one!.x1 > x1).length;
  const begun = whole.filter(([one]) => Math.abs(one!.x0 - x0) < 12).length;
  if (full < 0.6 * whole.length || begun < 0.8 * whole.length) return false;
  const rows = table.map((line) => segmentsOf(line)).filter((row) => row.length > 1 && row.some((one) => one.numeric));
  return rows.length >= 4;
}

const usual = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
