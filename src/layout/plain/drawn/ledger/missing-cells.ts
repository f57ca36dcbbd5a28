import { readNumber, shiftDecimal } from "../../../../lib/amount.ts";

/** A coded row whose blank cells were lost: its code (null for the table's total) and the amounts that are left, in order. */
export interface ShortRow {
  readonly code: string | null;
  readonly amounts: readonly string[];
}

/** Columns that are seldom filled, by their lowest head: taken only where nothing else fits. */
const SELDOM = /^(?:上缴上级|(?:事业单位)?经营|对附属单位|附属单位|上级补助|使用非财政|年初|年末|上年|国有资本)/u;
const SOMETIMES = /^(?:事业收入|其他|财政专户|单位资金|政府性基金)/u;
/** More columns are not tried in all ways. */
const MOST_COLUMNS = 12;
/** More ways for all children of one line together are not tried. */
const MOST_WAYS = 20_000;
const DECIMALS = 6;

/**
 * Puts the amounts of rows back under their columns. Text taken out of a PDF keeps no blank cells: a row with fewer amounts than columns is
 * placed so that the whole is the sum of its parts, and every line the sum of the lines below it. Only what all ways left agree on is
 * placed; the other amounts are returned in `unplaced`.
 */
export function placeAmounts(
  rows: readonly ShortRow[],
  heads: readonly string[],
): readonly { readonly cells: readonly string[]; readonly unplaced: readonly string[] }[] {
  const count = heads.length;
  const ways = rows.map(({ amounts }) => waysOf(amounts, heads));
  settle(rows, ways, heads);
  return rows.map(({ amounts }, r) => {
    if (amounts.length === count) return { cells: amounts, unplaced: [] };
    const cells = new Array<string>(count).fill("");
    const unplaced: string[] = [];
    const options = likeliest(ways[r]!, heads);
    for (const [i, amount] of amounts.entries()) {
      const at = options[0]?.[i];
      if (at !== undefined && options.every((way) => way[i] === at)) cells[at] = amount;
      else unplaced.push(amount);
    }
    return { cells, unplaced };
  });
}

/** Exact whole numbers of a millionth, so that sums are exact; a dash is nothing. */
function exact(printed: string): bigint {
  const read = readNumber(printed);
  return read.kind === "number" ? BigInt(shiftDecimal(read.value, DECIMALS).split(".")[0]!) : 0n;
}

type Way = readonly number[];

/** All ways to put the amounts into the columns that keep the sums of the row. */
function waysOf(amounts: readonly string[], heads: readonly string[]): Way[] {
  if (amounts.length > heads.length || heads.length > MOST_COLUMNS) return [];
  return [...choices(heads.length, amounts.length)].filter((way) => addsUp(way, amounts, heads));
}

/** How unlikely a way is: seldom filled columns cost most. */
const costOf = (way: Way, heads: readonly string[]): number =>
  way.reduce((sum, c) => sum + (SELDOM.test(heads[c]!) ? 5 : SOMETIMES.test(heads[c]!) ? 2 : 1), 0);

function likeliest(ways: readonly Way[], heads: readonly string[]): Way[] {
  const least = Math.min(...ways.map((way) => costOf(way, heads)));
  return ways.filter((way) => costOf(way, heads) === least);
}

function* choices(columns: number, amounts: number, from = 0): Iterable<number[]> {
  if (amounts === 0) {
    yield [];
    return;
  }
  for (let c = from; c <= columns - amounts; c++)
    for (const rest of choices(columns, amounts - 1, c + 1)) yield [c, ...rest];
}

const WHOLE = /^(?:合计|总计|小计|本年收入合计|本年支出合计)/u;
const OPENING = /^(?:年初|上年)/u;
const CLOSING = /^(?:年末|结转)/u;

function addsUp(way: Way, amounts: readonly string[], heads: readonly string[]): boolean {
  const at = heads.map((_, c) => (way.includes(c) ? exact(amounts[way.indexOf(c)]!) : 0n));
  const whole = heads.findIndex((head) => WHOLE.test(head));
  if (whole < 0) return true;
  const opening = heads.findIndex((head) => OPENING.test(head));
  const closing = heads.findLastIndex((head) => CLOSING.test(head));
  const end = closing > whole ? closing : heads.length;
  let parts = 0n;
  for (let c = whole + 1; c < end; c++) parts += at[c]!;
  if (at[whole] !== parts) return false;
  if (opening < 0 || closing <= whole) return true;
  const income = heads.findIndex((head) => /收入/u.test(head));
  return income < 0 || at[opening]! + at[income]! - at[whole]! === at[closing]!;
}

/** Narrows the ways of the lines below each settled line to those whose columns add up to it, of these to the likeliest. */
function settle(rows: readonly ShortRow[], ways: Way[][], heads: readonly string[]): void {
  const total = rows.findIndex(({ code }) => code === null);
  const shortest = Math.min(...rows.flatMap(({ code }) => (code === null ? [] : [code.length])));
  const tops = rows.flatMap(({ code }, r) => (code?.length === shortest ? [r] : []));
  if (total >= 0) narrow(rows, ways, heads, total, tops);
  const queue = [...tops];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const children = childrenOf(rows, next);
    if (children.length > 0) narrow(rows, ways, heads, next, children);
    queue.push(...children);
  }
}

function narrow(
  rows: readonly ShortRow[],
  ways: Way[][],
  heads: readonly string[],
  parent: number,
  children: readonly number[],
): void {
  const own = likeliest(ways[parent]!, heads);
  if (own.length !== 1 || children.some((child) => ways[child]!.length === 0)) return;
  if (children.every((child) => ways[child]!.length === 1)) return;
  if (children.reduce((product, child) => product * ways[child]!.length, 1) > MOST_WAYS) return;
  let fitting: Way[][] = [];
  let least = Infinity;
  const chosen: Way[] = [];
  const search = (i: number, left: readonly bigint[], cost: number): void => {
    if (cost > least) return;
    if (i === children.length) {
      if (left.some((amount) => amount !== 0n)) return;
      if (cost < least) fitting = [];
      least = cost;
      fitting.push([...chosen]);
      return;
    }
    for (const way of ways[children[i]!]!) {
      chosen[i] = way;
      const own = columnsOf(rows[children[i]!]!.amounts, way, heads.length);
      search(
        i + 1,
        left.map((amount, c) => amount - own[c]!),
        cost + costOf(way, heads),
      );
    }
  };
  search(0, columnsOf(rows[parent]!.amounts, own[0]!, heads.length), 0);
  if (fitting.length > 0)
    for (const [k, child] of children.entries()) ways[child] = [...new Set(fitting.map((way) => way[k]!))];
}

const columnsOf = (amounts: readonly string[], way: Way, count: number): bigint[] => {
  const at = new Array<bigint>(count).fill(0n);
  for (const [i, c] of way.entries()) at[c] = exact(amounts[i]!);
  return at;
};

/** The lines directly below a line: the longer codes that begin with its own, up to the next that does not. */
function childrenOf(rows: readonly ShortRow[], at: number): number[] {
  const code = rows[at]!.code!;
  const below: number[] = [];
  for (let r = at + 1; r < rows.length && rows[r]!.code?.startsWith(code); r++) below.push(r);
  const shortest = Math.min(...below.map((r) => rows[r]!.code!.length));
  return below.filter((r) => rows[r]!.code!.length === shortest);
}
