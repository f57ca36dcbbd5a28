import { INCOME, NOT_INCOME_HEADS } from "../../schemas/forms/income.ts";
import { REVENUE } from "../../schemas/forms/revenue.ts";
import { hasFunctionCodes, type LineNames, readCodedLines, roleOf, rolesOf } from "../ledger/coded-lines.ts";
import { defineForm, type Sheet } from "../ledger/form.ts";

/** The whole is `revenue.current`, unless a column of its own says 本年收入, or what was carried in is one of the columns it sums. */
const NAMES: LineNames = {
  fund: null,
  total(role, present) {
    if (role === "all") return { concept: countsCarried(present) ? "revenue.total" : "revenue.current", fund: null };
    return { concept: role, fund: null };
  },
  suffix(role, present) {
    if (role === "revenue.appropriation") return "revenue_appropriation";
    if (role === (present.has("revenue.current") ? "revenue.current" : "all")) return "revenue";
    return null;
  },
};

const countsCarried = (present: ReadonlySet<string>): boolean =>
  present.has("revenue.current") || present.has("revenue.carryover");

const sources = (sheet: Sheet): number =>
  [...rolesOf(sheet, REVENUE)].filter((role) => role.startsWith("revenue.") && role !== "revenue.current").length;

/**
 * 收入决算表, 收入预算总表: this year's income by functional line and by source.
 *
 * Looks like   编码 (one column or 类|款|项) | 名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | … ; budgets: 合计 | 上年结转 | 本年收入 …
 * Unit         above the table, at the right
 * Quirks       - the 合计 line stands first or last
 *              - of a coded line only the whole and 财政拨款收入 are facts
 *              - budgets of some provinces list units instead of lines: only their 合计 is read
 */
export const incomeTable = defineForm({
  is: INCOME,
  fits: (sheet) =>
    sources(sheet) >= 1 || sheet.lanes.some((lane) => lane.values.some((column) => roleOf(column, REVENUE) === "all")),
  byHeader: (sheet) => sources(sheet) >= 2 && !NOT_INCOME_HEADS.test(sheet.heads) && hasFunctionCodes(sheet.lanes),
  read: (sheet) => readCodedLines(sheet, INCOME.id, REVENUE, () => NAMES),
});
