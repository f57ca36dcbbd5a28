import { defineRules } from "../rule.ts";
import { atMostRule, equalRule, sumRule } from "./forms.ts";
import { childrenRule, columnRule } from "./forms-rows.ts";

const FORM = "财决公开02表 收入决算表";

/** 收入决算表 and 收入预算总表. */
export const incomeTable = defineRules([
  sumRule(
    "inc-01-income-row-is-sum-of-its-sources",
    [
      "本年收入合计 = 财政拨款 + 上级补助 + 事业 + 经营 + 附属单位上缴 + 其他收入",
      "Current revenue is appropriation, grants, business, operating, subordinate and other revenue together",
    ],
    "revenue.current",
    ["revenue.appropriation", "revenue.business", "revenue.operating", "revenue.other"],
    { basis: FORM, optional: ["revenue.superior", "revenue.subordinate"], unless: ["revenue.carryover@appropriation"] },
  ),
  columnRule(
    "inc-02-income-total-is-sum-of-classes",
    ["收入决算表合计 = 各类级科目之和", "The total row of the income table is the sum of its classes"],
    "revenue.current",
    /^function\.\d{3,7}\.revenue$/,
    ["function.204.revenue", "function.208.revenue"],
    { basis: FORM, beside: [["revenue.appropriation", /^function\.\d{3,7}\.revenue_appropriation$/]] },
  ),
  columnRule(
    "inc-09-appropriation-total-is-sum-of-classes",
    ["财政拨款收入合计 = 各类级科目财政拨款收入之和", "Appropriation revenue is the sum of its classes"],
    "revenue.appropriation",
    /^function\.\d{3,7}\.revenue_appropriation$/,
    ["function.204.revenue_appropriation", "function.208.revenue_appropriation"],
    { basis: FORM, beside: [["revenue.current", /^function\.\d{3,7}\.revenue$/]] },
  ),
  childrenRule(
    "inc-03-class-revenue-is-sum-of-its-sections",
    ["收入：类 = 所属各款之和", "Revenue of a class is the sum of its sections"],
    "function",
    ["208", "20805", "20808"],
    "revenue",
    { basis: FORM },
  ),
  childrenRule(
    "inc-04-section-revenue-is-sum-of-its-items",
    ["收入：款 = 所属各项之和", "Revenue of a section is the sum of its items"],
    "function",
    ["20805", "2080501", "2080505"],
    "revenue",
    { basis: FORM },
  ),
  childrenRule(
    "inc-10-class-appropriation-is-sum-of-its-sections",
    ["财政拨款收入：类 = 所属各款之和", "Appropriation of a class is the sum of its sections"],
    "function",
    ["208", "20805", "20808"],
    "revenue_appropriation",
    { basis: FORM },
  ),
  childrenRule(
    "inc-11-section-appropriation-is-sum-of-its-items",
    ["财政拨款收入：款 = 所属各项之和", "Appropriation of a section is the sum of its items"],
    "function",
    ["20805", "2080501", "2080505"],
    "revenue_appropriation",
    { basis: FORM },
  ),
  atMostRule(
    "inc-12-appropriation-within-current-revenue",
    ["财政拨款收入不超过本年收入合计", "Appropriation does not exceed current revenue"],
    ["revenue.appropriation"],
    "revenue.current",
    { basis: FORM, within: "table" },
  ),
  sumRule(
    "inc-07-appropriation-is-sum-of-three-funds",
    [
      "财政拨款收入 = 一般公共预算 + 政府性基金 + 国有资本经营预算",
      "Appropriation is general public budget, government funds and state capital together",
    ],
    "revenue.appropriation",
    ["revenue.general_public", "revenue.government_fund", "revenue.state_capital"],
    { basis: "财决公开04表 财政拨款收入支出决算总表" },
  ),
  equalRule(
    "inc-13-appropriation-equals-general-public-where-it-is-the-only-fund",
    [
      "没有政府性基金和国有资本经营收入时，财政拨款收入等于一般公共预算财政拨款收入",
      "Appropriation equals the general public budget where there is no other fund",
    ],
    "revenue.appropriation",
    "revenue.general_public",
    { basis: "财决公开01、02表", whereZero: ["revenue.government_fund", "revenue.state_capital"] },
  ),
]);
