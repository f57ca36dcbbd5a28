import type { Fact, Finding } from "../../schemas/index.ts";
import { causeOfPair } from "./causes.ts";
import { finding, once } from "./findings.ts";
import { type Operand, operandOf } from "./operand.ts";
import { Exact } from "./quantity.ts";
import { both, told } from "./told.ts";
import { compareSame, type ToleranceClass } from "./tolerance.ts";
import { type Breach, decide, show } from "./verdict.ts";

/** One document of a body, with what it states of the whole body. */
export interface Statement {
  /** Tells documents apart: two may have been published under one file name. */
  readonly document: string;
  readonly file: string;
  readonly entity: string;
  readonly title: string | null;
  /** 6-digit code where the document says it. */
  readonly region: string | null;
  readonly fiscalYear: number;
  readonly types: readonly string[];
  readonly facts: readonly Fact[];
}

/** A rule between two documents of one body: which facts of the one should be which facts of the other. */
export interface AcrossRule {
  readonly id: string;
  readonly claim: { readonly zh: string; readonly en: string };
  readonly tolerance: ToleranceClass;
  readonly severity: "warning" | "info";
  readonly basis: string;
  /** Whether the rule compares these two documents, `b` published after or beside `a`. */
  readonly compares: (a: Statement, b: Statement) => boolean;
  /** The fact of `b` that repeats this fact of `a`, as the key of its meaning; null where none should. Facts of one meaning are repeated alike. */
  readonly repeated: (fact: Fact, a: Statement, b: Statement) => string | null;
}

/** A finding between documents: the document of each side, and the one it speaks of. */
export interface AcrossFinding {
  readonly finding: Finding;
  readonly about: string;
  readonly documents: readonly string[];
}

const OFFICE = /本级|机关[)）]|单位(?:预算|决算)/;
const WHOLE = /部门(?:预算|决算|汇总)|汇总/;

/** Whether a document speaks of a department with its units or of one unit (本级, 单位决算); null where its title does not say. */
export function reachOf({ entity, title }: Pick<Statement, "entity" | "title">): "department" | "unit" | null {
  if (OFFICE.test(`${entity} ${title ?? ""}`)) return "unit";
  return WHOLE.test(title ?? "") ? "department" : null;
}

/** 财政局 without its place is the name of thousands: where no region is known the name must carry one itself. */
const SHORTEST_OWN_NAME = 6;

/**
 * A department and its own office are two bodies, even where a title gives them one name; so are bodies of one name in two regions.
 */
const oneBody = (a: Statement, b: Statement): boolean => {
  const [x, y] = [reachOf(a), reachOf(b)];
  if (x !== null && y !== null && x !== y) return false;
  if (a.region !== null && b.region !== null) return a.region === b.region;
  return a.entity.length >= SHORTEST_OWN_NAME;
};

/** Whether a document is of a kind. */
export const has = (s: Statement, type: string): boolean => s.types.includes(type);
const key = (concept: string, measure: string, year: number | null, fund: string | null): string =>
  `${concept}|${measure}|${year}|${fund ?? ""}`;
const same = (f: Fact): string => key(f.concept, f.measure, f.fiscalYear, f.fund);
const sameKind = (a: Statement, b: Statement): boolean =>
  ["final_accounts", "budget", "sangong_statement", "overall_self_evaluation"].some((t) => has(a, t) && has(b, t));

/** Rules between two documents of one body, as data. */
export const PAIR_RULES: readonly AcrossRule[] = [
  {
    id: "yoy-02-last-year-is-restated-as-published",
    claim: {
      zh: "本年报告中的上年数与上年报告一致",
      en: "Last year's numbers are restated as last year's report published them",
    },
    tolerance: "CU",
    severity: "warning",
    basis: "部门决算公开",
    // What a budget says of the year that is still running is an estimate.
    compares: (a, b) => b.fiscalYear === a.fiscalYear + 1 && sameKind(a, b) && !has(a, "budget") && !has(b, "budget"),
    repeated: (f, a) => (f.fiscalYear === a.fiscalYear && f.measure !== "initial_budget" ? same(f) : null),
  },
  {
    id: "xdc-02-initial-budget-of-accounts-is-the-published-budget",
    claim: {
      zh: "决算的年初预算数与当年公开的预算一致",
      en: "The initial budget of final accounts is the budget published for that year",
    },
    tolerance: "CU",
    severity: "warning",
    basis: "部门预算、部门决算公开",
    compares: (a, b) => a.fiscalYear === b.fiscalYear && has(a, "budget") && !has(b, "budget"),
    repeated: (f, a) => (f.fiscalYear === a.fiscalYear && f.measure === "initial_budget" ? same(f) : null),
  },
  {
    id: "xdc-05-self-evaluation-spends-what-accounts-spend",
    claim: { zh: "绩效自评与决算的数一致", en: "A self-evaluation gives the numbers of the final accounts" },
    tolerance: "CU",
    severity: "warning",
    basis: "部门决算、部门整体支出绩效自评",
    compares: (a, b) =>
      a.fiscalYear === b.fiscalYear &&
      has(a, "final_accounts") &&
      has(b, "overall_self_evaluation") &&
      !has(b, "final_accounts") &&
      !has(b, "budget"),
    repeated: (f, a) => (f.fiscalYear === a.fiscalYear && f.measure !== "initial_budget" ? same(f) : null),
  },
  {
    id: "xdc-09-report-is-republished-unchanged",
    claim: { zh: "同一报告重新公开时数字不变", en: "A report published again keeps its numbers" },
    tolerance: "CU",
    severity: "warning",
    basis: "政府信息公开",
    compares: (a, b) => a.fiscalYear === b.fiscalYear && sameKind(a, b),
    repeated: (f) => same(f),
  },
  {
    id: "yoy-01-opening-balance-is-last-closing-balance",
    claim: {
      zh: "年初结转和结余等于上年年末结转和结余",
      en: "What is carried in is what was left over the year before",
    },
    tolerance: "CU",
    severity: "info",
    basis: "部门决算公开",
    compares: (a, b) => b.fiscalYear === a.fiscalYear + 1 && has(a, "final_accounts") && has(b, "final_accounts"),
    repeated: (f, a) =>
      f.concept === "expenditure.carryover" && f.measure === "actual" && f.fiscalYear === a.fiscalYear
        ? key("revenue.carryover", "actual", a.fiscalYear + 1, f.fund)
        : null,
  },
];

/** Documents of several bodies → what two documents of one body state differently. Linear in the documents of each body and year. */
export function validateAcross(documents: readonly Statement[]): readonly AcrossFinding[] {
  const bodies = new Map<string, Statement[]>();
  for (const d of documents) {
    const list = bodies.get(d.entity);
    if (list) list.push(d);
    else bodies.set(d.entity, [d]);
  }
  const found = [...bodies.values()].flatMap((list) =>
    pairsOf(list).flatMap(([a, b]) => PAIR_RULES.flatMap((rule) => compare(rule, a, b))),
  );
  return unrepeated(found);
}

/** One report held as PDF and as web page contradicts another once. */
function unrepeated(found: readonly AcrossFinding[]): readonly AcrossFinding[] {
  const seen = new Set<string>();
  return found.filter(({ finding: { rule, message, sides }, about, documents }) => {
    const key = [rule, about, message, sides[documents.indexOf(about)]?.label].join("|");
    return !seen.has(key) && seen.add(key);
  });
}

/** Neighbouring years and the same year, each pair once, the earlier document first. */
function pairsOf(list: readonly Statement[]): readonly (readonly [Statement, Statement])[] {
  const sorted = [...list].sort(
    (x, y) =>
      x.fiscalYear - y.fiscalYear ||
      Number(has(y, "budget")) - Number(has(x, "budget")) ||
      x.file.localeCompare(y.file),
  );
  return sorted.flatMap((a, i) =>
    sorted
      .slice(i + 1)
      .filter((b) => b.fiscalYear - a.fiscalYear <= 1)
      .map((b) => [a, b] as const),
  );
}

const meanings = new WeakMap<Statement, ReadonlyMap<string, readonly Fact[]>>();

/** A document's facts by what they mean, as stated. Found once: a document is compared with many. */
function meaningsOf(document: Statement): ReadonlyMap<string, readonly Fact[]> {
  const known = meanings.get(document);
  if (known) return known;
  const found = new Map<string, Fact[]>();
  for (const fact of document.facts) {
    const alike = found.get(same(fact));
    if (alike) alike.push(fact);
    else found.set(same(fact), [fact]);
  }
  meanings.set(document, found);
  return found;
}

function compare(rule: AcrossRule, a: Statement, b: Statement): readonly AcrossFinding[] {
  if (!oneBody(a, b) || !rule.compares(a, b)) return [];
  const there = meaningsOf(b);
  return [...meaningsOf(a).values()].flatMap((mine) => {
    const meaning = rule.repeated(mine[0]!, a, b);
    const theirs = meaning === null ? undefined : there.get(meaning);
    if (theirs === undefined || mine.some((x) => theirs.some((y) => x.value === y.value && x.unit === y.unit)))
      return [];
    const pairs = mine.flatMap((x) => theirs.map((y) => [inFile(x, a), inFile(y, b)] as const));
    // A document that states a meaning with several values is settled within that document first.
    if (many(mine) || many(theirs)) return [];
    const tried = pairs.map(([x, y]) => [x, y, compareSame(x, y)] as const);
    if (tried.some(([, , c]) => c.verdict !== "differ")) return [];
    const [x, y, c] = tried[0]!;
    const verdict = decide(null, c, y, {
      sides: [x, y],
      equation: () => `${show(x)} ≠ ${show(y)}`,
      cause: () => causeOfPair(x, y),
    });
    return verdict.breach ? [acrossFinding(rule, b, verdict.breach)] : [];
  });
}

/** A breach between documents, with the document of each of its sides. */
export function acrossFinding(
  rule: Pick<AcrossRule, "id" | "claim" | "severity">,
  about: Statement,
  breach: Breach,
): AcrossFinding {
  const documents = once(breach.sides).map((side) => ("document" in side ? (side.document ?? "") : ""));
  return { finding: finding(rule, null, breach), about: about.document, documents };
}

/** Several values for one meaning. */
export const many = (facts: readonly Fact[]): boolean =>
  new Set(facts.map((f) => new Exact(f.yuan ?? f.value).toString())).size > 1;

/** A fact as an operand that names its document. */
export const inFile = (fact: Fact, { file, document }: Statement): Operand => {
  const operand = operandOf(fact);
  const { zh, en } = both(operand.label);
  const year = fact.fiscalYear;
  return { ...operand, document, label: told(`${file} ${zh} ${year}`, `${file} ${en} ${year}`) };
};
