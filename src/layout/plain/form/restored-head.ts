import { FUNDING_HEADS } from "../../../../schemas/forms/performance/funding.ts";
import { ACHIEVED, EXPECTED } from "../../../../schemas/forms/performance/objective.ts";
import { oneWidth } from "../../../lib/head-lexer.ts";
import { wholeMeaning } from "../../../lib/words.ts";

type Row = readonly string[];

const keyOf = (text: string): string => oneWidth(text.replace(/\s+/gu, ""));
const AMOUNT = /^(?:[-－]?[\d,，]*\d(?:\.\d+)?[%％]?|[-—－–]{1,4}|\/)$/u;
const shifted = (row: Row, by: number): string[] => [...new Array<string>(by).fill(""), ...row];

/**
 * Rows above the indicators that lost the empty cells before their first word: the lines of the 资金 block go back under its heads, the texts
 * of the objective under 预期目标 and 实际完成情况. A row that stands under its heads is left as it is.
 */
export function placeHead(rows: readonly Row[], width: number): string[][] {
  let first: number | null = null;
  let halves: readonly [number, number] | null = null;
  return rows.map((row) => {
    const heads = row.flatMap((text, c) => (wholeMeaning(keyOf(text), FUNDING_HEADS) === null ? [] : [c]));
    const achieved = row.findIndex((text) => ACHIEVED.test(keyOf(text)));
    const expected = row.findLastIndex((text, c) => c < achieved && EXPECTED.test(keyOf(text)));
    const by = halves ? underHalves(row, halves) : first !== null ? underHeads(row, first, width) : 0;
    if (heads.length >= 2) first = heads[0]!;
    halves = expected > 0 ? [expected, achieved] : null;
    if (halves) first = null;
    return shifted(row, by);
  });
}

function underHeads(row: Row, first: number, width: number): number {
  const amount = row.findIndex((text, c) => c > 0 && AMOUNT.test(keyOf(text)));
  if (amount < 0 || amount >= first) return 0;
  const last = row.findLastIndex((text) => text !== "");
  const by = first - amount;
  return last + by < width ? by : 0;
}

function underHalves(row: Row, [expected, achieved]: readonly [number, number]): number {
  const filled = row.flatMap((text, c) => (text === "" ? [] : [c]));
  const by = expected - (filled[0] ?? expected);
  return by > 0 && filled.length === 2 && filled[1]! + by === achieved ? by : 0;
}
