import type { Grid } from "../../lib/layout.ts";
import { largest } from "../../lib/long-lists.ts";
import { kindOfHead } from "./accounts/head-tree.ts";
import { gridBlock, type PlainCell } from "./grid-block.ts";
import type { Line } from "./lines.ts";

/** A row: its label, and the numbers behind it. */
interface Row {
  readonly label: string;
  readonly numbers: string[];
}

const NUMBER = /^(?:[-－−]?\d[\d,，]*(?:\.\d+)?[%％]?|[-—－–]{1,4})$/u;
/** A number that is no page, year or count in a list: with decimals or separators. */
const EXACT = /^[-－−]?\d[\d,，]*\.\d+[%％]?$|^[-－−]?\d{1,3}(?:[,，]\d{3})+$/u;
const HAN = /\p{Script=Han}/u;
/** What only sentences print. */
const OF_SENTENCES = /[，。；！？]/u;
const LONGEST_LABEL = 40;
/** Fewer rows are no table that can be told from running text. */
const FEWEST = 2;

/** Of a text's lines, those that begin the later rows of some that were no table: fewer of them are none either, and are not read again. */
const poor = new WeakMap<readonly Line[], ReadonlySet<number>>();

/**
 * Rows that look like rows of a table and were not rebuilt: labels with numbers behind them, one row a line or one cell a line. They are kept
 * as a table whose columns are not known, so that no number of them is taken for a statement and all are counted as unread; below a line of
 * heads that every row fills the columns are known. Null where none begin at `at`.
 */
export function readLooseRows(lines: readonly Line[], at: number): { grid: Grid; next: number } | null {
  const heads = headsOf(lines[at]!);
  if (heads.length === 0 && poor.get(lines)?.has(at)) return null;
  const rows: Row[] = [];
  const starts: number[] = [];
  let next = heads.length > 0 ? at + 1 : at;
  for (let k = next; k < lines.length; ) {
    const found = rowAt(lines, k);
    if (!found) break;
    rows.push(found.row);
    starts.push(k);
    k = found.next;
    next = k;
  }
  if (rows.length === 0) return bareRows(lines, at);
  const exact = rows.map(({ numbers }) => numbers.filter((text) => EXACT.test(text)).length);
  // one row alone may be running text that broke, unless it holds so many
  if (exact.filter((count) => count > 0).length < FEWEST && largest(exact) < FEWEST_BARE) {
    poor.set(lines, new Set(starts));
    return null;
  }
  // every row fills every column: no blank cell was lost
  const known = heads.length > 0 && rows.every(({ numbers }) => numbers.length === heads.length);
  if (heads.length > 0 && !known) return null;
  const texts = rows.map(({ label, numbers }) => [label, ...numbers]);
  const { number } = lines[at]!;
  return { grid: known ? gridBlock(cellsOf([["", ...heads], ...texts]), number) : unknownGrid(texts, number), next };
}

/** Rows of texts, each filled up to the longest. */
function cellsOf(rows: readonly (readonly string[])[]): PlainCell[][] {
  const width = largest(rows.map((row) => row.length));
  return rows.map((row) => [...row, ...new Array<string>(width - row.length).fill("")].map((text) => ({ text })));
}

/** Rows whose columns are not known. */
const unknownGrid = (rows: readonly (readonly string[])[], line: number): Grid => ({
  ...gridBlock(cellsOf(rows), line),
  columnsUnknown: true,
});

/** Lines of numbers alone, which no sentence is and no label names: what is left of a table whose header was not understood. */
function bareRows(lines: readonly Line[], at: number): { grid: Grid; next: number } | null {
  const rows: string[][] = [];
  for (let k = at; k < lines.length; k++) {
    const words = wordsOf(lines[k]!);
    const exact = words.filter((word) => EXACT.test(word)).length;
    if (words.length < FEWEST_BARE || exact < FEWEST || !words.every((word) => NUMBER.test(word))) break;
    rows.push(words);
  }
  return rows.length === 0 ? null : { grid: unknownGrid(rows, lines[at]!.number), next: at + rows.length };
}
const FEWEST_BARE = 3;

/** A line of heads between blanks, each over amounts: its words; none where one of them is no such head. */
function headsOf(line: Line): string[] {
  const words = wordsOf(line);
  const all = words.length > 1 && words.every((word) => ["amount", "group"].includes(kindOfHead(word) ?? ""));
  return all ? words : [];
}

function rowAt(lines: readonly Line[], at: number): { row: Row; next: number } | null {
  const words = wordsOf(lines[at]!);
  const first = words.findIndex((word) => NUMBER.test(word));
  const label = (first < 0 ? words : words.slice(0, first)).join("");
  if (!HAN.test(label) || label.length > LONGEST_LABEL || OF_SENTENCES.test(label)) return null;
  if (first > 0) {
    const numbers = words.slice(first);
    const all = numbers.every((word) => NUMBER.test(word));
    return all && (numbers.length > 1 || EXACT.test(numbers[0]!)) ? { row: { label, numbers }, next: at + 1 } : null;
  }
  // one cell a line: the label's numbers stand on the lines below it
  const numbers: string[] = [];
  let next = at + 1;
  for (; next < lines.length; next++) {
    const below = wordsOf(lines[next]!);
    if (below.length !== 1 || !NUMBER.test(below[0]!)) break;
    numbers.push(below[0]!);
  }
  return numbers.length > 1 || EXACT.test(numbers[0] ?? "") ? { row: { label, numbers }, next } : null;
}

const wordsOf = ({ text, cell }: Line): string[] =>
  cell || text.includes("\t") ? [] : text.split(/[\s\u3000]+/u).filter((word) => word !== "");
