import { defineRules } from "../rule.ts";
import { atMostRule, equalRule, sumRule } from "./forms.ts";
import { columnRule } from "./forms-rows.ts";

const FUND = "财决公开07表 政府性基金预算财政拨款收入支出决算表";
const CAPITAL = "财决公开08表 国有资本经营预算财政拨款支出决算表";

/** 政府性基金 and 国有资本经营预算. */
export const fundsTables = defineRules([
  columnRule(
    "fnd-03-government-fund-is-sum-of-classes",
    ["政府性基金支出合计 = 各类级科目之和", "Government fund expenditure is the sum of its classes"],
    "government_fund.expenditure",
    /^function\.\d{3,7}\.total$/,
    ["function.212.total@government_fund", "function.229.total@government_fund"],
    { basis: FUND, fund: "government_fund" },
  ),
  columnRule(
    "fnd-05-state-capital-is-sum-of-classes",
    ["国有资本经营预算支出合计 = 各类级科目之和", "State capital expenditure is the sum of its classes"],
    "state_capital.expenditure",
    /^function\.\d{3,7}\.total$/,
    ["function.208.total@state_capital", "function.223.total@state_capital"],
    { basis: CAPITAL, fund: "state_capital" },
  ),
  sumRule(
    "fnd-02-government-fund-rolls-over",
    [
      "政府性基金：年初结转 + 本年收入 = 本年支出 + 年末结转",
      "Government funds carried in and received are spent or left over",
    ],
    "revenue.total@government_fund",
    ["government_fund.expenditure", "expenditure.carryover@government_fund"],
    { basis: FUND },
  ),
  equalRule(
    "fnd-10-government-fund-received-equals-spent-where-nothing-is-carried",
    ["政府性基金没有结转时，收入等于支出", "Government fund revenue equals expenditure where nothing is carried"],
    "revenue.government_fund",
    "government_fund.expenditure",
    {
      basis: FUND,
      severity: "info",
      measures: ["initial_budget"],
      whereZero: ["revenue.carryover@government_fund", "expenditure.carryover@government_fund"],
    },
  ),
  atMostRule(
    "fnd-11-government-fund-within-current-expenditure",
    ["政府性基金支出不超过本年支出合计", "Government fund expenditure does not exceed current expenditure"],
    ["government_fund.expenditure"],
    "expenditure.current",
    { basis: FUND },
  ),
  atMostRule(
    "fnd-12-state-capital-within-current-expenditure",
    ["国有资本经营预算支出不超过本年支出合计", "State capital expenditure does not exceed current expenditure"],
    ["state_capital.expenditure"],
    "expenditure.current",
    { basis: CAPITAL },
  ),
  atMostRule(
    "fnd-07-funds-together-within-current-expenditure",
    [
      "一般公共预算与政府性基金支出之和不超过本年支出合计",
      "General public and government fund expenditure together do not exceed current expenditure",
    ],
    ["general_public.expenditure", "government_fund.expenditure"],
    "expenditure.current",
    { basis: "财决公开03、05、07表" },
  ),
  atMostRule(
    "fnd-13-government-fund-revenue-within-current-revenue",
    ["政府性基金收入不超过本年收入合计", "Government fund revenue does not exceed current revenue"],
    ["revenue.government_fund"],
    "revenue.current",
    { basis: FUND },
  ),
]);
