import { EXPENDITURE } from "../../schemas/forms/expenditure.ts";
import {
  EXPENDITURE_TABLE,
  FUNCTIONAL_HEADS,
  INCOME_HALF,
  WHOLE_BUDGET,
} from "../../schemas/forms/expenditure-table.ts";
import type { ConceptName, Fund } from "../../schemas/index.ts";
import { hasEconomicCodes, hasFunctionCodes, type LineNames, readCodedLines, rolesOf } from "../ledger/coded-lines.ts";
import { defineForm, type Sheet } from "../ledger/form.ts";
import { fundOfPath, narrower } from "../ledger/fund.ts";
import { fundOf } from "../ledger/words.ts";

/** The whole of a fund's expenditure has its own concept; 基本 and 项目 have one for 一般公共预算 only, elsewhere the fund is said. */
const WHOLE: Record<Fund | "all", ConceptName> = {
  all: "expenditure.current",
  appropriation: "appropriation.expenditure.current",
  general_public: "general_public.expenditure",
  government_fund: "government_fund.expenditure",
  state_capital: "state_capital.expenditure",
};
const FUND_REVENUE: Record<Fund, ConceptName> = {
  appropriation: "revenue.appropriation",
  general_public: "revenue.general_public",
  government_fund: "revenue.government_fund",
  state_capital: "revenue.state_capital",
};

const SUFFIXES: Partial<Record<ConceptName | "all", string>> = {
  all: "total",
  "expenditure.basic": "basic",
  "expenditure.project": "project",
  "revenue.current": "revenue",
};

const namesFor = (fund: Fund | null): LineNames => ({
  fund,
  total(role) {
    if (role === "all") return { concept: WHOLE[fund ?? "all"], fund: null };
    if (role === "revenue.current")
      return fund === null ? { concept: role, fund } : { concept: FUND_REVENUE[fund], fund: null };
    if (fund === "general_public" && (role === "expenditure.basic" || role === "expenditure.project"))
      return { concept: role === "expenditure.basic" ? "general_public.basic" : "general_public.project", fund: null };
    return { concept: role, fund };
  },
  suffix: (role) => SUFFIXES[role] ?? null,
});

/**
 * The fund a whole form counts: named by its title or the heads of its lines; a fund over a column holds for that column alone. Among the
 * tables of final accounts that lost their titles, the one with 基本 and 项目 alone is 一般公共预算财政拨款's.
 */
function fundOfSheet(sheet: Sheet): Fund | null {
  const labels = sheet.lanes.flatMap((lane) => lane.labels.flatMap((column) => column.path)).join("|");
  const named = fundOf(sheet.title) ?? fundOf(labels);
  if (named !== null || sheet.title !== "") return named;
  if (sheet.lanes.some((lane) => lane.values.some((column) => fundOfPath(column.path) !== null))) return null;
  const roles = rolesOf(sheet, EXPENDITURE);
  if (roles.has("revenue.current")) return "government_fund";
  const whole = ["expenditure.upward", "expenditure.operating", "expenditure.subsidy"].some((role) => roles.has(role));
  return whole || WHOLE_BUDGET.test(sheet.heads) ? null : "general_public";
}

const fits = (sheet: Sheet): boolean => {
  const roles = rolesOf(sheet, EXPENDITURE);
  return (roles.has("all") || roles.has("expenditure.basic")) && !INCOME_HALF.test(sheet.heads);
};

/** A functional form with nothing in it: 政府性基金 and 国有资本经营 of bodies that have none. */
const isEmptyForm = (sheet: Sheet): boolean =>
  FUNCTIONAL_HEADS.test(sheet.heads) &&
  sheet.lanes.every((lane) =>
    lane.rows.every(({ row }) =>
      lane.values.every(({ index }) => !/\d/.test(sheet.table.cells[row]![index]?.text ?? "")),
    ),
  );

/**
 * 支出决算表, 一般公共预算财政拨款支出决算表, 政府性基金 and 国有资本经营 tables, and their budget forms: expenditure by functional line.
 *
 * Looks like   编码 (one column or 类|款|项) | 名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出;
 *              funds: 年初结转和结余 | 本年收入 | 本年支出 (小计 | 基本支出 | 项目支出) | 年末结转和结余
 * Unit         above the table, at the right
 * Quirks       - whose money a line counts is said by the title alone; its fund is carried by every line
 *              - 无 and empty lines stand for a fund that has nothing: no facts and no trouble
 *              - 2023年执行数 | 2024年预算数 | 增减% stand side by side in some budgets
 */
export const expenditureTable = defineForm({
  is: EXPENDITURE_TABLE,
  fits: (sheet) => fits(sheet) && !(hasEconomicCodes(sheet.lanes) && !hasFunctionCodes(sheet.lanes)),
  byHeader: (sheet) => {
    const roles = rolesOf(sheet, EXPENDITURE);
    return (
      roles.has("expenditure.basic") &&
      roles.has("expenditure.project") &&
      (hasFunctionCodes(sheet.lanes) || isEmptyForm(sheet))
    );
  },
  read(sheet) {
    const form = fundOfSheet(sheet);
    return readCodedLines(sheet, EXPENDITURE_TABLE.id, EXPENDITURE, (column) => {
      const fund = narrower(form, fundOfPath(column.path));
      return fund === undefined ? null : namesFor(fund);
    });
  },
});
