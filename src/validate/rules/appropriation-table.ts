import { basicAcrossTables, fundsAddUp } from "../checks/funds.ts";
import { defineRules } from "../rule.ts";
import { checkRule } from "./check.ts";
import { atMostRule, equalRule, sumRule } from "./forms.ts";

const FORM = "财决公开04表 财政拨款收入支出决算总表";

/** 财政拨款收入支出决算总表: the appropriation's own balance, in total and by fund. */
export const appropriationTable = defineRules([
  equalRule(
    "grt-01-appropriation-totals-balance",
    ["财政拨款收入总计等于财政拨款支出总计", "Appropriation totals of both sides are equal"],
    "appropriation.revenue.total",
    "appropriation.expenditure.total",
    { basis: FORM, within: "table" },
  ),
  equalRule(
    "grt-11-stated-appropriation-totals-agree",
    ["文中财政拨款收、支总计相等", "Stated appropriation totals of both sides agree"],
    "appropriation.revenue.total",
    "appropriation.expenditure.total",
    { basis: FORM, severity: "warning" },
  ),
  sumRule(
    "grt-03-appropriation-total-is-current-plus-carryover",
    [
      "财政拨款收入总计 = 本年财政拨款收入 + 年初财政拨款结转和结余",
      "Appropriation total is this year's plus what was carried in",
    ],
    "appropriation.revenue.total",
    ["revenue.appropriation", "revenue.carryover@appropriation"],
    { basis: FORM },
  ),
  sumRule(
    "grt-07-appropriation-spent-plus-left-over",
    [
      "财政拨款支出总计 = 本年财政拨款支出 + 年末财政拨款结转和结余",
      "Appropriation total is what was spent plus what is left over",
    ],
    "appropriation.expenditure.total",
    ["appropriation.expenditure.current", "expenditure.carryover@appropriation"],
    { basis: FORM },
  ),
  sumRule(
    "grt-04-carryover-is-sum-of-three-funds",
    [
      "年初财政拨款结转和结余 = 一般公共 + 政府性基金 + 国有资本经营",
      "Appropriation carried in is the sum of the three funds",
    ],
    "revenue.carryover@appropriation",
    ["revenue.carryover@general_public", "revenue.carryover@government_fund", "revenue.carryover@state_capital"],
    { basis: FORM },
  ),
  sumRule(
    "grt-05-appropriation-spent-is-sum-of-three-funds",
    [
      "财政拨款本年支出 = 一般公共 + 政府性基金 + 国有资本经营预算支出",
      "Appropriation spent is the sum of the three funds",
    ],
    "appropriation.expenditure.current",
    ["general_public.expenditure", "government_fund.expenditure"],
    { basis: FORM, optional: ["state_capital.expenditure"] },
  ),
  equalRule(
    "grt-12-appropriation-received-equals-spent-where-nothing-is-carried",
    [
      "没有年初、年末财政拨款结转时，本年财政拨款收入总计等于本年财政拨款支出",
      "Appropriation total equals what was spent where nothing is carried in or over",
    ],
    "appropriation.expenditure.total",
    "appropriation.expenditure.current",
    {
      basis: FORM,
      severity: "warning",
      within: "table",
      measures: ["actual"],
      whereZero: ["expenditure.carryover@appropriation", "expenditure.carryover@general_public"],
    },
  ),
  atMostRule(
    "grt-13-appropriation-spent-within-its-total",
    ["财政拨款本年支出不超过财政拨款支出总计", "Appropriation spent does not exceed its total"],
    ["appropriation.expenditure.current"],
    "appropriation.expenditure.total",
    { basis: FORM },
  ),
  atMostRule(
    "grt-14-general-public-spent-within-appropriation",
    ["一般公共预算支出不超过财政拨款本年支出", "General public expenditure does not exceed appropriation spent"],
    ["general_public.expenditure"],
    "appropriation.expenditure.current",
    { basis: FORM },
  ),
  checkRule(
    "grt-15-appropriation-row-is-sum-of-its-funds",
    [
      "财政拨款表各行：合计 = 一般公共 + 政府性基金 + 国有资本经营",
      "Each row of the appropriation table: the total is the sum of the three funds",
    ],
    {
      tolerance: "RE",
      severity: "error",
      basis: FORM,
      check: fundsAddUp,
      pass: [
        "t4 function@appropriation actual 2023 30.00万元 item=教育支出 row=5",
        "t4 function@general_public actual 2023 20.00万元 item=教育支出 row=5",
        "t4 function@government_fund actual 2023 10.00万元 item=教育支出 row=5",
      ],
      fail: [
        "t4 function@appropriation actual 2023 35.00万元 item=教育支出 row=5",
        "t4 function@general_public actual 2023 30.00万元 item=教育支出 row=5",
        "t4 function@government_fund actual 2023 10.00万元 item=教育支出 row=5",
      ],
    },
  ),
  checkRule(
    "bas-21-basic-of-one-table-is-personnel-and-public-of-another",
    [
      "一般公共预算基本支出 = 基本支出决算表的人员经费 + 公用经费",
      "General public basic expenditure is personnel and public expenses of the economic table",
    ],
    {
      tolerance: "RE",
      severity: "warning",
      basis: "财决公开05表、06表",
      check: basicAcrossTables,
      pass: [
        "t5 general_public.basic actual 2023 30.00万元",
        "t6 expenditure.personnel@general_public actual 2023 20.00万元",
        "t6 expenditure.public@general_public actual 2023 10.00万元",
      ],
      fail: [
        "t5 general_public.basic actual 2023 35.00万元",
        "t6 expenditure.personnel@general_public actual 2023 20.00万元",
        "t6 expenditure.public@general_public actual 2023 10.00万元",
      ],
    },
  ),
]);
