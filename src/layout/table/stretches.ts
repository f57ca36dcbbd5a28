import { type AlignedLine, overlaps, textOf } from "./aligned-rows.ts";
import type { Rule } from "./rules.ts";
import { hasLeaderDots, leadsToNumbers } from "./segments.ts";

const CAPTION = /单位[:：]|[:：]$/u;

/** Lines of which several stand in columns, and the lines before, between and after. */
export interface Stretch {
  readonly inColumns: boolean;
  readonly rows: AlignedLine[];
}

/** At most this many lines in a row of a table are no row of their own: wrapped labels, heads of groups. */
const LINES_BETWEEN = 2;

/** Cuts a run of lines into those that stand in columns and those that do not. */
export function stretches(run: readonly AlignedLine[], lone: readonly Rule[]): Stretch[] {
  const out: Stretch[] = [];
  const rowAt = run.map(isRow);
  const widest = run.reduce((width, { line }) => Math.max(width, line.box[2] - line.box[0]), 0);
  let i = 0;
  while (i < run.length) {
    const start = i;
    if (!rowAt[i]) {
      while (i < run.length && !rowAt[i]) i++;
      out.push({ inColumns: false, rows: run.slice(start, i) });
      continue;
    }
    let end = i;
    for (i++; i < run.length && i - end <= LINES_BETWEEN + 1; i++) {
      if (rowAt[i]) end = i;
      else if (run[i]!.line.box[2] - run[i]!.line.box[0] > 0.6 * widest) break;
    }
    i = end + 1;
    // The last lines of a label wrapped around the last numbers.
    while (i < run.length && run[i]!.segments.length === 1 && overlaps(run[i]!, run[end]!)) i++;
    const above = out.at(-1)?.inColumns === false ? out.at(-1)!.rows : [];
    let heads = 0;
    while (heads < MOST_HEADS && isHead(above.at(-1 - heads), run[start - heads]!, lone)) heads++;
    out.push({ inColumns: true, rows: [...above.splice(above.length - heads), ...run.slice(start, i)] });
  }
  return out;
}

const MOST_HEADS = 3;

/** A short line set close over the first row, in the same size: the head of a column or of a group of them, no title. */
function isHead(above: AlignedLine | undefined, below: AlignedLine, lone: readonly Rule[]): boolean {
  if (!above) return false;
  const [upper, lower] = [above.line, below.line];
  if (isUnderlinedOver(above, below, lone)) return true;
  const text = above.segments.map(textOf).join("");
  if (Math.abs(upper.size - lower.size) > 0.05 * lower.size || upper.bold !== lower.bold) return false;
  return lower.box[1] - upper.box[3] < 0.5 * lower.size && text.length <= 16 && !/[表：:]$|单位/u.test(text);
}

/** A rule between two lines, wider than the upper and over several parts of the lower one: the upper is the head of a group of columns. */
function isUnderlinedOver({ line: upper }: AlignedLine, below: AlignedLine, lone: readonly Rule[]): boolean {
  const [left, , right, bottom] = upper.box;
  return lone.some(({ at, from, to }) => {
    const between = bottom - 2 < at && at < (below.line.box[1] + below.line.box[3]) / 2;
    if (!between || at - bottom > 1.5 * upper.size || from > left || to < right) return false;
    const over = below.segments.filter(({ x0, x1 }) => from < (x0 + x1) / 2 && (x0 + x1) / 2 < to).length;
    return over > 1 && over < below.segments.length && to - from > 1.3 * (right - left);
  });
}

/** Whether a line has parts beside each other, and is no entry of the contents and no line of unit and date over a table. */
export const isRow = ({ line, segments }: AlignedLine): boolean =>
  segments.length > 1 &&
  (!hasLeaderDots(line) || leadsToNumbers(line)) &&
  !CAPTION.test(textOf(segments[0]!)) &&
  !CAPTION.test(textOf(segments.at(-1)!));
