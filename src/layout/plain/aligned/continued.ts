import { smallest } from "../../../lib/long-lists.ts";
import { type HeadNode, pathsOf } from "../accounts/head-tree.ts";
import { sumsHold } from "../accounts/sums.ts";
import { exactAmount } from "../place.ts";
import type { Column } from "./columns.ts";

const MOST_WAYS = 200;

/** On the next page columns of numbers are as far from each other as before, but for so many characters. */
const OFF = 2;

/**
 * The columns of a page that goes on without a header, under the heads of the page before: its numbers in order under heads of numbers, its
 * names before the same numbers. Where heads are left over, the one way that keeps the distances between columns, else the one in which the
 * coded lines add up; `rowsOf` puts the page's rows behind those before. Null where none or more than one is left.
 */
export function continued(
  tree: readonly HeadNode[],
  before: readonly (Column | null)[],
  columns: readonly Column[],
  rowsOf: (placed: readonly (Column | null)[]) => readonly (readonly string[])[],
): readonly (Column | null)[] | null {
  const ways = continuations(before, columns);
  if (ways.length < 2) return ways[0] ?? null;
  const level = ways.filter((way) => keepsDistances(before, way));
  if (level.length === 1) return level[0]!;
  const proven = ways.map((way) => linesHold(tree, before, rowsOf(way)));
  const holding = proven.filter((lines) => lines >= 0);
  return holding.length === 1 && holding[0]! > 0 ? ways[proven.findIndex((lines) => lines > 0)]! : null;
}

function keepsDistances(before: readonly (Column | null)[], way: readonly (Column | null)[]): boolean {
  const pairs = before.flatMap((column, c) => (way[c]?.kind === "number" ? [[column, way[c]!] as const] : []));
  return pairs.every(([column, own], i) => {
    const last = pairs[i - 1];
    if (column === null) return false;
    return last === undefined || Math.abs(own.x1 - last[1].x1 - (column.x1 - last[0]!.x1)) <= OFF;
  });
}

/** All ways to put a page's columns under the heads of the page before. */
function continuations(before: readonly (Column | null)[], columns: readonly Column[]): (Column | null)[][] {
  const named = before.map((column) => (column === null || column.kind === "number" ? "number" : column.kind));
  const places = named.flatMap((kind, c) => (kind === "number" ? [c] : []));
  const numbers = columns.filter(({ kind }) => kind === "number");
  const ways: number[][] = [];
  const chosen: number[] = [];
  const choose = (from: number): void => {
    if (ways.length > MOST_WAYS) return;
    if (chosen.length === numbers.length) {
      ways.push([...chosen]);
      return;
    }
    for (let i = from; i <= places.length - (numbers.length - chosen.length); i++) {
      chosen.push(places[i]!);
      choose(i + 1);
      chosen.pop();
    }
  };
  choose(0);
  if (ways.length > MOST_WAYS) return [];
  return ways.flatMap((way) => {
    const placed = withNames(before, columns, new Map(way.map((place, i) => [place, numbers[i]!])));
    return placed === null ? [] : [placed];
  });
}

/** The columns of codes and names of a page put before the numbers they stand before; null where others stand there. */
function withNames(
  before: readonly (Column | null)[],
  columns: readonly Column[],
  under: Map<number, Column>,
): (Column | null)[] | null {
  for (const [from, to] of runs(columns)) {
    const last = from === 0 ? -1 : [...under].find(([, column]) => column === columns[from - 1])![0];
    const start = before.findIndex((column, c) => c > last && column !== null && column.kind !== "number");
    if (start < 0 || before.slice(last + 1, start).some((_, i) => under.has(last + 1 + i))) return null;
    let end = start;
    while (end < before.length && before[end] !== null && before[end]!.kind !== "number") end++;
    for (const kind of ["code", "name"] as const) {
      const mine = columns.slice(from, to).filter((one) => one.kind === kind);
      const places = Array.from({ length: end - start }, (_, i) => start + i).filter((c) => before[c]!.kind === kind);
      if (mine.length > places.length) return null;
      for (const [i, column] of mine.entries()) {
        // codes of fewer digits leave columns out: the first one is always there
        const off = (place: number): number =>
          Math.abs(column.x0 - mine[0]!.x0 - (before[place]!.x0 - before[places[0]!]!.x0));
        const place =
          mine.length === places.length
            ? places[i]!
            : places.reduce((best, one) => (off(one) < off(best) ? one : best));
        if (under.has(place)) return null;
        under.set(place, column);
      }
    }
  }
  return before.map((_, c) => under.get(c) ?? null);
}

/** Where codes and names stand beside each other. */
function runs(columns: readonly Column[]): [number, number][] {
  const out: [number, number][] = [];
  for (const [c, { kind }] of columns.entries()) {
    if (kind === "number") continue;
    const last = out.at(-1);
    if (last !== undefined && last[1] === c) last[1] = c + 1;
    else out.push([c, c + 1]);
  }
  return out;
}

/**
 * How many coded lines are what the lines below them add up to, in each column; -1 where one is not, or a row does not keep the sums its heads
 * state.
 */
function linesHold(
  tree: readonly HeadNode[],
  columns: readonly (Column | null)[],
  rows: readonly (readonly string[])[],
): number {
  const paths = pathsOf(tree);
  if (!rows.every((row) => sumsHold(paths, row))) return -1;
  const codes = columns.flatMap((column, c) => (column?.kind === "code" ? [c] : []));
  const numbers = columns.flatMap((column, c) => (column === null || column.kind === "number" ? [c] : []));
  const coded = rows.map((row) => codes.map((c) => row[c]!).join(""));
  let held = 0;
  for (const [r, row] of rows.entries()) {
    const code = coded[r]!;
    const below =
      code === "" ? [] : coded.flatMap((other, i) => (i > r && other.startsWith(code) && other !== code ? [i] : []));
    const shortest = smallest(below.map((i) => coded[i]!.length));
    const children = below.filter((i) => coded[i]!.length === shortest);
    if (children.length === 0) continue;
    const sums = numbers.map((c) => children.reduce((sum, i) => sum + exactAmount(rows[i]![c]!), 0n));
    if (numbers.some((c, n) => exactAmount(row[c]!) !== sums[n])) return -1;
    held++;
  }
  return held;
}
