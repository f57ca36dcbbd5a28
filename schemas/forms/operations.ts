import { ASSETS } from "./assets.ts";
import type { Form, Item } from "./form.ts";
import { PROCUREMENT } from "./procurement.ts";
import { RUNNING } from "./running.ts";
import { SANGONG, SANGONG_SUMS } from "./sangong.ts";

const WORDS = [...SANGONG, ...RUNNING, ...ASSETS, ...PROCUREMENT];

/** 机构运行信息表: 三公经费, 机关运行经费, 国有资产占用 and 政府采购 in one form, two halves beside each other. */
export const OPERATIONS: Form<Item> = {
  id: "final-accounts/operations-table",
  titles: /机构运行(?:信息|情况|经费).*表|机构运行信息/u,
  unit: "caption",
  columns: WORDS,
  lines: WORDS,
  totals: SANGONG,
  identities: SANGONG_SUMS,
  basis: "部门决算 F01表 机构运行信息表",
};

/** Words of the form's lines, all of them printed where its title is lost. */
export const OPERATIONS_LINES: readonly RegExp[] = [/三公|出国/u, /政府采购/u, /机关运行/u];
