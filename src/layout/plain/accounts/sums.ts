import { SUM_OF_HEADS } from "../../../../schemas/forms/text.ts";
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

/** Whether a row, a text for each column, keeps the sums its heads state. */
export function sumsHold(paths: readonly (readonly string[])[], row: readonly string[]): boolean {
  const at = (c: number): bigint => exactAmount(row[c] ?? "");
  return columnSums(paths).every(({ whole, parts }) => at(whole) === parts.reduce((sum, c) => sum + at(c), 0n));
}
