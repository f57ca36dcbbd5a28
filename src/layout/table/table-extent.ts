import type { AlignedLine } from "./aligned-rows.ts";
import { hasAmount } from "./aligned-rows.ts";
import { type Columns, columnsUnder } from "./bands.ts";
import type { Height } from "./heights.ts";

/** Which of some lines are the table (`from` … `to`), and up to where its head goes where a rule says so. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  /** Number of lines of the head; null where no rule ends it. */
  readonly heads: number | null;
}

/** No head has more lines. */
const MOST_HEAD_LINES = 9;

/**
 * A table printed between rules begins under the first of them and ends over the last: a title above and notes below are none of it. Prose
 * under a table, set in columns of its own, does not keep to those of the table.
 */
export function extentOf(lines: readonly AlignedLine[], columns: Columns, heights: readonly Height[]): Extent {
  const whole = heights.filter((height) => height.whole).map(({ y }) => y);
  const above = (y: number): number => {
    const first = lines.findIndex((line) => middleOf(line) > y);
    return first < 0 ? lines.length : first;
  };
  let from = 0;
  const top = whole[0] === undefined ? 0 : above(whole[0]);
  if (top > 0 && whole.length > 2 && lines.slice(0, top).every((line) => isCaption(line, columns))) from = top;
  const foot = whole.length > 2 ? above(whole.at(-1)!) : lines.length;
  const last = lastOfNumbers(lines, columns);
  let to = foot > from && last < foot ? foot : lines.length;
  const prose = lines.findIndex((line, i) => i > last && isProse(line, columns));
  if (prose > from && prose < to) to = prose;
  return { from, to, heads: headLines(lines.slice(from, to), columns, whole) };
}

/** The last line with about as many numbers as the others have: no page number, no number in a note. */
function lastOfNumbers(lines: readonly AlignedLine[], { bands }: Columns): number {
  const numbers = lines.map(({ segments }) => segments.filter((one) => one.numeric).length);
  const usual = numbers.filter((count) => count > 0).sort((a, b) => a - b);
  const enough = bands.length < 3 ? 1 : Math.max(2, 0.4 * (usual[usual.length >> 1] ?? 0));
  return numbers.findLastIndex((count) => count >= enough);
}

const middleOf = ({ line }: AlignedLine): number => (line.box[1] + line.box[3]) / 2;

/** A line over a table that sets no heads over its columns. */
const isCaption = (line: AlignedLine, columns: Columns): boolean =>
  !hasAmount(line, columns) && (line.segments.length < 3 || line.segments.length < 0.4 * columns.bands.length);

/** A line of words over several columns, with no number in a column of its own. */
export function isProse({ segments }: AlignedLine, columns: Columns): boolean {
  if (columns.bands.length < 3 || segments.some((one) => one.numeric)) return false;
  return segments.some((one) => {
    const [from, to] = columnsUnder(columns, one);
    return to > from && one.glyphs.length > 20;
  });
}

/** The head ends at a rule over the whole width, the last with no numbers between it and the first. */
function headLines(lines: readonly AlignedLine[], columns: Columns, whole: readonly number[]): number | null {
  let heads: number | null = null;
  let before = 0;
  for (const y of whole) {
    const at = lines.findIndex((line) => middleOf(line) > y);
    if (at <= 0) continue;
    const slot = lines.slice(before, at);
    const amounts = slot.filter((line) => hasAmount(line, columns)).length;
    const first = heads === null;
    if (at > MOST_HEAD_LINES || (first ? amounts > 1 : amounts > 0)) break;
    // Numbers under the first rule are years or steps; a row of them alone is no head where every row has its rule.
    if (amounts > 0 && !isOfYears(slot, columns) && slot.length === 1) break;
    [heads, before] = [at, at];
  }
  return heads !== null && heads < lines.length ? heads : null;
}

const YEARS = /^(?:1[89]|20)\d\d$/u;

const isOfYears = (lines: readonly AlignedLine[], columns: Columns): boolean =>
  lines.every((line) =>
    line.segments.every(
      (one) => columnsUnder(columns, one)[1] === 0 || YEARS.test(one.glyphs.map(({ text }) => text).join("")),
    ),
  );
