import type { Fund } from "../../schemas/index.ts";
import { fundOf } from "./words.ts";

/** The fund of one column: null where it counts all the form counts, `undefined` where its heads name funds that cannot both hold. */
export type ColumnFund = Fund | null | undefined;

/** The fund a column's heads name, lowest first: a fund below 财政拨款 is a part of it, 财政拨款 below a fund is another cut. */
export function fundOfPath(path: readonly string[]): ColumnFund {
  let found: Fund | null = null;
  for (const text of [...path].reverse()) {
    const fund = fundOf(text);
    if (fund === null || fund === found) continue;
    if (found !== null && (found === "appropriation" || fund !== "appropriation")) return undefined;
    found ??= fund;
  }
  return found;
}

/** The fund of a column in a form that counts one fund by its title: the narrower of both; two that exclude each other are neither. */
export function narrower(form: Fund | null, column: ColumnFund): ColumnFund {
  if (column === undefined || form === null || form === column) return column;
  if (column === null || column === "appropriation") return form;
  return form === "appropriation" ? column : undefined;
}
