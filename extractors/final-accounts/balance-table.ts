import { BALANCE, OF_WHICH, OVER_HALF, PERFORMANCE_HEADS } from "../../schemas/forms/balance.ts";
import type { ConceptName, Fund } from "../../schemas/index.ts";
import { phaseOfColumn } from "../../src/lib/phase.ts";
import type { FactReading } from "../../src/lib/reading.ts";
import { defineForm, readCell, type Sheet } from "../ledger/form.ts";
import { type Half, halvesOf, hasBothHalves, headed, type Line, linesOf } from "../ledger/halves.ts";
import { fundOf, isGathering } from "../ledger/words.ts";

/**
 * 收入支出决算总表, 财务收支预算总表: all income beside all expenditure.
 *
 * Looks like   收入 (项目 | 行次 | 金额) beside 支出 (项目 | 行次 | 金额); some budgets add a third half by 经济分类 or 支出性质
 * Unit         above the table, at the right
 * Quirks       - both halves of a row are read by themselves; expenditure lines have no code here
 *              - 总计 of a half, 本年收入合计 and 本年支出合计 are different sums
 *              - 年初预算数 | 全年预算数 | 决算数 may stand side by side
 *              - some budgets split 合计 of the expenditure by fund: 一般公共预算 (小计 | 其中：财政拨款) | 政府性基金预算
 */
export const balanceTable = defineForm({
  is: BALANCE,
  fits: hasBothHalves,
  byHeader: (sheet) => isBalance(sheet) && !hasFundColumns(sheet),
  read,
});

/** Both halves, each with lines of its kind. */
export const isBalance = (sheet: Sheet): boolean =>
  hasBothHalves(sheet) &&
  halvesOf(sheet).every((half) => linesOf(half).length > 1) &&
  !PERFORMANCE_HEADS.test(sheet.heads);

/** Expenditure by fund in columns is 财政拨款收入支出总表. */
export const hasFundColumns = (sheet: Sheet): boolean =>
  halvesOf(sheet).some(
    (half) =>
      half.side === "expenditure" &&
      half.lane.values.filter((column) => column.path.some((text) => fundOf(text) !== null)).length > 1,
  );

function* read(sheet: Sheet): Iterable<FactReading | null> {
  for (const half of halvesOf(sheet))
    for (const { row, line } of linesOf(half)) {
      const concept = conceptOf(half, line, row.code);
      if (concept === null) continue;
      for (const column of headed(half.lane.values)) {
        if (!column.path.every((text) => !OF_WHICH.test(text) && (isGathering(text) || OVER_HALF.test(text)))) continue;
        const fund = half.side === "expenditure" ? fundOf(column.path.join("")) : null;
        yield readCell(sheet, BALANCE.id, row.row, column.index, {
          ...(fund === null ? { concept } : underFund(concept, fund)),
          item: row.name,
          code: concept === half.by ? null : row.code,
          ...phaseOfColumn(column.path, sheet.phase),
        });
      }
    }
}

/** What a line is called in the column of one fund: its 本年支出合计, 基本支出 and 项目支出 have names of their own. */
function underFund(concept: ConceptName, fund: Fund): { concept: ConceptName; fund: Fund | null } {
  if (concept === "expenditure.current" && fund !== "appropriation")
    return { concept: `${fund}.expenditure`, fund: null };
  if (fund === "general_public" && (concept === "expenditure.basic" || concept === "expenditure.project"))
    return { concept: concept === "expenditure.basic" ? "general_public.basic" : "general_public.project", fund: null };
  return { concept, fund };
}

/** 201一般公共服务支出: a class with its code is known by it. */
function conceptOf(half: Half, line: Line, code: string | null): ConceptName | null {
  if (line.is === "class")
    return half.by === "function" && code?.startsWith("2") === true ? `function.${code}.total` : half.by;
  if (line.is !== "kind") return `${half.side}.${line.is}`;
  if (line.part === "carried" && !line.concept.endsWith(".carryover"))
    return line.concept === "revenue.surplus_used" || line.concept === "expenditure.surplus_distributed"
      ? line.concept
      : null;
  return line.concept;
}
