import { BLANK_CELL, FALL, OWN_MONEY, RISE } from "../../schemas/forms/numbers.ts";
import { withoutNoteMarks } from "./note-marks.ts";

/** A printed number read exactly: its decimal and what still hung on it (`万元`, `%`), or why there is none. */
export type PrintedNumber =
  | { readonly kind: "number"; readonly value: string; readonly unit: string | null }
  /** Blank, a dash, a slash, 无: the publisher printed no number. */
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable" };

const ABSENT: PrintedNumber = { kind: "absent" };
const UNREADABLE: PrintedNumber = { kind: "unreadable" };

/** Every sign a publisher uses for minus, after NFKC. */
const MINUS = /^[-−–—‐‑‒―﹣△▲]/u;
/** A minus behind the digits, as book-keeping programs print it: 38.27-. */
const BEHIND = /^[\d,]*\d\.\d+[-−]$/u;
/** Digits with thousands separators in the right places, or without any; a decimal part; `.81` counts. */
const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?/;

/** An apostrophe between groups of three digits, or the one that marks text in a sheet before all of them. */
const APOSTROPHE = /(?<=\d)['’‘ʼ](?=\d{3}(?!\d))/gu;

/** White space, zero-width marks and line breaks fall anywhere inside a printed number: `-74.2\n1`. */
const compact = (printed: string): string => printed.normalize("NFKC").replace(/[\s\u00ad\u200b\u200c\ufeff]+/gu, "");

/**
 * Reads a printed number: thousands separators, full-width digits, −/△/（…） negatives, a trailing unit. Printed decimals are kept
 * (`21.000`). A cell like `1,23` or `1.234.56` is unreadable, never repaired; a dash is absent, never zero.
 */
export function readNumber(printed: string): PrintedNumber {
  let text = compact(withoutNoteMarks(printed))
    .replace(/^['’‘](?=[-\d.])|[*†]+$/gu, "")
    .replace(OWN_MONEY, "")
    .replace(/^¥|(?<=\d)(?:注\d{1,2}|\[\d{1,2}\]|【\d{1,2}】)$/gu, "")
    .replace(APOSTROPHE, ",");
  if (BLANK_CELL.test(text)) return ABSENT;
  const falls = FALL.test(text);
  let negative = false;
  text = text.replace(falls ? FALL : RISE, "");
  // （3.50） and (3.50)万元 are negatives in accounts
  const bracketed = /^\(([^()]*)\)(.*)$/u.exec(text);
  if (bracketed && /^¥?[\d.,]+%?$/u.test(bracketed[1]!)) {
    negative = true;
    text = bracketed[1]!.replace(/^¥/u, "") + bracketed[2]!;
  } else if (MINUS.test(text)) {
    negative = true;
    text = text.replace(MINUS, "").replace(/^¥/u, "");
  } else if (BEHIND.test(text)) {
    negative = true;
    text = text.slice(0, -1);
  } else if (text.startsWith("+")) text = text.slice(1);
  const digits = NUMBER.exec(text)?.[0] ?? "";
  if (!/\d/.test(digits)) return UNREADABLE;
  const rest = text.slice(digits.length);
  // what follows is a unit; more digits or separators mean that the number itself was misread
  if (/[\d.,]/u.test(rest.charAt(0)) || /\d/u.test(rest)) return UNREADABLE;
  const plain = digits.replaceAll(",", "");
  const value = canonicalDecimal(plain.startsWith(".") ? `0${plain}` : plain);
  return {
    kind: "number",
    value: (negative || falls) && /[1-9]/.test(value) ? `-${value}` : value,
    unit: rest === "" ? null : rest,
  };
}

/** Leading zeros off (`007.50` → `7.50`), decimals as printed. */
const canonicalDecimal = (text: string): string => text.replace(/^0+(?=\d)/, "");

/** The decimal moved by a power of ten, exact, without needless zeros: (`7.36`, 4) → `73600`. */
export function shiftDecimal(value: string, power: number): string {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const padded = fraction.padEnd(power, "0");
  const left = (whole + padded.slice(0, power)).replace(/^0+(?=\d)/, "");
  const right = padded.slice(power).replace(/0+$/, "");
  const out = right === "" ? left : `${left}.${right}`;
  return sign === "-" && /[1-9]/.test(out) ? `-${out}` : out;
}

/** The same magnitude below zero: for 减少, 下降 before a printed magnitude. A printed negative stays as it is. */
export const negate = (value: string): string => (value.startsWith("-") || !/[1-9]/.test(value) ? value : `-${value}`);
