import type { Line } from "../../lines.ts";

export const squeezed = (text: string): string => text.replace(/[\s\u3000]+/gu, "");

/** A printed number or a dash for none. */
export const AMOUNT = /^(?:[-－−△]?[（(]?\d[\d,，]*(?:\.\d+)?[)）]?[%％]?|[-—－–]{1,4})$/u;
/** 一、 （一） 1. at the head of a label. */
export const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．.](?!\d))/u;

/** A word of the body and the number of its line among the lines. */
export interface Token {
  readonly text: string;
  readonly line: number;
}

/** Lines below a table: notes, the next table's title and caption, headings, sentences. */
const BELOW =
  /^(?:备?注[：:]|说明[：:]|附[件表]|第[一二三四五六七八九十]+部分|公开\s*\d+\s*表|(?:金额|编制|填报|预算|公开)?(?:单位|部门)(?:名称)?[：:])|[。；]$/u;
const TITLE = /(?:预算|决算|收支|总|明细|汇总|情况|分类)(?:总)?表(?:[（(].*[）)])?$/u;

export const isBelow = (line: Line): boolean => {
  const text = squeezed(line.text);
  return line.cell || line.text.includes("\t") || BELOW.test(text) || (TITLE.test(text) && text.length <= 40);
};

/** The words of the body from a line on, up to the first line that stands below the table. */
export function bodyTokens(lines: readonly Line[], from: number): Token[] {
  const tokens: Token[] = [];
  for (let k = from; k < lines.length && !isBelow(lines[k]!); k++)
    for (const text of lines[k]!.text.split(/[\s\u3000]+/u)) if (text !== "") tokens.push({ text, line: k });
  return tokens;
}
