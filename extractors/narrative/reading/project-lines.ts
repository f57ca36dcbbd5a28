import type { Subject } from "../text/token.ts";
import {
  ACCOUNTS,
  ALL_OF_A_KIND,
  BUDGETED,
  GENERIC,
  GIVEN,
  GIVEN_TO_PROJECTS,
  ITEM,
  ITEMS_LEAD,
  LIST,
  LIST_ENDS,
  LISTED,
  NO_PROJECT,
  NO_PROJECT_HEADING,
  OPENING,
  PROJECT,
  PROJECT_HEADING,
  WHOLE_OPENING,
} from "../vocabulary/projects.ts";

/** Projects named with an amount: in the list behind 项目支出 …, 其中：, or before their own budget. Canonical text. */
export interface ProjectLine {
  readonly start: number;
  readonly end: number;
  readonly subject: Subject;
}

const line = (start: number, name: string): ProjectLine => ({
  start,
  end: start + name.length,
  subject: { concepts: ["project"], item: name, code: null, phase: null, scope: name.replace(/支出$/u, "") },
});

/** Below a heading on what projects get: the sentence's own project, or a list whose every item is a name and its amount. */
function givenLines(text: string): ProjectLine[] {
  const given = GIVEN.exec(text);
  if (given !== null && !ALL_OF_A_KIND.test(given[1] as string)) return [line(given.index, given[1] as string)];
  const lead = ITEMS_LEAD.exec(text)?.[0] ?? "";
  if (lead === "") return [];
  const out: ProjectLine[] = [];
  let at = lead.length;
  for (const part of text.slice(at).split(/[，；。]/)) {
    const name = ITEM.exec(part)?.[1];
    if (part !== "" && (name === undefined || ACCOUNTS.test(name))) return [];
    if (name !== undefined) out.push(line(at, name));
    at += part.length + 1;
  }
  return out;
}

/**
 * All projects a sentence gives an amount for. `titled` is the project the report is about, however the sentence shortens it; `before` are
 * the headings and the paragraph so far.
 */
export function projectLines(text: string, titled: string | null, before = ""): ProjectLine[] {
  const out: ProjectLine[] = GIVEN_TO_PROJECTS.test(before) ? givenLines(text) : [];
  if (out.length > 0) return out;
  for (const list of text.matchAll(LIST)) {
    const from = list.index + list[0].length;
    const stop = text.slice(from).search(LIST_ENDS);
    const body = text.slice(0, stop < 0 ? text.length : from + stop);
    for (const m of body.matchAll(LISTED)) {
      const name = m[1] as string;
      if (m.index >= from - 1 && PROJECT.test(name) && !ACCOUNTS.test(name)) out.push(line(m.index, name));
    }
  }
  for (const m of text.matchAll(BUDGETED)) {
    const name = m[1] as string;
    if (GENERIC.test(name) || out.some((l) => l.start === m.index)) continue;
    const found = line(m.index, name);
    const same = titled !== null && titled.slice(0, 6) === name.slice(0, 6);
    out.push(same ? { ...found, subject: { ...found.subject, scope: titled } } : found);
  }
  return out;
}

/** The project a heading is about: 人民调解项目经费情况说明. */
export function projectOfHeading(headings: readonly string[]): Subject | null {
  for (const heading of headings) {
    const name = PROJECT_HEADING.exec(heading)?.[1];
    if (name === undefined || name.length < 3 || NO_PROJECT_HEADING.test(name)) continue;
    return { concepts: ["project"], item: heading.replace(/情况说明?$/u, ""), code: null, phase: null, scope: name };
  }
  return null;
}

/** The project a paragraph opens with: 校园安保服务项目绩效自评综述：…. */
export function projectOfParagraph(text: string): Subject | null {
  if (WHOLE_OPENING.test(text))
    return { concepts: ["funding.total"], item: "全年预算数", code: null, phase: null, scope: null };
  const name = OPENING.exec(text)?.[1];
  if (name === undefined || GENERIC.test(name) || ACCOUNTS.test(name) || NO_PROJECT.test(name)) return null;
  return { concepts: ["project"], item: name, code: null, phase: null, scope: name };
}
