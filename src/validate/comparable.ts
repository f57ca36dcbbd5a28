import type { Fact } from "../../schemas/index.ts";
import { clauseOf } from "./certainty.ts";
import type { Indexed } from "./fact-index.ts";
import { plainText } from "./plain-text.ts";
import type { Sentence } from "./statements.ts";

/**
 * Words beside a number that make it another amount than the same words without them: 国内公务接待费, 年初预算（含上年结转）, 全市“三公”经费.
 * The second pattern names the concepts for which they say nothing new.
 */
const MAKES_ANOTHER: readonly (readonly [RegExp, RegExp])[] = [
  [/国内/u, /^sangong\.(?!reception$)|domestic|batches|persons/],
  [/国\(境\)外|外事|外宾/u, /overseas|foreign/],
  [/基金/u, /government_fund/],
  [/国有资本/u, /state_capital/],
  [
    /财政拨款|公共预算/u,
    /^(?:sangong|general_public|appropriation|government_fund|state_capital|function|economic|staff)|appropriation|general_public/,
  ],
  [/结转|结余/u, /carryover|surplus/],
  [/调整|调增|调减|追加|压减/u, /adjustment/],
  [/累计|人均|每[人辆次]|平均|月均/u, /^$/],
  [/非税|自有|专户|其他资金/u, /other|special_account/],
  [/全[省市县区州]|汇总/u, /^$/],
  [/总[量计]/u, /total$/],
  [/本级|机关/u, /^operating_costs/],
];

/** A line of the classification is one amount within 基本支出 and another within 项目支出. */
const WITHIN = /(基本支出|项目支出|机关运行经费|政府采购)[^,，。;；\d]{0,8}(?:\d|$)/gu;
const IS_LINE = /^(?:function|economic)/;

/** Whether a document sets two statements of one meaning against each other: one scope, one fund, one way of counting. */
export function comparable(a: Indexed, b: Indexed): boolean {
  const [x, y] = [wordsOf(a.fact), wordsOf(b.fact)];
  if (a.budget !== null && b.budget !== null && a.budget !== b.budget) return false;
  if (IS_LINE.test(a.concept) && a.within !== null && b.within !== null && a.within !== b.within) return false;
  return MAKES_ANOTHER.every(([word, known]) => known.test(a.concept) || word.test(x) === word.test(y));
}

const wordsOf = (fact: Fact): string =>
  fact.basis === "table" ? plainText(fact.item ?? "") : `${plainText(fact.item ?? "")}${clauseOf(fact)}`;

const PHASE = /预算|决算|执行|实际|实支|发生|完成|开支|支出(?:了|为|共)|列支/u;

/** Whether the prose prints the phase it was read in beside a number, or in the same breath before it. */
export const phasePrinted = ({ source }: Fact): boolean => PHASE.test(plainText(source.quote ?? ""));

/** Whether it prints the year. */
export const yearPrinted = ({ source, fiscalYear }: Fact): boolean =>
  fiscalYear !== null && plainText(source.quote ?? "").includes(String(fiscalYear));

/** What the lines of the classification named in a sentence are parts of: the last amount before them under the same heading. */
export function linesWithin(sentences: readonly Sentence[]): (fact: Fact, statement: string | null) => string | null {
  let last: string | null = null;
  let heading = "";
  const before = sentences.map((s) => {
    const own = s.headings.at(-1) ?? "";
    if (own !== heading) last = named(own);
    heading = own;
    const found = last;
    last = named(s.text) ?? last;
    return found;
  });
  return (fact, statement) => {
    if (fact.basis !== "narrative" || !IS_LINE.test(fact.concept)) return null;
    return named(fact.source.quote ?? "") ?? (statement === null ? null : (before[Number(statement.slice(1))] ?? null));
  };
}

const named = (text: string): string | null => [...plainText(text).matchAll(WITHIN)].at(-1)?.[1] ?? null;

/** The budgets of a government; each has grants, carry-overs and totals of its own. */
const BUDGETS: readonly (readonly [RegExp, string])[] = [
  [/政府性基金|基金预算/u, "government_fund"],
  [/国有资本/u, "state_capital"],
  [/社会保险基金/u, "social_insurance"],
  [/财政专户/u, "special_account"],
  [/一般公共预算|公共财政预算/u, "general_public"],
];

/** Of which budget a paragraph speaks: the first one it names. */
export function budgetsOf(sentences: readonly Sentence[]): (paragraph: number | null) => string | null {
  const named = new Map<number, string>();
  for (const { text, paragraph } of sentences) {
    if (named.has(paragraph)) continue;
    const plain = plainText(text);
    const [first] = BUDGETS.map(([word, budget]) => ({ at: plain.search(word), budget }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    if (first) named.set(paragraph, first.budget);
  }
  return (paragraph) => (paragraph === null ? null : (named.get(paragraph) ?? null));
}
