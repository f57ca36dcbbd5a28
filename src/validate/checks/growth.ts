import { around } from "../candidates.ts";
import type { Context } from "../context.ts";
import type { Indexed } from "../fact-index.ts";
import { foldName, leafOf } from "../names.ts";
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

/** One change of one thing is told as a rise or as a fall, not as both. */
export function* oneDirection({ index }: Context): Iterable<Verdict> {
  let seen = false;
  const changes = new Map<string, Indexed>();
  for (const change of index.all) {
    const { fact, operand } = change;
    if (fact.measure !== "change" || change.place !== "narrative" || fact.item === null || operand.value.isZero())
      continue;
    seen = true;
    const key = [foldName(leafOf(fact.item)), fact.fiscalYear, fact.scope, fact.changeOf, operand.value.abs()].join(
      "|",
    );
    const known = changes.get(key);
    if (!known) changes.set(key, change);
    if (!known || known.operand.value.isNeg() === operand.value.isNeg()) yield pass(fact.scope);
    else
      yield fail(fact.scope, {
        sides: [known.operand, operand],
        equation: told(
          `“${fact.item}”的同一个差额${show(operand).replace("-", "")}，一处说增加，一处说减少`,
          `the same ${show(operand).replace("-", "")} of “${fact.item}” is a rise in one place and a fall in the other`,
        ),
        expected: null,
        difference: null,
        tolerance: null,
      });
  }
  if (!seen) yield notApplicable("no change in the prose");
}
