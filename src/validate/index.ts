import type { Fact, Finding, Record_ } from "../../schemas/index.ts";
import type { Place } from "../lib/reading.ts";
import type { Section } from "../lib/section.ts";
import { placesToFill } from "./checks/template.ts";
import { contextOf } from "./context.ts";
import { doubted } from "./doubted.ts";
import { finding, grouped } from "./findings.ts";
import { apply } from "./kinds/index.ts";
import type { Outcome } from "./outcome.ts";
import { tempered } from "./recognised.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { type Applied, saidOnce } from "./said-once.ts";
import { withSentenceBoxes } from "./sentence-box.ts";
import type { BothLanguages } from "./told.ts";
import { withoutUnread } from "./unread-parts.ts";

export { type Statement, validateAcross } from "./across.ts";
export { ACROSS_RULES } from "./across-rules.ts";
export {
  departmentOf,
  validateDepartments,
} from "./department-sum.ts";
export type { Outcome } from "./outcome.ts";
export type { Rule } from "./rule.ts";
export { RULES } from "./rules/index.ts";

/** What one rule said of one document (of one scope in it). Kept for every rule, so that a rule that never ran is no pass. */
export interface RuleResult {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly scope: string | null;
  readonly note: string | null;
}

/** A contradiction that a misreading would explain: what it would be, and why the reading is doubted. No finding. */
export interface Unsure {
  readonly contradiction: Finding;
  readonly why: BothLanguages;
}

/** Findings, what is doubted, and what every rule said. */
export interface Validation {
  readonly findings: readonly Finding[];
  readonly unsure: readonly Unsure[];
  /** Facts whose reading is doubted, with what else they may be. */
  readonly doubts: ReadonlyMap<Fact, readonly string[]>;
  readonly results: readonly RuleResult[];
}

/** A blank template is no statement of a body: only the rule that says so speaks. */
const TEMPLATE = "doc-07-document-is-filled-in";

/** Worst first: a rule that fails once in a scope has failed there. */
const ORDER: readonly Outcome[] = [
  "fail",
  "unsure",
  "error",
  "ambiguous",
  "insufficient",
  "rounding",
  "pass",
  "not_applicable",
];

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
  const template = placesToFill(context).length > 0 && rules.some(({ id }) => id === TEMPLATE);
  const first = rules.flatMap((rule) =>
    template && rule.id !== TEMPLATE
      ? []
      : [...apply(rule, context)].map((verdict) => ({ rule, verdict: withoutUnread(verdict, unread) })),
  );
  const { applied, doubts } = doubted(first, context);
  const told = saidOnce(applied.filter(({ verdict }) => verdict.breach !== undefined));
  const of = (outcome: Outcome): readonly Applied[] => told.filter(({ verdict }) => verdict.outcome === outcome);
  const placed = (findings: readonly Finding[]): readonly Finding[] => withSentenceBoxes(findings, sections);
  return {
    findings: grouped(tempered(placed(of("fail").map(findingOf)), records, recognised)),
    unsure: of("unsure").map((one) => ({ contradiction: placed([findingOf(one)])[0]!, why: one.verdict.doubt! })),
    doubts,
    results: resultsOf(rules, applied),
  };
}

const findingOf = ({ rule, verdict }: Applied): Finding => finding(rule, verdict.scope, verdict.breach!);

/** The worst a rule said of each scope. */
function resultsOf(rules: readonly Rule[], applied: readonly Applied[]): readonly RuleResult[] {
  const worst = new Map<string, Map<string, RuleResult>>(rules.map(({ id }) => [id, new Map()]));
  for (const { rule, verdict } of applied) {
    const { outcome, scope, note } = verdict;
    const known = worst.get(rule.id)!.get(scope ?? "");
    if (!known || ORDER.indexOf(outcome) < ORDER.indexOf(known.outcome))
      worst.get(rule.id)!.set(scope ?? "", { rule: rule.id, outcome, scope, note });
  }
  return rules.flatMap(({ id }) => {
    const said = [...worst.get(id)!.values()];
    return said.length > 0 ? said : [{ rule: id, outcome: "not_applicable" as const, scope: null, note: null }];
  });
}
