import type { DocumentHints } from "../../src/lib/extractor.ts";
import type { TableSection } from "../../src/lib/section.ts";
import { type Form, inline, label } from "./form.ts";
import { DEPARTMENT_NAME, PROJECT_NAME } from "./labels.ts";

/** Whose form it is: a project's, the whole department's, or not said in the grid. */
export type Owner = { readonly project: string } | "department" | "unsaid";

/** The name printed beside 项目名称, or in one cell with it (`项目名称：…`). */
export function ownerIn(form: Form, from: number, to: number): Owner {
  let owner: Owner = "unsaid";
  for (const row of form.rows.slice(from, to))
    for (const [i, cell] of row.cells.entries()) {
      if (cell.r !== row.r) continue;
      const text = label(cell.text);
      if (PROJECT_NAME.test(text)) {
        const name = inline(row.cells[i + 1]?.text);
        if (name) return { project: name };
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

const FORM_WORDS = /(?:项目)?(?:支出)?(?:部门)?(?:财政)?(?:绩效|自评|评价)(?:目标|评价|自评|指标|得分|情况|报告).*$/u;
const WHOLE = /整体|^(?:部门|单位)/;
const PROJECT_WORD = /(?:项目|专项|经费|资金|工程|补助|补贴|奖补|建设|运维|维护|平台|活动)$/u;

/**
 * The project a form's title or the headings above it name (`2024年度…专项绩效评价指标体系`), where its grid does not say it.
 * The body's own name, the year and the words of the form are taken off; what is left has to end in the word of a project.
 */
export function projectInTitle(section: TableSection, hints: DocumentHints): string | null {
  const lines = [section.title, ...section.caption.map((p) => p.text), ...[...section.headings].reverse()];
  for (const line of lines) {
    if (!line || line.length > 90) continue;
    const text = label(line);
    const form = FORM_WORDS.exec(text);
    if (!form || WHOLE.test(text)) continue;
    let name = text.slice(0, form.index).replace(/^(?:附件|附表|附)[\d一二三四五六七八九十-]*[：、.]?/u, "");
    name = name
      .replace(/^\d{4}年?度?/, "")
      .replace(/^[（(][一二三四五六七八九十\d]+[）)]|^[一二三四五六七八九十\d]+[、.]/u, "");
    if (hints.entity) name = name.replace(label(hints.entity), "");
    name = name.replace(/^[的“"《]+|[”"》的]+$/gu, "");
    if (name.length >= 5 && PROJECT_WORD.test(name)) return name;
  }
  return null;
}
