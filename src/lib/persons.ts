import {
  CALLED,
  LABELLED_NAMES,
  LABELLED_NUMBER,
  MAY_NAME_PERSONS,
  NO_NAME,
  ROW_NAMES,
  UNIT_FOLLOWS,
} from "../../schemas/forms/persons.ts";

/** What stands in the place of each character of a name or number. */
const MASK = "*";

/** Part of a text: from its first character to behind its last. */
export type Span = readonly [from: number, to: number];

/** A mobile number: eleven digits, whole or with dashes, no part of a longer or of a decimal number, no amount. */
const MOBILE = new RegExp(
  String.raw`(?<![\d.,])(?:\+?86-?)?1[3-9]\d(?:\d{8}|-\d{4}-\d{4}|\d-\d{3}-\d{4})(?![.,]?\d)${UNIT_FOLLOWS}`,
  "gu",
);
/** With blanks it may be three numbers of a row: one only beside words of calling, or where nothing else stands. */
const SPACED_MOBILE = /(?<![\d.,] ?)(?:\+?86 )?1[3-9]\d(?: \d{4} \d{4}|\d \d{3} \d{4}|(?: \d){8})(?![.,]?\d| \d)/gu;
const ONLY_SPACED_MOBILE = /^1[3-9]\d \d{4} \d{4}$/u;
/** A fixed line with its area code. */
const LANDLINE = /(?<![\d.,])(?:\(0\d{2,3}\)[- ]?|0\d{2,3}[- ])\d{7,8}(?![.,]?\d)/gu;
const BARE_LANDLINE = /(?<![\d.,])(?:\(0\d{2,3}\) ?|0(?:10|2\d|[3-9]\d\d)[- ]?)\d{3,4}[- ]?\d{4}(?![.,]?\d)/gu;
/** Digits of an identity number stand together, in groups (6, 8, 4) or each for itself. */
const IDENTITY =
  /(?<!\d)[1-9]\d{5}[- ]?(?:18|19|20)\d{2}[- ]?(?:0[1-9]|1[0-2])[- ]?(?:0[1-9]|[12]\d|3[01])[- ]?\d{3}[\dXx](?!\d)/gu;
const APART_IDENTITY = /(?<!\d)[1-9](?: \d){16} [\dXx](?!\d)/gu;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether an identity number's last character is that of the others (GB 11643): a code of eighteen digits is mostly none. */
const isIdentity = (printed: string): boolean => {
  const number = printed.replace(/[- ]/g, "").toUpperCase();
  return "10X98765432"[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(number[i]), 0) % 11] === number[17];
};

/** Every character masked but blanks and dashes. */
export const hidden = (text: string): string => text.replace(/[^\s\u3000、/（）()：:\-－—_]/gu, MASK);

/** Signs for which forms have several: colons, dashes, full-width letters and digits. Each stays one character. */
const OTHER_SIGNS = /[\uff01-\uff5e∶︰﹕–—‐−\u00a0\u2003\u3000]/gu;
const plainSign = (sign: string): string => {
  const code = sign.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return "∶︰﹕".includes(sign) ? ":" : "–—‐−".includes(sign) ? "-" : " ";
};

/** A text with plain digits, colons and blanks, each character in its place. */
export const plainSigns = (text: string): string => text.replace(OTHER_SIGNS, plainSign);

/** So many digits are a number of a person at least. */
const MANY_DIGITS = /(?:\d[-() ]{0,2}){7}/u;

/** Whether a text is nothing but a mobile number. */
export const isMobile = (text: string): boolean => /^1[3-9]\d{9}$/u.test(plainSigns(text));

/** Whether a text is nothing but a mobile number written with blanks. */
export const isSpacedMobile = (text: string): boolean => ONLY_SPACED_MOBILE.test(plainSigns(text).trim());

/** What of a text is looked for. */
export interface Looking {
  /** Mobile numbers without a label too. */
  readonly loose?: boolean;
  /** It is the row of a table: its cells one after the other. */
  readonly row?: boolean;
}

/** Where names and numbers of persons stand in a text. */
export function personSpans(text: string, { loose = true, row = false }: Looking = {}): Span[] {
  const plain = plainSigns(text);
  if (!MAY_NAME_PERSONS.test(plain) && !MANY_DIGITS.test(plain)) return [];
  const spans: Span[] = [];
  for (const pattern of row ? ROW_NAMES : LABELLED_NAMES)
    for (const match of plain.matchAll(pattern))
      if (!NO_NAME.test(match[1]!.replace(/\s/g, ""))) spans.push(match.indices![1]!);
  for (const { indices } of plain.matchAll(LABELLED_NUMBER)) spans.push(indices![1]!);
  const all = (pattern: RegExp, holds: (found: string) => boolean = () => true): void => {
    for (const { 0: found, index } of plain.matchAll(pattern))
      if (holds(found)) spans.push([index, index + found.length]);
  };
  all(IDENTITY, isIdentity);
  all(APART_IDENTITY, isIdentity);
  if (row) return spans;
  all(LANDLINE);
  if (loose) all(MOBILE);
  if (CALLED.test(plain)) {
    all(SPACED_MOBILE);
    all(BARE_LANDLINE);
  } else if (loose && isSpacedMobile(text)) spans.push([0, text.length]);
  return spans;
}

/** A text with parts of it masked. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (to <= at) continue;
    const begin = Math.max(from, at);
    pieces.push(text.slice(at, begin), hidden(text.slice(begin, to)));
    at = to;
  }
  return pieces.join("") + text.slice(at);
}

/**
 * A text without names and numbers of persons: names and numbers behind 填表人, 联系人, 联系电话 and the like, mobile numbers, fixed lines with
 * their area code and identity numbers anywhere, each character masked. `loose`: whether mobile numbers without a label are masked too.
 */
export const withoutPersons = (text: string, loose = true): string => withoutSpans(text, personSpans(text, { loose }));
