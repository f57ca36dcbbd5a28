import { largest } from "../../lib/long-lists.ts";
import { NUMBER } from "./account-rows.ts";
import type { Line } from "./lines.ts";

const BAR = /[|｜]/gu;
/** `a | ||`: the row is made up to its full length, so it ends here. */
const MADE_UP = /[|｜]\s*[|｜]\s*$/u;
const CLOSED = /[|｜]\s*$/u;
const MOST_COLUMNS = 40;
/** A line without a bar inside a row is no longer than this, or a long text in a cell of its own. */
const FEWEST_ROWS = 3;

const barsIn = (text: string): number => text.match(BAR)?.length ?? 0;

interface Row {
  readonly text: string;
  /** The first line of the row. */
  readonly line: number;
}

/**
 * Rows between bars that were broken over lines, a cell or several on each: every row is made up to one number of bars, by which it is told
 * where it ends. Rows that fill all columns may lack the last bar. Null where no number of bars, or more than one, parts all lines into rows,
 * and where no row is broken.
 */
export function brokenRows(lines: readonly Line[], start: number): { rows: Row[]; next: number } | null {
  let end = start;
  while (end < lines.length && belongs(lines, end, start)) end++;
  const own = lines.slice(start, end);
  if (!own.some(({ text }) => MADE_UP.test(text)) || own.length < FEWEST_ROWS) return null;
  const most = largest(own.map(({ text }) => barsIn(text)));
  const found: { rows: Row[]; next: number; width: number }[] = [];
  for (let width = Math.max(2, most); width <= Math.min(MOST_COLUMNS, 2 * most + 2); width++) {
    const parted = partedBy(own, width, start);
    if (parted === null) continue;
    // Every line is a row of one length: two of them are no broken row of twice that.
    if (parted.rows.length === parted.next - start) return null;
    found.push({ ...parted, width });
  }
  // a text that ends in the middle of a row is parted as far as it goes
  const longest = Math.max(0, largest(found.map(({ next }) => next)));
  const all = found.filter(({ next }) => next === longest);
  const whole = all.length > 1 ? all.filter(({ rows }) => keepsColumns(rows)) : all;
  return whole.length === 1 && whole[0]!.rows.length >= FEWEST_ROWS ? whole[0]! : null;
}

/** Whether names stand below names and numbers below numbers: rows cut at a wrong number of bars mix them. */
function keepsColumns(rows: readonly Row[]): boolean {
  const columns: { names: number; numbers: number }[] = [];
  for (const { text } of rows)
    for (const [c, cell] of text.split(BAR).entries()) {
      columns[c] ??= { names: 0, numbers: 0 };
      if (NUMBER.test(cell.trim())) columns[c].numbers++;
      else if (/\p{Script=Han}/u.test(cell)) columns[c].names++;
    }
  // a head of its own stands over numbers
  return columns.every(({ names, numbers }) => numbers === 0 || names <= MOST_HEADS);
}
const MOST_HEADS = 3;

/** A line with bars and no tabs, or one between two of them. */
function belongs(lines: readonly Line[], at: number, start: number): boolean {
  const { text, cell } = lines[at]!;
  if (cell || text.includes("\t")) return false;
  if (barsIn(text) > 0) return true;
  const next = lines[at + 1];
  return at > start && next !== undefined && !next.cell && !next.text.includes("\t") && barsIn(next.text) > 0;
}

/** The rows of one number of bars; null where the first lines are none. */
function partedBy(own: readonly Line[], width: number, start: number): { rows: Row[]; next: number } | null {
  const rows: Row[] = [];
  let open: string[] = [];
  let bars = 0;
  let first = 0;
  let done = 0;
  for (const [k, { text }] of own.entries()) {
    if (open.length === 0) first = k;
    open.push(text);
    bars += barsIn(text);
    const full = bars === width || (bars === width - 1 && !CLOSED.test(text));
    if (bars > width || (MADE_UP.test(text) && bars !== width)) break;
    if (!full) continue;
    rows.push({ text: open.join(" "), line: start + first });
    [open, bars, done] = [[], 0, k + 1];
  }
  return rows.length === 0 || done < own.length - LEAST_LEFT ? null : { rows, next: start + done };
}
/** So many lines at the end may be a row that was cut off, or words that stand below the table. */
const LEAST_LEFT = 4;
