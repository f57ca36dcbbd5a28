import { OPERATING_COSTS_TABLE } from "../../schemas/forms/operating-costs.ts";
import { meaningOf } from "../../src/lib/words.ts";
import { defineForm, type Sheet } from "../ledger/form.ts";
import { columnItem, readColumns } from "../ledger/item-columns.ts";
import { readRows } from "../ledger/item-rows.ts";

const WORDS = OPERATING_COSTS_TABLE.columns;
const listsRows = (sheet: Sheet): boolean =>
  sheet.lanes.some((lane) => lane.rows.some((row) => row.code === null && meaningOf(row.name, WORDS) !== null));
const listsColumns = (sheet: Sheet): boolean =>
  sheet.table.columns.some((column) => columnItem(column, WORDS) !== null);

/**
 * 一般公共预算机关运行经费支出预算表: what it costs to run the body.
 *
 * Looks like   科目编码 | 科目名称 | 机关运行经费支出, a 合计 line and economic lines; or 合计 | 办公费 | 印刷费 | … over one row
 * Unit         above the table, at the right
 * Quirks       - its economic lines are parts of the running costs, not of 基本支出: only the whole is read
 */
export const operatingCostsTable = defineForm({
  is: OPERATING_COSTS_TABLE,
  fits: (sheet) => listsRows(sheet) || listsColumns(sheet),
  read: (sheet) =>
    listsRows(sheet)
      ? readRows(sheet, OPERATING_COSTS_TABLE.id, WORDS)
      : readColumns(sheet, OPERATING_COSTS_TABLE.id, WORDS),
});
