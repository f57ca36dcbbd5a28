import { push } from "../../lib/push.ts";
import { distinct } from "../candidates.ts";
import { causeOfSum } from "../causes.ts";
import type { Context } from "../context.ts";
import { codeOf, type Indexed, splitTerm } from "../fact-index.ts";
import type { ColumnRule } from "../rule.ts";
import { compareSum } from "../tolerance.ts";
import { decide, insufficient, notApplicable, show, showSum, type Verdict } from "../verdict.ts";

/**
 * 合计 against its lines, column by column. That every line was read shows in another column that closes over the same lines; where none
 * does, the failure is ours.
 */
export function* column(rule: ColumnRule, { index }: Context): Iterable<Verdict> {
  const [total] = splitTerm(rule.total);
  const tables = new Map<string, Indexed[]>();
  // rates do not add up
  for (const f of index.all) if (f.place !== "narrative" && f.fact.unit !== "%") push(tables, f.place, f);
  let seen = false;
  for (const facts of tables.values()) {
    const totals = facts.filter((f) => f.concept === total && f.fact.scope === null);
    const lines = topmost(facts, rule.lines, rule.fund);
    const names = new Set(lines.map((l) => `${l.concept}|${l.fact.scope}`));
    if (totals.length === 0 || names.size < 2) continue;
    seen = true;
    const verdicts = distinct(totals).map((t) => one(t, lines));
    const closes = [...verdicts, ...beside(rule, facts)].some((v) => v.outcome === "pass" || v.outcome === "rounding");
    for (const v of verdicts)
      yield v.outcome === "fail" && !closes ? insufficient(null, "no column closes over the lines read") : v;
  }
  if (!seen) yield notApplicable(`no table with ${rule.total} and its lines`);
}

/** The lines of a table that stand under no other of them: its classes, or what it prints without their classes. */
function topmost(facts: readonly Indexed[], pattern: RegExp, fund: string | null | undefined): readonly Indexed[] {
  const lines = facts.filter((f) => pattern.test(f.concept) && (fund === undefined || f.fact.fund === fund));
  const codes = new Set(lines.flatMap(({ fact }) => codeOf(fact) ?? []));
  return lines.filter(({ fact }) => {
    const code = codeOf(fact);
    return code === null || ![3, 5].some((digits) => digits < code.length && codes.has(code.slice(0, digits)));
  });
}

function one(total: Indexed, lines: readonly Indexed[]): Verdict {
  const mine = lines.filter(
    (l) => l.fact.measure === total.fact.measure && l.fact.fiscalYear === total.fact.fiscalYear,
  );
  if (mine.length < 2) return insufficient(null, "fewer than two lines");
  const parts = mine.map((l) => l.operand);
  const c = compareSum(total.operand, parts);
  return decide(null, c, total.operand, {
    sides: [total.operand, ...parts],
    identity: { whole: total.operand, parts },
    equation: (expected) => `${showSum(parts)} = ${expected}${total.operand.unit ?? ""} ≠ ${show(total.operand)}`,
    cause: () => causeOfSum(total.operand, parts, c),
  });
}

function beside(rule: ColumnRule, facts: readonly Indexed[]): readonly Verdict[] {
  return (rule.beside ?? []).flatMap(([term, pattern]) => {
    const [concept] = splitTerm(term);
    const lines = topmost(facts, pattern, rule.fund);
    return distinct(facts.filter((f) => f.concept === concept && f.fact.scope === null))
      .filter((t) => !t.operand.value.isZero())
      .map((t) => one(t, lines));
  });
}
