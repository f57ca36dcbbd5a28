import { push } from "../../lib/push.ts";
import { causeOfSum } from "../causes.ts";
import type { Context } from "../context.ts";
import { codeOf, type Indexed } from "../fact-index.ts";
import type { LineRule } from "../rule.ts";
import { compareSum } from "../tolerance.ts";
import { decide, insufficient, notApplicable, show, showSum, type Verdict } from "../verdict.ts";
import { trusted } from "./trust.ts";

/** Every classification line of a table: 合计 = 基本支出 + 项目支出. A blank part is zero where the rest closes, else not read. */
export function* line(rule: LineRule, { index }: Context): Iterable<Verdict> {
  const tables = new Map<string, Map<string, Indexed[]>>();
  for (const f of index.all) {
    const code = codeOf(f.fact);
    if (f.place === "narrative" || code === null || f.fact.fund !== rule.fund || !f.concept.startsWith("function."))
      continue;
    const lines = tables.get(f.place) ?? new Map<string, Indexed[]>();
    push(lines, [code, f.fact.measure, f.fact.fiscalYear].join("|"), f);
    tables.set(f.place, lines);
  }
  let seen = false;
  for (const lines of tables.values()) {
    const verdicts: Verdict[] = [];
    for (const cells of lines.values()) {
      const at = (part: string): Indexed | undefined => cells.find((f) => f.concept.endsWith(`.${part}`));
      const whole = at(rule.whole);
      const parts = rule.parts.map(at).filter((f) => f !== undefined);
      if (!whole || parts.length === 0) continue;
      const { measure, fiscalYear, scope } = whole.fact;
      if (
        rule.unlessNonZero.some((t) => index.get(t, measure, fiscalYear, scope).some((f) => !f.operand.value.isZero()))
      )
        continue;
      verdicts.push(one(rule, whole, parts));
    }
    seen ||= verdicts.length > 0;
    yield* trusted(verdicts);
  }
  if (!seen) yield notApplicable("no lines with their parts");
}

function one(rule: LineRule, whole: Indexed, parts: readonly Indexed[]): Verdict {
  const operands = parts.map((p) => p.operand);
  const c = compareSum(whole.operand, operands);
  if (c.verdict === "differ" && parts.length < rule.parts.length && c.expected.lt(whole.operand.value))
    return insufficient(whole.fact.scope, "a part of the line is blank");
  return decide(whole.fact.scope, c, whole.operand, {
    sides: [whole.operand, ...operands],
    identity: { whole: whole.operand, parts: operands },
    equation: (expected) => `${showSum(operands)} = ${expected}${whole.operand.unit ?? ""} ≠ ${show(whole.operand)}`,
    cause: () => causeOfSum(whole.operand, operands, c),
  });
}
