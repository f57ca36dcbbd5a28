import { readNumber, shiftDecimal } from "../../lib/amount.ts";

/** What a column of amounts holds: money, a quotient of two columns of money in hundredths, a full score, a score. */
export type AmountKind = "money" | "rate" | "weight" | "score";

/** A column of amounts. `over` and `of` name the columns whose quotient a rate is; `sumOf` those whose sum it is. */
export interface AmountColumn {
  readonly kind: AmountKind;
  readonly of?: number;
  readonly over?: number;
  readonly sumOf?: readonly number[];
}

/** A line whose blank cells were lost: its amounts in order. `marked`: whether it may hold scores. */
export interface ShortLine {
  readonly amounts: readonly string[];
  readonly marked?: boolean;
}

/** A line that is the sum of others, column by column. */
export interface LineSum {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** The amounts of a line under their columns, and those that more than one column would fit. */
export interface Placed {
  readonly cells: readonly string[];
  readonly unplaced: readonly string[];
}

type Way = readonly number[];

/** More ways for one line, and more sums for lines together, are not tried: nothing is decided by them. */
const MOST_WAYS = 4_000;
const MOST_SUMS = 20_000;
const MOST_STEPS = 400_000;
const DASH = /^(?:[-—－–]{1,4}|\/|无)$/u;
const HIGHEST_MARK = 100_000_000n;
const DECIMALS = 6;

/**
 * Puts the amounts of lines back under their columns. Text keeps no blank cells: of all ways to put a line's amounts under the columns, in
 * order, those are left that the columns can hold and that keep the sums and quotients of the line and the sums of lines. Only what all of
 * them agree on is placed. No way is taken because it is usual.
 */
export function placeAmounts(
  lines: readonly ShortLine[],
  columns: readonly AmountColumn[],
  sums: readonly LineSum[] = [],
): Placed[] {
  const ways = lines.map((line) => waysOf(line, columns));
  decide(lines, columns, ways, sums);
  return lines.map(({ amounts }, r) => {
    const cells = columns.map(() => "");
    const unplaced: string[] = [];
    const options = ways[r]!;
    for (const [i, amount] of amounts.entries()) {
      const at = options[0]?.[i];
      if (at !== undefined && options.every((way) => way[i] === at)) cells[at] = amount;
      else if (!DASH.test(amount)) unplaced.push(amount);
    }
    return { cells, unplaced };
  });
}

/** A printed amount as an exact whole number of millionths; a dash is nothing. */
export function exactAmount(printed: string): bigint {
  const read = readNumber(printed);
  return read.kind === "number" ? BigInt(shiftDecimal(read.value, DECIMALS).split(".")[0]!) : 0n;
}

function waysOf(line: ShortLine, columns: readonly AmountColumn[]): Way[] {
  const { amounts } = line;
  if (amounts.length > columns.length) return [];
  const ways: Way[] = [];
  const chosen: number[] = [];
  const choose = (i: number, from: number): boolean => {
    if (i === amounts.length) return ways.push([...chosen]) <= MOST_WAYS;
    for (let c = from; c <= columns.length - (amounts.length - i); c++) {
      if (!holds(columns[c]!, amounts[i]!, line.marked ?? true)) continue;
      chosen[i] = c;
      if (!choose(i + 1, c + 1)) return false;
    }
    return true;
  };
  if (!choose(0, 0)) return [];
  const values = amounts.map(exactAmount);
  return [keepsSums, keepsRates].reduce<Way[]>((left, keeps) => {
    const kept = left.filter((way) => keeps(way, values, amounts, columns));
    return kept.length > 0 ? kept : left;
  }, ways);
}

/** Whether a column can hold what is printed at all. */
function holds({ kind }: AmountColumn, printed: string, marked: boolean): boolean {
  if (DASH.test(printed)) return true;
  if (/[%％]$/u.test(printed)) return kind === "rate";
  if (kind !== "weight" && kind !== "score") return true;
  const mark = exactAmount(printed);
  return marked && mark >= 0n && mark <= HIGHEST_MARK;
}

type Keeps = (
  way: Way,
  values: readonly bigint[],
  amounts: readonly string[],
  columns: readonly AmountColumn[],
) => boolean;

const keepsSums: Keeps = (way, values, _, columns) =>
  columns.every(({ sumOf }, c) => {
    if (!sumOf) return true;
    const at = (column: number): bigint => values[way.indexOf(column)] ?? 0n;
    return at(c) === sumOf.reduce((sum, part) => sum + at(part), 0n);
  });

/** A rate is the quotient of its columns, and is printed only where both are; a score is no higher than the full score beside it. */
const keepsRates: Keeps = (way, values, amounts, columns) =>
  columns.every(({ kind, of, over }, c) => {
    const at = (column: number | undefined): bigint | undefined =>
      column === undefined ? undefined : values[way.indexOf(column)];
    const own = way.indexOf(c);
    if (own < 0 || DASH.test(amounts[own]!)) return true;
    if (kind === "score") {
      const full = at(columns.findIndex((column) => column.kind === "weight"));
      return full === undefined || values[own]! <= full;
    }
    if (kind !== "rate" || of === undefined || over === undefined) return true;
    const [part, whole] = [at(of), at(over)];
    if (part === undefined || whole === undefined) return false;
    if (whole === 0n) return values[own] === 0n || values[own] === HIGHEST_MARK;
    const places = amounts[own]!.replace(/[%％]$/u, "").split(".")[1]?.length ?? 0;
    const tolerance = 10n ** BigInt(Math.max(0, DECIMALS - places));
    const near = (rate: bigint): boolean => {
      const off = part * HIGHEST_MARK - rate * whole;
      return (off < 0n ? -off : off) <= tolerance * whole;
    };
    return near(values[own]!) || near(values[own]! * 100n);
  });

/** Leaves of each line's ways those that some way of the lines beside it completes to the sum, until nothing changes. */
function decide(
  lines: readonly ShortLine[],
  columns: readonly AmountColumn[],
  ways: Way[][],
  sums: readonly LineSum[],
): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const { whole, parts } of sums) {
      const members = [whole, ...parts];
      if (members.some((r) => ways[r]!.length === 0) || members.every((r) => ways[r]!.length === 1)) continue;
      const kept = completing(members.map((r, i) => ways[r]!.map((way) => vector(lines[r]!, way, columns, i === 0))));
      if (kept === null) continue;
      for (const [i, r] of members.entries()) {
        const left = ways[r]!.filter((_, w) => kept[i]!.has(w));
        changed ||= left.length < ways[r]!.length;
        ways[r] = left;
      }
    }
  }
}

/** What a line adds to each column of money; the whole counts against its parts. */
function vector({ amounts }: ShortLine, way: Way, columns: readonly AmountColumn[], isWhole: boolean): bigint[] {
  const out = columns.map(() => 0n);
  for (const [i, c] of way.entries())
    if (columns[c]!.kind === "money") out[c] = isWhole ? -exactAmount(amounts[i]!) : exactAmount(amounts[i]!);
  return out;
}

/** Which choices of each member are part of a choice of all that adds up to nothing; null where none does, or too many have to be tried. */
function completing(members: readonly (readonly bigint[][])[]): Set<number>[] | null {
  const key = (sum: readonly bigint[]): string => sum.join(",");
  const width = members[0]?.[0]?.length ?? 0;
  const none = new Array<bigint>(width).fill(0n);
  const ahead: Map<string, bigint[]>[] = [new Map([[key(none), none]])];
  for (const choices of members) {
    if (ahead.at(-1)!.size * choices.length > MOST_STEPS) return null;
    const next = new Map<string, bigint[]>();
    for (const sum of ahead.at(-1)!.values())
      for (const choice of choices) {
        const total = sum.map((value, c) => value + choice[c]!);
        next.set(key(total), total);
        if (next.size > MOST_SUMS) return null;
      }
    ahead.push(next);
  }
  if (!ahead.at(-1)!.has(key(none))) return null;
  let needed = new Map([[key(none), none]]);
  const kept: Set<number>[] = members.map(() => new Set());
  for (let m = members.length - 1; m >= 0; m--) {
    const before = new Map<string, bigint[]>();
    for (const [w, choice] of members[m]!.entries())
      for (const sum of needed.values()) {
        const rest = sum.map((value, c) => value - choice[c]!);
        if (!ahead[m]!.has(key(rest))) continue;
        kept[m]!.add(w);
        before.set(key(rest), rest);
      }
    needed = before;
  }
  return kept;
}
