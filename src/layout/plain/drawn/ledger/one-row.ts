import { SANGONG } from "../../../../../schemas/forms/sangong.ts";
import { meaningOf } from "../../../../lib/words.ts";
import type { PlainCell } from "../../grid-block.ts";
import type { Line } from "../../lines.ts";
import { exactAmount } from "../../place.ts";
import type { Drawn } from "./coded.ts";
import { amountColumns, type HeadPath, headRows } from "./columns.ts";
import type { LedgerHead } from "./head.ts";
import { AMOUNT, bodyTokens } from "./tokens.ts";

/**
 * “三公”经费 with its items across the header: as many amounts as columns, and no label. Heads of different heights are not printed in the order of
 * their columns: of all orders that keep the heads of a group together those are left whose sums hold; each amount that all of them put under the same head
 * is placed.
 */
export function readOneRow(lines: readonly Line[], head: LedgerHead): Drawn | null {
  const paths = amountColumns(head.words);
  const tokens = bodyTokens(lines, head.next);
  const end = tokens.findIndex(({ text }) => !AMOUNT.test(text));
  const values = end < 0 ? tokens : tokens.slice(0, end);
  if (paths.length < 3 || values.length !== paths.length) return null;
  if (!paths.some((path) => path.some((text) => /出国/u.test(text)))) return null;
  const printed = values.map(({ text }) => text);
  const order = keepsSums(paths, printed) ? paths : onlyOrder(paths, printed);
  if (order === null) return null;
  const marks = head.numbered === paths.length ? [paths.map((_, i) => ({ text: String(i + 1) }))] : [];
  return {
    rows: [...headRows([], order), ...marks, printed.map((text): PlainCell => ({ text }))],
    next: values.at(-1)!.line + 1,
  };
}

const conceptOf = (path: HeadPath): string | null =>
  path.reduceRight<string | null>((found, text) => found ?? meaningOf(text, SANGONG)?.concept ?? null, null);

/** 合计 = 因公出国 + 公务用车 + 公务接待, 小计 = 购置 + 运行, where the row prints each of them once. */
function keepsSums(paths: readonly HeadPath[], printed: readonly string[]): boolean {
  const vehicles = paths.flatMap((path, i) => (VEHICLE.test(path.at(-2) ?? "") ? [i] : []));
  const at = (i: number): bigint => exactAmount(printed[i]!);
  const find = (concept: string): number[] =>
    paths.flatMap((path, i) => (!vehicles.includes(i) && conceptOf(path) === concept ? [i] : []));
  const [total, abroad, reception] = ["sangong.total", "sangong.overseas", "sangong.reception"].map(find) as [
    number[],
    number[],
    number[],
  ];
  if (vehicles.length !== 3) return true;
  const [sum, ...parts] = vehicles as [number, number, number];
  if (at(sum) !== parts.reduce((all, i) => all + at(i), 0n)) return false;
  if ([total, abroad, reception].some((found) => found.length !== 1)) return true;
  return at(total[0]!) === at(abroad[0]!) + at(sum) + at(reception[0]!);
}
const VEHICLE = /^公(?:务用)?车/u;

/** The order of groups and heads that keeps the sums; null where several do and do not agree on every amount. */
function onlyOrder(paths: readonly HeadPath[], printed: readonly string[]): readonly HeadPath[] | null {
  const group = paths.filter((path) => VEHICLE.test(path.at(-2) ?? ""));
  const rest = paths.filter((path) => !group.includes(path));
  const other = rest.filter((path) => conceptOf(path) === null);
  const own = rest.filter((path) => !other.includes(path));
  if (group.length !== 3 || other.length > 1) return null;
  const orders = own.flatMap((_, i) => {
    const items = own.toSpliced(i + 1, 0, ...group);
    return other.length === 0
      ? [items]
      : [
          [...items, ...other],
          [...other, ...items],
        ];
  });
  const keeping = orders.filter((order) => keepsSums(order, printed));
  const said = new Set(
    keeping.map((order) =>
      order
        .map((path, i) => `${path.join("/")}=${printed[i]}`)
        .sort()
        .join("|"),
    ),
  );
  return said.size === 1 ? keeping[0]! : null;
}
