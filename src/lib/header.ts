import { OF_WHICH } from "../../schemas/forms/balance.ts";
import { CAPTION_CELL, CLOSING } from "../../schemas/forms/captions.ts";
import { BARE_TOTAL, NAMES_LINES, NAMING_WORD, ORDER_WORD, TOTAL_LABEL } from "../../schemas/forms/heads.ts";
import { AMOUNT, HIDDEN_AMOUNT, INDEX_HEAD, INDEX_LABEL, INDEX_MARK, NUMBERED } from "../../schemas/forms/numbers.ts";
import { matrix, squeeze } from "./grid.ts";
import { headsOverPhases } from "./heads-over-phases.ts";
import { labelKey } from "./label.ts";
import type { Cell, Grid } from "./layout.ts";

/** A column with the header texts above it, from the top down, without white space: ["本年支出", "基本支出"]. */
export interface Column {
  readonly index: number;
  readonly path: readonly string[];
}

/** A grid told apart into banner lines, header and data rows. Row and column numbers are those of the grid. */
export interface Table {
  readonly cells: readonly (readonly (Cell | undefined)[])[];
  /** Lines over the full width above the header: a title or a unit left inside the grid (sheets, Word). */
  readonly banners: readonly string[];
  /** The first row that is no header. */
  readonly headRows: number;
  readonly columns: readonly Column[];
  /** Rows with content, without index rows (栏次 | 1 | 2) and without headers repeated further down. */
  readonly rows: readonly number[];
}

/** Whether a cell shows that a number stands there which cannot be read. */
export const hidesNumber = (text: string): boolean => HIDDEN_AMOUNT.test(squeeze(text));

/** Whether a cell is a printed number, with or without separators and sign. */
export const looksLikeAmount = (text: string): boolean => AMOUNT.test(squeeze(text));

const textsOf = (row: readonly (Cell | undefined)[]): string[] => row.map((cell) => squeeze(cell?.text ?? ""));

/** Whether a row only numbers the columns: `栏次 | 1 | 2 | 3`, `类 | 款 | 项 | 栏次 | 1 | 2`. */
export function isIndexRow(row: readonly (Cell | undefined)[]): boolean {
  const texts: string[] = [];
  const marks: string[] = [];
  for (const cell of new Set(row)) {
    const text = squeeze(cell?.text ?? "");
    if (text === "") continue;
    const isMark = INDEX_MARK.test(text);
    if (!isMark && !INDEX_LABEL.test(text)) return false;
    texts.push(text);
    if (isMark) marks.push(text);
  }
  if (marks.length === 0) return false;
  const numbers = marks.map((mark) => Number(/\d+/.exec(mark)?.[0]));
  const counted = numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1);
  const labelled = texts.length > marks.length && texts.some((text) => INDEX_HEAD.test(text));
  return counted && numbers[0]! <= 2 && (labelled || (numbers[0] === 1 && numbers.length >= 3));
}

/** Whether a row holds data: an amount, a numbered label, or a total with nothing but amounts and blanks beside it. */
function isDataRow(row: readonly (Cell | undefined)[], r: number): boolean {
  const cells = [...new Set(row)].filter((cell) => cell !== undefined && cell.r === r);
  const texts = cells.map((cell) => squeeze(cell!.text)).filter((text) => text !== "");
  if (texts.length === 0) return false;
  const amounts = texts.filter((text) => AMOUNT.test(text) || HIDDEN_AMOUNT.test(text));
  if (amounts.length > 0) return true;
  if (texts.some((text) => TOTAL_LABEL.test(labelKey(text))))
    return texts.length <= 2 && !texts.some((t) => NAMES_LINES.test(t));
  return r > 0 && (NUMBERED.test(texts[0]!) || CLOSING.test(texts[0]!));
}

/** Tells banners, header and data rows of a grid apart. Works without a title: by what the rows hold. */
export function readTable(grid: Pick<Grid, "rows" | "cols" | "cells">): Table {
  const cells = matrix(grid);
  const banners: string[] = [];
  let top = 0;
  while (top < grid.rows && isBanner(cells[top]!, top, grid.cols)) {
    const text = squeeze([...new Set(cells[top]!)].map((cell) => cell?.text ?? "").join(" "));
    if (text !== "") banners.push(text);
    top++;
  }
  if (top === grid.rows) top = 0;
  let head = top;
  while (head < grid.rows && (isIndexRow(cells[head]!) || !isDataRow(cells[head]!, head))) head++;
  // a form without figures is all header
  while (head > top + 1 && cells[head - 1]!.every((cell) => squeeze(cell?.text ?? "") === "")) head--;
  const headCells = headsOverPhases(aligned(cells.slice(top, head)));
  const columns = Array.from({ length: grid.cols }, (_, index) => ({ index, path: pathOf(headCells, index) }));
  const headTexts = headCells.map(textsOf);
  const rows: number[] = [];
  for (let r = head; r < grid.rows; r++) {
    const texts = textsOf(cells[r]!);
    if (texts.every((text) => text === "") || isIndexRow(cells[r]!)) continue;
    if (headTexts.some((row) => row.every((text, c) => text === texts[c]))) continue;
    rows.push(r);
  }
  return { cells, banners, headRows: head, columns: parts(settled(columns, cells, rows)), rows };
}

/**
 * Heads over the columns they belong to. Tables without rules may set 预算数 apart from the amounts below it: a head without content beside
 * content without head are one column.
 */
function settled(columns: readonly Column[], cells: Table["cells"], rows: readonly number[]): Column[] {
  const filled = columns.map(({ index }) =>
    rows.some((r) => cells[r]![index]?.r === r && squeeze(cells[r]![index]!.text) !== ""),
  );
  const paths = columns.map((column) => column.path);
  for (const { index } of columns) {
    if (!filled[index] || paths[index]!.length > 0) continue;
    const from = [index - 1, index + 1].find((c) => paths[c] !== undefined && paths[c].length > 0 && !filled[c]);
    if (from === undefined) continue;
    paths[index] = paths[from]!;
    paths[from] = [];
  }
  return columns.map(({ index }) => ({ index, path: paths[index]! }));
}

/** 本年预算数 | 其中：公共预算财政拨款: a head that says 其中 and stands under nothing is a part of the column before it. */
function parts(columns: readonly Column[]): Column[] {
  let whole: readonly string[] = [];
  return columns.map((column) => {
    const [first = "", ...rest] = column.path;
    if (!OF_WHICH.test(first)) {
      whole = column.path;
      return column;
    }
    return { index: column.index, path: [...whole, first, ...rest] };
  });
}

/**
 * The header rows without the index rows. Where a header lost a cell (text saved with one tab too few), its last n texts are moved over
 * the columns that the index row numbers 1 to n.
 */
function aligned(rows: readonly (readonly (Cell | undefined)[])[]): (readonly (Cell | undefined)[])[] {
  const index = rows.find(isIndexRow);
  const heads = rows.filter((row) => !isIndexRow(row));
  const numbered = (index ?? []).flatMap((cell, c) => (INDEX_MARK.test(squeeze(cell?.text ?? "")) ? [c] : []));
  const first = numbered[0];
  if (first === undefined || numbered.some((c, i) => c !== first + i)) return heads;
  return heads.map((row) => {
    if (numbered.every((c) => row[c] !== undefined && squeeze(row[c].text) !== "")) return row;
    const filled = row
      .flatMap((cell, c) => (cell !== undefined && squeeze(cell.text) !== "" ? [c] : []))
      .slice(-numbered.length);
    const from = filled[0];
    if (
      from === undefined ||
      filled.length < numbered.length ||
      from === first ||
      filled.some((c, i) => c !== from + i || row[c]!.cs > 1)
    )
      return row;
    const moved: (Cell | undefined)[] = row.map((cell, c) => (c < Math.min(from, first) ? cell : undefined));
    for (const [i, c] of filled.entries()) moved[first + i] = row[c];
    return moved;
  });
}

/** A line over the full width that is no data: a title (2024年度收入决算表), a unit line, 部门：…. */
function isBanner(row: readonly (Cell | undefined)[], r: number, cols: number): boolean {
  const filled = [...new Set(row)].filter((cell) => cell !== undefined && cell.r === r && squeeze(cell.text) !== "");
  if (filled.length === 0) return true;
  if (cols < 2) return false;
  if (filled.length === 1 && filled[0]!.cs === cols) return filled[0]!.rs === 1;
  const captions = filled.filter((cell) => CAPTION_CELL.test(squeeze(cell!.text)));
  return captions.length > 0 && filled.length <= 3 && filled.every((cell) => !AMOUNT.test(squeeze(cell!.text)));
}

function pathOf(head: readonly (readonly (Cell | undefined)[])[], column: number): string[] {
  const path: string[] = [];
  let last: Cell | undefined;
  for (const row of head) {
    const cell = row[column];
    if (cell === undefined || cell === last) continue;
    last = cell;
    const text = squeeze(cell.text);
    if (text !== "" && path.at(-1) !== text) path.push(text);
  }
  return path;
}

/** Whether a column only counts rows: 行次, 栏次, 序号. A head that also names lines (项目 over 栏次) is no such column. */
export const isOrderColumn = (column: Column): boolean =>
  column.path.some((text) => ORDER_WORD.test(text)) && !column.path.some((text) => NAMING_WORD.test(text));

/** The lowest head of a column that says what it holds; 栏次 and a 合计 that slipped into the header say nothing. */
export const headOf = (column: Column): string =>
  column.path.filter((text) => !ORDER_WORD.test(text) && !BARE_TOTAL.test(text)).at(-1) ?? "";
