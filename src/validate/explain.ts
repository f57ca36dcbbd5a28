import type { Finding, Record_ } from "../../schemas/index.ts";
import type { Section } from "../lib/section.ts";
import type { DescribedRule } from "./across-rules.ts";
import { exampleDocument } from "./example.ts";
import { readable } from "./readable.ts";
import type { Rule } from "./rule.ts";
import { TOLERANCES } from "./tolerance.ts";

type BothLanguages = { readonly zh: string; readonly en: string };

/** A rule as data for readers, with what it says of its own failing example. */
export interface ExplainedRule {
  readonly id: string;
  /** The kind of its arithmetic; `across` between documents. */
  readonly kind: string;
  readonly claim: BothLanguages;
  readonly premise: BothLanguages | null;
  readonly tolerance: string;
  readonly toleranceMeans: BothLanguages;
  readonly severity: "error" | "warning" | "info";
  readonly basis: string;
  /** In compact notation; empty for rules between documents. */
  readonly example: { readonly pass: readonly string[]; readonly fail: readonly string[] };
  /** The same lines in Chinese. */
  readonly exampleZh: { readonly pass: readonly string[]; readonly fail: readonly string[] };
  readonly says: readonly string[];
}

/** Judges records by rules: what a rule says of its own example. */
type Validate = (
  records: readonly Record_[],
  sections: readonly Section[],
  rules: readonly Rule[],
) => { readonly findings: readonly Finding[] };

/** One rule for readers. */
export function explainRule(rule: Rule | DescribedRule, validate: Validate): ExplainedRule {
  const { id, claim, tolerance, severity, basis } = rule;
  const head = { id, claim, tolerance, toleranceMeans: TOLERANCES[tolerance], severity, basis };
  if (!("kind" in rule)) {
    const none = { pass: [], fail: [] };
    return { ...head, kind: "across", premise: null, example: none, exampleZh: none, says: [] };
  }
  const { records, sections } = exampleDocument(rule.example.fail);
  const says = validate(records, sections, [rule]).findings.map((f) => f.message);
  const exampleZh = { pass: rule.example.pass.map(readable), fail: rule.example.fail.map(readable) };
  return { ...head, kind: rule.kind, premise: rule.premise ?? null, example: rule.example, exampleZh, says };
}
