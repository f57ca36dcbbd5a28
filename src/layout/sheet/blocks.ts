import { squeeze } from "../../lib/grid.ts";
import type { Block, Paragraph } from "../../lib/layout.ts";
import { largest } from "../../lib/long-lists.ts";
import { gridOf } from "../draft-grid.ts";
import { printedSpaces } from "../printed-spaces.ts";
import type { Sheet, SheetCell } from "./sheet-cells.ts";
import { isFormTitle, isHeadLine, isNote, isSignature, isUnitLine } from "./wording.ts";

type Row = readonly SheetCell[];

/** Rows with no more cells than this can be lines of a table's head. */
const HEAD_CELLS = 5;
/** So many rows below the top of a part can still belong to the head of a table. */
const HEAD_ROWS = 8;
/** A text this long under a table is a remark, not a row. */
const REMARK_LENGTH = 30;

/**
 * A sheet as paragraphs and grids: title, 编制单位 and 单位 lines above a table and notes below it are paragraphs; blank rows part
 * tables where the next one brings a title of its own, blank columns where both sides bring their own unit line. `beyond` is told how many
 * cells lie beyond the limits of a table.
 */
export function sheetBlocks(sheet: Sheet, page: number, beyond: (cells: number) => void = () => {}): Block[] {
  const blocks = partsOf(sheet.cells).flatMap((part) => partBlocks(part, page, sheet.name, beyond));
  const named = !/^(sheet|工作表)\s*\d*$/i.test(sheet.name);
  if (blocks[0]?.kind !== "grid" || !named) return blocks;
  // A table without a title is called what its sheet is called.
  return [{ kind: "paragraph", page, box: null, text: sheet.name, align: "center", address: sheet.name }, ...blocks];
}

/** Filled cells by row. */
function rowsOf(cells: readonly SheetCell[]): Row[] {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.r);
    if (row) row.push(cell);
    else rows.set(cell.r, [cell]);
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row.sort((a, b) => a.c - b.c));
}

/** Cuts a sheet into parts of one table each. */
function partsOf(cells: readonly SheetCell[]): Row[][] {
  const rows = rowsOf(cells);
  const parts: Row[][] = [];
  let reach = 0;
  for (const [i, row] of rows.entries()) {
    const gap = i === 0 ? 0 : row[0]!.r - reach;
    const newTable = gap >= 2 || (gap === 1 && beginsTable(rows, i)) || (i >= 2 && namesForm(rows, i));
    if (i === 0 || newTable) parts.push([]);
    parts.at(-1)!.push(row);
    reach = Math.max(newTable ? 0 : reach, largest(row.map((cell) => cell.r + cell.rs)));
  }
  return parts.flatMap(sideBySide);
}

/** After one blank row a new table begins with a title or a unit line; anything else goes on with the table above. */
const beginsTable = (rows: readonly Row[], i: number): boolean =>
  rows[i]!.length === 1 || rows[i]!.every((cell) => isHeadLine(squeeze(cell.text)));

/** A form's name alone in its row right under another table, rows of several cells before and after it. */
const namesForm = (rows: readonly Row[], i: number): boolean =>
  rows[i]!.length === 1 &&
  isFormTitle(squeeze(rows[i]![0]!.text)) &&
  rows.slice(Math.max(0, i - HEAD_ROWS), i).some((row) => row.length > 2) &&
  rows.slice(i + 1, i + 1 + HEAD_ROWS).some((row) => row.length > 2);

/** Two tables beside each other: a blank column between them and a unit line on either side of it. */
function sideBySide(rows: Row[]): Row[][] {
  const cells = rows.flat();
  const units = rows.slice(0, HEAD_ROWS).flatMap((row) => row.filter((cell) => isUnitLine(squeeze(cell.text))));
  if (units.length < 2) return [rows];
  const filled = new Set(cells.flatMap((cell) => Array.from({ length: Math.min(cell.cs, 500) }, (_, k) => cell.c + k)));
  const width = cells.reduce((most, cell) => Math.max(most, cell.c + cell.cs), 0);
  for (let c = 1; c < width; c++) {
    if (filled.has(c)) continue;
    const left = units.some((unit) => unit.c < c);
    const right = units.some((unit) => unit.c > c);
    if (left && right)
      return [rowsOf(cells.filter((cell) => cell.c < c)), ...sideBySide(rowsOf(cells.filter((cell) => cell.c > c)))];
  }
  return [rows];
}

/** Head lines, grid, remarks of one part. */
function partBlocks(rows: readonly Row[], page: number, sheet: string, beyond: (cells: number) => void): Block[] {
  const left = rows.reduce((least, row) => Math.min(least, row[0]!.c), Number.POSITIVE_INFINITY);
  const right = rows.flat().reduce((most, cell) => Math.max(most, cell.c + cell.cs), 0);
  let top = 0;
  while (top < rows.length && top < HEAD_ROWS && isHeadRow(rows, top)) top++;
  let bottom = rows.length;
  while (bottom > top && isRemark(rows[bottom - 1]!, right - left)) bottom--;
  // Numbered lines at the foot are remarks only where 注：stands over them.
  const first = rows.findIndex((row, i) => i >= bottom && opensRemarks(row));
  bottom = Math.max(top, Math.min(first < 0 ? rows.length : first, proseFrom(rows)));
  if (rows.slice(top, bottom).every((row) => row.length === 1 && row[0]!.c === left)) top = bottom;
  const paragraphs = (some: readonly Row[], head: boolean): Paragraph[] =>
    some.flatMap((row) => row.flatMap((cell) => lines(cell, page, head, left, right)));
  const body = rows.slice(top, bottom).flat();
  const base = body.reduce((least, cell) => Math.min(least, cell.r), Number.POSITIVE_INFINITY);
  const drafts = body.map((cell) => ({
    ...cell,
    r: cell.r - base,
    c: cell.c - left,
    text: cell.text
      .split("\n")
      .map((line) => printedSpaces(line, true))
      .join("\n"),
  }));
  const grid = gridOf(drafts, page, body.length === 0 ? sheet : `${body[0]!.address}`, beyond);
  return [
    ...paragraphs(rows.slice(0, top), body.length > 0),
    ...(grid ? [grid] : []),
    ...paragraphs(rows.slice(bottom), false),
  ];
}

/** A title standing alone, or lines such as 编制单位：… and 单位：万元, while rows with more cells follow. */
function isHeadRow(rows: readonly Row[], at: number): boolean {
  const row = rows[at]!;
  if (row.some((cell) => cell.rs > 1 && row.length > 1)) return false;
  const texts = row.map((cell) => squeeze(cell.text));
  if (texts.every(isHeadLine)) return true;
  // Under the unit line nothing but such lines: a single cell there is the header's own first row.
  if (row.length === 1)
    return (
      (isFormTitle(texts[0]!) || !rows.slice(0, at).some((above) => above.some(isUnitCell))) &&
      rows.slice(at + 1).some((later) => later.length > 1)
    );
  return (
    row.length <= HEAD_CELLS &&
    texts.some(isUnitLine) &&
    !texts.some((text) => /^[-\d.,，]+$/.test(text)) &&
    rows.slice(at + 1, at + 3).some((later) => later.length > row.length)
  );
}

/** Where the sentences under a table begin: rows of one cell each to the end, whole sentences among them. */
function proseFrom(rows: readonly Row[]): number {
  const last = rows.findLastIndex((row) => row.length > 1) + 1;
  const isProse = rows.slice(last).some(([cell]) => cell!.text.length >= REMARK_LENGTH && /。$/u.test(cell!.text));
  return last > 0 && isProse ? last : rows.length;
}

const isUnitCell = (cell: SheetCell): boolean => isUnitLine(squeeze(cell.text));
const opensRemarks = (row: Row): boolean => isNote(squeeze(row[0]!.text)) || isSignature(squeeze(row[0]!.text));

/** A line at the foot that may be a remark: alone in its row and either wide, long or opening with 注；or a row of signatures. */
function isRemark(row: Row, width: number): boolean {
  if (row.every((cell) => isSignature(squeeze(cell.text)))) return true;
  if (row.length > 1) return false;
  const cell = row[0]!;
  return opensRemarks(row) || cell.cs >= Math.max(2, 0.8 * width) || cell.text.length >= REMARK_LENGTH;
}

/** A cell outside the grid: a paragraph a line, a head line aligned by where it stands. */
function lines(cell: SheetCell, page: number, head: boolean, left: number, right: number): Paragraph[] {
  const wide = cell.cs >= 0.8 * (right - left);
  const atRight = cell.c + cell.cs >= right && cell.c > left;
  const align = !head ? "left" : wide ? "center" : atRight ? "right" : "left";
  return cell.text
    .split("\n")
    .map((text) => printedSpaces(text, false))
    .filter((text) => text !== "")
    .map((text) => ({
      kind: "paragraph",
      page,
      box: null,
      text,
      align,
      ...(cell.bold ? { bold: true } : {}),
      address: cell.address,
    }));
}
