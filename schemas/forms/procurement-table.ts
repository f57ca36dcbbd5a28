import type { Form, Item, Words } from "./form.ts";
import { PROCUREMENT } from "./procurement.ts";

/** In a form on 政府采购 alone, 合计 is its whole. */
export const PROCUREMENT_WORDS: Words<Item> = [
  ...PROCUREMENT,
  ["合计|总计|采购金额|采购预算|预算金额|总额", { concept: "procurement.total" }],
];

/** 政府采购预算表, 政府采购情况表: what is to be bought, by kind. */
export const PROCUREMENT_TABLE: Form<Item> = {
  id: "budget/procurement-table",
  titles: /政府采购.*表/u,
  not: /绩效|运行信息|购买服务/u,
  unit: "caption",
  columns: PROCUREMENT_WORDS,
  lines: PROCUREMENT_WORDS,
  totals: PROCUREMENT_WORDS,
  identities: [
    {
      along: "columns",
      whole: "procurement.total",
      parts: ["procurement.goods", "procurement.works", "procurement.services"],
    },
  ],
  basis: "部门预算 政府采购预算表; 部门决算 政府采购情况表",
};

/** The three kinds, all in the header. */
export const PROCUREMENT_KINDS: readonly RegExp[] = [/货物/u, /工程/u, /服务/u];
/** A header that speaks of buying. */
export const NAMES_PROCUREMENT = /采购/u;
