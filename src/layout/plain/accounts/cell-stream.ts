import { ENDS_AS_TABLE, TITLE_END } from "../../../../schemas/forms/captions.ts";
import {
  CAPTION_OF_ACCOUNTS,
  HEADS_OF_ACCOUNTS,
  HEADS_OF_OTHER_FORMS,
  LABEL_OF_LINE,
  REVENUE_LABEL,
  SPEAKS_OF_EXPENDITURE,
  TOTAL_OF_CODES,
} from "../../../../schemas/forms/text.ts";
import type { Grid } from "../../../lib/layout.ts";
import { isNumbering, squeezed } from "../account-rows.ts";
import { gridBlock, type PlainCell } from "../grid-block.ts";
import type { Line } from "../lines.ts";
import { type ColumnKind, type Effort, effort, type HeadNode, headTrees, kindOfHead, pathsOf } from "./head-tree.ts";
import { headRows } from "./merged.ts";
import { columnSums, mostKeepSums } from "./sums.ts";

const AMOUNT = /^[-－−△▲+]?[（(]?[¥￥]?\d[\d,，]*(?:[.．]\d+)?[)）]?[%％]?$|^[-—－–/]{1,4}$/u;
const CODE = /^\d{1,7}$/u;
const HAN = /\p{Script=Han}/u;
const MOST_COLUMNS = 20;
const MOST_HEADS = 40;
/** Columns that name one line: 类, 款, 项 and a name. */
const MOST_NAMES = 4;
const FEWEST_ROWS = 2;

/** A cell, blank or not, and the line it ends on. */
interface StreamCell {
  readonly text: string;
  readonly line: number;
}

/** The cells of lines that end with a bar each; a line of bars alone is a blank cell, one without a bar goes on with the next. */
function cellsFrom(lines: readonly Line[], start: number): StreamCell[] {
  const cells: StreamCell[] = [];
  let open = "";
  for (let k = start; k < lines.length; k++) {
    const { text, gap, cell } = lines[k]!;
    const [own = "", ...others] = text.split(/[|｜]/u);
    if (cell || text.includes("\t") || others.some((other) => other.trim() !== "")) break;
    if (others.length === 0) {
      if (gap || text.length > LONGEST_PART || open !== "") break;
      open = text;
      continue;
    }
    cells.push({ text: open + own.trim(), line: k });
    open = "";
  }
  return cells;
}
const LONGEST_PART = 20;

/**
 * A table of accounts a cell a line, each with a bar behind it, blank cells too: where one row ends and the next begins is lost. The number of
 * columns is the one over which names stand below names, numbers below numbers and the heads cover all of them. Null where none or more than one does.
 */
export function readCellStream(lines: readonly Line[], start: number): CellStream | null {
  return streamOf(cellsFrom(lines, start), lines);
}

/**
 * The same without bars: blank cells leave no trace, so every row must be as full as the others, and of two halves each must hold lines of its
 * own. Null where the first line is no head, or the one before it is.
 */
export function readBareStream(lines: readonly Line[], start: number): CellStream | null {
  const isHead = (line: Line | undefined): boolean => line !== undefined && kindOfHead(squeezed(line.text)) !== null;
  if (!isHead(lines[start]) || isHead(lines[start - 1])) return null;
  const cells: StreamCell[] = [];
  for (let k = start; k < lines.length; k++) {
    const { text, cell } = lines[k]!;
    if (cell || /[|｜\t，。；：:]/u.test(text) || text.length > LONGEST_CELL || /[ \u3000]{2}/u.test(text)) break;
    // the next table begins
    if (cells.length > 0 && ENDS_AS_TABLE.test(squeezed(text))) break;
    cells.push({ text, line: k });
  }
  const found = cells.length > FEWEST_BARE ? streamOf(cells, lines) : null;
  return found !== null && keepsHalves(found.grid) ? found : null;
}
const LONGEST_CELL = 30;
const FEWEST_BARE = 8;

/** Whether lines of expenditure stand in the second of two halves alone, and lines of revenue in the first. */
function keepsHalves({ cells, cols }: Grid): boolean {
  const labels = Array.from({ length: cols }, (_, c) =>
    cells.filter((cell) => cell.c === c && HAN.test(cell.text)),
  ).map((column) => column.map(({ text }) => squeezed(text)));
  const halves = labels.filter((texts) => texts.length > FEWEST_ROWS + 1);
  const [left = [], right = []] = halves;
  return (
    halves.length < 2 ||
    (halves.length === 2 &&
      left.every((text) => !SPEAKS_OF_EXPENDITURE.test(text)) &&
      right.every((text) => SPEAKS_OF_EXPENDITURE.test(text) || !REVENUE_LABEL.test(text)))
  );
}

/** A table made of cells, the line after it, and the cells above its header. */
interface CellStream {
  readonly grid: Grid;
  readonly next: number;
  readonly title: readonly string[];
}

function streamOf(cells: readonly StreamCell[], lines: readonly Line[]): CellStream | null {
  const texts = cells.map(({ text }) => squeezed(text));
  const from = headStart(texts);
  if (from === null) return null;
  const left = effort();
  const marks = marksOf(texts);
  for (let top = from + 2; top <= Math.min(from + MOST_HEADS, texts.length - 1); top++) {
    if (!beginsBody(texts, top)) continue;
    const readings = readingsAt(texts, marks, from, top, left);
    // not all was looked at: another reading may be there
    if (left.left <= 0) return null;
    const distinct = new Map(
      readings.map((reading) => [`${reading.width} ${JSON.stringify(pathsOf(reading.tree))}`, reading]),
    );
    const [reading] = distinct.values();
    if (reading === undefined || distinct.size > 1 || !mostlyAddUp(reading, texts)) continue;
    const { rows, tree, depth, end, numbering } = reading;
    const printed = (i: number): string => cells[i]!.text;
    const body = rows.map((row) => row.map(({ at, cs }): PlainCell => ({ text: at < 0 ? "" : printed(at), cs })));
    const numbers: PlainCell[][] =
      numbering === null ? [] : [numbering.map(({ at, cs }) => ({ text: printed(at), cs }))];
    return {
      grid: gridBlock([...headRows(tree, depth), ...numbers, ...body], lines[cells[from]!.line]!.number),
      next: cells[end - 1]!.line + 1,
      title: cells.slice(0, from).flatMap(({ text }) => (text === "" ? [] : [text])),
    };
  }
  return null;
}

/** Whether at least half of the rows that state a sum and its parts keep it: otherwise the cells stand under other heads. */
function mostlyAddUp({ tree, rows }: Reading, texts: readonly string[]): boolean {
  const paths = pathsOf(tree);
  if (columnSums(paths).length === 0) return true;
  const stated = rows
    .map((row) => row.flatMap(({ at, cs }) => [...new Array<string>(cs - 1).fill(""), at < 0 ? "" : texts[at]!]))
    .filter((row) => row.filter((text) => AMOUNT.test(text)).length > 2);
  return mostKeepSums(paths, stated);
}

/** The first cell of the header: behind the captions and the blanks above it; null where no heads of accounts follow. */
function headStart(texts: readonly string[]): number | null {
  let from = 0;
  for (let i = 0; i < Math.min(texts.length, MOST_HEADS); i++)
    if (
      texts[i] === "" ||
      CAPTION_OF_ACCOUNTS.test(texts[i]!) ||
      (i < 4 && (i === 0 ? TITLE_END : ENDS_AS_TABLE).test(texts[i]!))
    ) {
      if (i - from > 3 && HEADS_OF_ACCOUNTS.test(texts.slice(from, i).join("|"))) break;
      from = i + 1;
    }
  const heads = texts.slice(from, from + MOST_HEADS).join("|");
  return HEADS_OF_ACCOUNTS.test(heads) && !HEADS_OF_OTHER_FORMS.test(heads) ? from : null;
}

/** A numbered label, a total, a year or any other name before a number. */
const beginsBody = (texts: readonly string[], i: number): boolean =>
  (texts[i] === "" && texts[i + 1] !== undefined && texts[i + 1] !== "" && beginsBody(texts, i + 1)) ||
  LABEL_OF_LINE.test(texts[i]!) ||
  (HAN.test(texts[i]!) && (AMOUNT.test(texts[i + 1] ?? "") || texts[i + 1] === "")) ||
  AMOUNT.test(texts[i]!);

interface Place {
  /** The cell; below zero where none is printed. */
  readonly at: number;
  readonly cs: number;
}

interface Reading {
  readonly width: number;
  readonly tree: readonly HeadNode[];
  readonly depth: number;
  readonly rows: readonly (readonly Place[])[];
  readonly numbering: readonly Place[] | null;
  readonly end: number;
}

/** The readings of a header and the rows below it, for every number of columns; rows may begin with a bar of their own, which is a blank cell. */
function readingsAt(texts: readonly string[], marks: Uint8Array, from: number, top: number, left: Effort): Reading[] {
  const readings: Reading[] = [];
  const opened = texts[top] === "" ? 1 : 0;
  for (let width = 2; width <= Math.min(MOST_COLUMNS, top - from); width++)
    for (let names = 1; names <= Math.min(MOST_NAMES, width - 1); names++) {
      const { rows, end } = rowsOf(texts, top, width, names, opened);
      if (rows.length < FEWEST_ROWS) continue;
      const kinds = kindsOf(marks, rows, width, names);
      if (kinds === null) continue;
      const numbered = [width, width - names + 1].find(
        (n) => n <= top - from - 2 && isNumbering(texts.slice(top - n, top)),
      );
      const heads = texts.slice(from, top - (numbered ?? 0));
      if (heads.includes("")) continue;
      const trees = splits(heads).flatMap((split) =>
        left.left <= 0 ? [] : headTrees(split, kinds, left).map((tree) => ({ tree, depth: split.length })),
      );
      if (trees.length === 0) continue;
      const numbering =
        numbered === undefined
          ? null
          : Array.from({ length: numbered }, (_, i) => ({
              at: top - numbered + i,
              cs: i === 0 ? width - numbered + 1 : 1,
            }));
      for (const { tree, depth } of trees) readings.push({ width, tree, depth, rows, numbering, end });
    }
  return readings;
}

/** The heads in one row, or cut into two or three. */
function splits(heads: readonly string[]): string[][][] {
  const out: string[][][] = [[[...heads]]];
  for (let a = 1; a < heads.length; a++) {
    out.push([heads.slice(0, a), heads.slice(a)]);
    for (let b = a + 1; b < heads.length; b++) out.push([heads.slice(0, a), heads.slice(a, b), heads.slice(b)]);
  }
  return out;
}

/**
 * Cells in rows of one width; 合计 that reaches over all columns of names makes its row shorter. Up to the first row that is none, or that puts
 * words where numbers stand.
 */
function rowsOf(
  texts: readonly string[],
  top: number,
  width: number,
  names: number,
  opened: number,
): { rows: Place[][]; end: number } {
  const rows: Place[][] = [];
  const numbered = new Set<number>();
  let at = top;
  while (at < texts.length) {
    if (opened === 1 && texts[at] !== "") break;
    const first = at + opened;
    const merged = names > 1 && TOTAL_OF_CODES.test(texts[first] ?? "") && AMOUNT.test(texts[first + 1] ?? "");
    const count = merged ? width - names + 1 : width;
    const row = texts.slice(first, first + count);
    const before = merged ? names - 1 : 0;
    if (row.length < count || !isRow(row, merged ? 1 : names)) break;
    if (row.some((text, i) => HAN.test(text) && !AMOUNT.test(text) && numbered.has(i + before))) break;
    for (const [i, text] of row.entries()) if (i >= names && AMOUNT.test(text)) numbered.add(i + before);
    rows.push(row.map((_, i) => ({ at: first + i, cs: merged && i === 0 ? names : 1 })));
    at = first + count;
  }
  return { rows, end: at };
}

/** Whether cells may be a row: no amount among the names, no name that is a caption. */
const isRow = (row: readonly string[], names: number): boolean =>
  row.some((text) => text !== "") &&
  row.slice(0, names).every((text) => !AMOUNT.test(text) || (names > 1 && CODE.test(text))) &&
  row.every((text) => !CAPTION_OF_ACCOUNTS.test(text));

/** What a cell holds, looked at once: nothing that counts, words, an amount. */
const WORDS = 1;
const NUMBER = 2;
const marksOf = (texts: readonly string[]): Uint8Array =>
  Uint8Array.from(texts, (text) => (AMOUNT.test(text) ? NUMBER : HAN.test(text) ? WORDS : 0));

/** What stands in each column; null where names stand below amounts. */
function kindsOf(
  marks: Uint8Array,
  rows: readonly (readonly Place[])[],
  width: number,
  names: number,
): ColumnKind[] | null {
  const words = new Array<number>(width).fill(0);
  const numbers = new Array<number>(width).fill(0);
  let all = 0;
  for (const row of rows) {
    let c = 0;
    for (const { at, cs } of row) {
      c += cs;
      if (marks[at] === WORDS) words[c - 1]!++;
      else if (marks[at] === NUMBER) {
        numbers[c - 1]!++;
        all++;
      }
    }
  }
  const kinds: ColumnKind[] = [];
  for (let c = 0; c < width; c++) {
    if (c < names) {
      // the last of them names lines: blank at most where codes say enough
      if (c === names - 1 && words[c]! * 2 < rows.length) return null;
      kinds.push("label");
    } else if (words[c] === 0) kinds.push("number");
    else if (numbers[c]! > 0) return null;
    else kinds.push("label");
  }
  return kinds.includes("number") && all >= rows.length / 2 ? kinds : null;
}
