import type { Fact } from "../../schemas/index.ts";
import { readNumber } from "../lib/amount.ts";
import { type Matrix, matrix } from "../lib/grid.ts";
import { largest, smallest } from "../lib/long-lists.ts";
import type { Section, TableSection } from "../lib/section.ts";
import type { Operand } from "./operand.ts";
import { plainText } from "./plain-text.ts";
import { Exact, quantity } from "./quantity.ts";
import type { Sentence } from "./statements.ts";
import { type BothLanguages, told } from "./told.ts";
import type { Identity } from "./verdict.ts";

/**
 * The cell among the numbers of a sum that was not read: a number of no known line, `#REF!`, digits that make no number. A sum that lacks a
 * part says nothing of the publisher. Looks along the column, or the row, in which all numbers of the sum stand.
 */
export function unreadPart(
  identity: Identity,
  tables: ReadonlyMap<number, TableSection>,
  read: ReadonlySet<string>,
): BothLanguages | null {
  const { whole, parts } = identity;
  const operands = [whole, ...parts];
  const { table } = whole.source;
  const section = table === null ? undefined : tables.get(table);
  if (table === null || !section || operands.some((o) => !placed(o, table))) return null;
  const rows = operands.map((o) => o.source.row!);
  const cols = operands.map((o) => o.source.col!);
  const [column, row] = [alike(cols), alike(rows)];
  if (column === row) return null;
  const cells = matrix(section.grid);
  const [from, to] = span(column ? rows : cols);
  for (let at = from; at <= (column ? Math.min(section.grid.rows, to + ROWS_BELOW) : to); at++) {
    const [r, c] = column ? [at, cols[0]!] : [rows[0]!, at];
    const text = cells[r]?.[c]?.text ?? "";
    const known = read.has(placeOf(table, r, c));
    // Below the last part of a column the next number read is of another sum, and words begin another block of the form.
    if (at > to && (known || (!isNumberLike(text) && /\p{L}/u.test(text)))) break;
    if (known || !isNumberLike(text) || !couldAddUp(text, whole)) continue;
    if (!isRowNumber(cells, r, c) && !isRepeated(text, [r, c], identity))
      return told(
        `“${text.trim()}”没有读出，合计缺了一项`,
        `“${text.trim()}” was not read: a part of the sum is missing`,
      );
  }
  return null;
}

/**
 * A column's sum that falls short where its table breaks off: the part it lacks is printed in what follows the table.
 */
export function cutOff(
  { whole, parts, bound }: Identity,
  tables: ReadonlyMap<number, TableSection>,
  sections: readonly Section[],
): BothLanguages | null {
  const { table } = whole.source;
  const section = table === null ? undefined : tables.get(table);
  if (!section || bound || [whole, ...parts].some((o) => !placed(o, table!))) return null;
  if (largest(parts.map((o) => o.source.row!)) < section.grid.rows - 1) return null;
  const lack = parts.reduce((rest, part) => rest.minus(part.value), whole.value);
  const next = sections[sections.indexOf(section) + 1];
  if (lack.lte(0) || !next) return null;
  const texts =
    next.kind === "table" ? next.grid.cells.map(({ text }) => text) : next.paragraphs.map(({ text }) => text);
  const printed = texts
    .flatMap((text) => text.match(/\d[\d,]*(?:\.\d+)?/gu) ?? [])
    .find((number) => quantity(number.replaceAll(",", ""), whole.unit).value.eq(lack));
  return printed === undefined
    ? null
    : told(
        `表在这里断开，“${printed}”印在后面，合计缺了一项`,
        `the table breaks off here and “${printed}” is printed behind it: a part of the sum is missing`,
      );
}

/** The last part of a sum may stand so many rows below those that were read. */
const ROWS_BELOW = 3;

/** Whether a cell may be a part of a sum: things counted and percentages are no part of an amount. */
const couldAddUp = (text: string, whole: Operand): boolean =>
  whole.kind !== "money" || !/[%％]|\d\s*(?!元|万元|亿元)\p{Script=Han}/u.test(text);

/** The place of a fact's cell. */
export const placeOf = (table: number, row: number, col: number): string => `${table}|${row}|${col}`;

/** The cells of which a fact was read. */
export const readPlaces = (facts: readonly Fact[]): ReadonlySet<string> =>
  new Set(
    facts.flatMap(({ source: { table, row, col } }) =>
      table === null || row === null || col === null ? [] : [placeOf(table, row, col)],
    ),
  );

const ZERO = new Exact(0);
const placed = ({ source }: Operand, table: number): boolean =>
  source.table === table && source.row !== null && source.col !== null;
const alike = (list: readonly number[]): boolean => list.every((n) => n === list[0]);
const span = (list: readonly number[]): readonly [number, number] => [smallest(list), largest(list)];

/** A cell in which a number stands, or stood before a formula broke. */
function isNumberLike(text: string): boolean {
  if (/^\s*#/.test(text)) return true;
  const number = readNumber(text);
  return number.kind === "number"
    ? !/^0*(?:\.0*)?$/.test(number.value)
    : number.kind === "unreadable" && /\d/.test(text) && /^[\d\s.,，’'`´#－-]+$/u.test(text);
}

/** 行次: small whole numbers that rise down their column, row by row. */
function isRowNumber(cells: Matrix, r: number, c: number): boolean {
  const at = (row: number): number => {
    const text = plainText(cells[row]?.[c]?.text ?? "");
    return /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  };
  if (at(r) - at(r - 1) === 1 || at(r + 1) - at(r) === 1) return true;
  const numbers = cells.map((_, row) => at(row)).filter((n) => !Number.isNaN(n));
  return !Number.isNaN(at(r)) && numbers.length > 2 && numbers.every((n, i) => i === 0 || n > numbers[i - 1]!);
}

/** An amount printed once more, that of the sum or of the part beside it, is no part of its own. */
function isRepeated(text: string, cell: readonly [number, number], { whole, parts, signs }: Identity): boolean {
  const number = readNumber(text);
  if (number.kind !== "number") return false;
  const { value } = quantity(number.value, whole.unit);
  const sum = parts.reduce((all, p, i) => (signs?.[i] === -1 ? all.minus(p.value) : all.plus(p.value)), ZERO);
  const beside = ({ source }: Operand): boolean =>
    Math.abs(source.row! - cell[0]) + Math.abs(source.col! - cell[1]) === 1;
  return value.eq(sum) || value.eq(whole.value) || parts.some((p) => beside(p) && p.value.eq(value));
}

const AMOUNT = /(\d[\d,]*(?:\.\d+)?)(?:亿|万|千)?元/gu;

/** The amount of a list in the prose that was not read, where the parts read fall short of their total. */
export function unreadItem(
  { whole, parts }: Identity,
  sentences: readonly Sentence[],
  values: ReadonlySet<string>,
): BothLanguages | null {
  if ([whole, ...parts].some(({ source }) => source.table !== null || source.quote === null) || parts.length < 2)
    return null;
  if (parts.reduce((sum, p) => sum.plus(p.value), whole.value.minus(whole.value)).gte(whole.value)) return null;
  const marks = [whole, ...parts].map((o) => o.printed.replace("-", ""));
  for (const s of sentences) {
    const text = plainText(s.text).replaceAll(/(\d),(?=\d{3})/gu, "$1");
    if (s.page !== whole.source.page || !marks.every((mark) => text.includes(mark))) continue;
    const unread = [...text.slice(text.indexOf(marks[0]!)).matchAll(AMOUNT)].find(
      (m) => !values.has(m[1]!) && !marks.includes(m[1]!),
    );
    if (unread)
      return told(
        `“${unread[0]}”没有读懂，合计可能缺了一项`,
        `“${unread[0]}” was not understood: a part may be missing`,
      );
  }
  return null;
}
