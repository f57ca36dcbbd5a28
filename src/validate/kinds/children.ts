import { push } from "../../lib/push.ts";
import { causeOfSum } from "../causes.ts";
import type { Context } from "../context.ts";
import { codeOf, type Indexed } from "../fact-index.ts";
import type { ChildrenRule } from "../rule.ts";
import { compareSum } from "../tolerance.ts";
import { decide, notApplicable, show, showSum, type Verdict } from "../verdict.ts";
import { trusted } from "./trust.ts";

/** 类 = Σ款, 款 = Σ项 inside one table, one column. Parents without printed children are not judged. */
export function* children(rule: ChildrenRule, { index }: Context): Iterable<Verdict> {
  const suffix = rule.part === "" ? "" : `.${rule.part}`;
  const columns = new Map<string, Indexed[]>();
  for (const f of index.all) {
    const code = codeOf(f.fact);
    // rates do not add up
    if (
      f.place === "narrative" ||
      f.fact.unit === "%" ||
      code === null ||
      f.concept !== `${rule.family}.${code}${suffix}`
    )
      continue;
    push(columns, [f.place, f.fact.fund, f.fact.measure, f.fact.fiscalYear, f.fact.scope].join("|"), f);
  }
  let seen = false;
  for (const column of columns.values()) {
    const below = new Map<string, Map<string, Indexed>>();
    for (const f of column) {
      const code = codeOf(f.fact)!;
      if (code.length !== rule.childDigits) continue;
      const parent = code.slice(0, rule.parentDigits);
      below.set(parent, (below.get(parent) ?? new Map<string, Indexed>()).set(code, f));
    }
    const verdicts: Verdict[] = [];
    for (const parent of column) {
      const lines = below.get(codeOf(parent.fact)!);
      if (!lines || codeOf(parent.fact)!.length !== rule.parentDigits) continue;
      verdicts.push(one(parent, [...lines.values()]));
    }
    seen ||= verdicts.length > 0;
    yield* trusted(verdicts);
  }
  if (!seen) yield notApplicable("no such lines with their parents");
}

function one(parent: Indexed, lines: readonly Indexed[]): Verdict {
  const parts = lines.map((l) => l.operand);
  const c = compareSum(parent.operand, parts);
  return decide(parent.fact.scope, c, parent.operand, {
    sides: [parent.operand, ...parts],
    identity: { whole: parent.operand, parts },
    equation: (expected) => `${showSum(parts)} = ${expected}${parent.operand.unit ?? ""} ≠ ${show(parent.operand)}`,
    cause: () => causeOfSum(parent.operand, parts, c),
  });
}
