import type { Measure } from "../../../schemas/index.ts";
import { causeOfPair } from "../causes.ts";
import type { Context } from "../context.ts";
import { type Indexed, push } from "../fact-index.ts";
import type { SameRule } from "../rule.ts";
import { compareSame } from "../tolerance.ts";
import { ambiguous, decide, notApplicable, show, stepOf, type Verdict } from "../verdict.ts";

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
export function* same(rule: SameRule, { index }: Context): Iterable<Verdict> {
  let seen = false;
  for (const group of groups(rule, index.all)) {
    const tables = perTable(group);
    const prose = group.filter((f) => f.place === "narrative");
    const pairs =
      rule.between === "table-table"
        ? tables.slice(1).map((t) => [tables[0]!, t] as const)
        : rule.between === "narrative-narrative"
          ? prose.slice(1).map((p) => [prose[0]!, p] as const)
          : crossPairs(tables, prose);
    const said = new Set<string>();
    for (const [a, b] of pairs) {
      seen = true;
      const key = `${a.operand.value} ${b.operand.value}`;
      if (said.has(key)) continue;
      said.add(key);
      if (a.operand.kind !== b.operand.kind && (a.operand.kind === "money" || b.operand.kind === "money")) {
        yield ambiguous(a.fact.scope, "units of different kinds");
        continue;
      }
      const inferred = a.fact.unitInferred === true || b.fact.unitInferred === true;
      if (inferred && causeOfPair(a.operand, b.operand)?.includes("倍")) {
        yield ambiguous(a.fact.scope, "the unit of one side is not printed");
        continue;
      }
      yield decide(a.fact.scope, compareSame(a.operand, b.operand), b.operand, {
        sides: [a.operand, b.operand, ...others(group, a, b)].slice(0, 6),
        equation: () => `${show(a.operand)} ≠ ${show(b.operand)}`,
        step: stepOf(a.operand, b.operand),
        cause: () => causeOfPair(a.operand, b.operand) ?? elsewhere(index.all, a, b),
      });
    }
  }
  if (!seen) yield notApplicable("stated in one place only");
}

function groups(rule: SameRule, all: readonly Indexed[]): Iterable<readonly Indexed[]> {
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
  return map.values();
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

/** The odd value is this concept's number of another phase or of the year before. */
function elsewhere(all: readonly Indexed[], a: Indexed, b: Indexed): string | null {
  for (const odd of [a, b]) {
    const twin = all.find(
      (f) =>
        f.concept === odd.concept &&
        f.fact.scope === odd.fact.scope &&
        !f.operand.value.isZero() &&
        f.operand.value.eq(odd.operand.value) &&
        (f.fact.measure !== odd.fact.measure || f.fact.fiscalYear !== odd.fact.fiscalYear),
    );
    if (twin)
      return twin.fact.fiscalYear === odd.fact.fiscalYear
        ? `与“${twin.operand.label}”同值：列可能填反`
        : "与另一年度的数同值";
  }
  return null;
}
