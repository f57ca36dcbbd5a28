import { EXPENDITURE } from "./expenditure.ts";
import type { Form } from "./form.ts";
import { TOTALS } from "./totals.ts";

/** 一般公共预算财政拨款基本支出决算表: basic expenditure by economic line. */
export const BASIC_EXPENDITURE: Form = {
  id: "final-accounts/basic-expenditure-table",
  titles: /基本支出.*表|经济分类.*表/u,
  not: /绩效|自评|项目支出/u,
  unit: "caption",
  columns: EXPENDITURE,
  lines: "codes",
  totals: TOTALS,
  identities: [
    { along: "columns", whole: "all", parts: ["expenditure.personnel", "expenditure.public"] },
    { along: "lines", whole: "total", parts: ["class"] },
  ],
  basis: "部门决算公开 公开06表 一般公共预算财政拨款基本支出决算表; 部门预算 一般公共预算基本支出表",
};

/** A title or head that names basic expenditure. */
export const NAMES_BASIC = /基本支出/u;
