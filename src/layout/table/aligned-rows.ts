import { type Columns, columnsUnder } from "./bands.ts";
import type { PrintedLine } from "./printed-lines.ts";
import type { Segment } from "./segments.ts";

/** A printed line of a table without vertical rules, and its parts. */
export interface AlignedLine {
  readonly line: PrintedLine;
  readonly segments: readonly Segment[];
}

/** Printed lines as table rows; the first `heads` of them are the header. */
export interface AlignedRows {
  readonly rows: readonly (readonly AlignedLine[])[];
  readonly heads: number;
}

/** What a segment says. */
export const textOf = (one: Segment): string => one.glyphs.map((glyph) => glyph.text).join("");

/**
 * Gathers printed lines to rows. A row begins at each line with numbers; lines of words only belong to the row they overlap or stand close
 * under, or with which they share the space between two rules. Lines before the first number are the header, or `ruledHead` lines over a rule.
 */
export function tableRows(
  lines: readonly AlignedLine[],
  columns: Columns,
  rules: readonly number[] | null,
  ruledHead: number | null,
): AlignedRows {
  const first = lines.findIndex((line) => hasAmount(line, columns));
  const headLines = ruledHead ?? (first < 0 ? 1 : first);
  const head = headRows(lines.slice(0, headLines), columns);
  const body = bodyRows(lines.slice(headLines), columns, rules);
  // A label set higher than its numbers, wrapped around them, is no header.
  const stray = head.at(-1);
  const next = body[0]?.[0];
  if (stray && next && stray.every((line) => overlaps(line, next)) && head.length > 1) {
    body[0] = [...head.pop()!, ...body[0]!];
  }
  return { rows: [...head, ...body], heads: head.length };
}

/** Whether a line has a number in a column that is not the first. */
export function hasAmount({ segments }: AlignedLine, columns: Columns): boolean {
  return segments.some((one) => one.numeric && /\d/.test(textOf(one)) && columnsUnder(columns, one)[1] > 0);
}

/** Whether two lines share more than a quarter of their height. */
export function overlaps(a: AlignedLine, b: AlignedLine): boolean {
  const height = Math.min(a.line.box[3] - a.line.box[1], b.line.box[3] - b.line.box[1]);
  return Math.min(a.line.box[3], b.line.box[3]) - Math.max(a.line.box[1], b.line.box[1]) > 0.25 * height;
}

const middleOf = ({ line }: AlignedLine): number => (line.box[1] + line.box[3]) / 2;

const bandsOfLine = (line: AlignedLine, columns: Columns): number[] =>
  line.segments.flatMap((one) => {
    const [from, to] = columnsUnder(columns, one);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });

/** Header lines as levels. A cell centred beside two levels stands between their lines: it belongs to the upper one. */
function headRows(lines: readonly AlignedLine[], columns: Columns): AlignedLine[][] {
  const rows: AlignedLine[][] = [];
  for (const line of lines) {
    const current = rows.at(-1);
    const taken = new Set(current?.flatMap((other) => bandsOfLine(other, columns)));
    const own = bandsOfLine(line, columns);
    const step = current ? middleOf(line) - middleOf(current[0]!) : 0;
    const beside = own.every((band) => !taken.has(band));
    const wrapped = own.every((band) => taken.has(band)) && line.segments.length === own.length;
    const close = current ? line.line.box[1] - current.at(-1)!.line.box[3] < 0.3 * line.line.size : false;
    if (current && ((beside && step < 1.15 * line.line.size) || (wrapped && close && isPlain(current, columns))))
      current.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** No head of a column group among the cells: every segment keeps to its column. */
const isPlain = (row: readonly AlignedLine[], columns: Columns): boolean =>
  row.every((line) =>
    line.segments.every((one) => {
      const [from, to] = columnsUnder(columns, one);
      return from === to;
    }),
  );

function bodyRows(lines: readonly AlignedLine[], columns: Columns, rules: readonly number[] | null): AlignedLine[][] {
  const rows: AlignedLine[][] = [];
  let slot = -1;
  let numbers = false;
  const ruled = rules !== null && isRuledByRow(rules, lines);
  for (const line of lines) {
    const at = rules?.findLastIndex((y) => y < middleOf(line)) ?? -1;
    const amount = hasAmount(line, columns);
    const current = rows.at(-1);
    const sameSlot = ruled && at === slot;
    const joins =
      current && (rules === null || at === slot) && !(amount && numbers && !overlaps(line, current.at(-1)!));
    if (joins && (sameSlot || belongsTo(line, current, columns))) {
      current.push(line);
      numbers ||= amount;
    } else {
      rows.push([line]);
      numbers = amount;
    }
    slot = at;
  }
  return rows;
}

/** Whether the rules part the rows, a few lines each, and not only head and foot from them. */
function isRuledByRow(rules: readonly number[], lines: readonly AlignedLine[]): boolean {
  if (lines.length === 0) return false;
  const [first, last] = [middleOf(lines[0]!), middleOf(lines.at(-1)!)];
  const between = rules.filter((y) => first < y && y < last).length;
  return rules.length > 0.6 * lines.length && between + 1 > 0.34 * lines.length;
}

/** A line belongs to the row above where it overlaps it, or is set close under it and holds words only, in columns the row has filled. */
function belongsTo(line: AlignedLine, row: readonly AlignedLine[], columns: Columns): boolean {
  const above = row.at(-1)!;
  if (overlaps(line, above)) return true;
  if (line.line.box[1] - above.line.box[3] > 0.35 * line.line.size) return false;
  if (line.segments.some((one) => one.numeric) || line.segments.length >= columns.bands.length) return false;
  const filled = new Set(row.flatMap((other) => bandsOfLine(other, columns)));
  const hasNumbers = row.some((other) => other.segments.some((one) => one.numeric));
  return hasNumbers && bandsOfLine(line, columns).every((band) => filled.has(band));
}
