import { OPERATIONS, OPERATIONS_LINES } from "../../schemas/forms/operations.ts";
import { defineForm, type Sheet } from "../ledger/form.ts";
import { listsRows, readItems } from "../ledger/items.ts";

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
  is: OPERATIONS,
  fits: (sheet) => listsRows(sheet, OPERATIONS.columns),
  byHeader: (sheet) => OPERATIONS_LINES.every((word) => word.test(names(sheet))),
  read: (sheet) => readItems(sheet, OPERATIONS.id, OPERATIONS.columns),
});
