import { LABEL_OF_LINE, MARK_LABEL, MARK_OF_COLUMN } from "../../../schemas/forms/text.ts";

/** A cell's text without any blank. */
export const squeezed = (text: string): string => text.replace(/[\s\u3000]+/gu, "");

/** A printed number, plain or with separators, and a rate. */
export const NUMBER = /^[-－−]?\d[\d,，]*(?:\.\d+)?[%％]?$/u;

/** 栏次 | 1 | 2: whether a row only numbers the columns. */
export function isNumbering(row: readonly string[]): boolean {
  const marks = row
    .filter((text) => MARK_OF_COLUMN.test(text))
    .map((text) => Number.parseInt(text.replace(/^\D/u, ""), 10));
  return (
    marks.length > 0 &&
    row.every((text) => text === "" || MARK_OF_COLUMN.test(text) || MARK_LABEL.test(text)) &&
    marks.every((n, i) => i === 0 || n === marks[i - 1]! + 1)
  );
}

/** The first row that holds no heads: an amount, a numbered label or code, a total with nothing but amounts beside it. */
export function isBody(row: readonly string[], r: number, amount: RegExp): boolean {
  if (isNumbering(row)) return false;
  if (row.some((text) => amount.test(text))) return true;
  const filled = row.filter((text) => text !== "");
  return r > 0 && LABEL_OF_LINE.test(filled[0] ?? "") && (filled.length === 1 || !/^(?:合计|总计)$/u.test(filled[0]!));
}
