import { defineRules } from "../rule.ts";
import { atMostRule, equalRule, sumRule } from "./forms.ts";
import { columnRule, lineRule } from "./forms-rows.ts";

const FORM = "财决公开05表 一般公共预算财政拨款支出决算表";
const BASIC = "财决公开06表 一般公共预算财政拨款基本支出决算表";

/** 一般公共预算财政拨款支出决算表 and the table of its basic expenditure by economic class. */
export const generalPublicTable = defineRules([
  sumRule(
    "gen-01-general-public-is-basic-plus-project",
    ["一般公共预算支出 = 基本支出 + 项目支出", "General public expenditure is basic plus project expenditure"],
    "general_public.expenditure",
    ["general_public.basic", "general_public.project"],
    { basis: FORM },
  ),
  columnRule(
    "gen-04-general-public-total-is-sum-of-classes",
    ["一般公共预算支出合计 = 各类级科目之和", "General public expenditure is the sum of its classes"],
    "general_public.expenditure",
    /^function\.\d{3,7}\.total$/,
    ["function.204.total@general_public", "function.208.total@general_public"],
    {
      basis: FORM,
      fund: "general_public",
      beside: [
        ["general_public.basic", /^function\.\d{3,7}\.basic$/],
        ["general_public.project", /^function\.\d{3,7}\.project$/],
      ],
    },
  ),
  columnRule(
    "gen-09-general-public-basic-is-sum-of-classes",
    ["一般公共预算基本支出合计 = 各类级科目之和", "General public basic expenditure is the sum of its classes"],
    "general_public.basic",
    /^function\.\d{3,7}\.basic$/,
    ["function.204.basic@general_public", "function.208.basic@general_public"],
    {
      basis: FORM,
      fund: "general_public",
      beside: [
        ["general_public.expenditure", /^function\.\d{3,7}\.total$/],
        ["general_public.project", /^function\.\d{3,7}\.project$/],
      ],
    },
  ),
  columnRule(
    "gen-10-general-public-project-is-sum-of-classes",
    ["一般公共预算项目支出合计 = 各类级科目之和", "General public project expenditure is the sum of its classes"],
    "general_public.project",
    /^function\.\d{3,7}\.project$/,
    ["function.204.project@general_public", "function.208.project@general_public"],
    {
      basis: FORM,
      fund: "general_public",
      beside: [
        ["general_public.expenditure", /^function\.\d{3,7}\.total$/],
        ["general_public.basic", /^function\.\d{3,7}\.basic$/],
      ],
    },
  ),
  sumRule(
    "bas-04-basic-is-personnel-plus-public",
    ["基本支出 = 人员经费 + 公用经费", "Basic expenditure is personnel plus public expenses"],
    "general_public.basic",
    ["expenditure.personnel", "expenditure.public"],
    { basis: BASIC },
  ),
  sumRule(
    "bas-11-all-basic-is-personnel-plus-public",
    ["基本支出（全部资金）= 人员经费 + 公用经费", "Basic expenditure of all funds is personnel plus public expenses"],
    "expenditure.basic",
    ["expenditure.personnel", "expenditure.public"],
    { basis: BASIC, unless: ["general_public.basic"] },
  ),
  sumRule(
    "bas-02-personnel-is-wages-plus-aid",
    [
      "人员经费 = 工资福利支出（301）+ 对个人和家庭的补助（303）",
      "Personnel expenses are wages and welfare plus aid to individuals and families",
    ],
    "expenditure.personnel",
    ["economic.301@general_public", "economic.303@general_public"],
    { basis: BASIC, undivided: true },
  ),
  sumRule(
    "bas-03-public-is-goods-and-capital",
    ["公用经费 = 商品和服务支出（302）+ 其余各类", "Public expenses are goods and services plus the remaining classes"],
    "expenditure.public",
    ["economic.302@general_public"],
    {
      basis: BASIC,
      undivided: true,
      optional: [
        "economic.307@general_public",
        "economic.309@general_public",
        "economic.310@general_public",
        "economic.311@general_public",
        "economic.312@general_public",
        "economic.313@general_public",
        "economic.399@general_public",
      ],
    },
  ),
  atMostRule(
    "bas-12-personnel-within-basic",
    ["人员经费不超过基本支出", "Personnel expenses do not exceed basic expenditure"],
    ["expenditure.personnel"],
    "general_public.basic",
    { basis: BASIC },
  ),
  atMostRule(
    "bas-13-public-within-basic",
    ["公用经费不超过基本支出", "Public expenses do not exceed basic expenditure"],
    ["expenditure.public"],
    "general_public.basic",
    { basis: BASIC },
  ),
  atMostRule(
    "gen-11-general-public-within-current-expenditure",
    ["一般公共预算支出不超过本年支出合计", "General public expenditure does not exceed current expenditure"],
    ["general_public.expenditure"],
    "expenditure.current",
    { basis: FORM },
  ),
  atMostRule(
    "gen-06-general-public-basic-within-basic",
    ["一般公共预算基本支出不超过基本支出", "General public basic expenditure does not exceed basic expenditure"],
    ["general_public.basic"],
    "expenditure.basic",
    { basis: FORM },
  ),
  atMostRule(
    "gen-12-general-public-project-within-project",
    ["一般公共预算项目支出不超过项目支出", "General public project expenditure does not exceed project expenditure"],
    ["general_public.project"],
    "expenditure.project",
    { basis: FORM },
  ),
  equalRule(
    "xtb-07-general-public-equals-current-where-it-is-the-only-money",
    [
      "全部收入为一般公共预算拨款且无结转时，两表项目支出相等",
      "Project expenditure agrees in both tables where all revenue is general public budget",
    ],
    "expenditure.project",
    "general_public.project",
    {
      basis: "财决公开03、05表",
      severity: "warning",
      within: "table",
      whereZero: [
        "revenue.government_fund",
        "revenue.state_capital",
        "revenue.superior",
        "revenue.business",
        "revenue.operating",
        "revenue.subordinate",
        "revenue.other",
        "revenue.carryover",
        "revenue.surplus_used",
      ],
    },
  ),
  lineRule(
    "gen-13-line-is-basic-plus-project",
    ["一般公共预算支出表每行：合计 = 基本支出 + 项目支出", "A line of the general public table is basic plus project"],
    "general_public",
    [],
    { basis: FORM },
  ),
  lineRule(
    "fnd-01-fund-line-is-basic-plus-project",
    ["政府性基金支出每行：合计 = 基本支出 + 项目支出", "A line of the government fund table is basic plus project"],
    "government_fund",
    [],
    { basis: "财决公开07表" },
  ),
  lineRule(
    "fnd-15-capital-line-is-basic-plus-project",
    ["国有资本经营支出每行：合计 = 基本支出 + 项目支出", "A line of the state capital table is basic plus project"],
    "state_capital",
    [],
    { basis: "财决公开08表" },
  ),
]);
