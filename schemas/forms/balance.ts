import { EXPENDITURE } from "./expenditure.ts";
import type { Form } from "./form.ts";
import { TOTALS } from "./totals.ts";

/** 收入支出决算总表, 财务收支预算总表: all income beside all expenditure. */
export const BALANCE: Form = {
  id: "final-accounts/balance-table",
  titles: /(?:收支|收入支出)(?:决算|预算)?(?:总体情况|情况|总|汇总|平衡)*表/u,
  not: /财政拨款|政府性基金|国有资本|公共预算/u,
  unit: "caption",
  columns: EXPENDITURE,
  lines: "classes",
  totals: TOTALS,
  identities: [
    { along: "lines", whole: "current", parts: ["class"] },
    { along: "lines", whole: "total", parts: ["current", "carried"] },
  ],
  basis: "部门决算公开 公开01表 收入支出决算总表; 部门预算 收支预算总表",
};

/** 财政拨款收入支出决算总表, 财政拨款收支预算总表: what the treasury gave, by fund, and what it was spent on. */
export const APPROPRIATION: Form = {
  id: "final-accounts/appropriation-table",
  titles: /财政拨款(?:收支|收入支出|收入、支出)(?:决算|预算)?(?:总体情况|情况|总|汇总)*表/u,
  not: /政府性基金|国有资本|公共预算/u,
  unit: "caption",
  columns: EXPENDITURE,
  lines: "classes",
  totals: TOTALS,
  identities: [
    {
      along: "columns",
      whole: "appropriation",
      parts: ["general_public", "government_fund", "state_capital"],
    },
    { along: "lines", whole: "total", parts: ["current", "carried"] },
  ],
  basis: "部门决算公开 公开04表 财政拨款收入支出决算总表; 部门预算 财政拨款收支预算总表",
};

/** What stands over a half: 收入, 支出, 功能分类, 支出用途. */
export const SIDE_OF_EXPENDITURE = /支出/u;
/** What stands over the other half. */
export const SIDE_OF_REVENUE = /收入/u;
/** 收入 or 支出 and no more: over one column of many the end of a head that was torn. */
export const BARE_SIDE = /^(?:收入|支出)$/u;
/** Heads over the parts of the expenditure half: by function, by economic class, by use. */
export const OVER_HALF = /^(?:收入|支出|项目|(?:支出)?(?:功能|经济)(?:科目)?分类|支出用途|按.{2,8}(?:分类?|划分))/u;
/** A half by economic class. */
export const ECONOMIC_HALF = /经济/u;
/** 其中：… as a head: a part of the column before it. */
export const OF_WHICH = /^其中/u;
/** 本年收入 and 本年支出 begin this year's part of a half. */
export const THIS_YEARS_PART = /^本年(?:收入|支出)/u;
/** 收入合计 closes a half that has no 总计. */
export const CLOSES_HALF = /^(?:收入|支出)合计$/u;
/** 人员经费和公用经费支出, 专项业务经费支出: what money is for, no class of either classification. */
export const BY_NATURE = /人员|公用|经费|专项|项目|基本|机动|运转/u;
/** A line of expenditure by its last word. */
export const ENDS_AS_EXPENDITURE = /支出$/u;
/** Heads of performance forms, which have two halves too. */
export const PERFORMANCE_HEADS = /绩效|得分|自评/u;
