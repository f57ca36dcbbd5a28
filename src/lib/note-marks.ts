const DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** What a note mark looks like when it stands above the line: 1, [2], （3）, 注1, 1,2. */
const MARK = /^[\s[(（〔【]*\p{Script=Han}?\s*(\d{1,3}(?:[,，、-]\d{1,3})*)[\s\])）〕】]*$/u;
/** One letter or sign above the line, which is no exponent. */
const SIGN = /^[\s[(]*[a-z*＊†‡§#※][\s\])]*$/iu;

/**
 * Text set above the line (w:vertAlign, `<sup>`, a smaller raised run): digits become the characters that stand there by themselves, so
 * that 38.27 with a note mark is not 38.271 and m with a 2 is m².
 */
export function raised(text: string): string {
  if (SIGN.test(text)) return "";
  return (MARK.exec(text)?.[1] ?? text).replace(/\d/g, (digit) => DIGITS[Number(digit)]!);
}

/** Digits set below the line, as the characters that stand there by themselves. */
export const lowered = (text: string): string => text.replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]!);

/** Raised and circled digits right behind a number, with no more digits after them. Powers of ten keep theirs. */
const BEHIND_NUMBER =
  /(?<=\d[%％]?)(?<![×xX*]\s?10)[⁰¹²³⁴-⁹₀-₉,，、-]*[⁰¹²³⁴-⁹₀-₉①-⒇⓪⓫-⓿❶-➓㊀-㊉](?:[⁰¹²³⁴-⁹₀-₉①-⒇⓪⓫-⓿❶-➓㊀-㊉]|[,，、-](?=[⁰¹²³⁴-⁹①-⒇]))*(?![\d.])/gu;

/** The text without the note marks behind its numbers: compatibility forms would turn 9.00② into 9.002. */
export const withoutNoteMarks = (text: string): string =>
  /[⁰¹²³⁴-⁹₀-₉①-⒇⓪⓫-⓿❶-➓㊀-㊉]/u.test(text) ? text.replace(BEHIND_NUMBER, "") : text;

/** Raised and circled digits, stars and daggers at the end of a label. */
const BEHIND_LABEL = /(?<=[\p{Script=Han}）)”"])[\s]*[[(（〔【]?[⁰¹²³⁴-⁹①-⑳*＊†‡※#]+[\])）〕】]?$/u;

/** A row's label without the note mark behind it: 公务用车购置费³ is no label of its own. */
export const withoutMarkBehind = (label: string): string => label.replace(BEHIND_LABEL, "");
