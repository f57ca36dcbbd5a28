import { FIELD_LABEL, PART_LABEL } from "../../../../schemas/forms/performance/names.ts";
import { EXPECTED, OBJECTIVE_LABEL } from "../../../../schemas/forms/performance/objective.ts";
import { GRADE_LABEL, SCORE_LABEL } from "../../../../schemas/forms/performance/results.ts";
import { oneWidth } from "../../../lib/head-lexer.ts";
import type { Word } from "./words.ts";

const AT_START = new RegExp(`^(?:${FIELD_LABEL.source})(?:[（(][^（）()]{1,8}[）)])?[:：]?`, "u");

/** A field at a form's head: its label, and whatever follows it up to the next. */
export type Field = readonly [label: string, value: string];

/** Whether a word begins with the label of a field: 项目名称, 主管部门：某局. */
export const beginsField = (text: string): boolean => AT_START.test(text);

const LONGEST_LABEL = 24;
/** Whether a word is the label of a score or a grade. */
const isResult = (text: string): boolean =>
  text.length <= LONGEST_LABEL && (SCORE_LABEL.test(oneWidth(text)) || GRADE_LABEL.test(oneWidth(text)));

/** Whether a word heads another part of a form: no value of a field, and no text of an objective, goes on behind it. */
export function headsPart(text: string): boolean {
  const label = oneWidth(text);
  return (
    label.length <= LONGEST_LABEL && (PART_LABEL.test(label) || OBJECTIVE_LABEL.test(label) || EXPECTED.test(label))
  );
}

/** `主管部门 某局 实施单位 某中心` → label and value pairs. */
export function readFields(words: readonly Word[]): Field[] {
  const fields: [string, string][] = [];
  let open = false;
  for (const { text } of words) {
    const label = AT_START.exec(text)?.[0] ?? "";
    // a label alone, or with its value behind a colon; 主管部门负责人 is none
    if (label !== "" && (label.length === text.length || /[:：]$/u.test(label))) {
      fields.push([label, text.slice(label.length)]);
      open = true;
    } else if (isResult(text)) {
      fields.push([text, ""]);
      open = true;
    } else if (headsPart(text)) open = false;
    else if (open && fields.length > 0) fields.at(-1)![1] += text;
  }
  return fields;
}
