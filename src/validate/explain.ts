import { exampleDocument } from "./example.ts";
import { validate } from "./index.ts";
import type { Rule } from "./rule.ts";

/** A rule as data for readers, with what it says of its own failing example. */
export interface ExplainedRule {
  readonly id: string;
  readonly kind: string;
  readonly claim: { readonly zh: string; readonly en: string };
  readonly premise: string | null;
  readonly tolerance: string;
  readonly severity: string;
  readonly basis: string;
  readonly example: { readonly pass: readonly string[]; readonly fail: readonly string[] };
  readonly says: readonly string[];
}

export function explainRule(rule: Rule): ExplainedRule {
  const { records, sections } = exampleDocument(rule.example.fail);
  const { id, kind, claim, tolerance, severity, basis, example } = rule;
  const says = validate(records, sections, [rule]).findings.map((f) => f.message);
  return { id, kind, claim, premise: rule.premise ?? null, tolerance, severity, basis, example, says };
}
