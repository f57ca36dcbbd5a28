import type { Grid } from "../../lib/layout.ts";
import { alignedCells } from "./aligned-cells.ts";
import { type AlignedLine, tableRows } from "./aligned-rows.ts";
import { bandsOf, type Columns, columnsOf, columnsUnder } from "./bands.ts";
import { headLevels } from "./head-levels.ts";
import { type Height, heightsOf } from "./heights.ts";
import { around, type PrintedLine } from "./printed-lines.ts";
import type { Rule } from "./rules.ts";
import { partCodes, segmentsOf } from "./segments.ts";
import { isRow, stretches } from "./stretches.ts";
import { extentOf } from "./table-extent.ts";
import { isTabular } from "./tabular.ts";
import { typedRules } from "./typed-rules.ts";

/** Tables found by alignment, and the lines that are in none. */
export interface AlignedPage {
  readonly grids: readonly Grid[];
  readonly lines: readonly PrintedLine[];
}

/** Lines of a table without vertical rules follow each other within this many times their size. */
const ROW_REACH = 3.2;

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
  const typed = lines.flatMap(typedRules);
  const ruled = typed.length === 0 ? lone : [...lone, ...typed.map(({ rule }) => rule)];
  const grids: Grid[] = [];
  const rest: PrintedLine[] = [];
  let run: AlignedLine[] = [];
  const close = () => {
    const waiting = [run];
    for (let lines = waiting.shift(); lines; lines = waiting.shift()) {
      for (const stretch of stretches(lines, ruled)) {
        const table = stretch.inColumns ? tableIn(page, stretch.rows, ruled) : null;
        for (const row of table ? table.before : stretch.rows) rest.push(row.line);
        if (!table) continue;
        grids.push(table.grid);
        if (table.after.length > 0) waiting.push([...table.after]);
      }
    }
    run = [];
  };
  for (const line of lines) {
    if (typed.some((one) => one.line === line)) continue;
    const before = run.at(-1)?.line;
    const reach = before ? ROW_REACH * Math.max(line.size, before.size) : 0;
    if (before && (line.box[1] - before.box[3] > reach || crosses(before, line, barriers))) close();
    run.push({ line, segments: segmentsOf(line, walls) });
  }
  close();
  for (const line of new Set(typed.map((one) => one.line)))
    if (!grids.some(({ box }) => box![1] - line.size < line.box[3] && line.box[1] < box![3] + line.size))
      rest.push(line);
  rest.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  return { grids, lines: rest };
}

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
  let columns = columnsIn(inColumns);
  if (!columns) return null;
  const [, top, , bottom] = around(rows.map((row) => row.line.box));
  let heights = heightsOf(lone, columns, top, bottom);
  const { from, to, ...extent } = extentOf(rows, columns, heights);
  let { heads } = extent;
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
  if (heads !== null && heads > 1) {
    // Heads of groups, years not least, stand between the columns: those under the head's last line show where they are.
    const under = columnsIn(rows.slice(heads - 1).filter(isRow));
    if (!under) return null;
    columns = under;
    heights = heightsOf(lone, columns, top, bottom);
    heads = extentOf(rows, columns, heights).heads;
  }
  const wrapped = rows.filter((row) => !isRow(row) && isLabelOnly(row, columns)).length;
  if (inColumns.length < 0.6 * (rows.length - wrapped)) return null;
  const rules = framing(lone, rows);
  if (!isTabular(inColumns, columns, rules !== null)) return null;
  return { grid: gridOf(page, rows, columns, { rules, heads, heights }), before: [], after: [] };
}

function columnsIn(rows: readonly AlignedLine[]): Columns | null {
  const bands = bandsOf(rows.map((row) => row.segments));
  return bands.length < 2 ? null : columnsOf(bands);
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
