import { CODE_HEAD_IN_TEXT, NAMING_HEAD, TOTAL_HEAD } from "../../../../../schemas/forms/text.ts";
import type { Grid } from "../../../../lib/layout.ts";
import { largest } from "../../../../lib/long-lists.ts";
import { gridBlock, type PlainCell } from "../../grid-block.ts";
import type { Line } from "../../lines.ts";
import { exactAmount } from "../../place.ts";
import { type CodedRow, codedRows } from "./coded-rows.ts";
import { bodyTop, mayBegin } from "./head.ts";
import { isBelow, squeezed } from "./tokens.ts";

/** Fewer coded lines with amounts are no table that can be told from running text. */
const FEWEST_ROWS = 3;

/**
 * A table of coded lines under heads that are not all known (支出决算明细表 with a column for each economic item): code, name, and the first
 * amount where it is the line's 合计 by its head and is nowhere less than an amount behind it. All other amounts stand apart from all
 * heads, where they are counted as unread. Null where no such table begins at `at`.
 */
export function readUnderUnknownHeads(lines: readonly Line[], at: number): { grid: Grid; next: number } | null {
  if (!mayBegin(lines[at]!.text)) return null;
  const top = bodyTop(lines, at);
  if (top === null) return null;
  const heads = lines.slice(at, top);
  if (heads.some((line) => isBelow(line) || /[，,、：:]$/u.test(line.text))) return null;
  const words = heads.flatMap(({ text }) => text.split(/[\s\u3000]+/u)).filter((word) => word !== "");
  if ((squeezed(words.join("")).match(CODE_HEAD_IN_TEXT) ?? []).length !== 1) return null;
  const rows = codedRows(lines, top).filter(({ label, amounts }) => label !== "" && amounts.length > 0);
  if (rows.filter(({ parts }) => parts.length > 0).length < FEWEST_ROWS) return null;
  if (!rows.some(({ amounts }) => amounts.length > 2)) return null;
  const first = words.find((word) => !NAMING_HEAD.test(word)) ?? "";
  const total = TOTAL_HEAD.test(first) && rows.every(firstIsWhole) ? first : null;
  return { grid: gridBlock(apart(rows, total), lines[at]!.number), next: rows.at(-1)!.end + 1 };
}

/** Whether no amount behind a line's first one is greater. */
function firstIsWhole({ amounts }: CodedRow): boolean {
  const [first = 0n, ...rest] = amounts.map(exactAmount);
  return rest.every((amount) => amount <= first);
}

/** Rows whose amounts, all or all but the first, stand apart from all heads behind a blank column. */
function apart(rows: readonly CodedRow[], total: string | null): PlainCell[][] {
  const lead = largest(rows.map(({ parts }) => parts.length));
  const most = largest(rows.map(({ amounts }) => amounts.length));
  const header: PlainCell[] = [
    { text: "科目编码", cs: lead },
    { text: "科目名称" },
    ...(total === null ? [{ text: "", cs: most + 1 }] : [{ text: total }, { text: "", cs: most }]),
  ];
  const body = rows.map(({ parts, label, amounts }): PlainCell[] => {
    const names: PlainCell[] =
      parts.length === 0
        ? [{ text: label, cs: lead + 1 }]
        : [...Array.from({ length: lead }, (_, i) => ({ text: parts[i] ?? "" })), { text: label }];
    const cells = total === null ? ["", ...amounts] : [amounts[0]!, "", ...amounts.slice(1)];
    return [...names, ...cells.map((text) => ({ text }))];
  });
  return [header, ...body];
}
