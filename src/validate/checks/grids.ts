import type { Evaluation, Indicator } from "../../../schemas/index.ts";
import type { Context } from "../context.ts";
import { type Operand, operand } from "../operand.ts";
import { Exact, plain } from "../quantity.ts";
import { told } from "../told.ts";
import { fail, insufficient, notApplicable, pass, type Verdict } from "../verdict.ts";

const ZERO = new Exact(0);
const add = (list: readonly (string | null)[]): Exact => list.reduce((a, v) => (v === null ? a : a.plus(v)), ZERO);
const CENT = new Exact("0.011");
/** What the 预算执行 row of a form usually weighs; its 分值 and 得分 are no indicator's. */
const FUNDING_WEIGHTS = ["0", "10", "20"] as const;

/** A row's 得分 or 分值 as an operand. */
export const scoreOf = (i: Indicator, value: string, what: string): Operand =>
  operand(value, "分", `${i.level3} ${what}`, i.source);
const totalOf = (e: Evaluation): Operand => operand(e.score!, "分", "总分", e.source);

/** The form's own total: an evaluation printed in the grid's table. */
const evaluationOf = (context: Context, grid: readonly Indicator[]): Evaluation | undefined =>
  context.evaluations.find(
    (e) => e.table !== null && e.table === grid[0]!.table && e.scope === grid[0]!.scope && e.score !== null,
  );

/** The weight of the 预算执行 row, found from Σ 分值: null where the rows read do not make up a form. */
const fundingWeight = (grid: readonly Indicator[]): Exact | null => {
  const rest = new Exact(100).minus(add(grid.map((i) => i.weight)));
  const weight = FUNDING_WEIGHTS.find((w) => rest.minus(w).abs().lt(CENT));
  return weight === undefined ? null : new Exact(weight);
};

/** Σ 得分 of the rows and of the 预算执行 row is the total: speaks only where Σ 分值 shows that every row was read. */
export function* scoresAddUp(context: Context): Iterable<Verdict> {
  for (const grid of context.grids.values()) {
    const total = evaluationOf(context, grid);
    if (!total || grid.some((i) => i.score === null || i.weight === null)) continue;
    const weight = fundingWeight(grid);
    const scope = grid[0]!.scope;
    if (weight === null) {
      yield insufficient(scope, "分值 of the rows read do not add up to 100");
      continue;
    }
    const sum = add(grid.map((i) => i.score));
    const execution = new Exact(total.score!).minus(sum);
    if (execution.gte(CENT.neg()) && execution.lte(weight.plus(CENT))) yield pass(scope);
    else
      yield fail(scope, {
        sides: [totalOf(total), ...grid.map((i) => scoreOf(i, i.score!, "得分"))],
        equation: told(
          `Σ得分 = ${plain(sum)}分，预算执行至多${plain(weight)}分，总分印为${total.score}分`,
          `Σ scores = ${plain(sum)}, budget execution at most ${plain(weight)}, the total is printed as ${total.score}`,
        ),
        expected: plain(sum),
        difference: plain(execution.abs()),
        tolerance: plain(weight),
      });
  }
}

/** Σ 分值 = 100: speaks only where the scores show that every row was read. */
export function* weightsAddUp(context: Context): Iterable<Verdict> {
  for (const grid of context.grids.values()) {
    const total = evaluationOf(context, grid);
    if (!total || grid.some((i) => i.score === null || i.weight === null) || total.fullScore !== "100") continue;
    const scope = grid[0]!.scope;
    const weights = add(grid.map((i) => i.weight));
    if (fundingWeight(grid) !== null) {
      yield pass(scope);
      continue;
    }
    const rest = new Exact(total.score!).minus(add(grid.map((i) => i.score)));
    const complete = FUNDING_WEIGHTS.some((w) => rest.minus(w).abs().lt(CENT));
    if (!complete) yield insufficient(scope, "rows may be missing");
    else
      yield fail(scope, {
        sides: [operand("100", "分", "满分", total.source), ...grid.map((i) => scoreOf(i, i.weight!, "分值"))],
        equation: told(
          `Σ分值 = ${plain(weights)}分（另有预算执行），合计应为100分`,
          `Σ weights = ${plain(weights)} besides budget execution, where all make 100`,
        ),
        expected: plain(weights),
        difference: plain(new Exact(100).minus(weights).minus(rest).abs()),
        tolerance: "0",
      });
  }
}

/** Σ 分值 of a first-level group is the weight printed on the group. */
export function* groupWeights(context: Context): Iterable<Verdict> {
  for (const grid of context.grids.values()) {
    const whole = fundingWeight(grid) !== null;
    for (const [name, rows] of groupsOf(grid)) {
      const printed = rows[0]!.level1Weight;
      if (printed === null || rows.some((i) => i.weight === null || i.level1Weight !== printed)) continue;
      const sum = add(rows.map((i) => i.weight));
      const scope = rows[0]!.scope;
      if (sum.minus(printed).abs().lt(CENT)) yield pass(scope);
      else if (!whole) yield insufficient(scope, `rows of ${name} may be missing`);
      else
        yield fail(scope, {
          sides: [
            operand(printed, "分", `${name} 分值`, rows[0]!.source),
            ...rows.map((i) => scoreOf(i, i.weight!, "分值")),
          ],
          equation: `${rows.map((i) => i.weight).join(" + ")} = ${plain(sum)} ≠ ${printed}`,
          expected: plain(sum),
          difference: plain(sum.minus(printed).abs()),
          tolerance: "0",
        });
    }
  }
}

/** A form's indicators by first level, in printed order. */
export function groupsOf(grid: readonly Indicator[]): ReadonlyMap<string, readonly Indicator[]> {
  const groups = new Map<string, Indicator[]>();
  for (const i of grid) {
    const list = groups.get(i.level1 ?? "");
    if (list) list.push(i);
    else groups.set(i.level1 ?? "", [i]);
  }
  return groups;
}

/** 0 ≤ 得分 ≤ 分值. */
export function* scoreWithinWeight(context: Context): Iterable<Verdict> {
  for (const i of context.indicators) {
    if (i.score === null || i.weight === null) continue;
    const score = new Exact(i.score);
    if (score.lte(new Exact(i.weight).plus(CENT)) && score.gte(0)) yield pass(i.scope);
    else
      yield fail(i.scope, {
        sides: [scoreOf(i, i.score, "得分"), scoreOf(i, i.weight, "分值")],
        equation: told(`得分${i.score} > 分值${i.weight}`, `score ${i.score} > weight ${i.weight}`),
        expected: i.weight,
        difference: plain(score.minus(i.weight).abs()),
        tolerance: "0",
      });
  }
  if (context.indicators.length === 0) yield notApplicable("no indicators");
}

/** One indicator is not listed twice in a form. */
export function* indicatorOnce(context: Context): Iterable<Verdict> {
  for (const grid of context.grids.values()) {
    const seen = new Map<string, Indicator>();
    for (const i of grid) {
      const key = `${i.level1}|${i.level2}|${i.level3}|${i.target}`;
      const first = seen.get(key);
      if (!first) {
        seen.set(key, i);
        yield pass(i.scope);
      } else
        yield fail(i.scope, {
          sides: [first, i].map((x) => ({ printed: null, unit: null, label: x.level3, source: x.source })),
          equation: told(`“${i.level3}”出现两次`, `“${i.level3}” is listed twice`),
          expected: null,
          difference: null,
          tolerance: null,
        });
    }
  }
}
