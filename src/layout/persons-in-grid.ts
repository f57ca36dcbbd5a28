import { NO_NAME, ONLY_NAME, PERSON_LABEL } from "../../schemas/forms/persons.ts";
import { matrix, squeeze } from "../lib/grid.ts";
import type { Cell, Grid } from "../lib/layout.ts";
import { hidden, isMobile, isSpacedMobile, personSpans, plainSigns, type Span, withoutSpans } from "../lib/persons.ts";

/** No label is longer. */
export const LABEL_LENGTH = 40;
/** So many other numbers in a column make it one of amounts, whatever eleven digits stand among them. */
const AMOUNTS = 2;
/** A longer text says something, and fills in nothing: the column below a label ends with it. */
const SHORT = 4;

/** Whether a text without blanks is nothing but the name, or the number, of a person. */
export const isFilledIn = (text: string, name: boolean): boolean =>
  name
    ? ONLY_NAME.test(text) && !NO_NAME.test(text) && !PERSON_LABEL.test(text)
    : /^[(]?\d[\d\-()、/Xx]{5,}$/u.test(text);

/** A table in which names and numbers of persons are masked: in their own cells, beside and below the cells that say whose they are. */
export function maskedGrid(grid: Grid): Grid {
  const whole = personCells(grid);
  const parts = new Map<Cell, Span[]>();
  for (const row of rowsOf(grid)) partsAmong(row, parts);
  let counted: Map<number, number> | undefined;
  const amounts = (column: number): boolean => {
    counted ??= otherNumbers(grid);
    return (counted.get(column) ?? 0) >= AMOUNTS;
  };
  let changed = false;
  const cells = grid.cells.map((cell): Cell => {
    const number = isMobile(cell.text.trim()) || isSpacedMobile(cell.text);
    const spans = whole.has(cell)
      ? [[0, cell.text.length] as const]
      : [...personSpans(cell.text, { loose: !number || !amounts(cell.c) }), ...(parts.get(cell) ?? [])];
    const text = withoutSpans(cell.text, spans);
    if (text === cell.text) return cell;
    changed = true;
    const { alternatives: _, asRead, ...rest } = cell;
    return { ...rest, text, ...(asRead !== undefined && { asRead: hidden(asRead) }) };
  });
  return changed ? { ...grid, cells } : grid;
}

/** The filled cells that begin in each row, from left to right. */
function rowsOf(grid: Grid): Cell[][] {
  const rows = new Map<number, Cell[]>();
  for (const cell of grid.cells)
    if (cell.text.trim() !== "") {
      const row = rows.get(cell.r);
      if (row) row.push(cell);
      else rows.set(cell.r, [cell]);
    }
  return [...rows.values()].map((row) => row.sort((a, b) => a.c - b.c));
}

/** What of a row's cells is a name or a number by the cells before them: labels and names may stand in several cells. */
function partsAmong(row: readonly Cell[], parts: Map<Cell, Span[]>): void {
  const text = row.map((cell) => cell.text).join(" ");
  const spans = personSpans(text, { row: true });
  if (spans.length === 0) return;
  let begin = 0;
  for (const cell of row) {
    const end = begin + cell.text.length;
    for (const [from, to] of spans)
      if (from < end && to > begin)
        parts.set(cell, [...(parts.get(cell) ?? []), [Math.max(0, from - begin), Math.min(end, to) - begin]]);
    begin = end + 1;
  }
}

/** Cells beside or below a cell that says whose name or number they are. */
function personCells(grid: Grid): Set<Cell> {
  const found = new Set<Cell>();
  for (const label of grid.cells) {
    const word = label.text.length <= LABEL_LENGTH ? PERSON_LABEL.exec(squeeze(plainSigns(label.text))) : null;
    if (!word) continue;
    const name = (word[1] ?? word[2]) !== undefined;
    const rows = matrix(grid);
    const textOf = (cell: Cell | undefined): string => (cell ? squeeze(plainSigns(cell.text)) : "");
    const holds = (cell: Cell | undefined): cell is Cell =>
      cell !== undefined && cell !== label && isFilledIn(textOf(cell), name);
    let c = label.c + label.cs;
    while (c < grid.cols && textOf(rows[label.r]?.[c]) === "") c++;
    const right = rows[label.r]?.[c];
    if (holds(right)) found.add(right);
    else
      for (let r = label.r + label.rs; r < grid.rows; r++) {
        const below = rows[r]?.[label.c];
        if (holds(below)) found.add(below);
        else if (textOf(below).length > SHORT || PERSON_LABEL.test(textOf(below))) break;
      }
  }
  return found;
}

/** How many numbers that are no mobile numbers stand in each column. */
function otherNumbers(grid: Grid): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { c, text } of grid.cells) {
    const plain = squeeze(text);
    if (/^-?[\d,]+(?:\.\d+)?$/u.test(plain) && !isMobile(plain)) counts.set(c, (counts.get(c) ?? 0) + 1);
  }
  return counts;
}
