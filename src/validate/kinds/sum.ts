import { around, combinations, together } from "../candidates.ts";
import { causeOfSum } from "../causes.ts";
import type { Context } from "../context.ts";
import type { Indexed } from "../fact-index.ts";
import { placeKey } from "../operand.ts";
import type { SumRule } from "../rule.ts";
import { compareSum } from "../tolerance.ts";
import { ambiguous, decide, insufficient, notApplicable, show, showSum, type Verdict } from "../verdict.ts";

/** `total = Σ parts` for every total printed: in its table, or in its sentence and then the prose around it. */
export function* sum(rule: SumRule, { index }: Context): Iterable<Verdict> {
  const done = new Set<string>();
  let seen = false;
  for (const total of index.of(rule.total)) {
    if (!rule.measures.includes(total.fact.measure) || total.operand.approximate) continue;
    const { measure, fiscalYear, scope } = total.fact;
    if (rule.unless?.some((term) => index.get(term, measure, fiscalYear, scope).length > 0)) continue;
    const parts = rule.parts.map((term) => around(index, total, term, measure));
    const optional = (rule.optional ?? [])
      .map((term) => around(index, total, term, measure))
      .filter((l) => l.length > 0);
    const lists = [...parts, ...optional];
    // Only final accounts are added up over sentences: budgets are quoted in many phases.
    if (
      (rule.sentence || measure !== "actual") &&
      total.place === "narrative" &&
      !lists.flat().every((p) => together(p, total))
    )
      continue;
    if (lists.every((l) => l.length === 0)) continue;
    seen = true;
    const key = [placeKey(total.operand), ...lists.flat().map((p) => placeKey(p.operand))].join("+");
    if (done.has(key)) continue;
    done.add(key);
    const missing = rule.parts.filter((_, i) => parts[i]!.length === 0);
    if (missing.length > 0) {
      yield insufficient(scope, `not stated: ${missing.join(", ")}`);
      continue;
    }
    // A part a form need not print may also be one that was not read: then a short sum says nothing.
    const unread = optional.length < (rule.optional ?? []).length && !rule.sentence;
    yield best(total, combinations(lists), scope, unread);
  }
  if (!seen) yield notApplicable(`no ${rule.total} with its parts`);
}

function best(total: Indexed, ways: readonly (readonly Indexed[])[], scope: string | null, unread: boolean): Verdict {
  const tried = ways.map((way) => ({
    way,
    c: compareSum(
      total.operand,
      way.map((p) => p.operand),
    ),
  }));
  const good = tried.find((t) => t.c.verdict === "agree") ?? tried.find((t) => t.c.verdict === "rounding");
  if (!good && tried.length > 1) return ambiguous(scope, `${tried.length} ways to read the parts, none adds up`);
  const { way, c } = (good ?? tried[0])!;
  if (unread && !good && c.expected.lt(total.operand.value))
    return insufficient(scope, "parts a form need not print are not stated");
  const parts = way.map((p) => p.operand);
  return decide(scope, c, total.operand, {
    sides: [total.operand, ...parts],
    equation: (expected) => `${showSum(parts)} = ${expected}${total.operand.unit ?? ""} ≠ ${show(total.operand)}`,
    cause: () => causeOfSum(total.operand, parts, c),
  });
}
