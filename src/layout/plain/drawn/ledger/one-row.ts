import type { Line } from "../../lines.ts";
import type { Drawn } from "./coded.ts";
import { amountColumns, headRows } from "./columns.ts";
import type { LedgerHead } from "./head.ts";
import { AMOUNT, bodyTokens } from "./tokens.ts";

/** “三公”经费 with its items across the header: as many amounts as columns, and no label. */
export function readOneRow(lines: readonly Line[], head: LedgerHead): Drawn | null {
  const paths = amountColumns(head.words);
  const tokens = bodyTokens(lines, head.next);
  const end = tokens.findIndex(({ text }) => !AMOUNT.test(text));
  const values = end < 0 ? tokens : tokens.slice(0, end);
  if (paths.length < 3 || values.length !== paths.length) return null;
  if (!paths.some((path) => path.some((text) => /出国/u.test(text)))) return null;
  const marks = head.numbered === paths.length ? [paths.map((_, i) => ({ text: String(i + 1) }))] : [];
  return {
    rows: [...headRows([], paths), ...marks, values.map(({ text }) => ({ text }))],
    next: values.at(-1)!.line + 1,
  };
}
