import type { Grid } from "../../lib/layout.ts";
import { largest, smallest } from "../../lib/long-lists.ts";
import type { Glyph } from "../../lib/page-content.ts";
import { push } from "../../lib/push.ts";

/** One cell of a table that was looked at, and the characters in it. */
export interface SeenCell {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly text: string;
  readonly glyphs: readonly Glyph[];
}

/** Cells by the column they begin in, and how many they go over: where strokes of print were taken for a rule most of a printed column's go over two. */
function byPrintedColumn(cells: readonly SeenCell[]): SeenCell[][] {
  const columns = new Map<string, SeenCell[]>();
  for (const cell of cells) push(columns, `${cell.c},${cell.cs}`, cell);
  return [...columns.values()];
}

/** Cells by the column they begin in. */
export function byColumn(cells: readonly SeenCell[]): Map<number, SeenCell[]> {
  const columns = new Map<number, SeenCell[]>();
  for (const cell of cells) push(columns, cell.c, cell);
  return columns;
}

/** A number as tables print it. */
export const NUMBER = /^[-－−]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$/u;

/** The cells of a table with their characters. */
export function seenCells(grid: Grid, glyphs: readonly Glyph[]): SeenCell[] {
  return grid.cells.flatMap(({ r, c, rs, cs, text, box }) => {
    if (!box || text === "") return [];
    const inside = glyphs.filter(({ box: [x0, y0, x1, y1] }) => {
      const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
      return x >= box[0] && x < box[2] && y >= box[1] && y < box[3];
    });
    return [{ r, c, rs, cs, text, glyphs: inside }];
  });
}

/** Marks dirt is read as before and behind a number that stands alone in its cell. */
const STRAY_BEFORE = /^[：:·、；;,，.．。'’‘`"“”|_\s]+(?=[-\d])/u;
const STRAY_BEHIND = /(?<=[\d%])[：:·、；;,，.．。'’‘`"“”|_\s]+$/u;
/** A decimal point or a comma with a speck over it. */
const SPLIT = /^(\d{1,3}(?:[,，：:；;]\d{3})*)([：:；;.,，])(\d{2})$/u;

/** An amount with noughts a stroke of dirt or a gap made letters of. */
const OPEN_NOUGHTS = /^[-－−]?(?=[^.]*\d)[\dCGODQ,]+\.[\dCGODQ]{2}$/u;

/** Lines of a cell that hold nothing but specks. */
const DIRT = /^[：:·、；;,，.．。'’‘`"“”|_\s]*$/u;

/** An amount whose noughts fell into halves that were read as brackets: `0.0）`, `95(00.00`, `（）.00`; one bracket too many is half of its last nought. */
const HALVED = /^(?=.*\d)[\d,]*(?:[（(][）)]|[（(])?[\d,]*\.[\d（）()]{2,4}$/u;
const IN_BRACKETS = /^[（(].*[）)]$/u;

function withoutHalves(text: string): string {
  if (!/[（）()]/u.test(text) || IN_BRACKETS.test(text) || !HALVED.test(text)) return text;
  const whole = text.replaceAll(/[（(][）)]/gu, "0");
  return whole.replace(/(?<=\.\d\d)[）)]$/u, "").replaceAll(/[（）()]/gu, "0");
}

/**
 * A number alone in its cell as tables print it, where what was read is none but dirt explains it: `：5,856.38`, `30216.`, `934:37`,
 * `2;714.91`, `705.CO`, `0.0）`. Null where it is a number already, or no number.
 */
export function asNumber(text: string): string | null {
  if (NUMBER.test(text)) return null;
  const printed = text.split("\n").filter((line) => !DIRT.test(line));
  if (printed.length !== 1) return null;
  const clean = printed[0]!.replace(STRAY_BEFORE, "").replace(STRAY_BEHIND, "");
  const bare = OPEN_NOUGHTS.test(clean) ? clean.replaceAll(/[CGODQ]/g, "0") : withoutHalves(clean);
  const [, whole, , decimals] = SPLIT.exec(bare) ?? [];
  const mended = whole === undefined ? bare : `${whole.replaceAll(/[，：:；;]/gu, ",")}.${decimals}`;
  return NUMBER.test(mended) ? mended : null;
}

/** So many amounts make a column of them, where this share of them has two decimals; fewer tell what has more decimals than they. */
const LEAST = 5;
const SHARE = 0.75;
const FEW = 3;
const CODE = /^(?:\d{3}|\d{5}|\d{7})$/;
const TWO_DECIMALS = /^[-－−]?[\d,]+\.\d\d$/u;

/** Cells whose number has not the form of its column, each with what else it may be ("" where nobody knows). */
export function unlikeColumn(cells: readonly SeenCell[], torn = false): Map<SeenCell, string> {
  const out = new Map<SeenCell, string>();
  for (const column of byPrintedColumn(cells.filter(({ text }) => /\d/.test(text)))) {
    const numbers = column.filter(({ text }) => NUMBER.test(text));
    const amounts = numbers.filter(({ text }) => TWO_DECIMALS.test(text)).length;
    const codes = numbers.filter(({ text }) => CODE.test(text)).length;
    if (amounts >= LEAST && amounts >= SHARE * numbers.length) {
      for (const cell of numbers)
        if (!TWO_DECIMALS.test(cell.text) && cell.text !== "0") out.set(cell, withPoint(cell.text));
    } else if (amounts >= FEW && amounts > numbers.length / 2) {
      for (const cell of numbers)
        if (/\.\d{3,}$/.test(cell.text)) out.set(cell, cell.text.replace(/(\.\d\d)\d+$/, "$1"));
    } else if (codes >= LEAST && codes >= SHARE * numbers.length)
      for (const cell of column) if (!CODE.test(cell.text) && !/\p{Script=Han}/u.test(cell.text)) out.set(cell, "");
  }
  for (const cell of [...amongNumbers(cells, torn), ...cells.filter(({ text }) => BARRED.test(text))])
    out.set(cell, "");
  for (const [cell, whole] of cutInTwo(cells)) out.set(cell, whole);
  for (const cell of cells)
    if (isStacked(cell.text)) out.set(cell, cell.text.replaceAll("\n", ""));
    else if (isMalformed(cell.text)) out.set(cell, withPoint(cell.text));
  return out;
}

/** A mark read less surely than this in a column of numbers is one of them. */
const SURE = 90;

/** In a column so many cells without words are numbers that the others should be. */
const MOSTLY = 0.5;

/** Cells amid a column of numbers that say neither a number nor a word, nor that there is none: `AN`, `1'7`, `2）`, `705.CO`, 日 for 11. */
function amongNumbers(cells: readonly SeenCell[], torn: boolean): SeenCell[] {
  return byPrintedColumn(cells).flatMap((column) => {
    const numbers = column.filter(({ text }) => NUMBER.test(text));
    const wordless = column.filter(({ text }) => hasNoWord(text, torn));
    if (numbers.length < LEAST || numbers.length < MOSTLY * wordless.length) return [];
    const [first, last] = [smallest(numbers.map(({ r }) => r)), largest(numbers.map(({ r }) => r))];
    return wordless.filter(({ r, text, glyphs }) => {
      if (NUMBER.test(text) || WITH_SIGNS.test(text)) return false;
      const unsure = glyphs.some(({ confidence = 100 }) => confidence < SURE);
      if ((r < first || r > last) && !/\d/.test(text)) return unsure && !NONE.test(text);
      return unsure || !NONE.test(text);
    });
  });
}

/** Where the print is torn less than this is no word. */
const WORDS = /\p{Script=Han}{2}/u;

/** Whether a cell holds figures or marks alone; on two lines, where one is a number. */
function hasNoWord(text: string, torn: boolean): boolean {
  if (LIKE_FIGURES.test(text) || (torn && !WORDS.test(text))) return true;
  return !/\p{Script=Han}/u.test(text) && (!text.includes("\n") || text.split("\n").some((line) => NUMBER.test(line)));
}

/** One character that figures are read as. */
const LIKE_FIGURES = /^[日目口田]$/u;
/** Numbers as tables print them with signs, between brackets, as a range or a date. */
const WITH_SIGNS =
  /^(?:[≥≤<>＜＞=＝±+\-－−]*\d[\d,]*(?:\.\d+)?[%％‰]?(?:[-~—～/／:：]\d[\d,]*(?:\.\d+)?[%％‰]?)?|[（(]-?[\d,.]+%?[)）]|\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?)$/u;
/** A rule read as a sign between figures and what stands beyond it: two columns ran together. */
export const BARRED = /\d[丨|｜」]+|[丨|｜「]+\d/u;

/** In a column of whole numbers with commas: those with a comma read as another mark, as they were printed. */
export function thousandths(cells: readonly SeenCell[]): Map<SeenCell, string> {
  const out = new Map<SeenCell, string>();
  for (const column of byColumn(cells).values()) {
    const grouped = column.filter(({ text }) => /^[-－−]?\d{1,3}(?:,\d{3})+$/u.test(text));
    if (grouped.length < FEW || column.some(({ text }) => /\.\d{1,2}$/.test(text))) continue;
    for (const cell of column)
      if (/^[-－−]?\d{1,3}(?:[,.:：;；]\d{3})+$/u.test(cell.text) && !grouped.includes(cell))
        out.set(cell, cell.text.replaceAll(/[.:：;；]/gu, ","));
  }
  return out;
}

/** Rows whose cells a rule parts that the others of the table do not have are so few of them. */
const FEW_ROWS = 0.2;

/** Two numbers beside each other where nearly every other row has one cell: a rule that is none cut one in two. Each with what both make. */
function cutInTwo(cells: readonly SeenCell[]): Map<SeenCell, string> {
  const out = new Map<SeenCell, string>();
  for (const [c, column] of byColumn(cells)) {
    const whole = column.filter(({ cs }) => cs === 2).length;
    const left = column.filter(({ cs, text }) => cs === 1 && /^[\d.,]+$/.test(text));
    if (whole < LEAST || left.length > FEW_ROWS * whole) continue;
    for (const cell of left) {
      const right = cells.find((other) => other.r === cell.r && other.c === c + 1 && /^[\d.,]+%?$/.test(other.text));
      if (right) for (const half of [cell, right]) out.set(half, cell.text + right.text);
    }
  }
  return out;
}

/** What a cell without a number says. */
const NONE = /^[-－−—–…/／*]+$/u;

/** The number with its decimal point where the others of its column have theirs. */
const withPoint = (text: string): string => {
  const digits = text.replaceAll(/\D/gu, "");
  return digits.length > 2 ? `${digits.slice(0, -2)}.${digits.slice(-2)}` : "";
};

/** Figures and marks that are no number, or one whose commas part no thousands: `67.5.71`, `1,39771`. A date is none. */
const isMalformed = (text: string): boolean =>
  /^[-－−]?[\d.,，：:；;]*\d%?$/u.test(text) &&
  /[.,，：:；;]/u.test(text) &&
  !NUMBER.test(text) &&
  !/^(?:\d{4}\.\d{1,2}(?:\.\d{1,2})?|\d{1,2}[:：]\d\d)$/u.test(text);

/** Several numbers one under the other: the rule between their rows was lost. */
export const isStacked = (text: string): boolean =>
  text.includes("\n") && text.split("\n").filter((line) => /^[-－−]?[\d,.]{3,}%?$/u.test(line)).length > 1;
