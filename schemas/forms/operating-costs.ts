import type { Form, Item, Words } from "./form.ts";

/** In a form on 机关运行经费 alone, 合计 is its whole; its economic lines are parts of it, not the body's. */
export const OPERATING_COSTS_WORDS: Words<Item> = [
  [
    "(?:一般公共预算)?(?:财政拨款)?机关运行(?:经费|费用?)(?:支出)?(?:合计|总计|小计|总额)?|合计|总计|共计",
    { concept: "operating_costs" },
  ],
];

/** 一般公共预算机关运行经费支出预算表: what it costs to run the body, by economic line. */
export const OPERATING_COSTS_TABLE: Form<Item> = {
  id: "budget/operating-costs-table",
  titles: /机关运行(?:经费|费用?).*表/u,
  not: /三公|绩效|自评|会议|培训/u,
  unit: "caption",
  columns: OPERATING_COSTS_WORDS,
  lines: "codes",
  totals: OPERATING_COSTS_WORDS,
  identities: [{ along: "lines", whole: "total", parts: ["class"] }],
  basis: "部门预算 一般公共预算机关运行经费支出预算表",
};
