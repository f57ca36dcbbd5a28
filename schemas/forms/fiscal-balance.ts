import type { ConceptName } from "../vocabulary.ts";
import type { Form, Words } from "./form.ts";
import { TOTALS } from "./totals.ts";

/** What the region's budget took in and spent by itself; what moves between budgets and years has no line of its own here. */
export const FISCAL_LINES: Words<ConceptName> = [
  [
    "(?:本级|全区|全县|全市|全镇|区级|县级|市级)?一般公共预算(?:本级)?收入(?:合计)?|本级(?:财政)?收入(?:合计)?",
    "revenue.general_public",
  ],
  [
    "(?:本级|全区|全县|全市|全镇|区级|县级|市级)?一般公共预算(?:本级)?支出(?:合计)?|本级(?:财政)?支出(?:合计)?|支出合计",
    "general_public.expenditure",
  ],
];

/** 一般公共预算收支决算平衡表 of a region: its own revenue and transfers beside its own expenditure and transfers. */
export const FISCAL_BALANCE: Form<ConceptName> = {
  id: "final-accounts/fiscal-balance-table",
  titles: /一般公共预算(?:收支|收入支出)(?:决算|预算|执行)?(?:情况)?平衡(?:情况)?表/u,
  unit: "caption",
  columns: [],
  lines: FISCAL_LINES,
  totals: TOTALS,
  identities: [],
  basis: "政府决算公开 一般公共预算收支决算平衡表（区县级）",
};

/** What was reported before the accounts were closed, where the accounts stand beside it. */
export const EXECUTED = /执行数/u;
/** The accounts. */
export const ACCOUNTED = /决算数/u;
