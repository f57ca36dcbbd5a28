import { defineRules } from "../rule.ts";
import { sameRule } from "./forms.ts";

const TEXT = "同一文件内同一数据一致";

/** The prose against itself. */
export const proseProse = defineRules([
  sameRule(
    "nar-17-totals-agree-within-prose",
    ["文中两处收支总计一致", "Totals agree within the prose"],
    /^(revenue|expenditure)\.(total|current)$/,
    "narrative-narrative",
    "expenditure.current",
    { basis: TEXT },
  ),
  sameRule(
    "nar-33-basic-and-project-agree-within-prose",
    ["文中两处基本、项目支出一致", "Basic and project expenditure agree within the prose"],
    /^expenditure\.(basic|project)$/,
    "narrative-narrative",
    "expenditure.basic",
    { basis: TEXT, measures: ["actual"] },
  ),
  sameRule(
    "nar-34-revenue-sources-agree-within-prose",
    ["文中两处各项收入一致", "Revenue sources agree within the prose"],
    /^revenue\.(?!total|current|carryover)/,
    "narrative-narrative",
    "revenue.business",
    { basis: TEXT },
  ),
  sameRule(
    "nar-35-general-public-agrees-within-prose",
    ["文中两处一般公共预算支出一致", "General public expenditure agrees within the prose"],
    /^(general_public|appropriation)\./,
    "narrative-narrative",
    "general_public.basic",
    { basis: TEXT },
  ),
  sameRule(
    "nar-36-function-lines-agree-within-prose",
    ["文中两处同一功能科目一致", "A functional line agrees within the prose"],
    /^function[./]/,
    "narrative-narrative",
    "function.2210201.total",
    { basis: TEXT, measures: ["initial_budget", "actual"], severity: "error" },
  ),
  sameRule(
    "nar-37-economic-lines-agree-within-prose",
    ["文中两处同一经济科目一致", "An economic line agrees within the prose"],
    /^economic[./]|^expenditure\.(personnel|public)$/,
    "narrative-narrative",
    "expenditure.personnel",
    { basis: TEXT },
  ),
  sameRule(
    "tpe-37-sangong-agrees-within-prose",
    ["文中两处“三公”经费一致", "The three public expenses agree within the prose"],
    /^sangong\.(total|overseas|vehicle|vehicle_purchase|vehicle_operation|reception)$/,
    "narrative-narrative",
    "sangong.reception",
    { basis: TEXT },
  ),
  sameRule(
    "tpe-38-sangong-counts-agree-within-prose",
    ["文中两处团组、批次、人次、车辆数一致", "Counts agree within the prose"],
    /^sangong\.(overseas_|vehicles_held|reception_(batches|persons))/,
    "narrative-narrative",
    "sangong.vehicles_held",
    { basis: TEXT, measures: ["count"], severity: "info" },
  ),
  sameRule(
    "ast-21-operating-costs-agree-within-prose",
    ["文中两处机关运行、会议、培训费一致", "Operating costs, meetings and training agree within the prose"],
    /^(operating_costs|meetings|training)$/,
    "narrative-narrative",
    "operating_costs",
    { basis: TEXT },
  ),
  sameRule(
    "ast-22-procurement-agrees-within-prose",
    ["文中两处政府采购一致", "Procurement agrees within the prose"],
    /^procurement\.(total|goods|works|services)$/,
    "narrative-narrative",
    "procurement.total",
    { basis: TEXT },
  ),
]);
