import type { Fact } from "../../schemas/index.ts";
import { bodyKey } from "../lib/body-name.ts";
import {
  type AcrossFinding,
  type AcrossRule,
  acrossFinding,
  has,
  inFile,
  many,
  reachOf,
  type Statement,
} from "./across.ts";
import { causeOfSum } from "./causes.ts";
import type { Outcome } from "./outcome.ts";
import { compareSum } from "./tolerance.ts";
import { ambiguous, decide, insufficient, notApplicable, show, showSum, type Verdict } from "./verdict.ts";

/** A department's report with the bodies it lists and what is held of each for the same year: an empty list where nothing is. */
export interface Department {
  readonly report: Statement;
  readonly units: readonly { readonly name: string; readonly documents: readonly Statement[] }[];
}

/** What the rule said of one department's report. */
export interface DepartmentResult {
  readonly document: string;
  readonly rule: string;
  readonly outcome: Outcome;
  readonly note: string | null;
}

/** The one rule between a department's report and its units' reports, as data. */
export const DEPARTMENT_RULE = {
  id: "xdc-01-department-is-the-sum-of-its-units",
  claim: {
    zh: "部门的数等于所属各单位（含本级）之和",
    en: "A department's amount is the sum of its units', its own office included",
  },
  tolerance: "RE",
  severity: "warning",
  basis: "部门决算汇编、部门预算公开",
} as const satisfies Pick<AcrossRule, "id" | "claim" | "tolerance" | "severity" | "basis">;

/** Amounts that add up over bodies. */
const ADDED =
  /^(?:expenditure\.(?:current|basic|project)|revenue\.(?:current|appropriation)|appropriation\.expenditure\.current|general_public\.\w+|government_fund\.expenditure|state_capital\.expenditure|operating_costs|procurement\.total|sangong\.(?:total|overseas|vehicle|vehicle_purchase|vehicle_operation|reception))$/;
/** What one unit pays another falls out of the department's total. */
const INTERNAL = /^(?:revenue\.(?:superior|subordinate)|expenditure\.(?:upward|subsidy))$/;
const WITH_INTERNAL = /^(?:expenditure|revenue)\.(?:current|basic|project)$/;

const KINDS = ["final_accounts", "budget", "sangong_statement"] as const;

/**
 * A department's report with what is held of each body it lists: documents of the same year and kind. Its own office (本级) often bears
 * its name, so that only a document that says so is the office's.
 */
export function departmentOf(
  report: Statement,
  names: readonly string[],
  documentsOf: (key: string) => readonly Statement[],
): Department {
  const own = bodyKey(report.entity);
  const fits = (d: Statement): boolean =>
    d.document !== report.document &&
    d.fiscalYear === report.fiscalYear &&
    (d.region === null || report.region === null || d.region.slice(0, 4) === report.region.slice(0, 4)) &&
    KINDS.some((kind) => has(d, kind) && has(report, kind)) &&
    has(d, "budget") === has(report, "budget");
  const units = names.map((name) => {
    const key = bodyKey(name);
    return { name, documents: documentsOf(key).filter((d) => fits(d) && (key !== own || reachOf(d) === "unit")) };
  });
  return { report, units };
}

/** Every department's amounts against the sum of its units' own, where all of them are held. Linear in the facts. */
export function validateDepartments(departments: readonly Department[]): {
  readonly findings: readonly AcrossFinding[];
  readonly results: readonly DepartmentResult[];
} {
  const findings: AcrossFinding[] = [];
  const results = departments.map((department): DepartmentResult => {
    const verdicts = [...applied(department)];
    for (const { breach } of verdicts)
      if (breach) findings.push(acrossFinding(DEPARTMENT_RULE, department.report, breach));
    const worst = WORST.map((o) => verdicts.find(({ outcome }) => outcome === o)).find((v) => v !== undefined);
    const { outcome, note } = worst ?? notApplicable("no amounts that add up");
    return { document: department.report.document, rule: DEPARTMENT_RULE.id, outcome, note };
  });
  return { findings, results };
}

const WORST: readonly Outcome[] = ["fail", "ambiguous", "pass", "rounding", "insufficient", "not_applicable"];

function* applied({ report, units }: Department): Iterable<Verdict> {
  if (reachOf(report) === "unit") {
    yield notApplicable("a unit's own report");
    return;
  }
  const missing = units.filter(({ documents }) => documents.length === 0);
  if (missing.length > 0) {
    yield insufficient(null, `not held: ${missing.map(({ name }) => name).join("、")}`);
    return;
  }
  const measure = has(report, "budget") ? "initial_budget" : "actual";
  const said = (document: Statement): readonly Fact[] =>
    document.facts.filter((f) => f.measure === measure && f.fiscalYear === report.fiscalYear && f.yuan !== null);
  const held = units.map(({ documents }) => documents.map((d) => [d, byMeaning(said(d))] as const));
  const internal = held.flat().some(([, facts]) => [...facts.values()].flat().some(isInternal));
  for (const [meaning, mine] of byMeaning(said(report))) {
    if (!ADDED.test(mine[0]!.concept)) continue;
    if (many(mine)) {
      yield ambiguous(null, `${meaning}: stated with several values`);
      continue;
    }
    const theirs = held.map((documents) =>
      documents.flatMap(([d, facts]) => (facts.get(meaning) ?? []).map((fact) => [fact, d] as const)),
    );
    if (theirs.some((list) => list.length === 0)) yield insufficient(null, `${meaning}: not stated by every unit`);
    else if (theirs.some((list) => many(list.map(([fact]) => fact))))
      yield ambiguous(null, `${meaning}: a unit states several values`);
    else
      yield added(
        inFile(mine[0]!, report),
        theirs.map((list) => inFile(...list[0]!)),
        internal && WITH_INTERNAL.test(mine[0]!.concept),
      );
  }
}

function added(
  total: ReturnType<typeof inFile>,
  parts: readonly ReturnType<typeof inFile>[],
  internal: boolean,
): Verdict {
  const c = compareSum(total, parts);
  if (internal && c.verdict === "differ" && c.expected.gt(total.value))
    return ambiguous(null, "units pay each other: what falls out of the sum is not stated");
  return decide(null, c, total, {
    sides: [total, ...parts],
    equation: (expected) => `${showSum(parts)} = ${expected}${total.unit ?? ""} ≠ ${show(total)}`,
    cause: () => causeOfSum(total, parts, c),
  });
}

const isInternal = (fact: Fact): boolean => INTERNAL.test(fact.concept) && !/^-?0*(?:\.0*)?$/.test(fact.value);

function byMeaning(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const meanings = new Map<string, Fact[]>();
  for (const fact of facts) {
    const meaning = `${fact.concept}${fact.fund === null ? "" : `@${fact.fund}`}`;
    const list = meanings.get(meaning);
    if (list) list.push(fact);
    else meanings.set(meaning, [fact]);
  }
  return meanings;
}
