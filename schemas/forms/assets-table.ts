import { ASSETS } from "./assets.ts";
import type { Form, Item } from "./form.ts";

/** 国有资产占用情况表: vehicles by kind and equipment above a value. */
export const ASSETS_TABLE: Form<Item> = {
  id: "final-accounts/assets-table",
  titles: /国有资产.*表|资产占用.*表/u,
  not: /收益|经营/u,
  unit: "label",
  columns: ASSETS,
  lines: ASSETS,
  totals: ASSETS,
  identities: [],
  basis: "部门决算公开 国有资产占用情况表",
};

/** Heads and lines of forms that list vehicles among other things. */
export const OTHER_HEADS = /出国|接待/u;
/** Lines of such forms. */
export const OTHER_LINES = /接待|政府采购/u;
