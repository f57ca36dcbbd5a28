import { causeOfPair } from "../causes.ts";
import type { Context } from "../context.ts";
import type { FactIndex, Indexed } from "../fact-index.ts";
import { plainText } from "../plain-text.ts";
import { type Exact, moneyIn } from "../quantity.ts";
import type { EqualRule } from "../rule.ts";
import type { Sentence } from "../statements.ts";
import { compareSame } from "../tolerance.ts";
import {
  ambiguous,
  decide,
  insufficient,
  notApplicable,
  stepOf,
  UNKNOWN_KIND,
  unequal,
  type Verdict,
} from "../verdict.ts";
import { anchors } from "./anchors.ts";

/** Two concepts that are one amount, phase by phase. */
export function* equal(rule: EqualRule, { index, known, sentences }: Context): Iterable<Verdict> {
  if (!known && rule.within === "document") {
    yield notApplicable(UNKNOWN_KIND);
    return;
  }
  let seen = false;
  for (const [left, right, scope] of frames(rule, index)) {
    seen = true;
    const pairs = left.flatMap((l) => right.map((r) => [l, r] as const));
    const tried = pairs.map(([l, r]) => ({ l, r, c: compareSame(l.operand, r.operand) }));
    const good = tried.find((t) => t.c.verdict === "agree") ?? tried.find((t) => t.c.verdict === "rounding");
    if (!good && pairs.length > 1) {
      yield ambiguous(scope, "stated with several values");
      continue;
    }
    const { l, r, c } = (good ?? tried[0])!;
    if (c.verdict === "differ" && [l, r].some((f) => f.place === "narrative" && !saysTotal(f))) {
      yield insufficient(scope, "the prose does not call it a total");
      continue;
    }
    if (c.verdict === "differ" && [l, r].every((f) => f.place === "narrative") && isLeftOver(c.difference, sentences)) {
      yield insufficient(scope, "the difference is told as what is left over");
      continue;
    }
    yield decide(scope, c, l.operand, {
      sides: [l.operand, r.operand],
      equation: () => unequal(l.operand, r.operand),
      identity: { whole: l.operand, parts: [r.operand] },
      step: stepOf(l.operand, r.operand),
      cause: () => causeOfPair(l.operand, r.operand),
    });
  }
  if (!seen) yield notApplicable(`not both ${rule.left} and ${rule.right}`);
}

/** Totals of both sides balance where they are called so: a hospital's 总收入 and 总费用 do not. */
const saysTotal = ({ concept, fact }: Indexed): boolean =>
  !/\.total$/.test(concept) || /总计|收支/u.test(`${fact.item ?? ""}${fact.source.quote ?? ""}`);

/** Whether a sentence tells an amount as what is left over: 收入总计1872.4亿元, 支出总计1604.8亿元, 收支相抵，结余结转267.6亿元. */
const isLeftOver = (amount: Exact, sentences: readonly Sentence[]): boolean =>
  sentences.some(({ text }) => {
    const plain = plainText(text);
    return /结[余转]/u.test(plain) && moneyIn(plain).some(({ value }) => value.eq(amount));
  });

function* frames(
  rule: EqualRule,
  index: FactIndex,
): Iterable<readonly [readonly Indexed[], readonly Indexed[], string | null]> {
  for (const { measure, fiscalYear, scope, at } of anchors(rule, index, rule.left)) {
    if (
      rule.whereZero?.some((term) => index.get(term, measure, fiscalYear, scope).some((f) => !f.operand.value.isZero()))
    )
      continue;
    const [left, right] = [at(rule.left), at(rule.right)];
    if (left.length > 0 && right.length > 0) yield [left, right, scope];
  }
}
