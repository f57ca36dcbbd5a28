import { TITLE_END } from "../../../schemas/forms/captions.ts";
import {
  BODY_CELL,
  FIELD_OF_FORM,
  HEADS_OF_ACCOUNTS,
  LINE_NUMBER,
  NAMES_TABLE,
  PHASE_OVER_COLUMNS,
  UNIT_CELL,
} from "../../../schemas/forms/text.ts";
import type { Grid } from "../../lib/layout.ts";
import { append, largest } from "../../lib/long-lists.ts";
import { readCellStream } from "./accounts/cell-stream.ts";
import { readMerged } from "./accounts/merged.ts";
import { brokenRows } from "./broken-rows.ts";
import { readLedgerTable } from "./drawn/ledger/index.ts";
import { readRows } from "./form/index.ts";
import { restoreForm } from "./form/restored.ts";
import { placeHead } from "./form/restored-head.ts";
import { gridBlock, type PlainCell } from "./grid-block.ts";
import type { Line } from "./lines.ts";
import { mendTorn } from "./torn-rows.ts";

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

const RULE_OF_ROWS = /^[|｜]?(?:\s*:?-{3,}:?\s*[|｜]?)+$/u;

/** Where another table begins in a run of rows: its name or number in a row of its own, behind rows of several cells; 0 where none does. */
function nextTable(texts: readonly string[]): number {
  const cells = texts.map((text) =>
    text
      .split(/[\t|｜]/u)
      .map((cell) => cell.replace(/\s+/gu, ""))
      .filter((cell) => cell !== ""),
  );
  const names = (row: readonly string[]): boolean =>
    row.length === 1 && row[0]!.length <= LONGEST_TITLE && NAMES_TABLE.test(row[0]!);
  return cells.findIndex((row, r) => {
    if (r < 2 || !names(row) || cells[r - 1]!.length < 2) return false;
    const head = cells.slice(r + 1, r + 6);
    return head.some((below) => below.length > 1 && HEADS_OF_ACCOUNTS.test(below.join("|")));
  });
}

/**
 * A table written with tabs or bars between its cells, one row a line; empty lines may stand between rows where a page broke.
 * A single cell a line (`项目 |⏎预算数 |⏎…`) is regrouped by the number of header cells before the first value.
 * Returns the grid, the index of the first line after it, and title lines that stood in its first rows.
 */
export function readDelimitedTable(
  lines: readonly Line[],
  start: number,
): { grid: Grid; next: number; title: readonly string[] } {
  // bars that make every row up to one length tell more than counting cells does
  const joined = brokenRows(lines, start);
  if (joined !== null) {
    const own = joined.rows.map(({ text, line }): Line => ({ ...lines[line]!, text }));
    const table = readDelimitedTable([...own, { ...lines[joined.next - 1]!, ...END }], 0);
    // every row of one table was read, or the rows of the next begin with a title
    return { ...table, next: table.next < own.length ? joined.rows[table.next]!.line : joined.next };
  }
  const stream = readCellStream(lines, start);
  if (stream !== null) return stream;
  const texts: string[] = [];
  let at = start;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    const next = lines[at + 1];
    // ---|---: what Markdown draws below a header
    if (isRow(line) && RULE_OF_ROWS.test(line.text)) texts.push("");
    else if (isRow(line)) texts.push(line.text.replace(/^[ \u3000]+|[ \u3000]+$/g, ""));
    else if (next !== undefined && isRow(next) && !line.gap && !next.gap && isBetween(line)) texts.push(line.text);
    else break;
  }
  const second = nextTable(texts);
  if (second > 0) {
    at -= texts.length - second;
    texts.length = second;
  }
  const barred = texts.filter((text) => BAR.test(text) && !text.includes("\t"));
  const bars = {
    // a title before the first bar
    opening: barred.filter((text) => !/^[|｜]/.test(text)).length <= (barred.length > FEWEST_BARRED ? 1 : 0),
    // a text that was cut ends in the middle of a row
    closing: barred.every((text, i) => /[|｜]$/.test(text) || (i > 0 && i === barred.length - 1)),
  };
  const kept = texts.flatMap((text, i) => (text === "" ? [] : [start + i]));
  const rows = kept.map((line) => cellsOf(texts[line - start]!, bars));
  if (rows.length > 3 && rows.every((row) => row.length === 1)) {
    // a cell a line is what text without bars gives too: its heads and sums tell more than counting does
    const drawn = readLedgerTable(
      rows.map(([text = ""], i) => ({ ...lines[start]!, text, gap: false, number: lines[start]!.number + i })),
      0,
    );
    if (drawn !== null) return { grid: drawn.grid, next: start + drawn.next, title: [] };
  }
  const short = rows.map((row) => row.slice(0, row.findLastIndex((text) => text !== "") + 1));
  const numbered = readNumberedHalves(short, lines[start]!);
  if (numbered !== null) return { grid: numbered.grid, next: kept[numbered.rows - 1]! + 1, title: numbered.title };
  const width = largest(short.map((row) => row.length));
  const lost = short.every((row) => !row.includes("")) && short.some((row) => row.length > 1 && row.length < width);
  // no blank cell is left before the last word of rows of several lengths, or every cell is a row: the places of cells are lost
  if (barred.length === texts.length && (lost || width < 2)) {
    const form = readRows(short, lines[start]!.number);
    if (form) return { grid: form.grid, next: start + form.next, title: form.title };
  }
  const caption: string[] = [];
  while (rows.length > 3 && (isCaption(rows[0]!) || isTitle(rows)))
    append(
      caption,
      rows.shift()!.filter((text) => text !== ""),
    );
  for (let r = 0; r + 1 < rows.length; r++)
    if (isAlone(rows[r]!) && FIELD_OF_FORM.test(rows[r]![0]!) && isAlone(rows[r + 1]!))
      rows.splice(r, 2, [rows[r]![0]!, rows[r + 1]![0]!]);
  const counted = rows.length > 3 && rows.every((row) => row.length === 1) ? regroup(rows.map((row) => row[0]!)) : rows;
  const grouped = barred.length < texts.length ? mendTorn(counted) : counted;
  const form = restoreForm(grouped);
  const merged = form ? null : readMerged(grouped);
  const cells =
    form?.cells ?? merged?.cells ?? spreadGroups(placeHead(grouped, largest(grouped.map((row) => row.length))));
  const grid = gridBlock(cells, lines[start]!.number);
  return {
    grid: merged === null || merged.known ? grid : { ...grid, columnsUnknown: true },
    next: at,
    title: [...caption, ...(form?.title ?? merged?.above ?? [])],
  };
}

/**
 * Two halves whose lines are numbered in 行次, where every row's blank cells were put at its end: which cells are blank is told by the numbers.
 * Null where a blank stands before a word, or where lines are not numbered twice.
 */
function readNumberedHalves(
  rows: readonly (readonly string[])[],
  { number, ...line }: Line,
): { grid: Grid; rows: number; title: readonly string[] } | null {
  const head = rows.findIndex((row) => row.filter((text) => LINE_NUMBER.test(text)).length === 2);
  if (head < 0 || head > MOST_ABOVE || rows.slice(head).some((row) => row.includes(""))) return null;
  const from = head > 0 && rows[head - 1]!.length === 2 ? head - 1 : head;
  const words = rows.slice(from).flatMap((row, r) => row.map((text) => ({ text, row: from + r })));
  const drawn = readLedgerTable(
    words.map(({ text, row }) => ({ ...line, text, cell: false, gap: false, number: number + row })),
    0,
  );
  if (drawn === null) return null;
  return { grid: drawn.grid, rows: words[drawn.next - 1]!.row + 1, title: rows.slice(0, from).flat() };
}
/** A title and captions stand above the header. */
const MOST_ABOVE = 6;

/**
 * `2019年预算数 | | | 2019年决算数 | | |` above a row of names: a group's name stands over the empty cells behind it. Only where every
 * cell of the row below is a name.
 */
function spreadGroups(rows: readonly (readonly string[])[]): PlainCell[][] {
  const [groups = [], names = []] = rows;
  const width = Math.max(groups.length, names.length);
  const spreads =
    groups.length > 1 &&
    groups.filter((text) => text !== "").length > 1 &&
    groups.includes("") &&
    groups.every((text) => text === "" || PHASE_OVER_COLUMNS.test(text)) &&
    names.filter((text) => text !== "" && !IS_VALUE.test(text)).length > width / 2;
  if (!spreads) return rows.map((row) => row.map((text) => ({ text })));
  const head: { text: string; cs: number }[] = [];
  for (let c = 0; c < width; c++) {
    const text = groups[c] ?? "";
    const last = head.at(-1);
    if (text === "" && last !== undefined && last.text !== "") last.cs++;
    else head.push({ text, cs: 1 });
  }
  return [head, ...rows.slice(1).map((row) => row.map((text) => ({ text })))];
}

/** 单位：万元 in a row of its own belongs above the table. */
const isAlone = (row: readonly string[]): boolean => row[0] !== "" && row.slice(1).every((text) => text === "");

const isCaption = (row: readonly string[]): boolean => {
  const words = row.filter((text) => text !== "");
  return (
    words.some((text) => UNIT_CELL.test(text)) && words.every((text) => UNIT_CELL.test(text) || BODY_CELL.test(text))
  );
};

/** What stands behind rows that were put together. */
const END = { text: "。", cell: false, gap: true } as const;

/** The name of a form in a row of its own, over rows of several cells: it stands above the table. */
function isTitle(rows: readonly (readonly string[])[]): boolean {
  const [name = "", ...others] = rows[0]!.filter((text) => text !== "");
  return (
    others.length === 0 &&
    rows[0]!.length > 1 &&
    name.length <= LONGEST_TITLE &&
    TITLE_END.test(name.replace(/\s+/gu, "")) &&
    rows.slice(1).some((row) => row.filter((text) => text !== "").length > 1)
  );
}
const LONGEST_TITLE = 60;
/** So many rows say that each begins with a bar, though one does not. */
const FEWEST_BARRED = 8;

const IS_VALUE = /^[-－—–+]?[\d,，.]+[%％]?$|^[-—–/]+$/;

/** Cells one a line → rows, where every second one is a value. */
function regroup(cells: readonly string[]): string[][] {
  const firstValue = cells.findIndex((cell) => IS_VALUE.test(cell));
  // label, value, label, value …
  if (firstValue === 1 && cells.length % 2 === 0 && cells.every((cell, i) => IS_VALUE.test(cell) === (i % 2 === 1)))
    return cells.flatMap((cell, i) => (i % 2 === 0 ? [[cell, cells[i + 1]!]] : []));
  return cells.map((cell) => [cell]);
}
