import { roundingOf, sumsKept } from "../../accounts/sums.ts";
import type { PlainCell } from "../../grid-block.ts";
import type { Line } from "../../lines.ts";
import { exactAmount } from "../../place.ts";
import type { Drawn } from "./coded.ts";
import { amountColumns, headRows } from "./columns.ts";
import type { LedgerHead } from "./head.ts";
import { type ItemColumn, itemColumn, itemSums, movedOrders } from "./item-columns.ts";
import { choices } from "./missing-cells.ts";
import { AMOUNT, bodyTokens } from "./tokens.ts";

/** More columns are not tried in all ways. */
const MOST_COLUMNS = 14;

/**
 * “三公”经费 with its items across the header and no label: one row of amounts, whose blank cells may be lost. Heads of different heights are not printed
 * in the order of their columns: of all orders the header leaves open, and of all places of the amounts, those are left that keep the sums. What all
 * of them put under the same head is placed; other amounts stand apart from all heads.
 */
export function readOneRow(lines: readonly Line[], head: LedgerHead): Drawn | null {
  const columns = amountColumns(head.words).map(itemColumn);
  const tokens = bodyTokens(lines, head.next);
  const end = tokens.findIndex(({ text }) => !AMOUNT.test(text));
  const values = end < 0 ? tokens : tokens.slice(0, end);
  if (columns.length < 3 || values.length < 3 || values.length > columns.length) return null;
  if (!columns.some(({ concept }) => concept === "sangong.overseas")) return null;
  const printed = values.map(({ text }) => text);
  const fitting = fittingRows(printed, columns);
  if (fitting.length === 0) return null;
  const order = fitting[0]!.order;
  const cells = order.map((column) => {
    const said = new Set(fitting.map(({ at }) => at.get(column) ?? ""));
    return said.size === 1 ? [...said][0]! : "";
  });
  const left = [...cells];
  const apart = printed.filter((text) => !left.includes(text) || left.splice(left.indexOf(text), 1).length === 0);
  if (printed.length === columns.length && apart.length > 0) return null;
  const paths = order.map(({ path }) => path);
  const header = headRows([], paths);
  // amounts that no column is sure of stand apart from all heads, where they are counted as unread
  if (apart.length > 0) header[0]!.push({ text: "", cs: apart.length + 1, rs: header.length });
  const marks = head.numbered === paths.length ? [paths.map((_, i) => ({ text: String(i + 1) }))] : [];
  const row = [...cells, ...(apart.length > 0 ? ["", ...apart] : [])];
  return {
    rows: [...header, ...marks, row.map((text): PlainCell => ({ text }))],
    next: values.at(-1)!.line + 1,
  };
}

/** The columns in one order and the amounts printed in them. */
interface Row {
  readonly order: readonly ItemColumn[];
  readonly at: ReadonlyMap<ItemColumn, string>;
}

/** The rows that fit: exactly before those that are rounded, in the order of the header before any other. */
function fittingRows(printed: readonly string[], columns: readonly ItemColumn[]): Row[] {
  for (const slack of [0n, roundingOf(printed)])
    for (const orders of [() => [columns], () => movedOrders(columns)]) {
      const rows = orders().flatMap((order) => rowsOf(printed, order, slack));
      if (rows.length > 0) return rows;
    }
  return [];
}

/** All ways to put the amounts under the columns, in order, that keep the sums but for `slack`; a full row whose form states none has its one way. */
function rowsOf(printed: readonly string[], order: readonly ItemColumn[], slack: bigint): Row[] {
  const sums = itemSums(order);
  const full = printed.length === order.length;
  if (!full && (sums === null || order.length > MOST_COLUMNS)) return [];
  const ways = full ? [printed.map((_, i) => i)] : [...choices(order.length, printed.length)];
  const amounts = printed.map(exactAmount);
  return ways
    .filter((way) => {
      const at = new Array<bigint>(order.length).fill(0n);
      for (const [i, column] of way.entries()) at[column] = amounts[i]!;
      return sumsKept(sums ?? [], (c) => at[c]!, slack);
    })
    .map((way) => ({ order, at: new Map(way.map((column, i) => [order[column]!, printed[i]!])) }));
}
