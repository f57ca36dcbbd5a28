import { z } from "zod";

/** Measure → Chinese term. The phase of a value (budget, actual) or its relation to another (change, share). */
export const MEASURES = {
  initial_budget: "年初预算数",
  final_budget: "全年预算数",
  adjustment: "调整数",
  carried_in: "上年结转",
  actual: "决算数",
  balance: "结转结余",
  change: "比上年增减额",
  change_rate: "比上年增减率",
  execution_rate: "完成预算／执行率",
  share: "占比",
  count: "数量",
  saving: "节约额",
  saving_rate: "节约率",
  budget_variance: "比年初预算增减额",
  budget_variance_rate: "比年初预算增减率",
} as const;

export type Measure = keyof typeof MEASURES;
export const Measure = z.enum(Object.keys(MEASURES) as [Measure, ...Measure[]]).meta({
  description: `口径 ${Object.entries(MEASURES)
    .map(([k, v]) => `${k} ${v}`)
    .join(", ")}`,
});
