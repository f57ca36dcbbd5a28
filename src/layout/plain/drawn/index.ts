import type { Grid } from "../../../lib/layout.ts";
import type { Line } from "../lines.ts";
import { readAmountTable } from "./amount-table.ts";
import { readLedgerTable } from "./ledger/index.ts";

/**
 * A table in text taken out of a PDF, where its lines are gone and its cells are broken: rebuilt from known headers, the shapes of
 * numbers and their order. Null where none begins at `at`.
 */
export function readDrawnTable(lines: readonly Line[], at: number): { grid: Grid; next: number } | null {
  if (isUnderHeads(lines[at - 1])) return null;
  return readLedgerTable(lines, at) ?? readAmountTable(lines, at);
}

/** The upper half of a head that goes on below. */
const UPPER_HALF = /^(?:年初|年末|全年|本年|上年|当年|调整|(?:本年|年末|上年)?结转|\d{4}年度?)$/u;

/** Whether a line holds the upper halves of the heads below it: 年初 | 上年 | 调整 over 预算数 | 结转数 | 预算数. */
function isUnderHeads(before: Line | undefined): boolean {
  const words =
    before === undefined || before.cell ? [] : before.text.split(/[\s\u3000]+/u).filter((word) => word !== "");
  return words.length > 1 && words.every((word) => UPPER_HALF.test(word));
}
