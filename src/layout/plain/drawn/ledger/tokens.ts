import { STANDS_BELOW, TITLE_OF_ACCOUNTS } from "../../../../../schemas/forms/text.ts";
import type { Line } from "../../lines.ts";

export const squeezed = (text: string): string => text.replace(/[\s\u3000]+/gu, "");

/** A printed number or a dash for none. */
export const AMOUNT = /^(?:[-－−△]?[（(]?\d[\d,，]*(?:\.\d+)?[)）]?[%％]?|[-—－–]{1,4})$/u;

/** The code of a functional or economic class: 类, 款 or 项. */
export const CODE_OF_LINE = /^[2-5]\d{2}(?:\d{2}){0,2}$/u;

/** A word of the body and the number of its line among the lines. */
export interface Token {
  readonly text: string;
  readonly line: number;
}

export const isBelow = (line: Line): boolean => {
  const text = squeezed(line.text);
  return (
    line.cell ||
    line.text.includes("\t") ||
    STANDS_BELOW.test(text) ||
    (TITLE_OF_ACCOUNTS.test(text) && text.length <= 40)
  );
};

/** The words of the body from a line on, up to the first line that stands below the table. */
export function bodyTokens(lines: readonly Line[], from: number): Token[] {
  const tokens: Token[] = [];
  for (let k = from; k < lines.length && !isBelow(lines[k]!); k++)
    for (const text of lines[k]!.text.split(/[\s\u3000]+/u)) if (text !== "") tokens.push({ text, line: k });
  return tokens;
}
