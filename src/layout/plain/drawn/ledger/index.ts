import type { Grid } from "../../../../lib/layout.ts";
import { gridBlock } from "../../grid-block.ts";
import type { Line } from "../../lines.ts";
import { readCodedTable } from "./coded.ts";
import { readHalves } from "./halves.ts";
import { readLedgerHead } from "./head.ts";
import { readLanes } from "./lanes.ts";
import { readOneRow } from "./one-row.ts";

/**
 * A table of final accounts or of a budget in text taken out of a PDF, known by the heads it begins with: two halves beside each other,
 * coded lines, lanes of coded lines, or one row of amounts. Null where none begins at `at`.
 */
export function readLedgerTable(lines: readonly Line[], at: number): { grid: Grid; next: number } | null {
  const head = readLedgerHead(lines, at);
  if (!head) return null;
  const codes = head.words.filter(({ kind, text }) => kind === "code" && text.length > 1).length;
  const halves = head.words.filter(({ kind, text }) => kind === "naming" && /^项目/u.test(text)).length === 2;
  const drawn = halves
    ? readHalves(lines, head)
    : codes > 1
      ? readLanes(lines, head, codes)
      : codes === 1 || head.words.some(({ kind }) => kind === "code")
        ? readCodedTable(lines, head)
        : readOneRow(lines, head);
  return drawn && { grid: gridBlock(drawn.rows, lines[at]!.number), next: drawn.next };
}
