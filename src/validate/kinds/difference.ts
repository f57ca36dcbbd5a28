import type { Measure } from "../../../schemas/index.ts";
import { around } from "../candidates.ts";
import { causeOfPair } from "../causes.ts";
import type { Context } from "../context.ts";
import type { DifferenceRule } from "../rule.ts";
import { compareSum } from "../tolerance.ts";
import { decide, insufficient, notApplicable, show, type Verdict } from "../verdict.ts";

const AMOUNTS = ["actual", "initial_budget", "final_budget"] as const;

/** 支出数比预算数减少: of a budget that was adjusted either may be meant. */
const BUDGETS: readonly Measure[] = ["initial_budget", "final_budget"];

/** What a change of a phase may be counted from: 与2013年年初预算相比 says nothing of what was spent in 2013. */
const previousPhases = (phase: Measure, changeOf: Measure | null): readonly Measure[] =>
  phase === "actual" ? ["actual"] : changeOf === "initial_budget" ? ["initial_budget", "final_budget"] : AMOUNTS;

/** A stated difference against the amounts it is between, in its table or sentence. */
export function* difference(rule: DifferenceRule, { index }: Context): Iterable<Verdict> {
  let seen = false;
  for (const stated of index.all) {
    if (stated.fact.measure !== rule.measure || !rule.concepts.test(stated.concept) || stated.operand.approximate)
      continue;
    const year = stated.fact.fiscalYear;
    if (year === null) continue;
    seen = true;
    const term = stated.fact.fund ? `${stated.concept}@${stated.fact.fund}` : stated.concept;
    // A budget's change is between two budgets: the phases of both sides go together.
    const phases = rule.minuend === "actual" && rule.subtrahend === "previous" ? AMOUNTS : [rule.minuend];
    const pairs = phases.flatMap((phase) => {
      const left = around(index, stated, term, phase);
      const others =
        rule.subtrahend === "previous"
          ? previousPhases(phase, stated.fact.changeOf ?? null)
          : rule.subtrahend === "initial_budget"
            ? BUDGETS
            : [rule.subtrahend];
      const right = others.flatMap((m) =>
        around(index, stated, term, m, rule.subtrahend === "previous" ? year - 1 : year),
      );
      return left.flatMap((l) => right.map((r) => [l, r] as const));
    });
    if (pairs.length === 0) {
      yield insufficient(stated.fact.scope, "the amounts it is between are not stated");
      continue;
    }
    const tried = pairs.map(([l, r]) => ({ l, r, c: compareSum(stated.operand, [l.operand, r.operand], [1, -1]) }));
    const { l, r, c } = tried.find((t) => t.c.verdict !== "differ") ?? tried[0]!;
    yield decide(stated.fact.scope, c, stated.operand, {
      sides: [stated.operand, l.operand, r.operand],
      identity: { whole: stated.operand, parts: [l.operand, r.operand], signs: [1, -1] },
      equation: (expected) =>
        `${show(l.operand)} − ${show(r.operand)} = ${expected}${stated.operand.unit ?? ""} ≠ ${show(stated.operand)}`,
      cause: () =>
        causeOfPair(stated.operand, {
          ...stated.operand,
          value: c.expected,
          printed: c.expected.div(stated.operand.scale).toFixed(),
        }),
    });
  }
  if (!seen) yield notApplicable(`no ${rule.measure} stated`);
}
