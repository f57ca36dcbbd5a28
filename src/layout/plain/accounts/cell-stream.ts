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
import { bareCells, barredCells, type StreamCell, spacedCells } from "./stream-cells.ts";
import { columnSums, mostKeepSums } from "./sums.ts";

const AMOUNT = /^[-－−△▲+]?[（(]?[¥￥]?\d[\d,，]*(?:[.．]\d+)?[)）]?[%％]?$|^[-—－–/]{1,4}$/u;
const CODE = /^\d{1,7}$/u;
const HAN = /\p{Script=Han}/u;
const MOST_COLUMNS = 20;
const MOST_HEADS = 40;
/** Columns that name one line: 类, 款, 项 and a name. */
const MOST_NAMES = 4;
const FEWEST_ROWS = 2;

/**
 * A table of accounts a cell a line, each with a bar behind it, blank cells too: where one row ends and the next begins is lost. The number of
 * columns is the one over which names stand below names, numbers below numbers and the heads cover all of them. Null where none or more than one does.
 */
export function readCellStream(lines: readonly Line[], start: number): CellStream | null {
  return streamOf(barredCells(lines, start), lines, { blanks: true, spaced: false });
}

/**
 * The same without bars: blank cells leave no trace, so every row must be as full as the others, and of two halves each must hold lines of its
 * own. Null where the first line is no head, or the one before it is.
 */
export function readBareStream(lines: readonly Line[], start: number): CellStream | null {
  if (!isHeadLine(lines[start]) || isHeadLine(lines[start - 1])) return null;
  const cells = bareCells(lines, start);
  const found = cells.length > FEWEST_BARE ? streamOf(cells, lines, { blanks: false, spaced: false }) : null;
  return found !== null && keepsHalves(found.grid) ? found : null;
}
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

/**
 * The same where empty lines stand between all cells: a blank cell leaves more of them, or a line of blanks. So rows need not be full, the last one
 * may be cut, and a name lost from the first row is seen. Null where cells follow each other without an empty line.
 */
export function readSpacedStream(lines: readonly Line[], start: number): CellStream | null {
  if (lines[start]?.gap !== true || !isHeadLine(lines[start]) || isHeadLine(lines[start - 1])) return null;
  const found = spacedCells(lines, start, FEWEST_BARE).flatMap((cells) => {
    const stream = streamOf(cells, lines, { blanks: true, spaced: true });
    return stream === null ? [] : [stream];
  });
  // blank cells counted wrongly put a row's name under amounts and end the table there
  const furthest = found.filter(({ next }) => found.every((other) => other.next <= next));
  return furthest.length === 1 ? furthest[0]! : null;
}

const isHeadLine = (line: Line | undefined): boolean => line !== undefined && kindOfHead(squeezed(line.text)) !== null;

/** A table made of cells, the line after it, and the cells above its header. */
interface CellStream {
  readonly grid: Grid;
  readonly next: number;
  readonly title: readonly string[];
}

/** What is known of a stream's cells. */
interface Manner {
  /** Blank cells are among them. */
  readonly blanks: boolean;
  /** They are told by empty lines: the last row may be cut, the first may have lost its name. */
  readonly spaced: boolean;
}

function streamOf(cells: readonly StreamCell[], lines: readonly Line[], manner: Manner): CellStream | null {
  const texts = cells.map(({ text }) => squeezed(text));
  const from = headStart(texts);
  if (from === null) return null;
  const left = effort();
  const marks = marksOf(texts);
  for (let top = from + 2; top <= Math.min(from + MOST_HEADS, texts.length - 1); top++) {
    if (!beginsBody(texts, top)) continue;
    const readings = readingsAt(texts, marks, from, top, left, manner);
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
function readingsAt(
  texts: readonly string[],
  marks: Uint8Array,
  from: number,
  top: number,
  left: Effort,
  manner: Manner,
): Reading[] {
  const readings: Reading[] = [];
  const opened = texts[top] === "" && !manner.spaced ? 1 : 0;
  for (let width = 2; width <= Math.min(MOST_COLUMNS, top - from); width++)
    for (let names = 1; names <= Math.min(MOST_NAMES, width - 1); names++) {
      const { rows, end } = rowsOf(texts, top, width, names, opened, manner.spaced);
      if (rows.length < FEWEST_ROWS) continue;
      const kinds = kindsOf(marks, rows, width, names, manner.blanks);
      if (kinds === null) continue;
      const numbered = [width, width - names + 1].find(
        (n) => n <= top - from - 2 && isNumbering(texts.slice(top - n, top)),
      );
      const heads = texts.slice(from, top - (numbered ?? 0));
      if (heads.includes("")) continue;
      // no head stands over the names of lines
      const bare = manner.spaced && !heads.some(namesLines);
      const covered = bare ? kinds.slice(names) : kinds;
      const unnamed = bare ? [{ text: "", cs: names, below: [] }] : [];
      const trees = splits(heads).flatMap((split) =>
        left.left <= 0
          ? []
          : headTrees(split, covered, left).map((tree) => ({ tree: [...unnamed, ...tree], depth: split.length })),
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

const namesLines = (text: string): boolean => ["name", "code"].includes(kindOfHead(text) ?? "");

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
  spaced: boolean,
): { rows: Place[][]; end: number } {
  const rows: Place[][] = [];
  const numbered = new Set<number>();
  let at = top;
  if (spaced && AMOUNT.test(texts[top]!)) {
    // amounts that fill a row but for its name, which was a picture or is lost
    const amounts = width - names;
    if (!texts.slice(top, top + amounts).every((text) => AMOUNT.test(text)) || !HAN.test(texts[top + amounts] ?? ""))
      return { rows, end: top };
    rows.push(Array.from({ length: width }, (_, i) => ({ at: i < names ? -1 : top + i - names, cs: 1 })));
    for (let c = names; c < width; c++) numbered.add(c);
    at += amounts;
  }
  while (at < texts.length) {
    if (opened === 1 && texts[at] !== "") break;
    const first = at + opened;
    const merged = names > 1 && TOTAL_OF_CODES.test(texts[first] ?? "") && AMOUNT.test(texts[first + 1] ?? "");
    const count = merged ? width - names + 1 : width;
    const row = texts.slice(first, first + count);
    // the blank cells at the end of the last row leave nothing behind them
    const cut = spaced && rows.length > 1 && row.length > names && row.length < count ? count - row.length : 0;
    const before = merged ? names - 1 : 0;
    if (row.length + cut < count || !isRow(row, merged ? 1 : names)) break;
    if (row.some((text, i) => HAN.test(text) && !AMOUNT.test(text) && numbered.has(i + before))) break;
    for (const [i, text] of row.entries()) if (i >= names && AMOUNT.test(text)) numbered.add(i + before);
    rows.push([
      ...row.map((_, i) => ({ at: first + i, cs: merged && i === 0 ? names : 1 })),
      ...Array.from({ length: cut }, () => ({ at: -1, cs: 1 })),
    ]);
    at = Math.min(first + count, texts.length);
  }
  // one more amount behind the last row: it holds more cells than heads
  const over = spaced && names === 1 && rows.length > 0 && AMOUNT.test(texts[at] ?? "") ? rows.pop() : undefined;
  if (over !== undefined) at = over.find((place) => place.at >= 0)!.at - opened;
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
  blanks: boolean,
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
  // where blank cells are seen one amount is enough
  return kinds.includes("number") && all >= (blanks ? 1 : rows.length / 2) ? kinds : null;
}
