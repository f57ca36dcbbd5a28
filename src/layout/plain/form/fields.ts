import { FIELD_LABEL } from "../../../../schemas/forms/performance/names.ts";
import type { Word } from "./words.ts";

const AT_START = new RegExp(`^(?:${FIELD_LABEL.source})(?:[（(][^（）()]{1,8}[）)])?[:：]?`, "u");

/** A field at a form's head: its label, and whatever follows it up to the next. */
export type Field = readonly [label: string, value: string];

/** Whether a word begins with the label of a field: 项目名称, 主管部门：某局. */
export const beginsField = (text: string): boolean => AT_START.test(text);

/** `主管部门 某局 实施单位 某中心` → label and value pairs. */
export function readFields(words: readonly Word[]): Field[] {
  const fields: [string, string][] = [];
  for (const { text } of words) {
    const label = AT_START.exec(text)?.[0] ?? "";
    // a label alone, or with its value behind a colon; 主管部门负责人 is none
    if (label !== "" && (label.length === text.length || /[:：]$/u.test(label)))
      fields.push([label, text.slice(label.length)]);
    else if (fields.length > 0) fields.at(-1)![1] += text;
  }
  return fields;
}
