import type { DocumentHints } from "../../src/lib/extractor.ts";
import type { TableSection } from "../../src/lib/section.ts";
import { type Form, inline, label } from "./form.ts";
import { DEPARTMENT_NAME, PROJECT_NAME } from "./labels.ts";

/** Whose form it is: a project's, the whole department's, or not said in the grid. */
export type Owner = { readonly project: string } | "department" | "unsaid";

/** A form of the whole department may print 整体支出 where the project's name stands. */
const WHOLE_FORM = /^(?:部门|单位)?整体支出/;

/** The name printed beside 项目名称, or in one cell with it (`项目名称：…`). */
export function ownerIn(form: Form, from: number, to: number): Owner {
  let owner: Owner = "unsaid";
  for (const row of form.rows.slice(from, to))
    for (const [i, cell] of row.cells.entries()) {
      if (cell.r !== row.r) continue;
      const text = label(cell.text);
      if (PROJECT_NAME.test(text)) {
        const name = inline(row.cells.slice(i + 1).find((next) => label(next.text) !== "")?.text);
        if (name) return WHOLE_FORM.test(name) ? "department" : { project: name };
      }
      const packed = /^((?:专项)?项目(?:支出)?名称)：(.+)$/u.exec(text);
      if (packed?.[2]) return { project: packed[2] };
      if (DEPARTMENT_NAME.test(text)) owner = "department";
    }
  return owner;
}

/** Whether a row opens a form: it carries the name of a project or of a department. */
export const opensForm = (form: Form, r: number): boolean =>
  form.rows[r]?.cells.some((cell) => {
    const text = label(cell.text);
    return (
      cell.r === r &&
      (PROJECT_NAME.test(text) ||
        /^(?:专项)?项目(?:支出)?名称：/.test(text) ||
        (cell.c === 0 && DEPARTMENT_NAME.test(text)))
    );
  }) ?? false;

const FORM_WORDS =
  /(?:项目)?(?:支出)?(?:部门)?(?:财政)?(?:绩效|自评|评价)(?:目标|评价|自评|指标|得分|情况|报告|体系).*$/u;
const WHOLE = /整体|^(?:部门|单位)/;
const PROJECT_WORD = /(?:项目|专项|经费|资金|工程|补助|补贴|奖补|建设|运维|维护|平台|活动)$/u;
/** What the name of a body ends in. */
const BODY_WORD =
  /(?:[省市县区州旗乡镇]|街道|[局厅委部处院校所站队社]|办公室|中心|政府|学校|公司|协会|联合会|\d{4}年度?)$/u;
/** A sentence on the way to a table: `运用评价指标体系…2023年度公路养护专项绩效自评…`. */
const IN_SENTENCE =
  /(?:\d{4}年度?|[“"《]|对|关于)([^，。；：“”"《》]{3,40}?(?:项目|专项|经费|资金|工程|补助|补贴|建设|平台|活动))[”"》]?(?:项目)?(?:支出)?(?:部门)?绩效(?:自评|评价)/u;
const MAX_TITLE = 90;
/** The head of a form printed as lines above its table: `项目名称：公路养护`. */
const NAME_LINE = /^(?:专项)?项目(?:支出)?名称：([^：]{2,60})$/u;

/**
 * The project that a form's title, the headings above it or the lines before it name (`2024年度…专项绩效评价指标体系`), where its
 * grid does not say it. The body's own name, the year and the words of the form are taken off; what is left has to end in the
 * word of a project. A form of the whole department has none.
 */
export function projectInTitle(section: TableSection, hints: DocumentHints): string | null {
  const before = (hints.before ?? []).map((line) => label(line));
  const title = section.title === null ? null : label(section.title);
  const heading = label(section.headings.at(-1));
  if (WHOLE.test(title ?? "")) return null;
  for (const line of [...before, ...section.caption.map((paragraph) => label(paragraph.text))].reverse()) {
    const name = NAME_LINE.exec(line)?.[1];
    if (name) return WHOLE_FORM.test(name) ? null : name;
  }
  const titles = [
    title,
    // The title stands on two lines, the project's name on the first.
    title !== null && FORM_WORDS.exec(title)?.index === 0 ? `${heading}${title}` : null,
    ...section.caption.map((paragraph) => label(paragraph.text)),
    title === null ? before.at(-1) : null,
    title === null && before.length > 1 ? before.slice(-2).join("") : null,
    ...[...section.headings].reverse().map((line) => label(line)),
  ];
  for (const line of titles) {
    const name = line && line.length <= MAX_TITLE ? nameInTitle(line, hints.entity) : null;
    if (name) return name;
  }
  if (title !== null) return null;
  for (const line of [...before].reverse()) {
    const name = IN_SENTENCE.exec(line)?.[1];
    if (name && !WHOLE.test(name)) return withoutBody(name, hints.entity);
  }
  return null;
}

function nameInTitle(title: string, entity: string | null): string | null {
  const form = FORM_WORDS.exec(title);
  if (!form || WHOLE.test(title) || /[，。；]/.test(title)) return null;
  const name = withoutBody(title.slice(0, form.index), entity);
  // 农村饮水安全维修养护项目绩效评价指标体系: 项目 before 绩效 says that the rest is a project's name.
  const said = /^项目(?!支出)/.test(form[0]) && !BODY_WORD.test(name);
  return name.length >= 4 && (said || PROJECT_WORD.test(name)) && !/^(?:项目|专项资金|预算项目|部门项目)$/.test(name)
    ? name
    : null;
}

const withoutBody = (text: string, entity: string | null): string => {
  let name = text.replace(/^(?:附件|附表|附)[\d一二三四五六七八九十-]*[：、.]?/u, "");
  name = name.replace(/^[（(][一二三四五六七八九十\d]+[）)]|^[一二三四五六七八九十]+[、.]|^\d{1,2}[、.]/u, "");
  const body = entity === null ? "" : label(entity);
  for (const part of [/^\d{4}年?度?/, body]) name = name.replace(part, "");
  return name.replace(/^\d{4}年度?|^[的“"《]+|[”"》的]+$/gu, "");
};
