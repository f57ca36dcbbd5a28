import { APPROPRIATION } from "../../schemas/forms/balance.ts";
import type { ConceptName, Fund } from "../../schemas/index.ts";
import type { Column } from "../../src/lib/header.ts";
import { phaseOfColumn } from "../../src/lib/phase.ts";
import type { FactReading } from "../../src/lib/reading.ts";
import { defineForm, readCell, type Sheet } from "../ledger/form.ts";
import { type Half, halvesOf, hasBothHalves, headed, type Line, linesOf } from "../ledger/halves.ts";
import { fundOf } from "../ledger/words.ts";
import { hasFundColumns, isBalance } from "./balance-table.ts";

/**
 * 财政拨款收入支出决算总表, 财政拨款收支预算总表: what the treasury gave, by fund, and what it was spent on.
 *
 * Looks like   收入 (项目 | 金额) beside 支出 (项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款)
 * Unit         above the table, at the right
 * Quirks       - 本年支出合计 under a fund is that fund's expenditure; 总计 under a fund is the same concept with that fund
 *              - the funds are named twice: as this year's income and below 年初财政拨款结转和结余
 */
export const appropriationTable = defineForm({
  is: APPROPRIATION,
  fits: hasBothHalves,
  byHeader: (sheet) => isBalance(sheet) && hasFundColumns(sheet),
  read,
});

function* read(sheet: Sheet): Iterable<FactReading | null> {
  for (const half of halvesOf(sheet))
    for (const { row, line } of linesOf(half))
      for (const column of headed(half.lane.values)) {
        const meaning = meaningOf(half, line, columnFund(column));
        if (meaning === null) continue;
        yield readCell(sheet, APPROPRIATION.id, row.row, column.index, {
          ...meaning,
          item: row.name,
          ...phaseOfColumn(column.path, sheet.phase),
        });
      }
}

/** The fund a value column counts; 财政拨款 as a whole where its path names none. */
const columnFund = (column: Column): Fund => {
  for (const text of [...column.path].reverse()) {
    const fund = fundOf(text);
    if (fund !== null) return fund;
  }
  return "appropriation";
};

const OWN_EXPENDITURE: Partial<Record<Fund, ConceptName>> = {
  general_public: "general_public.expenditure",
  government_fund: "government_fund.expenditure",
  state_capital: "state_capital.expenditure",
};
const FUND_OF_REVENUE: Record<string, Fund> = {
  "revenue.general_public": "general_public",
  "revenue.government_fund": "government_fund",
  "revenue.state_capital": "state_capital",
};

function meaningOf(half: Half, line: Line, fund: Fund): { concept: ConceptName; fund: Fund | null } | null {
  const own = fund === "appropriation" ? null : fund;
  if (line.is === "class") return { concept: half.by, fund };
  if (line.is === "total") return { concept: `appropriation.${half.side}.total`, fund: own };
  if (line.is === "current") {
    if (half.side === "revenue") return { concept: "revenue.appropriation", fund: own };
    return { concept: OWN_EXPENDITURE[fund] ?? "appropriation.expenditure.current", fund: null };
  }
  if (line.part === "carried") {
    const concept: ConceptName = `${half.side}.carryover`;
    if (line.concept.endsWith(".carryover")) return { concept, fund };
    const named = FUND_OF_REVENUE[line.concept];
    return named === undefined ? null : { concept, fund: named };
  }
  if (half.side === "revenue") return { concept: line.concept, fund: null };
  return { concept: line.concept, fund };
}
