import { matrix, squeeze } from "../lib/grid.ts";
import type { Paragraph } from "../lib/layout.ts";
import type { ProseSection, Section, TableSection } from "../lib/section.ts";

/** A body that a department's report says it covers (预算单位, 纳入决算汇编范围的单位), with the place that names it. */
export interface ListedUnit {
  readonly name: string;
  readonly page: number;
  readonly quote: string;
}

const COVERED =
  /(?:单位构成|(?:预算|决算)单位(?:设置|情况|范围)|纳入[^。；]{0,30}(?:汇编|编制|编报|公开|汇总|预算|决算)[^。；]{0,12}(?:范围|单位))/u;
const NAME_HEAD = /^(?:(?:预算|决算)?单位(?:全称|名称)?|机构名称)$/u;
/** How a list in the prose begins: 单位共3个，包括：… 即… 分别是… */
const LIST =
  /(?:纳入[^。；:：]{0,40}单位|(?:预算|决算)单位)[^。；:：]{0,16}?(?:共(?:有)?|有|包括)?[^。；:：]{0,6}?([0-9]{1,3}|[一二三四五六七八九十]{1,3})[个家户][^。；]{0,12}?(?:包括|分别是|分别为|具体是|具体为|即|:|：)[:：]?([^。]*)/u;
const NUMBERING = /^(?:[(（]?\d{1,2}[)）.、．]|[(（]?[一二三四五六七八九十]{1,3}[)）.、．]|[①-⑳])/u;
/** What no body's name contains, and how a listed body's name ends. */
const NO_NAME = /[，,。；;：:]|合计|小计|内设|科室|名称$/u;
const BODY =
  /(?:局|委|办|厅|部|署|院|处|所|站|队|社|团|馆|校|园|会|中心|政府|公司|大学|学院|学校|医院|场|库|监狱|基地|机关|本级)(?:[（(][^（）()]{1,8}[）)])?$/u;
const DIGITS = "一二三四五六七八九";

/**
 * The bodies whose accounts a department's report adds up, in printed order: a table with a column of unit names under a heading of
 * that meaning, or a sentence that lists as many names as it announces. Empty where nothing is listed completely.
 */
export function listedUnits(sections: readonly Section[]): readonly ListedUnit[] {
  for (const section of sections) {
    const found = section.kind === "table" ? inTable(section) : inProse(section);
    if (found.length > 0) return found;
  }
  return [];
}

function inTable({ grid, title, headings, caption, pages }: TableSection): readonly ListedUnit[] {
  const about = [title ?? "", headings.at(-1) ?? "", ...caption.map(({ text }) => text)].map(squeeze);
  if (!about.some((line) => COVERED.test(line))) return [];
  const rows = matrix(grid);
  const head = rows.findIndex((row) => row.some((cell) => NAME_HEAD.test(squeeze(cell?.text ?? ""))));
  if (head < 0) return [];
  const column = rows[head]!.findIndex((cell) => NAME_HEAD.test(squeeze(cell?.text ?? "")));
  const names = rows.slice(head + 1).flatMap((row) => {
    const cell = row[column];
    const name = squeeze(cell?.text ?? "").replace(NUMBERING, "");
    return name === "" ? [] : [{ name, page: cell?.page ?? pages[0] ?? 1, quote: name.slice(0, 120) }];
  });
  return complete(names, names.length);
}

function inProse({ headings, paragraphs }: ProseSection): readonly ListedUnit[] {
  const titled = COVERED.test(squeeze(headings.at(-1) ?? ""));
  for (const [at, { text, page }] of paragraphs.entries()) {
    const line = squeeze(text);
    const list = LIST.exec(line);
    if (!list || !(titled || COVERED.test(line))) continue;
    const count = countOf(list[1]!);
    const inLine = list[2]!.split(/[、，,；;]/u).map((name) => name.replace(NUMBERING, ""));
    const names = list[2] === "" ? below(paragraphs.slice(at + 1, at + 1 + count)) : inLine.filter((n) => n !== "");
    return complete(
      names.map((name) => ({ name, page, quote: line.slice(0, 120) })),
      count,
    );
  }
  return [];
}

const below = (paragraphs: readonly Paragraph[]): readonly string[] =>
  paragraphs.map(({ text }) =>
    squeeze(text)
      .replace(NUMBERING, "")
      .replace(/[。；;，,]$/u, ""),
  );

/** All or nothing: a list that is read in part says nothing about the sum. */
function complete(units: readonly ListedUnit[], count: number): readonly ListedUnit[] {
  const good = units.every(
    ({ name }) => name.length >= 3 && name.length <= 40 && !NO_NAME.test(name) && BODY.test(name),
  );
  const different = new Set(units.map(({ name }) => name)).size === units.length;
  return good && different && units.length === count && count > 0 ? units : [];
}

function countOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const [tens, ones] = text.includes("十") ? text.split("十") : ["0", text];
  const digit = (c: string | undefined, empty: number): number => (c ? DIGITS.indexOf(c) + 1 : empty);
  return text.includes("十") ? 10 * digit(tens, 1) + digit(ones, 0) : digit(ones, 0);
}
