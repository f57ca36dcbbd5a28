import type { Grid } from "../../../lib/layout.ts";
import type { Line } from "../lines.ts";
import { readAmountTable } from "./amount-table.ts";
import { readHeaderColumn } from "./header-column.ts";
import { readLedgerTable } from "./ledger/index.ts";

/**
 * A table in text taken out of a PDF, where its lines are gone and its cells are broken: rebuilt from known headers, the shapes of
 * numbers and their order. Null where none begins at `at`.
 */
export function readDrawnTable(lines: readonly Line[], at: number): { grid: Grid; next: number } | null {
  return readLedgerTable(lines, at) ?? readAmountTable(lines, at) ?? readHeaderColumn(lines, at);
}
