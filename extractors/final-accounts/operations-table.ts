import { defineForm, type Sheet } from "../ledger/form.ts";
import { ASSETS, PROCUREMENT, RUNNING, SANGONG } from "../ledger/item-words.ts";
import { listsRows, readItems } from "../ledger/items.ts";

const ID = "final-accounts/operations-table";
const WORDS = [...SANGONG, ...RUNNING, ...ASSETS, ...PROCUREMENT];
const names = (sheet: Sheet): string => sheet.lanes.flatMap((lane) => lane.rows.map((row) => row.name)).join("|");

/**
 * 机构运行信息表: 三公经费, 机关运行经费, 国有资产占用 and 政府采购 in one form, two halves beside each other.
 *
 * Looks like   项目 | 行次 | 年初预算数 | 全年预算数 | 决算数 | 项目 | 行次 | 统计数
 * Unit         万元 above the table; counts carry their own in the label: （一）车辆数合计（辆）
 * Quirks       - （一）支出合计 below 一、“三公”经费支出 is their sum, below 政府采购支出信息 another one
 *              - the ＊ cells cannot be filled
 */
export const operationsTable = defineForm({
  id: ID,
  title: /机构运行(?:信息|情况|经费).*表|机构运行信息/u,
  fits: (sheet) => listsRows(sheet, WORDS),
  byHeader: (sheet) =>
    /三公|出国/u.test(names(sheet)) && /政府采购/u.test(names(sheet)) && /机关运行/u.test(names(sheet)),
  read: (sheet) => readItems(sheet, ID, WORDS),
});
