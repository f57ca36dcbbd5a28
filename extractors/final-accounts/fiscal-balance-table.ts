import { ACCOUNTED, EXECUTED, FISCAL_BALANCE, FISCAL_LINES } from "../../schemas/forms/fiscal-balance.ts";
import { TOTALS } from "../../schemas/forms/totals.ts";
import { phaseOfColumn } from "../../src/lib/phase.ts";
import type { FactReading } from "../../src/lib/reading.ts";
import { meaningOf } from "../../src/lib/words.ts";
import { defineForm, readCell, type Sheet } from "../ledger/form.ts";
import { halvesOf, hasBothHalves, headed } from "../ledger/halves.ts";

/**
 * 一般公共预算收支决算平衡表 of a region: its own revenue and transfers beside its own expenditure and transfers.
 *
 * Looks like   收入 (科目名称 | 执行数 | 决算数) beside 支出 (科目名称 | 执行数 | 决算数), the totals in the first or the last row
 * Unit         above the table, at the right
 * Quirks       - 执行数 was reported to the congress before the accounts were closed: of both only 决算数 is the year's
 *              - 转移性收入, 调入资金 and what is below them move between budgets: no concept of ours counts them
 */
export const fiscalBalanceTable = defineForm({ is: FISCAL_BALANCE, fits: hasBothHalves, read });

function* read(sheet: Sheet): Iterable<FactReading | null> {
  for (const { lane, side } of halvesOf(sheet)) {
    const columns = headed(lane.values);
    const accounted = columns.filter(({ path }) => path.some((text) => ACCOUNTED.test(text)));
    const own =
      accounted.length > 0 ? columns.filter(({ path }) => !path.some((text) => EXECUTED.test(text))) : columns;
    for (const row of lane.rows) {
      const line = meaningOf(row.name, FISCAL_LINES);
      const total = line === null && meaningOf(row.name, TOTALS) === "total" ? (`${side}.total` as const) : null;
      const concept = line ?? total;
      if (concept === null) continue;
      for (const column of own)
        yield readCell(sheet, FISCAL_BALANCE.id, row.row, column.index, {
          concept,
          item: row.name,
          ...phaseOfColumn(column.path, sheet.phase),
        });
    }
  }
}
