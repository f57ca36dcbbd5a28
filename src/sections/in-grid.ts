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

/** 项目支出绩效自评表, not 一、项目基本情况: that is a row of the form. */
const isTitle = (text: string): boolean =>
  namesTable(text) && numberingLevel(text) === 0 && /表(?:[（(][^（）()]*[）)])*$/u.test(text);
const isYearOnly = (text: string): boolean => /^[（(]?\d{4}年度?[）)]?$/u.test(text);

function isFootRow(row: Rows[number], cols: number): boolean {
  // 说明 and 备注 rows are part of many forms; 注 is said of a table.
  return row.length === 1 && row[0]!.cs >= Math.max(2, cols - 1) && /^[*＊※]?注/u.test(squeeze(row[0]!.text));
}
