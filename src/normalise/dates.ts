const DIGITS = "〇一二三四五六七八九";
const YEAR = /(?<!\d)(20[012]\d)(?=\s*(?:年|部门|单位|预算|决算))|(二[〇○零Ｏ][〇○零一二三四五六七八九]{2})(?=\s*年)/u;

/** The first year a text states: `2024年度`, `2024 年`, `二〇二四年`; null where it states none. */
export function firstYear(text: string): number | null {
  // 2013年至2015年: the report is on the last
  const found = YEAR.exec(text.normalize("NFKC").replace(/20\d{2}年?度?\s*(?:至|到|[-—~])\s*(?=20\d{2}年)/gu, ""));
  if (!found) return null;
  if (found[1]) return Number(found[1]);
  return Number([...found[2]!].map((digit) => (/[○零Ｏ]/u.test(digit) ? 0 : DIGITS.indexOf(digit))).join(""));
}

const DATE = /(20\d{2})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?/u;

/** The first full date of a text as YYYY-MM-DD: `2024年4月30日`, `2024.4.30`; null where there is none or no such day. */
export function dateIn(text: string): string | null {
  const [, year, month, day] = DATE.exec(text.normalize("NFKC")) ?? [];
  if (!year || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  const date = `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
  const [y, m, d] = date.split("-").map(Number);
  return d! <= new Date(Date.UTC(y!, m!, 0)).getUTCDate() ? date : null;
}
