import { squeeze } from "../lib/grid.ts";
import type { Paragraph } from "../lib/layout.ts";
import { endsSentence, hasLeaders, isCaption, isNote, numberingLevel } from "./wording.ts";

/** The longest heading in characters. */
const LONGEST = 50;
/** A sum or share in a line makes it a statement: （三）公务接待费支出0万元 is text, not a heading. */
const STATES_NUMBER = /\d(\.\d+)?\s*(万元|亿元|元|%|％|个|人次|辆|批次)/u;

/**
 * Depth of a heading from 0 (a centred or large title without number) to 5 (（1）), or null for running text. The body's usual size tells
 * what is large.
 */
export function headingDepth(paragraph: Paragraph, bodySize: number | null): number | null {
  const text = squeeze(paragraph.text);
  if (text === "" || text.length > LONGEST || hasLeaders(paragraph.text) || isNote(text) || isCaption(text))
    return null;
  if (endsSentence(text) || STATES_NUMBER.test(text) || /[，：:,、]$/u.test(text)) return null;
  const level = numberingLevel(paragraph.text);
  if (level > 0) return /[，。；]/u.test(text) && text.length > 30 ? null : level;
  if (paragraph.level !== undefined) return Math.min(paragraph.level, 5);
  if (/[，。；]/u.test(text) || /^\d+$/.test(text)) return null;
  const large = bodySize !== null && paragraph.size !== undefined && paragraph.size > 1.12 * bodySize;
  const centred = paragraph.align === "center";
  return (centred && (large || paragraph.bold === true || text.length <= 30)) || (large && paragraph.bold === true)
    ? 0
    : null;
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
