import { partsElsewhere } from "../checks/parts-elsewhere.ts";
import { defineRules } from "../rule.ts";
import { checkRule } from "./check.ts";
import { equalRule, sameRule } from "./forms.ts";

const FORMS = "部门决算公开表式 表间勾稽";

/** One number in several tables. */
export const betweenTables = defineRules([
  sameRule(
    "xtb-01-current-totals-agree-between-tables",
    ["本年收入、支出合计在各表一致", "Current revenue and expenditure agree between tables"],
    /^(revenue|expenditure)\.current$/,
    "table-table",
    "expenditure.current",
    { basis: FORMS },
  ),
  sameRule(
    "xtb-14-totals-agree-between-tables",
    ["收入、支出总计在各表一致", "Totals agree between tables"],
    /^(revenue|expenditure)\.total$/,
    "table-table",
    "revenue.total",
    { basis: FORMS },
  ),
  sameRule(
    "inc-06-revenue-sources-agree-between-tables",
    ["各项收入在总表与收入表一致", "Revenue sources agree between the tables"],
    /^revenue\.(appropriation|superior|business|operating|subordinate|other)$/,
    "table-table",
    "revenue.business",
    { basis: FORMS },
  ),
  sameRule(
    "xtb-02-fund-revenue-agrees-between-tables",
    ["一般公共、政府性基金、国有资本收入在各表一致", "Revenue of the three funds agrees between tables"],
    /^revenue\.(general_public|government_fund|state_capital)$/,
    "table-table",
    "revenue.general_public",
    { basis: FORMS },
  ),
  sameRule(
    "xtb-15-basic-and-project-agree-between-tables",
    ["基本支出、项目支出在各表一致", "Basic and project expenditure agree between tables"],
    /^expenditure\.(basic|project|upward|operating|subsidy)$/,
    "table-table",
    "expenditure.project",
    { basis: FORMS },
  ),
  sameRule(
    "gen-05-general-public-expenditure-agrees-between-tables",
    ["一般公共预算支出在04表与05表一致", "General public expenditure agrees between tables"],
    /^general_public\.(expenditure|project)$/,
    "table-table",
    "general_public.expenditure",
    { basis: FORMS },
  ),
  sameRule(
    "gen-07-general-public-basic-agrees-between-tables",
    ["一般公共预算基本支出在05表与06表一致", "General public basic expenditure agrees between tables"],
    /^general_public\.basic$/,
    "table-table",
    "general_public.basic",
    { basis: FORMS },
  ),
  sameRule(
    "fnd-04-fund-expenditure-agrees-between-tables",
    ["政府性基金、国有资本支出在各表一致", "Expenditure of funds agrees between tables"],
    /^(government_fund|state_capital)\.expenditure$/,
    "table-table",
    "government_fund.expenditure",
    { basis: FORMS },
  ),
  sameRule(
    "xtb-16-appropriation-totals-agree-between-tables",
    ["财政拨款收支总计在各表一致", "Appropriation totals agree between tables"],
    /^appropriation\./,
    "table-table",
    "appropriation.revenue.total",
    { basis: FORMS },
  ),
  sameRule(
    "exp-06-function-lines-agree-between-tables",
    ["同一功能科目同一资金在各表一致", "A functional line of one fund agrees between tables"],
    /^function[./]/,
    "table-table",
    "function.2080505.total",
    { basis: FORMS },
  ),
  sameRule(
    "bas-18-economic-lines-agree-between-tables",
    ["同一经济科目在各表一致", "An economic line agrees between tables"],
    /^economic[./]/,
    "table-table",
    "economic.30101",
    { basis: FORMS },
  ),
  sameRule(
    "bas-19-personnel-and-public-agree-between-tables",
    ["人员经费、公用经费在各表一致", "Personnel and public expenses agree between tables"],
    /^expenditure\.(personnel|public)$/,
    "table-table",
    "expenditure.personnel",
    { basis: FORMS },
  ),
  sameRule(
    "tpe-23-sangong-agrees-between-tables",
    ["“三公”经费在各表一致", "The three public expenses agree between tables"],
    /^sangong\./,
    "table-table",
    "sangong.reception",
    { basis: FORMS },
  ),
  sameRule(
    "ast-17-assets-agree-between-tables",
    ["车辆、设备在各表一致", "Vehicles and equipment agree between tables"],
    /^assets\./,
    "table-table",
    "assets.vehicles",
    { basis: FORMS, measures: ["count"] },
  ),
  sameRule(
    "xtb-10-other-numbers-agree-between-tables",
    [
      "机关运行、会议、培训、采购在各表一致",
      "Operating costs, meetings, training and procurement agree between tables",
    ],
    /^(operating_costs|meetings|training|office|utilities_travel|meetings_training|procurement\.)/,
    "table-table",
    "operating_costs",
    { basis: FORMS },
  ),
  sameRule(
    "prf-40-project-lines-agree-between-tables",
    ["同一项目的金额在各表一致", "The amounts of a project agree between tables"],
    /^(project\.|funding\.)/,
    "table-table",
    "funding.total",
    { basis: "项目支出绩效自评表" },
  ),
  equalRule(
    "inc-05-income-equals-appropriation-where-all-is-appropriated",
    [
      "收入全部为财政拨款时，本年收入合计等于财政拨款收入",
      "Current revenue equals appropriation where there is nothing else",
    ],
    "revenue.current",
    "revenue.appropriation",
    {
      basis: FORMS,
      severity: "info",
      within: "table",
      whereZero: ["revenue.business", "revenue.operating", "revenue.superior", "revenue.subordinate", "revenue.other"],
    },
  ),
  checkRule(
    "xtb-22-total-is-its-parts-of-another-table",
    ["一处的合计等于另一张表中各部分之和", "A total told in one place is the sum of its parts in another"],
    {
      tolerance: "RE",
      severity: "warning",
      basis: FORMS,
      premise: {
        zh: "各部分都印在同一张没有合计的表中，合计只有一个数，没有别的部分",
        en: "all parts stand in one table without their total, which has one value and no other part",
      },
      check: partsElsewhere,
      pass: apart("104.92"),
      fail: apart("118.88"),
    },
  ),
]);

function apart(project: string): readonly string[] {
  return [
    "t1 expenditure.basic actual 2023 400.00万元",
    `t1 expenditure.project actual 2023 ${project}万元`,
    "n1 expenditure.current actual 2023 504.92万元",
  ];
}
