import type { Form } from "./form.ts";
import { REVENUE } from "./revenue.ts";
import { TOTALS } from "./totals.ts";

/** 收入决算表, 收入预算总表: this year's income by functional line and by source. */
export const INCOME: Form = {
  id: "final-accounts/income-table",
  titles: /收入(?:决算|预算|情况|预算总|决算总)?(?:总体)?(?:情况|汇总|明细)?总?表/u,
  not: /支出|收支|财政拨款收/u,
  unit: "caption",
  columns: REVENUE,
  lines: "codes",
  totals: TOTALS,
  identities: [
    {
      along: "columns",
      whole: "all",
      parts: [
        "revenue.appropriation",
        "revenue.superior",
        "revenue.business",
        "revenue.operating",
        "revenue.subordinate",
        "revenue.other",
      ],
    },
    { along: "lines", whole: "total", parts: ["class"] },
  ],
  basis: "部门决算公开 公开02表 收入决算表; 部门预算 收入预算总表",
};

/** Heads of a table that counts expenditure: no income table. */
export const NOT_INCOME_HEADS = /支出(?:合计|总计|预算)|基本支出/u;
/** 本年收入 over the sources of this year, beside what was carried in. */
export const THIS_YEARS_INCOME = /^本年收入(?:合计|小计)?$/u;
