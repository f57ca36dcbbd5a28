import type { Measure } from "../../../schemas/index.ts";
import type { ChildrenRule, ColumnRule, LineRule, RateRule, RowRule, TogetherRule } from "../rule.ts";
import { type Claim, claimOf, line, type Options } from "./forms.ts";

/** A stated percentage; `sample` is a concept, `whole` its whole where the quotient is a share. */
export function rateRule(
  id: string,
  claim: Claim,
  concepts: RegExp,
  rate: Measure,
  quotient: RateRule["quotient"],
  sample: string,
  options: Options & { readonly whole?: string },
): RateRule {
  const percent = (p: string) => `n1 ${sample} ${rate} 2023 ${p}%`;
  const amounts: Record<RateRule["quotient"], readonly string[]> = {
    execution: [line("n1", sample, "initial_budget", "8.00"), line("n1", sample, "actual", "6.00")],
    share: [line("n1", sample, "actual", "6.00"), line("n1", options.whole ?? "expenditure.current", "actual", "8.00")],
    change:
      rate === "budget_variance_rate"
        ? [line("n1", sample, "initial_budget", "8.00"), line("n1", sample, "budget_variance", "-2.00")]
        : rate === "saving_rate"
          ? [line("n1", sample, "actual", "8.00", 2022), line("n1", sample, "saving", "-2.00")]
          : [line("n1", sample, "actual", "6.00"), line("n1", sample, "change", "-2.00")],
  };
  const right = quotient === "change" ? "-25.0" : "75.0";
  return {
    kind: "rate",
    id,
    claim: claimOf(claim),
    concepts,
    rate,
    quotient,
    tolerance: "PC",
    severity: options.severity ?? "error",
    basis: options.basis,
    example: {
      pass: [...amounts[quotient], percent(right)],
      fail: [...amounts[quotient], percent(quotient === "change" ? "-52.0" : "57.0")],
    },
  };
}

/** Measures of one row. */
export function rowRule(
  id: string,
  claim: Claim,
  concepts: RegExp,
  result: Measure,
  plus: readonly Measure[],
  minus: readonly Measure[],
  sample: readonly string[],
  options: Options,
): RowRule {
  const whole = String(plus.length * 100 - minus.length * 30);
  const cells = (concept: string, total: string) => [
    line("t1", concept, result, `${total}.00`),
    ...plus.map((m) => line("t1", concept, m, "100.00")),
    ...minus.map((m) => line("t1", concept, m, "30.00")),
  ];
  return {
    kind: "row",
    id,
    claim: claimOf(claim),
    concepts,
    result,
    plus,
    minus,
    tolerance: "RE",
    severity: options.severity ?? "error",
    basis: options.basis,
    example: {
      pass: sample.flatMap((c) => cells(c, whole)),
      fail: sample.flatMap((c, i) => cells(c, i === 0 ? "55" : whole)),
    },
  };
}

/** Classification lines by code prefix. */
export function childrenRule(
  id: string,
  claim: Claim,
  family: "function" | "economic",
  [parent, ...kids]: readonly string[],
  part: string,
  options: Options,
): ChildrenRule {
  const concept = (code: string): string => `${family}.${code}${part === "" ? "" : `.${part}`}`;
  const lines = (t: string) => [
    line("t1", concept(parent!), "actual", t),
    ...kids.map((k, i) => line("t1", concept(k), "actual", `${(i + 1) * 10}.10`)),
  ];
  const whole = kids.reduce((s, _, i) => s + (i + 1) * 10 + 0.1, 0).toFixed(2);
  return {
    kind: "children",
    id,
    claim: claimOf(claim),
    family,
    parentDigits: parent!.length,
    childDigits: kids[0]!.length,
    part,
    tolerance: "RE",
    severity: options.severity ?? "error",
    basis: options.basis,
    example: { pass: lines(whole), fail: lines("99.90") },
  };
}

/** 合计 of a column; the example's second column closes, so that the lines are known to be all there. */
export function columnRule(
  id: string,
  claim: Claim,
  total: string,
  lines: RegExp,
  sample: readonly string[],
  options: Options & { readonly fund?: string | null; readonly beside?: ColumnRule["beside"] },
): ColumnRule {
  const measure = options.measures?.[0] ?? "actual";
  const table = (wrong: string) => [
    line("t1", total, measure, wrong),
    line("t1", total, "initial_budget", "60.00"),
    ...sample.flatMap((c) => [line("t1", c, measure, "20.00"), line("t1", c, "initial_budget", "30.00")]),
  ];
  return {
    kind: "column",
    id,
    claim: claimOf(claim),
    total,
    lines,
    ...(options.fund === undefined ? {} : { fund: options.fund }),
    ...(options.beside ? { beside: options.beside } : {}),
    tolerance: "RE",
    severity: options.severity ?? "error",
    basis: options.basis,
    example: { pass: table("40.00"), fail: table("45.00") },
  };
}

/** Money spent on what is counted as none. */
export function togetherRule(
  id: string,
  claim: Claim,
  amount: string,
  count: string,
  unit: string,
  options: Options & { readonly costs?: true },
): TogetherRule {
  const lines = (n: number, spent = "3.20") => [
    line("n1", amount, "actual", spent),
    `n2 ${count} count 2023 ${n}${unit}`,
  ];
  return {
    kind: "together",
    id,
    claim: claimOf(claim),
    amount,
    count,
    tolerance: "HE",
    severity: options.severity ?? "info",
    basis: options.basis,
    ...(options.costs ? { costs: true } : {}),
    example: { pass: lines(4), fail: options.costs ? lines(4, "0.00") : lines(0) },
  };
}

/** 合计 = 基本支出 + 项目支出 of every line of one fund. */
export function lineRule(
  id: string,
  claim: Claim,
  fund: string | null,
  unlessNonZero: readonly string[],
  options: Options,
): LineRule {
  const at = fund === null ? "" : `@${fund}`;
  const lines = (total: string) => [
    line("t1", `function.2040601.total${at}`, "actual", total),
    line("t1", `function.2040601.basic${at}`, "actual", "300.00"),
    line("t1", `function.2040601.project${at}`, "actual", "150.00"),
  ];
  return {
    kind: "line",
    id,
    claim: claimOf(claim),
    whole: "total",
    parts: ["basic", "project"],
    fund,
    unlessNonZero,
    tolerance: "RE",
    severity: options.severity ?? "error",
    basis: options.basis,
    example: { pass: lines("450.00"), fail: lines("405.00") },
  };
}
