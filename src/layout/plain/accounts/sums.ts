import { CLOSING_HEAD, OPENING_HEAD, SUM_OF_HEADS } from "../../../../schemas/forms/text.ts";
import { largest } from "../../../lib/long-lists.ts";
import { exactAmount } from "../place.ts";

/** A column that is the sum of others. */
export interface ColumnSum {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** 合计 or 小计 adds up what stands beside it under the same head; a group beside it counts with its own sum, else with all its columns. */
export function columnSums(paths: readonly (readonly string[])[]): ColumnSum[] {
  const isWithin = (path: readonly string[], over: readonly string[]) => over.every((text, i) => path[i] === text);
  return paths.flatMap((path, whole) => {
    if (!SUM_OF_HEADS.test(path.at(-1) ?? "")) return [];
    const over = path.slice(0, -1);
    const parts = paths.flatMap((other, c) => {
      if (c <= whole || !isWithin(other, over)) return [];
      const group = other.slice(0, over.length + 1);
      const ownSum = paths.findIndex(
        (p) => p.length > group.length && isWithin(p, group) && SUM_OF_HEADS.test(p.at(-1)!),
      );
      return ownSum < 0 || ownSum === c ? [c] : [];
    });
    return parts.length === 0 ? [] : [{ whole, parts }];
  });
}

/** Whether each sum is the total of its parts, by `slack` at most. */
export const sumsKept = (sums: readonly ColumnSum[], at: (column: number) => bigint, slack = 0n): boolean =>
  sums.every(
    ({ whole, parts }) =>
      distance(
        at(whole),
        parts.reduce((sum, c) => sum + at(c), 0n),
      ) <= slack,
  );

/** How far two amounts are apart. */
export const distance = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a);

/** Half of the last printed digit for each amount that is added: 3,019.34 = 2,439.14 + 580.19. */
export function roundingOf(amounts: readonly string[]): bigint {
  const digits = largest(amounts.map((amount) => amount.split(".")[1]?.match(/^\d+/u)?.[0].length ?? 0));
  return digits === 0 ? 0n : (BigInt(amounts.length) * exactAmount(`0.${"0".repeat(digits - 1)}1`)) / 2n;
}

/** Whether a row, a text for each column, keeps the sums its heads state. */
export function sumsHold(paths: readonly (readonly string[])[], row: readonly string[]): boolean {
  const at = (c: number): bigint => exactAmount(row[c] ?? "");
  return balances(paths, at) && sumsKept(columnSums(paths), at);
}

/** Whether at least half of the rows keep the sums that the heads state. */
export const mostKeepSums = (paths: readonly (readonly string[])[], rows: readonly (readonly string[])[]): boolean =>
  rows.filter((row) => sumsHold(paths, row)).length * 2 >= rows.length;

/** A fund's table: 年初结转和结余 + 本年收入 − 本年支出 = 年末结转和结余. */
function balances(paths: readonly (readonly string[])[], at: (column: number) => bigint): boolean {
  const tops = paths.map((path) => path[0] ?? "");
  const [opening, closing, income, spent] = [
    tops.findIndex((head) => OPENING_HEAD.test(head)),
    tops.findIndex((head) => CLOSING_HEAD.test(head)),
    tops.indexOf("本年收入"),
    tops.findIndex((head) => head.startsWith("本年支出")),
  ];
  if ([opening, closing, income, spent].some((column) => column < 0)) return true;
  return at(opening) + at(income) - at(spent) === at(closing);
}

/**
 * The columns in the one order in which most rows that fill them keep their sums. A head that stands over others may be printed before or behind
 * its neighbours, as its height in the header goes. Null where no order does, or more than one.
 */
export function inOrder(
  paths: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] | null {
  const full = rows.filter((row) => row.length === paths.length);
  const keeps = (order: readonly (readonly string[])[]): boolean => mostKeepSums(order, full);
  if (full.length === 0 || keeps(paths)) return paths;
  const blocks: (readonly string[])[][] = [];
  for (const path of paths) {
    const last = blocks.at(-1);
    if (last !== undefined && path.length > 1 && last[0]![0] === path[0]) last.push(path);
    else blocks.push([path]);
  }
  const orders = blocks.flatMap((block, from) => {
    if (block.length < 2) return [];
    const others = blocks.toSpliced(from, 1);
    return others.map((_, i) => others.toSpliced(i < from ? i : i + 1, 0, block).flat());
  });
  const keeping = orders.filter(keeps);
  return keeping.length === 1 ? keeping[0]! : null;
}
