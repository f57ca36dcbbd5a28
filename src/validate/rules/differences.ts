import type { Measure } from "../../../schemas/index.ts";
import type { DifferenceRule } from "../rule.ts";
import { defineRules } from "../rule.ts";
import { rowRule } from "./forms-rows.ts";

const TEXT = "公开说明中的增减额可复算";

function differenceRule(
  id: string,
  [zh, en]: readonly [string, string],
  concepts: RegExp,
  measure: Measure,
  minuend: Measure,
  subtrahend: Measure | "previous",
  sample: string,
): DifferenceRule {
  const other = subtrahend === "previous" ? "actual 2022" : `${subtrahend} 2023`;
  const lines = (d: string) => [
    `n1 ${sample} ${minuend} 2023 33.75万元`,
    `n1 ${sample} ${other} 17.83万元`,
    `n1 ${sample} ${measure} 2023 ${d}万元`,
  ];
  return {
    kind: "difference",
    id,
    claim: { zh, en },
    concepts,
    measure,
    minuend,
    subtrahend,
    tolerance: "RE",
    severity: "error",
    basis: TEXT,
    example: { pass: lines("15.92"), fail: lines("19.52") },
  };
}

const PROJECTS = /^(project\.|expenditure\.(project|basic)$|economic|function)/;

/** Stated differences recomputed, and the movements of a budget along its row. */
export const differences = defineRules([
  differenceRule(
    "tpe-41-sangong-change-is-this-minus-last",
    ["“三公”经费增减额 = 本年 − 上年", "The change of the three public expenses is this year less last"],
    /^sangong\./,
    "change",
    "actual",
    "previous",
    "sangong.total",
  ),
  differenceRule(
    "nar-18-change-is-this-minus-last",
    ["增减额 = 本年 − 上年", "A change is this year less last year"],
    /^(?!sangong\.)/,
    "change",
    "actual",
    "previous",
    "revenue.total",
  ),
  differenceRule(
    "tpe-42-sangong-variance-is-actual-minus-budget",
    ["“三公”经费与预算差额 = 决算 − 预算", "The variance of the three public expenses is final accounts less budget"],
    /^sangong\./,
    "budget_variance",
    "actual",
    "initial_budget",
    "sangong.reception",
  ),
  differenceRule(
    "nar-43-variance-is-actual-minus-budget",
    ["与预算差额 = 决算 − 预算", "A variance is final accounts less budget"],
    /^(?!sangong\.)/,
    "budget_variance",
    "actual",
    "initial_budget",
    "operating_costs",
  ),
  rowRule(
    "prf-43-project-final-budget-is-initial-plus-movements",
    [
      "全年预算 = 年初预算 + 上年结转 + 调整",
      "A project's full-year budget is its initial budget plus carry-over plus adjustment",
    ],
    /^project\./,
    "final_budget",
    ["initial_budget", "carried_in", "adjustment"],
    [],
    ["project.1", "project.2"],
    { basis: "项目支出明细表" },
  ),
  rowRule(
    "prf-44-total-final-budget-is-initial-plus-movements",
    [
      "合计行：全年预算 = 年初预算 + 上年结转 + 调整",
      "On a total row the full-year budget is initial budget plus movements",
    ],
    /^(expenditure\.|economic|revenue\.)/,
    "final_budget",
    ["initial_budget", "carried_in", "adjustment"],
    [],
    ["expenditure.project", "expenditure.basic"],
    { basis: "项目支出明细表、基本支出明细表" },
  ),
  rowRule(
    "prf-45-balance-is-final-budget-minus-actual",
    ["结转结余 = 全年预算 − 决算", "What is left is the full-year budget less what was spent"],
    PROJECTS,
    "balance",
    ["final_budget"],
    ["actual"],
    ["project.1", "project.2"],
    { basis: "项目支出明细表" },
  ),
  rowRule(
    "fnd-14-fund-line-rolls-over",
    ["年末结转 = 上年结转 + 收入 − 支出", "A fund line's balance is carry-over less what was spent"],
    /^function\..*total$/,
    "balance",
    ["carried_in"],
    ["actual"],
    ["function.21208.total@government_fund", "function.22960.total@government_fund"],
    { basis: "财决公开07表" },
  ),
]);
