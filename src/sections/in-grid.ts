import { ENDS_AS_TABLE, NOTE_ROW, YEAR_LINE } from "../../schemas/forms/captions.ts";
import type { Box } from "../../schemas/index.ts";
import { squeeze } from "../lib/grid.ts";
import type { Grid, Paragraph } from "../lib/layout.ts";
import { isCaption, isFormNumber, namesTable, numberingLevel, printedUnit } from "./wording.ts";

/** A grid without the title, caption and note lines that stand in rows of their own inside it, and these lines. */
export interface BareGrid {
  readonly grid: Grid;
  readonly head: readonly Paragraph[];
  readonly foot: readonly Paragraph[];
}

/**
 * Sheets and web pages keep a table's title, 编制单位 and 单位 lines in its first rows, its notes in the last. A row is such a line where
 * one cell reaches over all columns, or its only texts are caption lines.
 */
export function bareGrid(grid: Grid): BareGrid {
  const rows = rowsOf(grid);
  let top = 0;
  while (top < Math.min(rows.length - 2, 6) && isHeadRow(rows[top]!, grid.cols, top)) top++;
  let bottom = rows.length;
  while (bottom - 1 > top + 1 && isFootRow(rows[bottom - 1]!, grid.cols)) bottom--;
  if (top === 0 && bottom === rows.length) return { grid, head: [], foot: [] };
  const lines = (from: number, to: number): Paragraph[] =>
    rows.slice(from, to).flatMap((row) =>
      row.map((cell) => ({
        kind: "paragraph" as const,
        page: cell.page,
        box: cell.box,
        text: cell.text.replace(/\n/g, ""),
      })),
    );
  const { rowEdges, ...rest } = grid;
  const cells = grid.cells
    .filter((cell) => cell.r >= top && cell.r < bottom)
    .map((cell) => ({ ...cell, r: cell.r - top, rs: Math.min(cell.rs, bottom - cell.r) }));
  const bare: Grid = {
    ...rest,
    rows: bottom - top,
    cells,
    ...(rowEdges ? { rowEdges: rowEdges.slice(top, bottom + 1) } : {}),
  };
  return { grid: bare, head: lines(0, top), foot: lines(bottom, rows.length) };
}

type Rows = Grid["cells"][number][][];

/** Filled cells row by row. */
function rowsOf(grid: Grid): Rows {
  const rows: Rows = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) if (squeeze(cell.text) !== "") rows[cell.r]?.push(cell);
  return rows;
}

function isHeadRow(row: Rows[number], cols: number, index: number): boolean {
  if (row.length === 0) return false;
  if (row.some((cell) => cell.rs > 1)) return false;
  if (row.length === 1 && (row[0]!.cs === cols || index === 0)) {
    const text = squeeze(row[0]!.text);
    return (
      text.length <= 60 &&
      (isCaption(text) ||
        (row[0]!.cs >= Math.max(2, cols - 1) && (isTitle(text) || isYearOnly(text))) ||
        isFormNumber(text))
    );
  }
  return (
    row.every(
      (cell) =>
        isCaption(cell.text) &&
        (isFormNumber(cell.text) ||
          /[:：]/u.test(cell.text) ||
          printedUnit(cell.text) !== null ||
          isYearOnly(squeeze(cell.text))),
    ) && row.some((cell) => printedUnit(cell.text) !== null || isFormNumber(cell.text))
  );
}

/** Rows that a caption stands in at most this far below a form's title. */
const CAPTION_ROWS = 3;

/**
 * Forms printed one under the other without a gap are one network of lines: a row over all columns that names a table, with a caption row
 * (单位：万元, 公开09表) under it, begins the next form. Each form keeps the columns that are its own.
 */
export function formsIn(grid: Grid): Grid[] {
  const rows = rowsOf(grid);
  const starts = rows.flatMap((_, r) => (r >= 2 && opensForm(rows, r, grid.cols) ? [r] : []));
  if (starts.length === 0 || grid.cells.some((cell) => starts.some((r) => cell.r < r && cell.r + cell.rs > r)))
    return [grid];
  const bounds = [0, ...starts, grid.rows];
  return bounds.slice(0, -1).map((from, i) => partOf(grid, from, bounds[i + 1]!));
}

const opensForm = (rows: Rows, r: number, cols: number): boolean =>
  rows[r]!.length === 1 &&
  rows[r]![0]!.cs === cols &&
  isTitle(squeeze(rows[r]![0]!.text)) &&
  rows.slice(r + 1, r + 1 + CAPTION_ROWS).some((row, i) => isHeadRow(row, cols, i + 1));

function partOf(grid: Grid, from: number, to: number): Grid {
  const own = grid.cells.filter((cell) => cell.r >= from && cell.r < to);
  const used = [...new Set([0, grid.cols, ...own.flatMap((cell) => [cell.c, cell.c + cell.cs])])].sort((a, b) => a - b);
  const place = new Map(used.map((c, i) => [c, i]));
  const cells = own.map((cell) => {
    const c = place.get(cell.c)!;
    return { ...cell, r: cell.r - from, c, cs: place.get(cell.c + cell.cs)! - c };
  });
  const { edges, rowEdges, ...rest } = grid;
  const box: Box | null = grid.box && rowEdges ? [grid.box[0], rowEdges[from]!, grid.box[2], rowEdges[to]!] : grid.box;
  return {
    ...rest,
    box,
    rows: to - from,
    cols: used.length - 1,
    cells,
    ...(edges ? { edges: used.map((c) => edges[c]!) } : {}),
    ...(rowEdges ? { rowEdges: rowEdges.slice(from, to + 1) } : {}),
  };
}

/** 项目支出绩效自评表, not 一、项目基本情况: that is a row of the form. */
const isTitle = (text: string): boolean => namesTable(text) && numberingLevel(text) === 0 && ENDS_AS_TABLE.test(text);
const isYearOnly = (text: string): boolean => YEAR_LINE.test(text);

function isFootRow(row: Rows[number], cols: number): boolean {
  // 说明 and 备注 rows are part of many forms; 注 is said of a table.
  return row.length === 1 && row[0]!.cs >= Math.max(2, cols - 1) && NOTE_ROW.test(squeeze(row[0]!.text));
}
