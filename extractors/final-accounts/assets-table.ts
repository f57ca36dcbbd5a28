import { ASSETS } from "../../schemas/forms/assets.ts";
import { ASSETS_TABLE, OTHER_HEADS, OTHER_LINES } from "../../schemas/forms/assets-table.ts";
import { defineForm, type Sheet } from "../ledger/form.ts";
import { listsColumns, listsRows, readItems } from "../ledger/items.ts";

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
  is: ASSETS_TABLE,
  fits: lists,
  byHeader: (sheet) =>
    lists(sheet) &&
    !OTHER_HEADS.test(sheet.heads) &&
    sheet.lanes.every((lane) => lane.rows.every((row) => !OTHER_LINES.test(row.name))),
  read: (sheet) => readItems(sheet, ASSETS_TABLE.id, ASSETS),
});
