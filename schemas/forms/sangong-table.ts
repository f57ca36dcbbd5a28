import type { Form, Item } from "./form.ts";
import { RUNNING } from "./running.ts";
import { SANGONG, SANGONG_SUMS } from "./sangong.ts";

const WORDS = [...SANGONG, ...RUNNING];

/** 财政拨款“三公”经费支出决算表, “三公”经费和机关运行经费预算表: what was spent on trips abroad, official cars and receptions. */
export const SANGONG_TABLE: Form<Item> = {
  id: "final-accounts/sangong-table",
  titles: /三公.*表|三公.*经费/u,
  not: /绩效|自评/u,
  unit: "caption",
  columns: WORDS,
  lines: WORDS,
  totals: SANGONG,
  identities: SANGONG_SUMS,
  basis: "部门决算公开 公开09表 财政拨款“三公”经费支出决算表; 部门预算 “三公”经费支出表",
};
