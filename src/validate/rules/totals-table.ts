import { defineRules } from "../rule.ts";
import { atMostRule, equalRule, sumRule } from "./forms.ts";

const FORM = "财决公开01表 收入支出决算总表";

/** 收入支出决算总表 and 财务收支预算总表: both halves balance and add up. */
export const totalsTable = defineRules([
  equalRule(
    "tot-01-revenue-total-equals-expenditure-total",
    ["收入总计等于支出总计", "Total revenue equals total expenditure"],
    "revenue.total",
    "expenditure.total",
    { basis: FORM, within: "table" },
  ),
  equalRule(
    "tot-11-stated-totals-of-both-sides-agree",
    ["收入总计与支出总计在全文相等", "The totals of both sides agree throughout the document"],
    "revenue.total",
    "expenditure.total",
    { basis: FORM, severity: "warning" },
  ),
  sumRule(
    "tot-02-revenue-total-is-current-plus-surplus-plus-carryover",
    [
      "收入总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余",
      "Total revenue is current revenue plus surplus used plus carry-over",
    ],
    "revenue.total",
    ["revenue.current", "revenue.carryover"],
    { basis: FORM, optional: ["revenue.surplus_used"] },
  ),
  sumRule(
    "tot-03-expenditure-total-is-current-plus-distribution-plus-carryover",
    [
      "支出总计 = 本年支出合计 + 结余分配 + 年末结转和结余",
      "Total expenditure is current expenditure plus distributed surplus plus carry-over",
    ],
    "expenditure.total",
    ["expenditure.current", "expenditure.carryover"],
    { basis: FORM, optional: ["expenditure.surplus_distributed"] },
  ),
  sumRule(
    "tot-04-current-revenue-is-sum-of-sources",
    ["本年收入合计 = 各项收入之和", "Current revenue is the sum of its sources"],
    "revenue.current",
    [
      "revenue.general_public",
      "revenue.government_fund",
      "revenue.state_capital",
      "revenue.superior",
      "revenue.business",
      "revenue.operating",
      "revenue.subordinate",
      "revenue.other",
    ],
    { basis: FORM },
  ),
  atMostRule(
    "tot-12-general-public-appropriation-within-current-revenue",
    ["一般公共预算财政拨款收入不超过本年收入合计", "General public appropriation does not exceed current revenue"],
    ["revenue.general_public"],
    "revenue.current",
    { basis: FORM },
  ),
  atMostRule(
    "tot-13-current-revenue-within-total",
    ["本年收入合计不超过收入总计", "Current revenue does not exceed total revenue"],
    ["revenue.current"],
    "revenue.total",
    { basis: FORM },
  ),
  atMostRule(
    "tot-14-current-expenditure-within-total",
    ["本年支出合计不超过支出总计", "Current expenditure does not exceed total expenditure"],
    ["expenditure.current"],
    "expenditure.total",
    { basis: FORM },
  ),
  atMostRule(
    "tot-09-appropriation-carryover-within-carryover",
    ["年初财政拨款结转和结余不超过年初结转和结余", "Appropriation carried in does not exceed all that is carried in"],
    ["revenue.carryover@appropriation"],
    "revenue.carryover",
    { basis: FORM },
  ),
  atMostRule(
    "tot-15-appropriation-left-over-within-left-over",
    ["年末财政拨款结转和结余不超过年末结转和结余", "Appropriation left over does not exceed all that is left over"],
    ["expenditure.carryover@appropriation"],
    "expenditure.carryover",
    { basis: FORM },
  ),
]);
