import { EXPENDITURE } from "./expenditure.ts";
import type { Form, Item, Words } from "./form.ts";
import { REVENUE } from "./revenue.ts";

const asItems = (words: typeof REVENUE): Words<Item> => words.map(([printed, concept]) => [printed, { concept }]);

/** All income and all expenditure by the names a list of both gives them: 合计 alone is neither's. */
const WHOLES: Words<Item> = [
  ["总收入|收入(?:总计|合计|总额)", { concept: "revenue.total" }],
  ["(?:本年|当年)收入(?:合计|小计)?", { concept: "revenue.current" }],
  ["总支出|支出(?:总计|合计|总额)", { concept: "expenditure.total" }],
  ["(?:本年|当年)支出(?:合计|小计)?", { concept: "expenditure.current" }],
];
const ONE_FUND = "绩效|自评|财政拨款|一般公共|公共预算|政府性基金|国有资本";

/** 收支情况表 with income above expenditure, one line under the other. */
const SUMMARY: Form<Item> = {
  id: "final-accounts/summary-table",
  titles: /收支|收入支出|收入、支出/u,
  not: /绩效|自评|财政拨款|政府性基金|国有资本/u,
  unit: "caption",
  columns: [...WHOLES, ...asItems(REVENUE), ...asItems(EXPENDITURE)],
  lines: WHOLES,
  totals: WHOLES,
  identities: [
    { along: "lines", whole: "revenue.total", parts: ["revenue"] },
    { along: "lines", whole: "expenditure.total", parts: ["expenditure"] },
  ],
  basis: "收支情况表 of units outside the model forms: hospitals, schools, short notices",
};

/** 收入预算增减对比表: income by its sources, one under the other, with years or phases beside each other. */
const INCOME_LIST: Form<Item> = {
  id: "final-accounts/summary-table",
  titles: /收入.{0,8}(?:对比|比较|增减|变动|变化|构成|情况).{0,4}表?$/u,
  not: new RegExp(`${ONE_FUND}|支出|收支`, "u"),
  unit: "caption",
  columns: [...WHOLES, ...asItems(REVENUE)],
  lines: WHOLES,
  totals: WHOLES,
  identities: [{ along: "lines", whole: "revenue.current", parts: ["revenue"] }],
  basis: "收入预算增减对比表, 收入决算对比表 of universities and hospitals",
};

/** 支出预算对比表: expenditure by its kinds, one under the other, with years or phases beside each other. */
const EXPENDITURE_LIST: Form<Item> = {
  id: "final-accounts/summary-table",
  titles: /支出.{0,8}(?:对比|比较|增减|变动|变化|构成|情况).{0,4}表?$/u,
  not: new RegExp(`${ONE_FUND}|收入|收支|功能|经济|基本支出|项目支出`, "u"),
  unit: "caption",
  columns: [...WHOLES, ...asItems(EXPENDITURE)],
  lines: WHOLES,
  totals: WHOLES,
  identities: [{ along: "lines", whole: "expenditure.current", parts: ["expenditure"] }],
  basis: "支出预算增减对比表, 支出决算对比表 of universities and hospitals",
};

/** Lists of income or expenditure by name, one line under the other: a new one is a form here. */
export const LISTS: readonly Form<Item>[] = [SUMMARY, INCOME_LIST, EXPENDITURE_LIST];
