import { DAY, PRINTED_ZERO, SPAN_OF_YEARS, YEAR_OF_REPORT } from "../../schemas/forms/phases.ts";

const DIGITS = "〇一二三四五六七八九";

/**
 * The first year a text states: `2024年度`, `2024 年`, `2024部门决算`, `二〇二四年`; that of a day only where no other is stated. Null where it
 * states none.
 */
export function statedYear(text: string): number | null {
  const printed = text.normalize("NFKC").replace(SPAN_OF_YEARS, "");
  const found = YEAR_OF_REPORT.exec(printed.replace(DAY, " ")) ?? YEAR_OF_REPORT.exec(printed);
  if (!found) return null;
  if (found[1]) return Number(found[1]);
  return Number([...found[2]!].map((digit) => (PRINTED_ZERO.test(digit) ? 0 : DIGITS.indexOf(digit))).join(""));
}
