import { defineRules } from "../rule.ts";
import { sumRule } from "./forms.ts";
import { columnRule } from "./forms-rows.ts";

const TABLE = "项目支出明细表";
const FORM = "绩效自评表（财预〔2020〕10号）资金情况";

/** Project detail tables and the 资金 block of self-evaluation forms. */
export const projectTable = defineRules([
  columnRule(
    "prf-26-project-rows-add-up-to-total",
    ["项目明细之和 = 项目支出合计", "The project rows add up to the total of project expenditure"],
    "expenditure.project",
    /^project\.\d+$/,
    ["project.1", "project.2"],
    { basis: TABLE },
  ),
  columnRule(
    "bas-20-economic-rows-add-up-to-basic",
    ["经济分类之和 = 基本支出合计", "The economic classes add up to basic expenditure"],
    "expenditure.basic",
    /^economic(\.\d{3}|\/.*)$/,
    ["economic.301", "economic.302"],
    { basis: "基本支出明细表" },
  ),
  sumRule(
    "prf-33-form-total-is-basic-plus-project",
    [
      "按支出性质分：年度支出 = 基本支出 + 项目支出",
      "By kind of expenditure the year's spending is basic plus project",
    ],
    "funding.total",
    ["funding.basic", "funding.project"],
    { basis: FORM, measures: ["actual", "final_budget", "initial_budget"] },
  ),
  sumRule(
    "prf-07-form-total-is-sum-of-sources",
    [
      "年度资金总额 = 当年财政拨款 + 上年结转资金 + 其他资金",
      "A form's total is appropriation plus carry-over plus other funds",
    ],
    "funding.total",
    ["funding.appropriation"],
    {
      basis: FORM,
      optional: ["funding.carryover", "funding.other"],
      measures: ["initial_budget", "final_budget", "actual"],
    },
  ),
]);
