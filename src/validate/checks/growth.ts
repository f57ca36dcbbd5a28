import { around } from "../candidates.ts";
import type { Context } from "../context.ts";
import { told } from "../told.ts";
import { fail, notApplicable, pass, show, type Verdict } from "../verdict.ts";

/** A rate of change is told where the change is all there is: last year had nothing to grow from. */
export function* growthOverZero({ index }: Context): Iterable<Verdict> {
  let seen = false;
  for (const rate of index.all) {
    if (rate.fact.measure !== "change_rate" || rate.operand.value.isZero()) continue;
    const term = rate.fact.fund ? `${rate.concept}@${rate.fact.fund}` : rate.concept;
    const [change, ...changes] = around(index, rate, term, "change");
    const amounts = (["actual", "initial_budget"] as const).flatMap((m) => around(index, rate, term, m));
    if (!change || changes.length > 0 || amounts.length === 0) continue;
    seen = true;
    const amount = amounts.find(
      (a) => a.operand.value.eq(change.operand.value) && a.operand.unit === change.operand.unit,
    );
    if (!amount || change.operand.value.isZero()) yield pass(rate.fact.scope);
    else
      yield fail(rate.fact.scope, {
        sides: [rate.operand, change.operand, amount.operand],
        equation: told(
          `${show(amount.operand)}都是增加的，上年为零，却增长${show(rate.operand)}`,
          `all of ${show(amount.operand)} is new, last year had none, yet it grew by ${show(rate.operand)}`,
        ),
        expected: null,
        difference: null,
        tolerance: null,
      });
  }
  if (!seen) yield notApplicable("no rate of change with its change");
}
