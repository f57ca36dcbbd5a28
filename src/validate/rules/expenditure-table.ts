import { defineRules } from "../rule.ts";
import { atMostRule, sumRule } from "./forms.ts";
import { childrenRule, columnRule, lineRule } from "./forms-rows.ts";

const FORM = "财决公开03表 支出决算表";

/** 支出决算表 and 支出预算总表. */
export const expenditureTable = defineRules([
  sumRule(
    "exp-01-expenditure-row-is-basic-plus-project-and-others",
    [
      "本年支出合计 = 基本支出 + 项目支出 + 上缴上级 + 经营 + 对附属单位补助支出",
      "Current expenditure is basic, project, upward, operating and subsidy expenditure together",
    ],
    "expenditure.current",
    ["expenditure.basic", "expenditure.project"],
    { basis: FORM, optional: ["expenditure.upward", "expenditure.operating", "expenditure.subsidy"] },
  ),
  columnRule(
    "exp-02-expenditure-total-is-sum-of-classes",
    ["支出决算表合计 = 各类级科目之和", "The total row of the expenditure table is the sum of its classes"],
    "expenditure.current",
    /^function\.\d{3,7}\.total$/,
    ["function.204.total", "function.208.total"],
    {
      basis: FORM,
      fund: null,
      beside: [
        ["expenditure.basic", /^function\.\d{3,7}\.basic$/],
        ["expenditure.project", /^function\.\d{3,7}\.project$/],
      ],
    },
  ),
  columnRule(
    "exp-09-basic-total-is-sum-of-classes",
    ["基本支出合计 = 各类级科目基本支出之和", "Basic expenditure is the sum of its classes"],
    "expenditure.basic",
    /^function\.\d{3,7}\.basic$/,
    ["function.204.basic", "function.208.basic"],
    {
      basis: FORM,
      fund: null,
      beside: [
        ["expenditure.current", /^function\.\d{3,7}\.total$/],
        ["expenditure.project", /^function\.\d{3,7}\.project$/],
      ],
    },
  ),
  columnRule(
    "exp-10-project-total-is-sum-of-classes",
    ["项目支出合计 = 各类级科目项目支出之和", "Project expenditure is the sum of its classes"],
    "expenditure.project",
    /^function\.\d{3,7}\.project$/,
    ["function.204.project", "function.208.project"],
    {
      basis: FORM,
      fund: null,
      beside: [
        ["expenditure.current", /^function\.\d{3,7}\.total$/],
        ["expenditure.basic", /^function\.\d{3,7}\.basic$/],
      ],
    },
  ),
  childrenRule(
    "exp-03-class-is-sum-of-its-sections",
    ["类 = 所属各款之和", "A class is the sum of its sections"],
    "function",
    ["208", "20805", "20808"],
    "total",
    { basis: FORM },
  ),
  childrenRule(
    "exp-04-section-is-sum-of-its-items",
    ["款 = 所属各项之和", "A section is the sum of its items"],
    "function",
    ["20805", "2080501", "2080505"],
    "total",
    { basis: FORM },
  ),
  childrenRule(
    "exp-11-class-basic-is-sum-of-its-sections",
    ["基本支出：类 = 所属各款之和", "Basic expenditure of a class is the sum of its sections"],
    "function",
    ["208", "20805", "20808"],
    "basic",
    { basis: FORM },
  ),
  childrenRule(
    "exp-12-section-basic-is-sum-of-its-items",
    ["基本支出：款 = 所属各项之和", "Basic expenditure of a section is the sum of its items"],
    "function",
    ["20805", "2080501", "2080505"],
    "basic",
    { basis: FORM },
  ),
  childrenRule(
    "exp-13-class-project-is-sum-of-its-sections",
    ["项目支出：类 = 所属各款之和", "Project expenditure of a class is the sum of its sections"],
    "function",
    ["208", "20805", "20808"],
    "project",
    { basis: FORM },
  ),
  childrenRule(
    "exp-14-section-project-is-sum-of-its-items",
    ["项目支出：款 = 所属各项之和", "Project expenditure of a section is the sum of its items"],
    "function",
    ["20805", "2080501", "2080505"],
    "project",
    { basis: FORM },
  ),
  atMostRule(
    "exp-15-basic-within-current-expenditure",
    ["基本支出不超过本年支出合计", "Basic expenditure does not exceed current expenditure"],
    ["expenditure.basic"],
    "expenditure.current",
    { basis: FORM },
  ),
  atMostRule(
    "exp-16-project-within-current-expenditure",
    ["项目支出不超过本年支出合计", "Project expenditure does not exceed current expenditure"],
    ["expenditure.project"],
    "expenditure.current",
    { basis: FORM, measures: ["actual"] },
  ),
  lineRule(
    "exp-17-line-is-basic-plus-project",
    ["支出决算表每行：合计 = 基本支出 + 项目支出", "A line of the expenditure table is basic plus project"],
    null,
    ["expenditure.upward", "expenditure.operating", "expenditure.subsidy"],
    { basis: FORM },
  ),
]);
