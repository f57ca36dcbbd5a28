import { defineRules } from "../rule.ts";
import { atMostRule, sumRule } from "./forms.ts";

const FORM = "财预〔2016〕143号 机关运行经费、政府采购、国有资产占用情况";

/** 机关运行经费, 政府采购, 国有资产占用. */
export const assetsProcurement = defineRules([
  sumRule(
    "ast-04-procurement-is-goods-works-services",
    ["政府采购总额 = 货物 + 工程 + 服务", "Procurement is goods, works and services together"],
    "procurement.total",
    ["procurement.goods", "procurement.works", "procurement.services"],
    { basis: FORM },
  ),
  ...(["goods", "works", "services"] as const).map((part) =>
    atMostRule(
      `ast-15-procured-${part}-within-total`,
      [`政府采购 ${part} 不超过总额`, `Procured ${part} do not exceed all procurement`],
      [`procurement.${part}`],
      "procurement.total",
      { basis: FORM },
    ),
  ),
  atMostRule(
    "ast-05-sme-contracts-within-procurement",
    [
      "授予中小企业合同金额不超过政府采购总额",
      "Contracts of small and medium enterprises do not exceed all procurement",
    ],
    ["procurement.sme"],
    "procurement.total",
    { basis: `${FORM}；财库〔2020〕46号` },
  ),
  atMostRule(
    "ast-06-small-micro-contracts-within-sme",
    [
      "授予小微企业合同金额不超过授予中小企业合同金额",
      "Contracts of small and micro enterprises do not exceed those of small and medium ones",
    ],
    ["procurement.small_micro"],
    "procurement.sme",
    { basis: `${FORM}；财库〔2020〕46号` },
  ),
  sumRule(
    "ast-11-vehicles-are-sum-of-kinds",
    ["车辆数合计 = 各类用车之和", "Vehicles are the sum of their kinds"],
    "assets.vehicles",
    ["assets.vehicles_other"],
    {
      basis: FORM,
      measures: ["count"],
      optional: ["leader", "main_leader", "confidential", "emergency", "law_enforcement", "special", "retired"].map(
        (k) => `assets.vehicles_${k}`,
      ),
    },
  ),
  ...(
    ["leader", "main_leader", "confidential", "emergency", "law_enforcement", "special", "retired", "other"] as const
  ).map((kind) =>
    atMostRule(
      `ast-16-vehicles-${kind.replace("_", "-")}-within-total`,
      [`车辆 ${kind} 一类不超过车辆数合计`, `Vehicles of kind ${kind} do not exceed all vehicles`],
      [`assets.vehicles_${kind}`],
      "assets.vehicles",
      { basis: FORM, measures: ["count"], unit: "辆" },
    ),
  ),
  atMostRule(
    "ast-01-operating-costs-within-public-expenses",
    ["机关运行经费不超过公用经费", "Operating costs of the organs do not exceed public expenses"],
    ["operating_costs"],
    "expenditure.public",
    { basis: FORM, severity: "info", measures: ["actual"] },
  ),
  atMostRule(
    "ast-14-sub-items-within-public-expenses",
    [
      "办公、水电差旅、会议培训费之和不超过公用经费",
      "Office, utilities, travel, meetings and training together do not exceed public expenses",
    ],
    ["office", "utilities_travel", "meetings_training"],
    "expenditure.public",
    { basis: "绩效评价基础数据表", within: "table" },
  ),
  atMostRule(
    "ast-13-base-meetings-training-within-stated",
    [
      "基础数据表的会议费、培训费与文中会议费、培训费相当",
      "Meetings and training of the base data do not exceed those stated",
    ],
    ["meetings", "training"],
    "expenditure.current",
    { basis: "绩效评价基础数据表", measures: ["actual"], severity: "info" },
  ),
]);
