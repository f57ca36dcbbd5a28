import { CLOSING_HEAD, OPENING_HEAD, RATE_HEAD } from "../../../../../schemas/forms/text.ts";
import { append, smallest } from "../../../../lib/long-lists.ts";
import { type ColumnSum, columnSums, distance, roundingOf, sumsKept } from "../../accounts/sums.ts";
import { exactAmount } from "../../place.ts";
import type { HeadPath } from "./columns.ts";

/** A coded row whose blank cells were lost: its code (null for the table's total) and the amounts that are left, in order. */
export interface ShortRow {
  readonly code: string | null;
  readonly amounts: readonly string[];
}

/** More columns are not tried in all ways. */
const MOST_COLUMNS = 12;
/** More ways for all children of one line together are not tried. */
const MOST_WAYS = 20_000;

/**
 * Puts the amounts of rows back under their columns. Text taken out of a PDF keeps no blank cells: a row with fewer amounts than columns is
 * placed so that the whole is the sum of its parts, and every line the sum of the lines below it. Only what all ways left agree on is
 * placed; the other amounts are returned in `unplaced`.
 */
export function placeAmounts(
  rows: readonly ShortRow[],
  paths: readonly HeadPath[],
): readonly { readonly cells: readonly string[]; readonly unplaced: readonly string[] }[] {
  const heads = paths.map((path) => path.at(-1)!);
  const count = heads.length;
  const sums = columnSums(paths);
  const ways = rows.map(({ amounts }) => waysOf(amounts, heads, sums));
  settle(rows, ways, heads);
  return rows.map(({ amounts }, r) => {
    if (amounts.length === count) return { cells: amounts, unplaced: [] };
    const cells = new Array<string>(count).fill("");
    const unplaced: string[] = [];
    const options = ways[r]!;
    for (const [i, amount] of amounts.entries()) {
      const at = options[0]?.[i];
      if (at !== undefined && options.every((way) => way[i] === at)) cells[at] = amount;
      else unplaced.push(amount);
    }
    return { cells, unplaced };
  });
}

type Way = readonly number[];

/** All ways to put the amounts into the columns that keep the sums of the row; where none does, those that keep them but for rounding. */
function waysOf(amounts: readonly string[], heads: readonly string[], sums: readonly ColumnSum[]): Way[] {
  if (amounts.length > heads.length || heads.length > MOST_COLUMNS) return [];
  const all = [...choices(heads.length, amounts.length)];
  const exact = all.filter((way) => addsUp(way, amounts, heads, sums, 0n));
  return exact.length > 0 ? exact : all.filter((way) => addsUp(way, amounts, heads, sums, roundingOf(amounts)));
}

/** All ways to choose so many columns, in order. */
export function* choices(columns: number, amounts: number, from = 0): Iterable<number[]> {
  if (amounts === 0) {
    yield [];
    return;
  }
  for (let c = from; c <= columns - amounts; c++)
    for (const rest of choices(columns, amounts - 1, c + 1)) yield [c, ...rest];
}

function addsUp(
  way: Way,
  amounts: readonly string[],
  heads: readonly string[],
  sums: readonly ColumnSum[],
  slack: bigint,
): boolean {
  const at = columnsOf(amounts, way, heads.length);
  if (!sumsKept(sums, (c) => at[c]!, slack)) return false;
  // a fund's table: 年初结转和结余 + 本年收入 − 本年支出 = 年末结转和结余
  const [opening, closing] = [
    heads.findIndex((head) => OPENING_HEAD.test(head)),
    heads.findIndex((head) => CLOSING_HEAD.test(head)),
  ];
  const income = heads.indexOf("本年收入");
  const spent = sums[0]?.whole ?? -1;
  if (opening < 0 || income < opening || spent < income || closing < spent) return true;
  return distance(at[opening]! + at[income]! - at[spent]!, at[closing]!) <= slack;
}

/** Narrows the ways of the lines below each settled line to those whose columns add up to it. */
function settle(rows: readonly ShortRow[], ways: Way[][], heads: readonly string[]): void {
  const total = rows.findIndex(({ code }) => code === null);
  const shortest = smallest(rows.flatMap(({ code }) => (code === null ? [] : [code.length])));
  const tops = rows.flatMap(({ code }, r) => (code?.length === shortest ? [r] : []));
  if (total >= 0) narrow(rows, ways, heads, total, tops);
  const queue = [...tops];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const children = childrenOf(rows, next);
    if (children.length > 0) narrow(rows, ways, heads, next, children);
    append(queue, children);
  }
}

function narrow(
  rows: readonly ShortRow[],
  ways: Way[][],
  heads: readonly string[],
  parent: number,
  children: readonly number[],
): void {
  const own = ways[parent]!;
  if (own.length !== 1 || children.some((child) => ways[child]!.length === 0)) return;
  if (children.every((child) => ways[child]!.length === 1)) return;
  if (children.reduce((product, child) => product * ways[child]!.length, 1) > MOST_WAYS) return;
  const fitting: Way[][] = [];
  const chosen: Way[] = [];
  const search = (i: number, left: readonly bigint[]): void => {
    if (i === children.length) {
      if (left.every((amount, c) => amount === 0n || RATE_HEAD.test(heads[c]!))) fitting.push([...chosen]);
      return;
    }
    for (const way of ways[children[i]!]!) {
      chosen[i] = way;
      const own = columnsOf(rows[children[i]!]!.amounts, way, heads.length);
      search(
        i + 1,
        left.map((amount, c) => amount - own[c]!),
      );
    }
  };
  search(0, columnsOf(rows[parent]!.amounts, own[0]!, heads.length));
  if (fitting.length > 0)
    for (const [k, child] of children.entries()) ways[child] = [...new Set(fitting.map((way) => way[k]!))];
}

const columnsOf = (amounts: readonly string[], way: Way, count: number): bigint[] => {
  const at = new Array<bigint>(count).fill(0n);
  for (const [i, c] of way.entries()) at[c] = exactAmount(amounts[i]!);
  return at;
};

/** The lines directly below a line: the longer codes that begin with its own, up to the next that does not. */
function childrenOf(rows: readonly ShortRow[], at: number): number[] {
  const code = rows[at]!.code!;
  const below: number[] = [];
  for (let r = at + 1; r < rows.length && rows[r]!.code?.startsWith(code); r++) below.push(r);
  const shortest = smallest(below.map((r) => rows[r]!.code!.length));
  return below.filter((r) => rows[r]!.code!.length === shortest);
}
