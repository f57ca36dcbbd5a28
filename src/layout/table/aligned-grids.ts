import type { Grid } from "../../lib/layout.ts";
import { alignedCells } from "./aligned-cells.ts";
import { type AlignedLine, overlaps, tableRows, textOf } from "./aligned-rows.ts";
import { bandsOf, type Columns, columnsOf, columnsUnder } from "./bands.ts";
import { headLevels } from "./head-levels.ts";
import { type Height, heightsOf } from "./heights.ts";
import { around, type PrintedLine } from "./printed-lines.ts";
import type { Rule } from "./rules.ts";
import { hasLeaderDots, leadsToNumbers, partCodes, segmentsOf } from "./segments.ts";
import { extentOf } from "./table-extent.ts";

/** Tables found by alignment, and the lines that are in none. */
export interface AlignedPage {
  readonly grids: readonly Grid[];
  readonly lines: readonly PrintedLine[];
}

/** Lines of a table without vertical rules follow each other within this many times their size. */
const ROW_REACH = 3.2;
const CAPTION = /单位[:：]|[:：]$/u;

/**
 * Finds tables that are printed without vertical lines: lines in a row whose parts stand under each other in columns, with numbers in at
 * least one of them, or set between horizontal rules of equal length. `barriers` are the extents of ruled tables, which no table crosses;
 * `walls` vertical rules, which no cell crosses.
 */
export function alignedGrids(
  page: number,
  lines: readonly PrintedLine[],
  lone: readonly Rule[],
  barriers: readonly (readonly [number, number])[],
  walls: readonly Rule[] = [],
): AlignedPage {
  const grids: Grid[] = [];
  const rest: PrintedLine[] = [];
  let run: AlignedLine[] = [];
  const close = () => {
    const waiting = [run];
    for (let lines = waiting.shift(); lines; lines = waiting.shift()) {
      for (const stretch of stretches(lines, lone)) {
        const table = stretch.inColumns ? tableIn(page, stretch.rows, lone) : null;
        for (const row of table ? table.before : stretch.rows) rest.push(row.line);
        if (!table) continue;
        grids.push(table.grid);
        if (table.after.length > 0) waiting.push([...table.after]);
      }
    }
    run = [];
  };
  for (const line of lines) {
    const before = run.at(-1)?.line;
    const reach = before ? ROW_REACH * Math.max(line.size, before.size) : 0;
    if (before && (line.box[1] - before.box[3] > reach || crosses(before, line, barriers))) close();
    run.push({ line, segments: segmentsOf(line, walls) });
  }
  close();
  rest.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  return { grids, lines: rest };
}

/** Lines of which several stand in columns, and the lines before, between and after. */
interface Stretch {
  readonly inColumns: boolean;
  readonly rows: AlignedLine[];
}

/** At most this many lines in a row of a table are no row of their own: wrapped labels, heads of groups. */
const LINES_BETWEEN = 2;

/** Cuts a run of lines into those that stand in columns and those that do not. */
function stretches(run: readonly AlignedLine[], lone: readonly Rule[]): Stretch[] {
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

const isRow = ({ line, segments }: AlignedLine): boolean =>
  segments.length > 1 &&
  (!hasLeaderDots(line) || leadsToNumbers(line)) &&
  !CAPTION.test(textOf(segments[0]!)) &&
  !CAPTION.test(textOf(segments.at(-1)!));

const crosses = (a: PrintedLine, b: PrintedLine, barriers: readonly (readonly [number, number])[]): boolean =>
  barriers.some(([top, bottom]) => bottom > a.box[1] && top < b.box[3]);

/** A table, and the lines over and under it that are none of it. */
interface Found {
  readonly grid: Grid;
  readonly before: readonly AlignedLine[];
  readonly after: readonly AlignedLine[];
}

/** The table a stretch of lines makes, if it does. */
function tableIn(page: number, lines: readonly AlignedLine[], lone: readonly Rule[]): Found | null {
  const parted = partCodes(lines.map((line) => line.segments));
  const rows = lines.map(({ line }, i) => ({ line, segments: parted[i]! }));
  const inColumns = rows.filter(isRow);
  if (inColumns.length < 3) return null;
  const bands = bandsOf(inColumns.map((row) => row.segments));
  if (bands.length < 2) return null;
  const columns = columnsOf(bands);
  const [, top, , bottom] = around(rows.map((row) => row.line.box));
  const heights = heightsOf(lone, columns, top, bottom);
  const { from, to, heads } = extentOf(rows, columns, heights);
  if (to - from < lines.length) {
    const inner = tableIn(page, lines.slice(from, to), lone);
    return (
      inner && {
        grid: inner.grid,
        before: [...lines.slice(0, from), ...inner.before],
        after: [...inner.after, ...lines.slice(to)],
      }
    );
  }
  const wrapped = rows.filter((row) => !isRow(row) && isLabelOnly(row, columns)).length;
  if (inColumns.length < 0.6 * (rows.length - wrapped)) return null;
  const rules = framing(lone, rows);
  if (!isTabular(inColumns, columns, rules !== null)) return null;
  return { grid: gridOf(page, rows, columns, { rules, heads, heights }), before: [], after: [] };
}

/** A line of the first column alone: part of a label wrapped around its numbers. */
const isLabelOnly = ({ segments }: AlignedLine, columns: Columns): boolean =>
  segments.length === 1 && columnsUnder(columns, segments[0]!)[1] === 0;

/** Heights of horizontal rules of equal length over, between and under the lines; null where there are fewer than three. */
function framing(lone: readonly Rule[], rows: readonly AlignedLine[]): number[] | null {
  const [left, top, right, bottom] = around(rows.map((row) => row.line.box));
  const near = lone.filter(
    (rule) => rule.at > top - 20 && rule.at < bottom + 20 && rule.from < left + 12 && rule.to > right - 12,
  );
  const heights = near.map((rule) => rule.at).sort((a, b) => a - b);
  return heights.length < 3 ? null : heights;
}

/** Whether the lines are rows: they keep to the columns, and a column holds numbers (or rules set them off) that are no page numbers. */
function isTabular(rows: readonly AlignedLine[], columns: Columns, ruled: boolean): boolean {
  const count = columns.bands.length;
  const numeric = new Array<number>(count).fill(0);
  const filled = new Array<number>(count).fill(0);
  let kept = 0;
  let all = 0;
  const integers: number[] = [];
  for (const { segments } of rows) {
    for (const one of segments) {
      const [from, to] = columnsUnder(columns, one);
      all++;
      if (from === to) kept++;
      filled[to]!++;
      if (one.numeric) numeric[to]!++;
      if (to === count - 1 && /^\d{1,3}$/.test(textOf(one))) integers.push(Number(textOf(one)));
    }
  }
  if (kept < 0.75 * all) return false;
  const ascending = integers.length >= 0.8 * rows.length && integers.every((n, i) => i === 0 || n >= integers[i - 1]!);
  if (count === 2 && ascending) return false;
  if (ruled) return true;
  const numberColumns = numeric.filter((count, c) => c > 0 && count >= 3 && count >= 0.5 * filled[c]!).length;
  return numberColumns > 0 && (count > 2 || rows.length >= 4);
}

/** What the rules around and in a table say of it. */
interface Printed {
  readonly rules: readonly number[] | null;
  readonly heads: number | null;
  readonly heights: readonly Height[];
}

function gridOf(page: number, lines: readonly AlignedLine[], columns: Columns, printed: Printed): Grid {
  const { rules, heads: ruledHead, heights } = printed;
  const { rows, heads } = tableRows(lines, columns, rules, ruledHead);
  const { borders } = columns;
  const head = heads > 0 ? headLevels(page, rows.slice(0, heads).flat(), columns, heights, ruledHead !== null) : null;
  const below = head ? alignedCells(page, rows.slice(heads), 0, columns) : [];
  const cells = head
    ? [...head.cells, ...below.map((cell) => ({ ...cell, r: cell.r + head.levels }))]
    : alignedCells(page, rows, heads, columns);
  const box = around(lines.map(({ line }) => line.box));
  return {
    kind: "grid",
    page,
    box: [Math.min(box[0], borders[0]!), box[1], Math.max(box[2], borders.at(-1)!), box[3]],
    rows: rows.length + (head ? head.levels - heads : 0),
    cols: borders.length - 1,
    cells,
    edges: borders,
    ruled: false,
  };
}
