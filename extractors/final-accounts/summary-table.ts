import { SUMMARY } from "../../schemas/forms/summary.ts";
import { meaningOf } from "../../src/lib/words.ts";
import { defineForm, type Sheet } from "../ledger/form.ts";
import { readRows } from "../ledger/item-rows.ts";

/** The concepts of the lines that sum one side. */
const wholes = (sheet: Sheet): string[] =>
  sheet.lanes.flatMap((lane) =>
    lane.rows.flatMap((row) => meaningOf(row.name, SUMMARY.lines as typeof SUMMARY.columns)?.concept ?? []),
  );

/** One list, without codes, that prints the sum of either side. */
const listsBoth = (sheet: Sheet): boolean =>
  sheet.lanes.length === 1 &&
  sheet.lanes[0]!.rows.every((row) => row.code === null) &&
  ["revenue.", "expenditure."].every((side) => wholes(sheet).some((concept) => concept.startsWith(side)));

/**
 * 收支情况表 with income above expenditure, one line under the other, as hospitals, schools and short notices print it.
 *
 * Looks like   项目 | 年初预算数 | 决算数, or 项目 | 本期 | 上年同期 | 增加额 | 增长率: 总收入 and its sources, 总支出 and its kinds
 * Unit         above the table
 * Quirks       - 医疗收入, 医疗成本 and other names of their own are no facts
 */
export const summaryTable = defineForm({
  is: SUMMARY,
  fits: listsBoth,
  byHeader: listsBoth,
  read: (sheet) => readRows(sheet, SUMMARY.id, SUMMARY.columns),
});
