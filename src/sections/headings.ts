import {
  ATTACHMENTS,
  BARE_PART,
  CONTENTS_TITLE,
  HEADING_DATE,
  NAMED_PART,
  STATES_NUMBER,
  TORN_LEVELS,
} from "../../schemas/forms/captions.ts";
import { squeeze } from "../lib/grid.ts";
import type { Paragraph } from "../lib/layout.ts";
import { endsSentence, hasLeaders, isCaption, isNote, namesTable, numberingLevel } from "./wording.ts";

/** The longest heading in characters. */
const LONGEST = 50;

/** 二、事业收入 8.15 is a line of a table whose rows were not rebuilt. */
const IS_ROW = /[\s\u3000][-－]?\d[\d,]*\.(?:\d+[%％]?$|\d{2,}[%％]?[\s\u3000])/u;

/** 五、年末结转：指本年度预算安排…: a term and what it means. */
const EXPLAINS = /[：:].{8,}$/u;

/**
 * Depth of a heading from 0 (a centred or large title without number) to 5 (（1）), or null for running text. The body's usual size tells
 * what is large.
 */
export function headingDepth(paragraph: Paragraph, bodySize: number | null): number | null {
  const text = squeeze(paragraph.text);
  if (text === "" || text.length > LONGEST || hasLeaders(paragraph.text) || isNote(text) || isCaption(text))
    return null;
  if (endsSentence(text) || STATES_NUMBER.test(text) || IS_ROW.test(paragraph.text.trim()) || /[，：:,、]$/u.test(text))
    return null;
  if ((EXPLAINS.test(text) && !NAMED_PART.test(text)) || ATTACHMENTS.test(text) || HEADING_DATE.test(text)) return null;
  if (TORN_LEVELS.test(text)) return null;
  const level = numberingLevel(paragraph.text);
  if (level > 0) return /[，。；]/u.test(text) && text.length > 30 ? null : level;
  if (paragraph.level !== undefined) return Math.min(paragraph.level, 5);
  if (/[，。；]/u.test(text) || /^\d+$/.test(text)) return null;
  const large = bodySize !== null && paragraph.size !== undefined && paragraph.size > 1.12 * bodySize;
  const centred = paragraph.align === "center";
  if (!(centred && (large || paragraph.bold === true || text.length <= 30)) && !(large && paragraph.bold === true))
    return null;
  // 某局2024年度部门决算表 over the first of its tables heads a part, not the document.
  return namesTable(text) && text.endsWith("表") ? 2 : 0;
}

/** Whether a line is the title of the table of contents: a place in the document, but no heading of what follows. */
export const isContentsTitle = (text: string): boolean => CONTENTS_TITLE.test(squeeze(text));

/** Numbered 1. or （1） and deeper: an item of a list as often as a heading. */
export const LIST_DEPTH = 4;

/**
 * Whether a heading goes on in the line below: 第三部分 or 第三部分 某局 2024 年度部门决算, and below
 * it, centred like it, 情况说明.
 */
export function headingGoesOn(before: Paragraph, next: Paragraph | undefined, depth: number): boolean {
  if (depth > 1 || next?.align !== "center" || next.page !== before.page) return false;
  const text = squeeze(next.text);
  if (
    numberingLevel(next.text) > 0 ||
    text.length > 30 ||
    isCaption(text) ||
    endsSentence(text) ||
    HEADING_DATE.test(text)
  )
    return false;
  const { size } = before;
  if (size !== undefined && next.size !== undefined && Math.abs(size - next.size) > 0.05 * size) return false;
  if (depth === 0) return before.align === "center" && before.bold === next.bold && !isContentsTitle(text);
  // A line that fills the page cannot be seen to be centred.
  const start = squeeze(before.text);
  if (before.align !== "center" && start.length < 20) return false;
  return BARE_PART.test(start) || (text.length <= 12 && !text.endsWith("表"));
}

/** Headings above the current line, outermost first. */
export class Outline {
  #stack: { depth: number; text: string }[] = [];

  /** Enters a heading: what is as deep or deeper ends. */
  enter(depth: number, text: string): void {
    while (this.#stack.length > 0 && this.#stack.at(-1)!.depth >= depth) this.#stack.pop();
    this.#stack.push({ depth, text: text.trim() });
  }

  get path(): string[] {
    return this.#stack.map((entry) => entry.text);
  }
}

/** The size most characters of the running text have, null where sizes are unknown. */
export function bodySizeOf(paragraphs: Iterable<Paragraph>): number | null {
  const weight = new Map<number, number>();
  for (const { size, text } of paragraphs)
    if (size !== undefined) weight.set(size, (weight.get(size) ?? 0) + text.length);
  let best: number | null = null;
  for (const [size, count] of weight) if (best === null || count > weight.get(best)!) best = size;
  return best;
}
