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

/** 收支情况表 with income above expenditure, one line under the other. */
export const SUMMARY: Form<Item> = {
  id: "final-accounts/summary-table",
  titles: /收支|收入支出|收入、支出/u,
  not: /绩效|自评|财政拨款|政府性基金|国有资本/u,
  unit: "caption",
  columns: [...WHOLES, ...asItems(REVENUE), ...asItems(EXPENDITURE)],
  lines: WHOLES,
  totals: WHOLES,
  identities: [{ along: "lines", whole: "revenue.total", parts: ["revenue"] }],
  basis: "收支情况表 of units outside the model forms: hospitals, schools, short notices",
};
