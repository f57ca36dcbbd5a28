import type { Finding, Record_ } from "../../schemas/index.ts";
import type { Place } from "../lib/reading.ts";
import type { Section } from "../lib/section.ts";
import { contextOf } from "./context.ts";
import { finding, grouped } from "./findings.ts";
import { apply } from "./kinds/index.ts";
import type { Outcome } from "./outcome.ts";
import { tempered } from "./recognised.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { withoutUnread } from "./unread-parts.ts";

export { type AcrossFinding, PAIR_RULES, type Statement, validateAcross } from "./across.ts";
export { ACROSS_RULES } from "./across-rules.ts";
export {
  DEPARTMENT_RULE,
  type Department,
  type DepartmentResult,
  departmentOf,
  validateDepartments,
} from "./department-sum.ts";
export { type ExplainedRule, explainRule } from "./explain.ts";
export { OUTCOMES, type Outcome } from "./outcome.ts";
export type { Rule } from "./rule.ts";
export { RULES } from "./rules/index.ts";

/** What one rule said of one document (of one scope in it). Kept for every rule, so that a rule that never ran is no pass. */
export interface RuleResult {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly scope: string | null;
  readonly note: string | null;
}

/** Findings, and what every rule said. */
export interface Validation {
  readonly findings: readonly Finding[];
  readonly results: readonly RuleResult[];
}

/** Worst first: a rule that fails once in a scope has failed there. */
const ORDER: readonly Outcome[] = ["fail", "error", "ambiguous", "insufficient", "rounding", "pass", "not_applicable"];

/** Records (and the text they stand in) → findings. `recognised` are the pages whose text was read from pictures, `unread` the places of numbers
 * that could not be read. */
export function validate(
  records: readonly Record_[],
  sections: readonly Section[],
  rules: readonly Rule[] = RULES,
  recognised: ReadonlySet<number> = new Set(),
  unread: readonly Place[] = [],
): Validation {
  const context = contextOf(records, sections);
  const findings: Finding[] = [];
  const results: RuleResult[] = [];
  for (const rule of rules) {
    const worst = new Map<string, RuleResult>();
    for (const found of apply(rule, context)) {
      const verdict = withoutUnread(found, unread);
      if (verdict.breach) findings.push(finding(rule, verdict.scope, verdict.breach));
      const key = verdict.scope ?? "";
      const known = worst.get(key);
      if (!known || ORDER.indexOf(verdict.outcome) < ORDER.indexOf(known.outcome))
        worst.set(key, { rule: rule.id, outcome: verdict.outcome, scope: verdict.scope, note: verdict.note });
    }
    if (worst.size === 0) worst.set("", { rule: rule.id, outcome: "not_applicable", scope: null, note: null });
    results.push(...worst.values());
  }
  return { findings: grouped(tempered(unrepeated(findings), records, recognised)), results };
}

/** Two rules that name the same printed numbers say one thing: the first, more specific one speaks. */
function unrepeated(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((f) => {
    const key = [
      f.severity === "info",
      f.scope,
      ...f.sides
        .map(
          (s) =>
            `${s.value ?? s.label}|${s.source.page}|${s.source.table}|${s.source.row}|${s.source.col}|${s.source.quote}`,
        )
        .sort(),
    ].join("#");
    return !seen.has(key) && seen.add(key);
  });
}
