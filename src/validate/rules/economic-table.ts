import { defineRules } from "../rule.ts";
import { atMostRule } from "./forms.ts";
import { childrenRule } from "./forms-rows.ts";

const FORM = "财决公开06表 一般公共预算财政拨款基本支出决算表";

/** Economic classes of 基本支出, and what of them 三公经费 and other stated costs must cover. */
export const economicTable = defineRules([
  childrenRule(
    "bas-01-economic-class-is-sum-of-its-sections",
    ["经济分类：类 = 所属各款之和", "An economic class is the sum of its sections"],
    "economic",
    ["301", "30101", "30102"],
    "",
    { basis: FORM },
  ),
  atMostRule(
    "bas-08-overseas-in-basic-within-sangong",
    [
      "基本支出中的因公出国（境）费用（30212）不超过三公经费的因公出国（境）费",
      "Overseas travel in basic expenditure does not exceed that of the three public expenses",
    ],
    ["economic.30212@general_public"],
    "sangong.overseas",
    { basis: FORM, severity: "info", measures: ["actual"] },
  ),
  atMostRule(
    "bas-14-reception-in-basic-within-sangong",
    [
      "基本支出中的公务接待费（30217）不超过三公经费的公务接待费",
      "Reception in basic expenditure does not exceed that of the three public expenses",
    ],
    ["economic.30217@general_public"],
    "sangong.reception",
    { basis: FORM, severity: "info", measures: ["actual"] },
  ),
  atMostRule(
    "bas-15-vehicle-operation-in-basic-within-sangong",
    [
      "基本支出中的公务用车运行维护费（30231）不超过三公经费的运行维护费",
      "Vehicle running costs in basic expenditure do not exceed those of the three public expenses",
    ],
    ["economic.30231@general_public"],
    "sangong.vehicle_operation",
    { basis: FORM, severity: "info", measures: ["actual"] },
  ),
  atMostRule(
    "bas-16-vehicle-purchase-in-basic-within-sangong",
    [
      "基本支出中的公务用车购置（31013）不超过三公经费的购置费",
      "Vehicle purchase in basic expenditure does not exceed that of the three public expenses",
    ],
    ["economic.31013@general_public"],
    "sangong.vehicle_purchase",
    { basis: FORM, severity: "info", measures: ["actual"] },
  ),
  atMostRule(
    "bas-09-meetings-in-basic-within-meetings",
    ["基本支出中的会议费（30215）不超过会议费总额", "Meetings in basic expenditure do not exceed all meetings"],
    ["economic.30215@general_public"],
    "meetings",
    { basis: FORM, severity: "info", measures: ["actual"] },
  ),
  atMostRule(
    "bas-17-training-in-basic-within-training",
    ["基本支出中的培训费（30216）不超过培训费总额", "Training in basic expenditure does not exceed all training"],
    ["economic.30216@general_public"],
    "training",
    { basis: FORM, severity: "info", measures: ["actual"] },
  ),
  ...["301", "302", "303", "307", "310", "399"].map((code) =>
    atMostRule(
      `bas-07-class-${code}-within-basic`,
      [`经济分类 ${code} 不超过基本支出合计`, `Economic class ${code} does not exceed basic expenditure`],
      [`economic.${code}@general_public`],
      "general_public.basic",
      { basis: FORM },
    ),
  ),
]);
