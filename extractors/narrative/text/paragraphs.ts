import { type Paragraph, recognition } from "../../../src/lib/layout.ts";

/** A paragraph as one reads it: lines that were torn apart at a page or line end are one again. */
export interface Passage {
  readonly text: string;
  readonly page: number;
  readonly paragraph: Paragraph;
}

const ENDS = /[。：:！？!?]["”’）)]*\s*$/u;
const NUMBERED =
  /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、．]|\d{1,2}\.(?!\d)|[①-⑳]|[—–-]{1,2}\s*\p{L}|第[一二三四五六七八九十]+部分|其中[：:])/u;
/** A line shorter than this without an end mark is a title, not a torn line. */
const TITLE_LENGTH = 18;
/** 关于2012年部门决算和2013年“三公经费”预算情况的说明: a longer title, without a comma and with a title's last word. */
const TITLE =
  /^[^，。；：,;:]{4,60}(?:说明|公开|公示|公告|报告|报表|通报|情况|决算|预算|信息|汇总|安排|摘要|表)[）)]?\s*$/u;

/** （二）部门整体支出规模、使用方向、涉及范围等: a numbered line without a number in it … */
const HEADS_A_PARAGRAPH = /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|\d{1,2}[、.．])[^\d。]{4,50}$/u;
/** … above a sentence that begins afresh. */
const OPENS_A_PARAGRAPH = /^\s*(?:20\d{2}\s*年|截至|我[局院校镇]|本(?:部门|单位|年))/u;

/** Joins paragraphs that break off in mid-sentence with what follows them. */
export function passages(paragraphs: readonly Paragraph[]): Passage[] {
  const out: { text: string; page: number; paragraph: Paragraph }[] = [];
  for (const paragraph of paragraphs) {
    const text = paragraph.text;
    if (text.trim() === "") continue;
    const last = out.at(-1);
    const torn =
      last !== undefined &&
      !ENDS.test(last.text) &&
      !TITLE.test(last.text) &&
      !NUMBERED.test(text) &&
      !(HEADS_A_PARAGRAPH.test(last.text) && OPENS_A_PARAGRAPH.test(text)) &&
      (/；\s*$/.test(last.text) || last.text.trim().length >= TITLE_LENGTH || /[，、,]\s*$/.test(last.text));
    if (torn) {
      last.text = `${last.text}\n${text}`;
      last.paragraph = { ...last.paragraph, ...recognition([last.paragraph, paragraph]) };
    } else out.push({ text, page: paragraph.page, paragraph });
  }
  return out;
}
