import type { Measure } from "../../../schemas/index.ts";
import { push } from "../../lib/push.ts";
import { causeOfPair, unitsApart } from "../causes.ts";
import { comparable, phasePrinted, yearPrinted } from "../comparable.ts";
import type { Context } from "../context.ts";
import type { Indexed } from "../fact-index.ts";
import type { SameRule } from "../rule.ts";
import { type BothLanguages, both, told } from "../told.ts";
import { compareSame } from "../tolerance.ts";
import {
  ambiguous,
  decide,
  insufficient,
  notApplicable,
  stepOf,
  UNKNOWN_KIND,
  unequal,
  unsure,
  type Verdict,
} from "../verdict.ts";

/** Percentages are of different wholes and are recomputed instead. */
const COMPARABLE: readonly Measure[] = [
  "actual",
  "initial_budget",
  "final_budget",
  "carried_in",
  "adjustment",
  "balance",
  "count",
  "change",
  "budget_variance",
];

/** Lines of one body only; what an unnamed project or a kind of post is, no other place can confirm. */
const NAMELESS = /^(project|staff\.)|^(function|economic|project)$/;

/** One meaning, one value: facts of the same concept, measure, year, fund and scope agree wherever they are printed. */
export function* same(rule: SameRule, context: Context): Iterable<Verdict> {
  if (!context.known && rule.between !== "table-table") {
    yield notApplicable(UNKNOWN_KIND);
    return;
  }
  let seen = false;
  for (const [topic, group] of groups(rule, context.index.all)) {
    const said = new Set<string>();
    for (const [a, b] of pairsOf(rule, group)) {
      seen = true;
      const key = `${a.operand.value} ${b.operand.value}`;
      if (said.has(key)) continue;
      said.add(key);
      yield compared(a, b, group, context.index.all, topic);
    }
  }
  if (!seen) yield notApplicable("stated in one place only");
}

function pairsOf(rule: SameRule, group: readonly Indexed[]): readonly (readonly [Indexed, Indexed])[] {
  const tables = perTable(group);
  const prose = group.filter((f) => f.place === "narrative");
  if (rule.between === "table-table") return tables.slice(1).map((t) => [tables[0]!, t] as const);
  if (rule.between === "narrative-narrative") return prose.slice(1).map((p) => [prose[0]!, p] as const);
  return crossPairs(tables, prose);
}

function compared(a: Indexed, b: Indexed, group: readonly Indexed[], all: readonly Indexed[], topic: string): Verdict {
  const { scope } = a.fact;
  if (a.operand.kind !== b.operand.kind && (a.operand.kind === "money" || b.operand.kind === "money"))
    return ambiguous(scope, "units of different kinds");
  if ((a.fact.unitInferred === true || b.fact.unitInferred === true) && unitsApart(a.operand, b.operand))
    return ambiguous(scope, "the unit of one side is not printed");
  const c = compareSame(a.operand, b.operand);
  if (c.verdict === "differ" && !comparable(a, b)) return insufficient(scope, "scope, fund or way of counting differ");
  const twin = c.verdict === "differ" ? elsewhere(all, a, b) : null;
  const verdict = decide(scope, c, b.operand, {
    sides: [a.operand, b.operand, ...others(group, a, b)].slice(0, 6),
    equation: () => unequal(a.operand, b.operand),
    step: stepOf(a.operand, b.operand),
    cause: () => causeOfPair(a.operand, b.operand) ?? twin?.cause ?? null,
    topic,
    identity: { whole: a.operand, parts: [b.operand] },
  });
  return verdict.outcome === "fail" && twin?.doubt ? unsure(verdict, twin.doubt) : verdict;
}

function groups(rule: SameRule, all: readonly Indexed[]): Iterable<readonly [string, readonly Indexed[]]> {
  const map = new Map<string, Indexed[]>();
  for (const f of all) {
    if (f.operand.approximate || f.fact.fiscalYear === null || !rule.concepts.test(f.concept)) continue;
    if (!(rule.measures ?? COMPARABLE).includes(f.fact.measure)) continue;
    // 年初预算449.08万元（含上年结转）: the same words, another amount.
    if (f.place === "narrative" && /含(上年|年初)?结转/.test(f.fact.source.quote ?? "")) continue;
    if (NAMELESS.test(f.concept) && (f.fact.scope === null || f.concept === "project")) continue;
    const fund = /^(economic|expenditure\.(personnel|public)$)/.test(f.concept) ? "" : (f.fact.fund ?? "");
    push(map, [f.concept, f.fact.measure, f.fact.fiscalYear, f.fact.scope, fund, f.fact.changeOf ?? ""].join("|"), f);
  }
  return map;
}

/** One value a table; a table that prints the meaning twice with two values is no witness. */
function perTable(group: readonly Indexed[]): readonly Indexed[] {
  const byTable = new Map<string, Indexed[]>();
  for (const f of group) if (f.place !== "narrative") push(byTable, f.place, f);
  return [...byTable.values()].filter((l) => l.every((f) => f.operand.value.eq(l[0]!.operand.value))).map((l) => l[0]!);
}

/** A statement in the prose stands against the tables only where no table agrees with it. */
function crossPairs(tables: readonly Indexed[], prose: readonly Indexed[]): readonly (readonly [Indexed, Indexed])[] {
  if (tables.length === 0) return [];
  return prose.map((p) => {
    const match = tables.find((t) => compareSame(t.operand, p.operand).verdict !== "differ");
    return [p, match ?? tables[0]!] as const;
  });
}

/** Further places of either value, so that a reader sees which is the odd one. */
function others(group: readonly Indexed[], a: Indexed, b: Indexed): readonly Indexed["operand"][] {
  const places = new Set([a.place, b.place]);
  return group.filter((f) => f !== a && f !== b && !places.has(f.place) && places.add(f.place)).map((f) => f.operand);
}

interface Twin {
  readonly cause: BothLanguages;
  /** Where the prose does not print the phase or the year that was read. */
  readonly doubt: BothLanguages | null;
}

const UNPRINTED = told(
  "文字没有印明是哪一口径、哪一年的数",
  "the prose does not print the phase or the year of the number",
);

/** The odd value is this concept's number of another phase or of the year before. */
function elsewhere(all: readonly Indexed[], a: Indexed, b: Indexed): Twin | null {
  for (const odd of [a, b]) {
    const twin = all.find(
      (f) =>
        f.concept === odd.concept &&
        f.fact.scope === odd.fact.scope &&
        !f.operand.value.isZero() &&
        f.operand.value.eq(odd.operand.value) &&
        (f.fact.measure !== odd.fact.measure || f.fact.fiscalYear !== odd.fact.fiscalYear),
    );
    if (!twin) continue;
    const thisYear = twin.fact.fiscalYear === odd.fact.fiscalYear;
    const printed = odd.place !== "narrative" || (thisYear ? phasePrinted(odd.fact) : yearPrinted(odd.fact));
    const { zh, en } = both(twin.operand.label);
    return {
      cause: thisYear
        ? told(`与“${zh}”同值：列可能填反`, `the value of “${en}”: perhaps columns were swapped`)
        : told("与另一年度的数同值", "the value of another year"),
      doubt: printed ? null : UNPRINTED,
    };
  }
  return null;
}
