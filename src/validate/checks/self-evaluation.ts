import type { Measure } from "../../../schemas/index.ts";
import { matrix } from "../../lib/grid.ts";
import { distinct } from "../candidates.ts";
import { comparable } from "../comparable.ts";
import type { Context } from "../context.ts";
import type { Indexed } from "../fact-index.ts";
import { type Operand, operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { Exact, plain } from "../quantity.ts";
import { told } from "../told.ts";
import { compareSame, compareSum } from "../tolerance.ts";
import { decide, fail, insufficient, notApplicable, pass, show, showSum, unequal, type Verdict } from "../verdict.ts";

/**
 * Names under which base data, form and report of one self-evaluation tell one amount, as long as it has no other money than the budget's:
 * 部门基本支出, 一般公共预算基本支出, 按支出性质分：基本支出.
 */
const ONE_AMOUNT: readonly (readonly string[])[] = [
  ["expenditure.basic", "general_public.basic", "funding.basic"],
  ["expenditure.project", "general_public.project", "funding.project"],
  ["funding.total", "expenditure.current", "expenditure.total"],
];
const MEASURES: readonly Measure[] = ["actual", "initial_budget", "final_budget", "execution_rate"];

/** Only where base data and forms stand beside the report, and no statements of final accounts with funds of their own. */
const isSelfEvaluation = ({ document }: Context): boolean =>
  document?.types.includes("overall_self_evaluation") === true && !document.types.includes("final_accounts");

/** Base data, form and report of one self-evaluation give one amount for one thing. */
export function* oneAmountThroughout(context: Context): Iterable<Verdict> {
  if (!isSelfEvaluation(context)) {
    yield notApplicable("no self-evaluation of a whole body");
    return;
  }
  const year = context.document?.fiscalYear ?? null;
  for (const names of ONE_AMOUNT)
    for (const measure of MEASURES) {
      const all = names.flatMap((name) => context.index.get(name, measure, year, null));
      const values = distinct(all);
      if (new Set(all.map((f) => f.place)).size + all.filter((f) => f.place === "narrative").length < 2) continue;
      const [first, ...rest] = values;
      const odd = rest.find(
        (f) => compareSame(first!.operand, f.operand).verdict === "differ" && comparable(first!, f),
      );
      if (!first || !odd) {
        yield pass(null);
        continue;
      }
      yield decide(null, compareSame(first.operand, odd.operand), odd.operand, {
        sides: [first, odd, ...rest.filter((f) => f !== odd)].map((f) => f.operand),
        equation: () => unequal(first.operand, odd.operand),
        topic: [names[0], measure, year, null, "", ""].join("|"),
      });
    }
}

const BY_FUND = ["general_public", "government_fund", "special_account", "other"] as const;
const PHASES: readonly Measure[] = ["actual", "final_budget", "initial_budget"];

/** 按收入性质分: the funds a form lists make its year's amount in one of its phases. */
export function* fundsMakeTheTotal({ index }: Context): Iterable<Verdict> {
  let seen = false;
  for (const first of index.of("funding.general_public")) {
    if (first.place === "narrative" || first.fact.source.table === null) continue;
    const { fiscalYear, scope } = first.fact;
    const here = (name: string, measure: Measure): readonly Indexed[] =>
      index.get(`funding.${name}`, measure, fiscalYear, scope).filter((f) => f.place === first.place);
    const parts = BY_FUND.flatMap((name) => here(name, first.fact.measure));
    const totals = PHASES.flatMap((measure) => here("total", measure));
    // 当年财政拨款 + 上年结转 is another list of the same form; a form with one column is held to that.
    if (parts.length < 2 || totals.length === 0 || here("appropriation", first.fact.measure).length > 0) continue;
    seen = true;
    const operands = parts.map((f) => f.operand);
    const ways = totals.map((total) => ({ total: total.operand, c: compareSum(total.operand, operands) }));
    const { total, c } = ways.find((way) => way.c.verdict !== "differ") ?? ways[0]!;
    yield decide(scope, c, total, {
      sides: [total, ...operands],
      identity: { whole: total, parts: operands },
      equation: (expected) => `${showSum(operands)} = ${expected}${total.unit ?? ""} ≠ ${show(total)}`,
    });
  }
  if (!seen) yield notApplicable("no form that lists its funds");
}

const FUNDS_ROW = /资金总额/u;

/** The 预算执行 row of a form: its weight and score, the numbers before and after the rate. */
function executionRow(context: Context, table: number): { readonly weight: Exact; readonly score: Operand } | null {
  const section = context.tables.get(table);
  if (!section) return null;
  const rows = matrix(section.grid);
  for (const [r, row] of rows.entries()) {
    const texts = [...new Set(row)].map((cell) => plainText(cell?.text ?? ""));
    if (!texts.some((t) => FUNDS_ROW.test(t))) continue;
    const rate = texts.findIndex((t) => /^\d[\d.]*%$/u.test(t));
    const [weight, score] = [texts[rate - 1], texts[rate + 1]?.replace(/分$/u, "")];
    if (rate < 1 || !weight || !score || !/^\d+$/u.test(weight) || !/^\d+(?:\.\d+)?$/u.test(score)) continue;
    const cell = row.find((c) => c !== undefined);
    const source = {
      page: cell?.page ?? 1,
      bbox: null,
      table,
      row: r,
      col: null,
      quote: texts.join(" ").slice(0, 120),
    };
    return {
      weight: new Exact(weight),
      score: operand(score, "分", told("预算执行得分", "score of budget execution"), source),
    };
  }
  return null;
}

/** The score a report tells is what the rows of its form add up to: speaks only where the weights show that every row was read. */
export function* reportedScoreIsTheSum(context: Context): Iterable<Verdict> {
  const said = context.evaluations.filter((e) => e.basis === "narrative" && e.score !== null && e.scope === null);
  const forms = [...context.grids.values()].filter((grid) => grid[0]!.scope === null && grid[0]!.table !== null);
  if (said.length !== 1 || forms.length !== 1) {
    yield notApplicable("not one form and one score in words");
    return;
  }
  const [grid] = forms;
  const row = executionRow(context, grid![0]!.table!);
  const sum = (field: "weight" | "score"): Exact => grid!.reduce((a, i) => a.plus(i[field] ?? 0), new Exact(0));
  if (!row || grid!.some((i) => i.score === null) || !sum("weight").plus(row.weight).eq(100)) {
    yield insufficient(null, "the rows read do not weigh 100");
    return;
  }
  const total = sum("score").plus(row.score.value);
  const [e] = said;
  if (total.eq(e!.score!)) {
    yield pass(null);
    return;
  }
  const lost = grid!.filter((i) => !new Exact(i.score!).eq(i.weight ?? i.score!));
  const words = operand(e!.score!, "分", told("文中得分", "score in the prose"), e!.source);
  yield fail(null, {
    sides: [words, row.score, ...lost.map((i) => operand(i.score!, "分", `${i.level3} 得分`, i.source))],
    equation: told(
      `表中各行得分之和${plain(total)}分 ≠ 文中${e!.score}分`,
      `the rows add up to ${plain(total)}, the prose says ${e!.score}`,
    ),
    expected: plain(total),
    difference: plain(total.minus(e!.score!).abs()),
    tolerance: "0",
  });
}
