import { LABELLED_NAME, LABELLED_NUMBER, SPACED_NAME, UNIT_FOLLOWS } from "../../schemas/forms/persons.ts";

/** What stands in the place of each character of a name or number. */
const MASK = "*";

/** A mobile number: eleven digits, whole or with dashes, no part of a longer or of a decimal number, no amount. */
const MOBILE = new RegExp(String.raw`(?<![\d.,])1[3-9]\d(?:\d{8}|-\d{4}-\d{4})(?![.,]?\d)${UNIT_FOLLOWS}`, "gu");
/** A fixed line with its area code. */
const LANDLINE = /(?<![\d.,])0\d{2,3}[-—－ ]\d{7,8}(?!\d)/gu;
const IDENTITY = /(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/gu;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether an identity number's last character is that of the others (GB 11643): a code of eighteen digits is mostly none. */
const isIdentity = (number: string): boolean =>
  "10X98765432"[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(number[i]), 0) % 11] ===
  number[17]!.toUpperCase();

/** Every character masked but blanks and dashes. */
export const hidden = (text: string): string => text.replace(/[^\s\u3000、/（）()：:\-－—]/gu, MASK);

/** Whether a text may hold any of what is masked: most hold none, and are not looked at twice. */
const MAY = /[人机话式证真]|\d{7}|1[3-9]\d-/u;

/** Whether a text is nothing but a mobile number. */
export const isMobile = (text: string): boolean => /^1[3-9]\d{9}$/u.test(text);

/**
 * A text without names and numbers of persons: names and numbers behind 填表人, 联系人, 联系电话 and the like, mobile numbers, fixed lines with
 * their area code and identity numbers anywhere, each character masked. `loose`: whether mobile numbers without a label are masked too.
 */
export function withoutPersons(text: string, loose = true): string {
  if (!MAY.test(text)) return text;
  const behind = (_: string, label: string, held: string): string => label + hidden(held);
  const labelled = text
    .replace(LABELLED_NAME, behind)
    .replace(SPACED_NAME, behind)
    .replace(LABELLED_NUMBER, behind)
    .replace(IDENTITY, (number) => (isIdentity(number) ? hidden(number) : number))
    .replace(LANDLINE, hidden);
  return loose ? labelled.replace(MOBILE, hidden) : labelled;
}
