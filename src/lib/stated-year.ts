const DIGITS = "〇一二三四五六七八九";
/** `○`, `零` and a full-width O stand for 〇 in printed years. */
const ZERO = /[○零Ｏ]/u;
const YEAR =
  /(?<!\d)(20[012]\d)(?=\s*[-—至]?\s*(?:年|(?<=[-—])(?:度|[“"]?三公)|部门|单位|预算|决算|财政|[区市省县]级))|(二[〇○零Ｏ][〇○零一二三四五六七八九]{2})(?=\s*年)/u;

/** 2013年至2015年: what such a text states is its last year. */
const SPAN = /20\d{2}年?度?\s*(?:至|到|[-—~])\s*(?=20\d{2}年)/gu;

/** The first year a text states: `2024年度`, `2024 年`, `2024部门决算`, `二〇二四年`; null where it states none. */
export function statedYear(text: string): number | null {
  const found = YEAR.exec(text.normalize("NFKC").replace(SPAN, ""));
  if (!found) return null;
  if (found[1]) return Number(found[1]);
  return Number([...found[2]!].map((digit) => (ZERO.test(digit) ? 0 : DIGITS.indexOf(digit))).join(""));
}
