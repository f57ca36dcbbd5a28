import type { Before } from "../../../lib/head-lexer.ts";
import type { Line } from "../lines.ts";

/** A word of text: what stands before it, which of the lines it stands on, and whether a page begins with it. */
export interface Word {
  readonly text: string;
  readonly before: Before;
  readonly line: number;
  readonly page: boolean;
  /** Blank cells printed before it, where every cell is a line and blank cells are lines too. */
  readonly blanks?: number;
}

/**
 * The words of lines `from` to `to`: those of one line are set apart by blanks, those of the next by its place. Where every line is one
 * cell, so is every word.
 */
export function wordsOf(
  lines: readonly Pick<Line, "text" | "gap" | "page" | "blanks">[],
  from: number,
  to: number,
  cells = false,
): Word[] {
  const words: Word[] = [];
  for (let line = from; line < Math.min(to, lines.length); line++) {
    const { text, gap, page, blanks = 0 } = lines[line]!;
    if (cells) words.push({ text: text.trim(), before: "cell", line, page, blanks });
    else
      for (const [i, word] of bracketed(text.split(/[\s\u3000]+/u).filter((each) => each !== "")).entries())
        words.push({ text: word, before: i > 0 ? "blank" : gap ? "line" : "near", line, page: page && i === 0 });
  }
  return words;
}

const LONGEST_NOTE = 24;
/** 旅游景点开发数量( ≥**个 ): blanks inside brackets part no words. */
function bracketed(words: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const note = /[（(][^（）()]*$/u.exec(words[i]!)?.[0];
    const close = note === undefined ? -1 : words.findIndex((word, k) => k > i && /[）)]/u.test(word));
    const inside = close < 0 ? "" : words.slice(i + 1, close).join("");
    const closes = close > 0 && /^[^（(]*[）)]$/u.test(words[close]!) && (note + inside).length <= LONGEST_NOTE;
    out.push(closes ? words.slice(i, close + 1).join("") : words[i]!);
    if (closes) i = close;
  }
  return out;
}

/** Whether blank cells are printed among the words: then every cell of a line is there, and counting tells where it ends. */
export const keepsBlanks = (words: readonly Word[]): boolean => words.some(({ blanks = 0 }) => blanks > 0);

/** Where blank cells are lines a cell may take several of them: its lines are read on, up to the next cell. */
export const readOn = (words: readonly Word[]): readonly Word[] =>
  keepsBlanks(words) ? words.map((word): Word => ({ ...word, before: "line" })) : words;

export const joined = (words: readonly Pick<Word, "text">[]): string => words.map(({ text }) => text).join("");

/** Width of text in units of a full-width character. */
export function textWidth(text: string): number {
  let units = 0;
  for (const char of text) units += char.charCodeAt(0) < 0x2e80 ? 0.5 : 1;
  return units;
}
