import {
  ADJUSTED,
  BUDGETED,
  CARRIED_OUT,
  COMPARISON,
  FORMER_YEARS,
  IN_LIST,
  NAMES_YEAR,
  SIGNED,
  SPENT,
  WITH,
} from "../vocabulary/comparisons.ts";
import type { Token } from "./token.ts";
import { yearOf } from "./years.ts";

type ComparisonToken = Extract<Token, { kind: "comparison" }>;

/** `较上年`, `比2024年预算`, `与2022年相比`, `同比`: what a change is counted from. */
export function comparisons(text: string): ComparisonToken[] {
  const found: ComparisonToken[] = [];
  for (const m of text.matchAll(COMPARISON)) {
    const [whole, opening, words] = m;
    const start = m.index;
    const end = start + whole.length;
    if (opening === undefined || words === undefined) {
      found.push({ kind: "comparison", start, end, year: { offset: -1 }, base: "same" });
      continue;
    }
    // 2021年与2022年: an enumeration, no comparison.
    if (WITH.test(opening) && m[3] === "" && IN_LIST.test(text.slice(0, start))) continue;
    found.push({ kind: "comparison", start, end, ...comparedWith(words) });
  }
  for (const m of text.matchAll(SIGNED))
    found.push({
      kind: "comparison",
      start: m.index,
      end: m.index + m[0].length,
      ...comparedWith(m[3] as string),
      sign: m[1] === undefined ? -1 : 1,
    });
  return found;
}

/** What the words behind 比 or 较 name: a year, its budget or its accounts. */
function comparedWith(words: string): Pick<ComparisonToken, "year" | "base" | "adjusted"> {
  const year = NAMES_YEAR.test(words) ? yearOf(words.replace(FORMER_YEARS, "上年")) : null;
  const budget = BUDGETED.test(words) && !CARRIED_OUT.test(words);
  const actual = SPENT.test(words);
  const base = budget ? "budget" : actual ? "actual" : "same";
  const adjusted = budget && ADJUSTED.test(words);
  return { year, base, ...(adjusted ? { adjusted } : {}) };
}
