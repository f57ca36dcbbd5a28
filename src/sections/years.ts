const DIGITS: Readonly<Record<string, string>> = {
  〇: "0",
  "○": "0",
  零: "0",
  一: "1",
  二: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
};
const YEAR =
  /(?<!\d)(20\d{2})\s*[-—至]?\s*(?=年|部门|单位|预算|决算|财政|区级|市级|省级|县级)|(二[〇○零][〇○零一二三四五六七八九]{2})\s*年/u;

/** The first year a title, heading or year line states: `2024年度`, `二〇二四年`; null where it states none. */
export function statedYear(text: string): number | null {
  const found = YEAR.exec(text.normalize("NFKC"));
  if (found?.[1]) return Number(found[1]);
  if (found?.[2]) return Number([...found[2]].map((digit) => DIGITS[digit]).join(""));
  return null;
}
