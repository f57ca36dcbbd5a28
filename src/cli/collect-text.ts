import type { CollectReport } from "../collect/index.ts";
import { messages } from "./language.ts";
import { oneLine } from "./print.ts";
import { textTable } from "./text-table.ts";

const text = messages.collect;

/** Why something was not taken, in words. */
export const reasonText = (reason: string): string =>
  messages.collectReason[reason as keyof typeof messages.collectReason] ??
  (reason.startsWith("http-") ? text.http(reason.slice(5)) : reason);

const kindName = (kind: string): string => messages.kinds[kind as keyof typeof messages.kinds] ?? kind;
const none = new Set<number>();
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0 ? [] : [textTable([[...head], ...rows.map((row) => row.map(oneLine))], none), ""];

/** What was taken, what was not and why, and what became of each expected disclosure. */
export function collectTables({ taken, left, expected }: CollectReport): string {
  const takenRows = taken.map(({ role, published, line, words, address }) => [
    text.role[role],
    published ?? "",
    line?.name ?? words[0]!,
    address,
  ]);
  const leftRows = left.map(({ reason, words, address, final }) => [
    reasonText(reason),
    words ?? "",
    final === address ? address : `${address} → ${final}`,
  ]);
  const expectedRows = expected.map(({ region, label, fiscalYear, kind, status, addresses, looked }) => [
    region ?? "",
    label,
    String(fiscalYear),
    kindName(kind),
    text.status[status],
    addresses.join(" "),
    looked.join(" "),
  ]);
  return [
    ...table(text.takenColumns, takenRows),
    ...table(text.leftColumns, leftRows),
    ...table(text.expectedColumns, expectedRows),
  ].join("\n");
}

/** The last lines: how much of each, hosts that were left, whether there is more to do. */
export function collectSummary({ taken, left, lists, expected, hosts, complete }: CollectReport, dry: boolean): string {
  const sum = (key: "pages" | "entries" | "others"): number => lists.reduce((n, list) => n + list[key], 0);
  const bodies = new Set(taken.map(({ line }) => line?.sha256)).size;
  const counts = (["found", "several", "missing"] as const)
    .map((status) => `${text.status[status]} ${expected.filter((row) => row.status === status).length}`)
    .join(", ");
  return [
    lists.length > 0 ? text.lists(lists.length, sum("pages"), sum("entries"), sum("others")) : "",
    dry ? text.wouldTotal(taken.length, left.length) : text.total(taken.length, bodies, left.length),
    expected.length > 0 ? text.expectedTotal(expected.length, counts) : "",
    ...hosts.map(({ host, asked, left: why }) => text.host(host, asked, why === null ? "" : reasonText(why))),
    complete ? "" : text.unfinished,
  ]
    .filter(Boolean)
    .join("\n");
}
