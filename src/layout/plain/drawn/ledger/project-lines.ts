import { NAMING_OF_PROJECTS, TOTAL_OF_PROJECTS } from "../../../../../schemas/forms/text.ts";
import type { Grid } from "../../../../lib/layout.ts";
import { largest } from "../../../../lib/long-lists.ts";
import { gridBlock, type PlainCell } from "../../grid-block.ts";
import type { Line } from "../../lines.ts";
import { exactAmount } from "../../place.ts";
import { bodyTop } from "./head.ts";
import { AMOUNT, isBelow } from "./tokens.ts";

/**
 * 项目支出表 with a line for each project: 类型 | 项目名称 | 项目单位 | 合计 | funds. Known by its 合计 line, which is the sum of the lines below
 * it; the amounts behind each 合计 stand apart from all heads, where they are counted as unread. Null where no such table begins at `at`.
 */
export function readProjectLines(lines: readonly Line[], at: number): { grid: Grid; next: number } | null {
  if (!NAMING_OF_PROJECTS.test(wordsOf(lines[at]!)[0] ?? "")) return null;
  const top = bodyTop(lines, at);
  if (top === null) return null;
  const heads = lines.slice(at, top).flatMap(wordsOf);
  const names = heads.findIndex((word) => !NAMING_OF_PROJECTS.test(word));
  if (names < 1 || !heads.slice(0, names).includes("项目名称") || !TOTAL_OF_PROJECTS.test(heads[names]!)) return null;
  const rows: { labels: string[]; amounts: string[] }[] = [];
  let next = top;
  for (; next < lines.length && !isBelow(lines[next]!); next++) {
    const words = wordsOf(lines[next]!);
    const first = words.findIndex((word) => AMOUNT.test(word));
    const labels = words.slice(0, first);
    const whole = labels.length === names || (labels.length === 1 && TOTAL_OF_PROJECTS.test(labels[0]!));
    if (first < 1 || !whole || !words.slice(first).every((word) => AMOUNT.test(word))) break;
    rows.push({ labels, amounts: words.slice(first) });
  }
  const sums = rows.filter(({ labels }) => TOTAL_OF_PROJECTS.test(labels[0]!));
  const projects = rows.filter((row) => !sums.includes(row));
  const stated = sums[0]?.amounts[0];
  const sum = projects.reduce((all, { amounts }) => all + exactAmount(amounts[0]!), 0n);
  if (sums.length !== 1 || projects.length === 0 || stated === undefined || exactAmount(stated) !== sum) return null;
  const most = largest(rows.map(({ amounts }) => amounts.length));
  const header: PlainCell[] = [...heads.slice(0, names + 1).map((text) => ({ text })), { text: "", cs: most }];
  const body = rows.map(({ labels, amounts }): PlainCell[] => [
    ...labels.map((text) => ({ text, cs: labels.length === 1 ? names : 1 })),
    ...[amounts[0]!, "", ...amounts.slice(1)].map((text) => ({ text })),
  ]);
  return { grid: gridBlock([header, ...body], lines[at]!.number), next };
}

const wordsOf = ({ text }: Line): string[] => text.split(/[\s\u3000]+/u).filter((word) => word !== "");
