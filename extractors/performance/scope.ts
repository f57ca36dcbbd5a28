import {
  AROUND_NAME,
  BEFORE_NAME,
  BODY_WORD,
  DEPARTMENT_NAME,
  FORM_WORDS,
  NO_NAME,
  PROJECT_IN_SENTENCE,
  PROJECT_NAME,
  PROJECT_NAME_IN_CELL,
  PROJECT_NAME_LINE,
  PROJECT_WORD,
  SAID_PROJECT,
  WHOLE_FORM,
  WHOLE_TITLE,
  YEAR_BEFORE_NAME,
} from "../../schemas/forms/performance/names.ts";
import { SENTENCE_MARK } from "../../schemas/forms/performance/objective.ts";
import type { DocumentHints } from "../../src/lib/extractor.ts";
import type { TableSection } from "../../src/lib/section.ts";
import { type Form, inline, label } from "./form.ts";

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
        const name = inline(row.cells.slice(i + 1).find((next) => label(next.text) !== "")?.text);
        if (name) return WHOLE_FORM.test(name) ? "department" : { project: name };
      }
      const packed = PROJECT_NAME_IN_CELL.exec(text);
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
      (PROJECT_NAME.test(text) || PROJECT_NAME_IN_CELL.test(text) || (cell.c === 0 && DEPARTMENT_NAME.test(text)))
    );
  }) ?? false;

const MAX_TITLE = 90;
/**
 * The project that a form's title, the headings above it or the lines before it name (`2024年度…专项绩效评价指标体系`), where its
 * grid does not say it. The body's own name, the year and the words of the form are taken off; what is left has to end in the
 * word of a project. A form of the whole department has none.
 */
export function projectInTitle(section: TableSection, hints: DocumentHints): string | null {
  const before = (hints.before ?? []).map((line) => label(line));
  const title = section.title === null ? null : label(section.title);
  const heading = label(section.headings.at(-1));
  if (WHOLE_TITLE.test(title ?? "")) return null;
  for (const line of [...before, ...section.caption.map((paragraph) => label(paragraph.text))].reverse()) {
    const name = PROJECT_NAME_LINE.exec(line)?.[1];
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
    const name = PROJECT_IN_SENTENCE.exec(line)?.[1];
    if (name && !WHOLE_TITLE.test(name)) return withoutBody(name, hints.entity);
  }
  return null;
}

function nameInTitle(title: string, entity: string | null): string | null {
  const form = FORM_WORDS.exec(title);
  if (!form || WHOLE_TITLE.test(title) || SENTENCE_MARK.test(title)) return null;
  const name = withoutBody(title.slice(0, form.index), entity);
  // 农村饮水安全维修养护项目绩效评价指标体系: 项目 before 绩效 says that the rest is a project's name.
  const said = SAID_PROJECT.test(form[0]) && !BODY_WORD.test(name);
  return name.length >= 4 && (said || PROJECT_WORD.test(name)) && !NO_NAME.test(name) ? name : null;
}

const withoutBody = (text: string, entity: string | null): string => {
  let name = BEFORE_NAME.reduce((rest, pattern) => rest.replace(pattern, ""), text);
  const body = entity === null ? "" : label(entity);
  for (const part of [YEAR_BEFORE_NAME, body]) name = name.replace(part, "");
  return name.replace(AROUND_NAME, "");
};
