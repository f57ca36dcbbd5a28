import { defineForm, type Sheet } from "../ledger/form.ts";
import { ASSETS } from "../ledger/item-words.ts";
import { listsColumns, listsRows, readItems } from "../ledger/items.ts";

const ID = "final-accounts/assets-table";
const lists = (sheet: Sheet): boolean => listsRows(sheet, ASSETS) || listsColumns(sheet, ASSETS);

/**
 * 国有资产占用情况表: vehicles by kind and equipment above a value.
 *
 * Looks like   项目 | 栏次 | 决算数, one row a kind; or the kinds as columns over one row of numbers
 * Unit         in the labels: 车辆数合计（辆）, 设备（台/套）; rows below 车辆数合计 count in its unit
 * Quirks       - 车辆数合计(台、辆) is counted in 辆
 *              - a printed 0 is a fact
 */
export const assetsTable = defineForm({
  id: ID,
  title: /国有资产.*表|资产占用.*表/u,
  not: /收益|经营/u,
  fits: lists,
  byHeader: (sheet) =>
    lists(sheet) &&
    !/出国|接待/u.test(sheet.heads) &&
    sheet.lanes.every((lane) => lane.rows.every((row) => !/接待|政府采购/u.test(row.name))),
  read: (sheet) => readItems(sheet, ID, ASSETS),
});
