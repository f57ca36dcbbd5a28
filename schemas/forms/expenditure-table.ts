import { EXPENDITURE } from "./expenditure.ts";
import type { Form } from "./form.ts";
import { TOTALS } from "./totals.ts";

/** 支出决算表, 一般公共预算财政拨款支出决算表, 政府性基金 and 国有资本经营 tables, and their budget forms: expenditure by functional line. */
export const EXPENDITURE_TABLE: Form = {
  id: "final-accounts/expenditure-table",
  titles:
    /支出(?:功能分类)?(?:决算|预算|情况|明细|分类|汇总|总体)*(?:总)?表|支出(?:决算|预算)?情况|(?:政府性基金|国有资本经营)预算.*表/u,
  not: /收支|收入支出(?:决算|预算)?总表|三公|基本支出|项目支出|绩效|采购|^收入(?:决算|预算)/u,
  unit: "caption",
  columns: EXPENDITURE,
  lines: "codes",
  totals: TOTALS,
  identities: [
    {
      along: "columns",
      whole: "all",
      parts: [
        "expenditure.basic",
        "expenditure.project",
        "expenditure.upward",
        "expenditure.operating",
        "expenditure.subsidy",
      ],
    },
    { along: "lines", whole: "total", parts: ["class"] },
  ],
  basis: "部门决算公开 公开03表 支出决算表, 公开05表, 公开07表, 公开08表; 部门预算 支出预算总表",
};

/** Heads of a 收支总表's income half. */
export const INCOME_HALF = /收入\/项目|^收入\//u;
/** Heads of a form that counts functional lines, filled in or not. */
export const FUNCTIONAL_HEADS = /功能分类科目|科目名称/u;
/** Heads that name the whole budget. */
export const WHOLE_BUDGET = /支出预算/u;
/** Lines named in words only that are expenditure; 无 and remarks are no lines. */
export const WORDED_LINE = /支出|事务|运行|公积金|补贴|医疗|养老/u;
