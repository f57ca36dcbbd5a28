import type { Form } from "./form.ts";
import { TOTALS } from "./totals.ts";

/** 项目支出表 of a budget: one line a project. */
export const PROJECTS: Form = {
  id: "budget/project-table",
  titles: /项目支出(?:预算|明细|情况)*表|项目(?:支出)?预算(?:明细|汇总)?表/u,
  not: /绩效|自评|决算|评价/u,
  unit: "caption",
  columns: [],
  lines: [],
  totals: TOTALS,
  identities: [{ along: "lines", whole: "total", parts: ["line"] }],
  basis: "部门预算 项目支出表",
};

/** The head of the column that names the project: not 单位名称 or 项目类别. */
export const PROJECT_NAME = /^项目(?:支出)?名称$/u;
/** Heads over the whole of a project's money. */
export const PROJECT_MONEY = /^(?:项目(?:支出)?|资金来源|预算安排)$/u;
/** Heads of forms that weigh projects. */
export const WEIGHED = /得分|结转数|加权/u;
