import { NAMES_ITS_ITEMS, PERFORMANCE_WORDS, SANGONG } from "../../schemas/forms/sangong.ts";
import { SANGONG_TABLE } from "../../schemas/forms/sangong-table.ts";
import { meaningOf } from "../../src/lib/words.ts";
import { defineForm, type Sheet } from "../ledger/form.ts";
import { listsColumns, listsRows, readItems } from "../ledger/items.ts";

/** The form's own words: trips abroad, cars and receptions, all three, in rows or in the header. */
const namesAll = (sheet: Sheet): boolean => {
  const rows = sheet.lanes.flatMap((lane) => lane.rows.map((row) => row.name)).join("|");
  return [sheet.heads, rows].some((text) => NAMES_ITS_ITEMS.every((item) => item.test(text)));
};
/** A short form of a few items: every line is one of them, and at least two name their kind. */
const listsNothingElse = (sheet: Sheet): boolean => {
  const items = sheet.lanes.flatMap((lane) => lane.rows.map((row) => meaningOf(row.name, SANGONG)?.concept ?? null));
  return (
    items.filter((concept) => concept !== null && concept !== "sangong.total").length >= 2 && !items.includes(null)
  );
};
/** 基础数据表 and self-evaluation forms list 三公经费 too, and are forms of their own. */
const isPerformance = (sheet: Sheet): boolean => PERFORMANCE_WORDS.test(sheet.heads);
/** Economic lines name 公务接待费 and 因公出国（境）费用 too. */
const isCoded = (sheet: Sheet): boolean =>
  sheet.lanes.some((lane) => lane.rows.filter((row) => row.code !== null).length > 3);

/**
 * 财政拨款“三公”经费支出决算表, “三公”经费和机关运行经费预算表: what was spent on trips abroad, official cars and receptions.
 *
 * Looks like   one row an item (项目 | 年初预算数 | 全年预算数 | 决算数), or the items across two or three header rows with 预算数/决算数 below
 * Unit         above the table, at the right: “单位：万元”, also in reports that count in 元 elsewhere
 * Quirks       - 二、相关统计数 are counts and carry their own unit in the label: 公务用车保有量（辆）
 *              - `---` marks a cell that cannot be filled; it is no value
 *              - two years may stand side by side; a list of units is read from its 合计
 *              - 机关运行经费 in the same table is operating_costs
 */
export const sangongTable = defineForm({
  is: SANGONG_TABLE,
  fits: (sheet) =>
    (listsRows(sheet, SANGONG_TABLE.columns) || listsColumns(sheet, SANGONG_TABLE.columns)) &&
    !isPerformance(sheet) &&
    !isCoded(sheet),
  byHeader: (sheet) =>
    (namesAll(sheet) || listsNothingElse(sheet)) &&
    !isPerformance(sheet) &&
    !isCoded(sheet) &&
    (listsRows(sheet, SANGONG_TABLE.columns) || listsColumns(sheet, SANGONG_TABLE.columns)),
  read: (sheet) => readItems(sheet, SANGONG_TABLE.id, SANGONG_TABLE.columns),
});
