import type { Grid } from "../../../../lib/layout.ts";
import { gridBlock } from "../../grid-block.ts";
import type { Line } from "../../lines.ts";
import { readCodedTable } from "./coded.ts";
import { codedRows } from "./coded-rows.ts";
import { amountColumns } from "./columns.ts";
import { readHalves } from "./halves.ts";
import { readLedgerHead } from "./head.ts";
import { readItems } from "./items.ts";
import { readLanes } from "./lanes.ts";
import { readOneRow } from "./one-row.ts";
import { readProjectLines } from "./project-lines.ts";
import { AMOUNT } from "./tokens.ts";
import { readUnderUnknownHeads } from "./unknown-heads.ts";

/**
 * A table of final accounts or of a budget in text taken out of a PDF, known by the heads it begins with: two halves beside each other,
 * coded lines, lanes of coded lines, or one row of amounts. Null where none begins at `at`.
 */
export function readLedgerTable(lines: readonly Line[], at: number): { grid: Grid; next: number } | null {
  const projects = readProjectLines(lines, at);
  if (projects) return projects;
  const head = readLedgerHead(lines, at);
  if (!head) return readAmongUnknownHeads(lines, at) ?? readUnderUnknownHeads(lines, at);
  const kinds = head.words.filter(({ text }) => text.length > 1).map(({ kind }) => kind);
  const [first, second] = kinds.flatMap((kind, i) => (kind === "code" ? [i] : []));
  const codes = kinds.filter((kind) => kind === "code").length;
  // 科目编码 twice before the first amounts: two classifications of one line, else two lines beside each other
  const paired = codes === 2 && !kinds.slice(first, second).includes("amount") && arePaired(lines, head.next);
  const named = head.words.some(({ kind, text }) => kind === "code" || /^(?:单位|部门)/u.test(text));
  const halves =
    head.words.filter(({ kind, text }) => kind === "name" && /^项目(?!名称|单位)/u.test(text)).length === 2;
  const items = readItems(lines, head);
  const drawn = items
    ? items
    : halves
      ? readHalves(lines, head)
      : codes > 1 && !paired
        ? readLanes(lines, head, codes)
        : named
          ? readCodedTable(lines, head, paired)
          : readOneRow(lines, head);
  return drawn && { grid: gridBlock(drawn.rows, lines[at]!.number), next: drawn.next };
}

/** Whether two codes share a line's amounts: as many codes without amounts as with. */
function arePaired(lines: readonly Line[], from: number): boolean {
  const coded = codedRows(lines, from).filter(({ parts }) => parts.length > 0);
  const without = coded.filter(({ amounts }) => amounts.length === 0).length;
  return without * 3 > coded.length;
}

/**
 * A table some of whose heads no form prints: where every line fills every column, each amount stands under its head, and the columns of
 * such heads are left unread.
 */
function readAmongUnknownHeads(lines: readonly Line[], at: number): { grid: Grid; next: number } | null {
  const head = readLedgerHead(lines, at, true);
  if (!head?.words.some((word) => word.unknown)) return null;
  const codes = head.words.filter(({ kind, text }) => kind === "code" && text.length > 1).length;
  const drawn = codes === 0 ? readItems(lines, head) : codes === 1 ? readCodedTable(lines, head, false) : null;
  if (drawn === null) return null;
  const columns = amountColumns(head.words).length;
  const body = drawn.rows.filter((row) => row.some(({ text }) => AMOUNT.test(text) && /[.]/u.test(text)));
  const whole = body.every((row) => row.filter(({ text }) => AMOUNT.test(text)).length >= columns);
  return body.length > 1 && whole ? { grid: gridBlock(drawn.rows, lines[at]!.number), next: drawn.next } : null;
}
