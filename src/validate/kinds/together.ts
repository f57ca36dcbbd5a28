import { distinct } from "../candidates.ts";
import type { Context } from "../context.ts";
import type { TogetherRule } from "../rule.ts";
import { told } from "../told.ts";
import { fail, named, notApplicable, pass, UNKNOWN_KIND, type Verdict } from "../verdict.ts";

/** Money was spent on what is counted as none, or nothing on what was bought. One value each, or the rule is silent: kinds of counts are many. */
export function* together(rule: TogetherRule, { index, known }: Context): Iterable<Verdict> {
  if (!known) {
    yield notApplicable(UNKNOWN_KIND);
    return;
  }
  let seen = false;
  const done = new Set<string>();
  for (const anchor of index.of(rule.amount)) {
    const { fiscalYear, scope, measure } = anchor.fact;
    if (measure !== "actual" || done.has(`${fiscalYear}|${scope}`)) continue;
    done.add(`${fiscalYear}|${scope}`);
    const amounts = distinct(index.get(rule.amount, "actual", fiscalYear, scope));
    const counts = distinct(index.get(rule.count, "count", fiscalYear, scope));
    if (amounts.length !== 1 || counts.length !== 1) continue;
    seen = true;
    const [amount, count] = [amounts[0]!.operand, counts[0]!.operand];
    const [none, some] = rule.costs ? [amount, count] : [count, amount];
    if (!none.value.isZero() || some.value.isZero()) {
      yield pass(scope);
      continue;
    }
    yield fail(scope, {
      sides: [some, none],
      equation: told(`${named(some).zh}，${named(none).zh}`, `${named(some).en}, ${named(none).en}`),
      expected: null,
      difference: null,
      tolerance: null,
    });
  }
  if (!seen) yield notApplicable(`not both ${rule.amount} and ${rule.count}`);
}
