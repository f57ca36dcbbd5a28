import { WRITTEN_AMOUNT } from "./chinese-numerals.ts";
import type { Token } from "./token.ts";
import { YEAR_WORDS, yearOf } from "./years.ts";

const BUDGET_BASE =
  "(?:年?初|全年|调整后?|同期|本年|当年|批复|部门|财政拨款|一般公共预算|三公经费|的|支出|收入)*(?:预算)(?:安排|批复|执行)?(?:数[字据]?|额|总额|金额)?|年初(?:数|计划)|计划(?:数)?";
const ACTUAL_BASE =
  "(?:实际|财政拨款|三公经费|的|支出|收入)*(?:决算|执行|完成|实际支出)(?:数[字据]?|额|总额|金额)?|(?:实际|的)?(?:支出|开支|发生)(?:数|额|总额)";
const BASE = `(?:(?:${YEAR_WORDS}|往年)(?:年度)?(?:同期|同口径)?(?:的)?(?:相应)?(?:${BUDGET_BASE}|${ACTUAL_BASE})?|${BUDGET_BASE})(?:和(?:${YEAR_WORDS}))?`;
const AFTER = "(?:相比较?|对比|比较|相较|比)?";
const OPENING = "(?:相)?(?:比|较|对比|相较|比照|比起)(?:于|之)?|与|同|和|跟";
const COMPARISON = new RegExp(
  `(${OPENING})(${BASE})(${AFTER})|同口径同比|同比(?:去年|上年)?|环比|比上(?=增|减|下)`,
  "g",
);

/** 高于预算数1.8万元, 决算数小于年初预算3万元: base and change in one; 高于上年的… leaves the base to be told. */
const SIGNED = new RegExp(
  `(?<![不未没得])(?:(高[于出]|大于|多于|超(?:过|出)?)|(低于|小于|少于))(${BASE})(?=(?:约|了|为)*(?:[\\d.]|${WRITTEN_AMOUNT}元))`,
  "g",
);

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
    if (/^[与同和跟]$/.test(opening) && m[3] === "" && /(?:年度?|、)$/.test(text.slice(0, start))) continue;
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
  const year = /20\d{2}|19\d{2}|上|去年|前年|同期|往年/.test(words) ? yearOf(words.replace(/^往年/, "上年")) : null;
  const budget = /预算|年初数|计划/.test(words) && !/预算执行/.test(words);
  const actual = /决算|执行|完成|实际/.test(words);
  const base = budget ? "budget" : actual ? "actual" : "same";
  const adjusted = budget && /全年|调整/.test(words);
  return { year, base, ...(adjusted ? { adjusted } : {}) };
}
