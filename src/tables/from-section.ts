import type { Box } from "../../schemas/common.ts";
import { readTable } from "../lib/header.ts";
import type { TableSection } from "../lib/section.ts";
import { printedBox } from "../lib/table-record.ts";
import type { Table, TableCell, TablePart } from "./table.ts";

/** A stitched table as it is handed to users of the table engine. */
export function tableOf({ grid, table, title, unit, notes }: TableSection): Table {
  const cells = grid.cells.map(
    ({ r, c, rs, cs, text, page, box }): TableCell => ({
      row: r,
      column: c,
      rowSpan: rs,
      columnSpan: cs,
      text: text.normalize("NFC"),
      page,
      box: printedBox(box),
    }),
  );
  const texts = Array.from({ length: grid.rows }, () => Array.from({ length: grid.cols }, () => ""));
  for (const { row, column, text } of cells) texts[row]![column] = text;
  const headerRows = readTable(grid).headRows;
  return {
    number: table,
    title,
    unit: unit?.text ?? null,
    headerRows,
    header: texts.slice(0, headerRows),
    rows: texts.slice(headerRows),
    rowCount: grid.rows,
    columnCount: grid.cols,
    cells,
    notes: notes.map((note) => note.text),
    parts: partsOf(cells),
  };
}

/** Page by page, what the cells that stand there cover. */
function partsOf(cells: readonly TableCell[]): TablePart[] {
  const byPage = new Map<number, TableCell[]>();
  for (const cell of cells) {
    const here = byPage.get(cell.page);
    if (here) here.push(cell);
    else byPage.set(cell.page, [cell]);
  }
  return [...byPage]
    .sort(([a], [b]) => a - b)
    .map(([page, here]) => ({
      page,
      box: around(here.flatMap(({ box }) => (box === null ? [] : [box]))),
      firstRow: here.reduce((first, { row }) => Math.min(first, row), Number.POSITIVE_INFINITY),
      lastRow: here.reduce((last, { row }) => Math.max(last, row), 0),
    }));
}

function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return boxes.reduce((a, b) => [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ]);
}
