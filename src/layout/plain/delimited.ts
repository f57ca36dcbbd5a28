import type { Grid } from "../../lib/layout.ts";
import { restoreForm } from "./form-rows.ts";
import { gridBlock } from "./grid-block.ts";
import type { Line } from "./lines.ts";

const BAR = /[|｜]/;

/** `a⇥b⇥c`, or `a | b | c` (also `| a | b |`): one row of a table a line. */
export const isRow = (line: Line): boolean => !line.cell && (line.text.includes("\t") || BAR.test(line.text));

/** How the bars of one table are to be read: `| a | b |` closes the row at both sides, `a | | b |` has an empty last cell. */
interface Bars {
  readonly opening: boolean;
  readonly closing: boolean;
}

function cellsOf(text: string, bars: Bars): string[] {
  if (text.includes("\t")) return text.split("\t").map((cell) => cell.trim());
  const cells = text.split(BAR).map((cell) => cell.trim());
  if (bars.closing && cells.at(-1) === "") cells.pop();
  if (bars.opening && cells[0] === "") cells.shift();
  return cells;
}

/** A line between two rows that is no row: the rest of a cell that broke, or the name of the block that follows. */
const isBetween = (line: Line): boolean => line.text.length <= 12 && !/[：:。]/.test(line.text);

/**
 * A table written with tabs or bars between its cells, one row a line; empty lines may stand between rows where a page broke.
 * A single cell a line (`项目 |⏎预算数 |⏎…`) is regrouped by the number of header cells before the first value.
 * Returns the grid, the index of the first line after it, and title lines that stood in its first rows.
 */
export function readDelimitedTable(
  lines: readonly Line[],
  start: number,
): { grid: Grid; next: number; title: readonly string[] } {
  const texts: string[] = [];
  let at = start;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    const next = lines[at + 1];
    if (isRow(line)) texts.push(line.text.replace(/^[ \u3000]+|[ \u3000]+$/g, ""));
    else if (next !== undefined && isRow(next) && !line.gap && !next.gap && isBetween(line)) texts.push(line.text);
    else break;
  }
  const barred = texts.filter((text) => BAR.test(text) && !text.includes("\t"));
  const bars = {
    opening: barred.every((text) => /^[|｜]/.test(text)),
    closing: barred.every((text) => /[|｜]$/.test(text)),
  };
  const rows = texts.map((text) => cellsOf(text, bars));
  const grouped = rows.length > 3 && rows.every((row) => row.length === 1) ? regroup(rows.map((row) => row[0]!)) : rows;
  const form = restoreForm(grouped);
  const cells = form?.cells ?? grouped.map((row) => row.map((text) => ({ text })));
  return { grid: gridBlock(cells, lines[start]!.number), next: at, title: form?.title ?? [] };
}

const IS_VALUE = /^[-－—–+]?[\d,，.]+[%％]?$|^[-—–/]+$/;

/** Cells one a line → rows: a row begins at every label that follows a value, and all rows are as long as the header. */
function regroup(cells: readonly string[]): string[][] {
  const firstValue = cells.findIndex((cell) => IS_VALUE.test(cell));
  if (firstValue < 2) return cells.map((cell) => [cell]);
  // header cells, then the first row's label, then its values
  const width = firstValue - 1;
  const rows: string[][] = [];
  for (let i = 0; i < cells.length; i += width) rows.push(cells.slice(i, i + width));
  return rows;
}
