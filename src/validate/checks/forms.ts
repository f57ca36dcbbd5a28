import type { Measure } from "../../../schemas/index.ts";
import { push } from "../../lib/push.ts";
import { causeOfPair } from "../causes.ts";
import type { Context } from "../context.ts";
import type { Indexed } from "../fact-index.ts";
import { foldName, leafOf } from "../names.ts";
import { plainText } from "../plain-text.ts";
import { told } from "../told.ts";
import { compareAtMost, compareSame, compareSum } from "../tolerance.ts";
import { decide, fail, named, notApplicable, pass, show, showSum, stepOf, unequal, type Verdict } from "../verdict.ts";

/** A project's name without the words that names of one project differ in. */
export const coreOfProject = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/\s|^\d{4}年?度?|[“”"']/g, "")
    .replace(/(专项|工作|项目|资金|经费|支出|活动)+$/g, "");

/** One project under two names: one name holds the other's distinguishing words. */
export const sameProject = (a: string, b: string): boolean => {
  const [x, y] = [coreOfProject(a), coreOfProject(b)];
  return x.length >= 4 && y.length >= 4 && (x.includes(y) || y.includes(x));
};

/** Form line and measure → column of the project table. */
const CROSS: readonly (readonly [string, Measure, Measure])[] = [
  ["funding.carryover", "initial_budget", "carried_in"],
  ["funding.appropriation", "initial_budget", "initial_budget"],
  ["funding.total", "final_budget", "final_budget"],
  ["funding.total", "actual", "actual"],
];

/** A project's self-evaluation form against its row in the project table. */
export function* formAgainstProjectTable({ index }: Context): Iterable<Verdict> {
  const rows = index.all.filter(
    (f) => /^project\.\d+$/.test(f.concept) && f.fact.scope !== null && f.place !== "narrative",
  );
  for (const f of index.all) {
    const cross = CROSS.find(([concept, measure]) => concept === f.concept && measure === f.fact.measure);
    if (!cross || f.fact.scope === null || f.place === "narrative") continue;
    const own = rows.filter(
      (r) => r.fact.measure === cross[2] && r.place !== f.place && sameProject(r.fact.scope!, f.fact.scope!),
    );
    const projects = new Set(own.map((r) => r.fact.scope));
    if (own.length === 0 || projects.size > 1) continue;
    const row = own.find((r) => compareSame(r.operand, f.operand).verdict !== "differ") ?? own[0]!;
    yield decide(f.fact.scope, compareSame(f.operand, row.operand), f.operand, {
      sides: [row.operand, f.operand],
      equation: () => unequal(row.operand, f.operand),
      step: stepOf(row.operand, f.operand),
      cause: () => causeOfPair(row.operand, f.operand),
    });
  }
}

/** A project's amount in the prose against its rows and its form, where the names are the same. */
export function* proseProjectAgainstTables({ index }: Context): Iterable<Verdict> {
  const rows = index.all.filter(
    (f) => /^(project\.\d+|funding\.total)$/.test(f.concept) && f.fact.scope !== null && f.place !== "narrative",
  );
  for (const said of index.all) {
    if (
      said.concept !== "project" ||
      said.place !== "narrative" ||
      said.fact.scope === null ||
      said.operand.kind !== "money"
    )
      continue;
    if (said.operand.approximate || /含.{0,6}结转/.test(said.fact.source.quote ?? "")) continue;
    const core = coreOfProject(said.fact.scope);
    const own = rows.filter((r) => r.fact.measure === said.fact.measure && coreOfProject(r.fact.scope!) === core);
    if (own.length === 0) continue;
    const row = own.find((r) => compareSame(r.operand, said.operand).verdict !== "differ") ?? own[0]!;
    yield decide(said.fact.scope, compareSame(said.operand, row.operand), said.operand, {
      sides: [said.operand, ...own.slice(0, 4).map((r) => r.operand)],
      equation: () => `${show(said.operand)} ≠ ${show(row.operand)}`,
      step: stepOf(said.operand, row.operand),
      cause: () => causeOfPair(said.operand, row.operand),
    });
  }
}

/** Concepts under which a form prints what the prose calls otherwise. */
const ALIAS: readonly (readonly [string, string])[] = [
  ["basic_expenditure_adjustment", "expenditure.basic"],
  ["basic_expenditure_adjustment", "general_public.basic"],
];

/** Budget and final accounts changed places between two statements: one mistake, not two. */
export function* columnsSwapped({ index }: Context): Iterable<Verdict> {
  const concepts = index.concepts().filter((c) => !c.startsWith("function") && !c.startsWith("project"));
  const pairs = [...concepts.map((c) => [c, c] as const), ...ALIAS];
  let seen = false;
  for (const [here, there] of pairs) {
    for (const budget of index.of(here)) {
      if (budget.fact.measure !== "initial_budget" || budget.place === "narrative") continue;
      const { fiscalYear, scope } = budget.fact;
      const actual = index.get(here, "actual", fiscalYear, scope).find((f) => f.place === budget.place);
      if (!actual || actual.operand.value.eq(budget.operand.value)) continue;
      const other = (m: Measure): readonly Indexed[] =>
        index.get(there, m, fiscalYear, scope).filter((f) => f.place !== budget.place);
      seen = true;
      const crossed = other("initial_budget").find((f) => f.operand.value.eq(actual.operand.value));
      const counter = other("actual").find((f) => f.operand.value.eq(budget.operand.value));
      if (!crossed || !counter || other("initial_budget").some((f) => f.operand.value.eq(budget.operand.value))) {
        yield pass(scope);
        continue;
      }
      yield fail(scope, {
        sides: [budget.operand, actual.operand, crossed.operand, counter.operand],
        equation: told(
          `${named(budget.operand).zh}、${named(actual.operand).zh}，另处预算 ${show(crossed.operand)}、决算 ${show(counter.operand)}`,
          `${named(budget.operand).en}, ${named(actual.operand).en}; elsewhere budget ${show(crossed.operand)}, final account ${show(counter.operand)}`,
        ),
        expected: null,
        difference: null,
        tolerance: null,
        cause: told("预算、决算两列填反", "the columns of budget and final account were swapped"),
      });
    }
  }
  if (!seen) yield notApplicable("no table with budget and final accounts");
}

/** A line whose name joins others (会议费、培训费) is the sum of those the document tells one by one. */
export function* jointLineIsItsParts({ index }: Context): Iterable<Verdict> {
  const byName = new Map<string, Indexed[]>();
  const keyOf = (name: string, { fact }: Indexed): string =>
    [foldName(name), fact.measure, fact.fiscalYear, fact.scope].join("|");
  for (const f of index.all)
    if (f.fact.item !== null && f.operand.kind === "money") push(byName, keyOf(leafOf(f.fact.item), f), f);
  let seen = false;
  for (const joint of index.all) {
    const names = plainText(joint.fact.item ?? "").split("、");
    if (names.length < 2 || names.some((name) => name.length < 2) || joint.operand.kind !== "money") continue;
    if (joint.fact.measure !== "actual" && joint.fact.measure !== "initial_budget") continue;
    const found = names.map((name) => byName.get(keyOf(name, joint))?.find((f) => f.concept !== joint.concept));
    if (found.some((part) => part === undefined)) continue;
    seen = true;
    const parts = found.map((part) => part!.operand);
    yield decide(joint.fact.scope, compareSum(joint.operand, parts), joint.operand, {
      sides: [joint.operand, ...parts],
      equation: (expected) => `${showSum(parts)} = ${expected}${joint.operand.unit ?? ""} ≠ ${show(joint.operand)}`,
      cause: () =>
        parts.some((part) => joint.operand.value.lt(part.value))
          ? told("可能只填了其中一部分", "it may hold only a part of them")
          : null,
    });
  }
  if (!seen) yield notApplicable("no line that joins others");
}

/** Nothing is spent beyond the full-year budget. */
export function* withinFullYearBudget({ index }: Context): Iterable<Verdict> {
  for (const actual of index.all) {
    if (actual.fact.measure !== "actual" || actual.place === "narrative" || actual.fact.fiscalYear === null) continue;
    const budget = index
      .get(
        actual.fact.fund ? `${actual.concept}@${actual.fact.fund}` : actual.concept,
        "final_budget",
        actual.fact.fiscalYear,
        actual.fact.scope,
      )
      .find((f) => f.place === actual.place);
    if (!budget) continue;
    const c = compareAtMost([actual.operand], budget.operand);
    yield decide(actual.fact.scope, c, budget.operand, {
      sides: [budget.operand, actual.operand],
      identity: { whole: budget.operand, parts: [actual.operand], bound: true },
      equation: () =>
        told(
          `执行 ${show(actual.operand)} > 全年预算 ${show(budget.operand)}`,
          `${show(actual.operand)} spent > ${show(budget.operand)} budgeted`,
        ),
    });
  }
}
