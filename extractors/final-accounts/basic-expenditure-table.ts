import { BASIC_EXPENDITURE, NAMES_BASIC } from "../../schemas/forms/basic-expenditure.ts";
import { EXPENDITURE } from "../../schemas/forms/expenditure.ts";
import type { ConceptName, Fund } from "../../schemas/index.ts";
import { looksLikeAmount } from "../../src/lib/header.ts";
import type { Lane, LaneRow } from "../../src/lib/lanes.ts";
import { phaseOfColumn } from "../../src/lib/phase.ts";
import type { FactReading } from "../../src/lib/reading.ts";
import { meaningOf } from "../../src/lib/words.ts";
import { isEconomicClass } from "../ledger/classes.ts";
import { hasEconomicCodes, hasFunctionCodes, isTotalRow, roleOf, rolesOf } from "../ledger/coded-lines.ts";
import { defineForm, printsAmounts, readCell, type Sheet } from "../ledger/form.ts";
import { fundOf } from "../ledger/words.ts";

/**
 * 一般公共预算财政拨款基本支出决算表: basic expenditure by economic line.
 *
 * Looks like   编码 | 名称 | 金额, once, twice or three times side by side (人员经费 | 公用经费 | 公用经费);
 *              budgets: 编码 (类|款) | 名称 | 合计 | 人员经费 | 公用经费
 * Unit         above the table, at the right
 * Quirks       - 人员经费合计 and 公用经费合计 close the lanes in one row, their labels over 编码 and 名称
 *              - where 合计, 人员经费, 公用经费 are columns, the lines are read from 合计
 *              - 政府预算经济分类 codes begin with 5
 */
export const basicExpenditureTable = defineForm({
  is: BASIC_EXPENDITURE,
  fits: (sheet) => hasEconomicCodes(sheet.lanes) || namesClasses(sheet) || !printsAmounts(sheet),
  byHeader: (sheet) => hasEconomicCodes(sheet.lanes) && !hasFunctionCodes(sheet.lanes),
  read,
});

/** Lines named in words only, with 人员经费 and 公用经费 as columns. */
const namesClasses = (sheet: Sheet): boolean =>
  rolesOf(sheet, EXPENDITURE).has("expenditure.personnel") &&
  sheet.lanes.some((lane) => lane.rows.filter((row) => isEconomicClass(row.name)).length > 1);

function* read(sheet: Sheet): Iterable<FactReading | null> {
  const fund = fundOf(sheet.title) ?? fundOf(sheet.heads) ?? "general_public";
  const basicOnly = sheet.title === "" || NAMES_BASIC.test(sheet.title + sheet.heads);
  for (const lane of sheet.lanes) {
    const roles = lane.values.map((column) => roleOf(column, EXPENDITURE));
    const columns = lane.values.map((column, i) => ({ column, role: laneRole(roles[i]!, roles) }));
    for (const row of lane.rows) {
      yield strayTotal(sheet, lane, row, fund);
      for (const { column, role } of columns) {
        const concept = conceptOf(row, role, fund, basicOnly);
        if (concept === null) continue;
        const phase = phaseOfColumn(column.path, sheet.phase);
        const ownFund = concept === "general_public.basic" || concept === "general_public.expenditure" ? null : fund;
        yield readCell(sheet, BASIC_EXPENDITURE.id, row.row, column.index, {
          concept,
          code: concept.startsWith("economic.") ? row.code : null,
          item: row.name || null,
          fund: ownFund,
          ...phase,
        });
      }
    }
  }
}

/** 公用经费合计 over several lanes, its label not merged: the sum stands in the last of them, under no label of its own. */
function strayTotal(sheet: Sheet, lane: Lane, row: LaneRow, fund: Fund): FactReading | null {
  const named = meaningOf(row.name, EXPENDITURE);
  const last = lane.values.at(-1);
  if (
    last === undefined ||
    row.label === undefined ||
    (named !== "expenditure.personnel" && named !== "expenditure.public")
  )
    return null;
  const printed = (column: number) => sheet.table.cells[row.row]?.[column]?.text.trim() ?? "";
  if (lane.values.some((column) => printed(column.index) !== "")) return null;
  const next = sheet.table.columns.find((column) => column.index > last.index && printed(column.index) !== "");
  if (next === undefined || !looksLikeAmount(printed(next.index))) return null;
  return readCell(sheet, BASIC_EXPENDITURE.id, row.row, next.index, {
    concept: named,
    item: row.name,
    fund,
    ...phaseOfColumn(next.path, sheet.phase),
  });
}

/** A lane's only value column is its whole, whatever stands above it: 人员经费 over 编码 | 名称 | 金额; so is 基本支出 over 合计 | 人员经费 | 公用经费. */
function laneRole(role: string | null, roles: readonly (string | null)[]): string | null {
  if (role === "expenditure.basic" && !roles.includes("all")) return "all";
  return roles.length === 1 && (role === "expenditure.personnel" || role === "expenditure.public") ? "all" : role;
}

function conceptOf(row: LaneRow, role: string | null, fund: string, basicOnly: boolean): ConceptName | null {
  if (row.code !== null)
    return role === "all" && /^[35]/.test(row.code) && row.code.length <= 5 ? `economic.${row.code}` : null;
  const named = meaningOf(row.name, EXPENDITURE);
  if (role === "all" && (named === "expenditure.personnel" || named === "expenditure.public")) return named;
  if (role === "all" && isEconomicClass(row.name)) return "economic";
  if (!isTotalRow(row)) return null;
  if (role === "all" && fund === "general_public")
    return basicOnly ? "general_public.basic" : "general_public.expenditure";
  if (role === "all") return "expenditure.basic";
  return role === "expenditure.personnel" || role === "expenditure.public" ? role : null;
}
