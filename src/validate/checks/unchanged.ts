import { push } from "../../lib/push.ts";
import type { Context } from "../context.ts";
import type { Indexed } from "../fact-index.ts";
import { words } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { quoted } from "../statements.ts";
import { told } from "../told.ts";
import { compareSame } from "../tolerance.ts";
import { fail, named, notApplicable, pass, type Verdict } from "../verdict.ts";
import { verbatim } from "./wording.ts";

/** `公务接待费支出5.21万元，与2021年度预算相比无增减`: the amount before it is the budget's. */
const AS_BUDGETED =
  /(\d[\d,]*(?:\.\d+)?)(?:亿|万|千)?元[,，](?:与|同|较|比)(?:(\d{4})年(?:度)?|本年|当年)?(?:年初)?预算数?(?:相比)?[,，]?(?:无增减|无变化|没有变化|持平|一致)/gu;

/** What is said not to differ from its budget does not differ from the budget printed for it. */
export function* unchangedFromBudget({ index, sentences }: Context): Iterable<Verdict> {
  let seen = false;
  const spent = new Map<string, Indexed[]>();
  for (const f of index.all)
    if (f.place === "narrative" && f.fact.measure === "actual" && f.statement !== null) push(spent, f.statement, f);
  for (const [i, s] of sentences.entries())
    for (const m of plainText(s.text).matchAll(AS_BUDGETED)) {
      const actuals = (spent.get(`s${i}`) ?? []).filter(
        ({ operand, fact }) =>
          operand.printed === m[1]!.replaceAll(",", "") && (m[2] === undefined || fact.fiscalYear === Number(m[2])),
      );
      const [actual] = actuals;
      if (!actual || actuals.some(({ concept }) => concept !== actual.concept)) continue;
      const { concept, fact } = actual;
      const budgets = index
        .get(concept, "initial_budget", fact.fiscalYear, fact.scope)
        .filter(({ place, fact: budget }) => place !== "narrative" && budget.fund === fact.fund);
      const [budget] = budgets;
      if (!budget) continue;
      seen = true;
      if (budgets.some(({ operand }) => compareSame(operand, actual.operand).verdict !== "differ"))
        yield pass(fact.scope);
      else
        yield fail(fact.scope, {
          sides: [actual.operand, budget.operand, words(m[0], quoted(s, verbatim(s, m[0])))],
          equation: told(`“${m[0]}”，而${named(budget.operand).zh}`, `“${m[0]}”, yet ${named(budget.operand).en}`),
          expected: budget.operand.printed,
          difference: null,
          tolerance: null,
        });
    }
  if (!seen) yield notApplicable("nothing is said to be as budgeted");
}
