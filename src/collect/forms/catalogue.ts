import { dayIn } from "../days.ts";
import { above, absolute, attribute, type Element, elements, textOf } from "../page.ts";
import { type Entry, type ListForm, NOTHING, wordsOf } from "./form.ts";

/** Heads of the columns, without spaces. */
const TITLE: ReadonlySet<string> = new Set([
  "名称",
  "标题",
  "信息名称",
  "文件名称",
  "信息标题",
  "公开信息名称",
  "题目",
]);
const DAY: ReadonlySet<string> = new Set(["发布日期", "发布时间", "公开日期", "公开时间", "生成日期", "日期", "时间"]);
const PUBLISHER: ReadonlySet<string> = new Set([
  "发布机构",
  "公开机构",
  "发文机构",
  "发布单位",
  "信息来源",
  "公开单位",
]);
const NUMBER: ReadonlySet<string> = new Set(["索引号", "信息索引号", "文号", "发文字号", "序号"]);

/**
 * 信息公开目录: a table with a line for each disclosure.
 *
 * Looks like   索引号 | 名称 | 发布机构 | 发布日期 | 文号, in any order; the link is in the column of the name
 * Quirks       成文日期 and 发文日期 are when it was written, not when it came out: no day is taken from them
 */
export const catalogueTable: ListForm = (page) => {
  const entries: Entry[] = [];
  for (const table of elements(page.root, "table")) {
    // Tables stand in tables that only lay the page out: each has its own rows, each row its own cells.
    const rows = [...elements(table, "tr")]
      .filter((row) => above(row, "table") === table)
      .map((row) => [...elements(row, "td", "th")].filter((cell) => above(cell, "tr") === row));
    const at = rows.findIndex(isHead);
    if (at < 0) continue;
    const heads = rows[at]!.map(head);
    const column = (names: ReadonlySet<string>): number => heads.findIndex((name) => names.has(name));
    const [title, day, publisher] = [column(TITLE), column(DAY), column(PUBLISHER)];
    for (const cells of rows.slice(at + 1)) {
      const entry = entryOf(cells[title], page.base);
      if (entry === null) continue;
      const text = (i: number): string => (cells[i] === undefined ? "" : textOf(cells[i]));
      entries.push({ ...entry, listed: dayIn(text(day))?.text ?? null, publisher: text(publisher) || null });
    }
  }
  return entries.length > 0 ? { entries, more: [] } : NOTHING;
};

const head = (cell: Element): string => textOf(cell).replace(/\s+/gu, "");

/** A row is a head where it names the column of names and one more of those that such tables have. */
function isHead(cells: readonly Element[]): boolean {
  const heads = cells.map(head);
  const has = (names: ReadonlySet<string>): boolean => heads.some((name) => names.has(name));
  return has(TITLE) && [DAY, PUBLISHER, NUMBER].some(has);
}

function entryOf(cell: Element | undefined, base: URL): Pick<Entry, "address" | "words"> | null {
  if (cell === undefined) return null;
  for (const link of elements(cell, "a")) {
    const href = attribute(link, "href");
    const address = href === undefined ? null : absolute(href, base);
    if (address !== null) return { address, words: wordsOf(link, textOf(link)) };
  }
  return null;
}
