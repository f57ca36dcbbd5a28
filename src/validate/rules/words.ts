import { columnsSwapped } from "../checks/forms.ts";
import { indicatorUnit } from "../checks/indicator-units.ts";
import { partOfWhole, perUnit, sharesAddUp } from "../checks/prose-amounts.ts";
import { namedRatios } from "../checks/ratios.ts";
import { comparisonWordFits, directionsAgree, residue, unchangedButChanged } from "../checks/wording.ts";
import { comparedWithAnotherYear, headingsNameOneYear, periodCoversYear } from "../checks/years.ts";
import { defineRules } from "../rule.ts";
import { checkRule } from "./check.ts";

const TEXT = "部门预决算公开说明（财预〔2016〕143号）";
/** The words: years, names, lists, directions, ratios of the prose, and traces of another document. */
export const wordsRules = defineRules([
  checkRule(
    "xtb-11-budget-and-actual-columns-not-swapped",
    ["预算、决算两列没有填反", "Budget and final accounts are not swapped"],
    {
      tolerance: "EX",
      severity: "warning",
      basis: TEXT,
      check: columnsSwapped,
      pass: [
        "t1 expenditure.basic initial_budget 2023 464.85万元",
        "t1 expenditure.basic actual 2023 459.62万元",
        "n1 expenditure.basic initial_budget 2023 464.85万元",
        "n1 expenditure.basic actual 2023 459.62万元",
      ],
      fail: [
        "t1 expenditure.basic initial_budget 2023 459.62万元",
        "t1 expenditure.basic actual 2023 464.85万元",
        "n1 expenditure.basic initial_budget 2023 464.85万元",
        "n1 expenditure.basic actual 2023 459.62万元",
      ],
    },
  ),
  checkRule(
    "nar-12-unchanged-is-not-changed",
    ["说与上年一致就没有增减", "What is said to be unchanged has not changed"],
    {
      tolerance: "EX",
      severity: "warning",
      basis: TEXT,
      check: unchangedButChanged,
      pass: ["text 出国费0万元，与上年相比持平。"],
      fail: ["text 出国费0.48万元，与上年相比金额保持一致，与上年相比增加0.48万元。"],
    },
  ),
  checkRule(
    "nar-45-amount-and-rate-move-alike",
    ["增减额与增减率方向一致", "An amount and its rate move in one direction"],
    {
      tolerance: "EX",
      severity: "error",
      basis: TEXT,
      check: directionsAgree,
      pass: ["text 比上年减少3.50万元，下降12.1%。"],
      fail: ["text 比上年减少3.50万元，增长12.1%。"],
    },
  ),
  checkRule(
    "nar-46-larger-or-smaller-than-budget-fits",
    ["“大于/小于预算”与数字相符", "Larger or smaller than the budget fits the numbers"],
    {
      tolerance: "EX",
      severity: "error",
      basis: TEXT,
      check: comparisonWordFits,
      pass: ["text 年初预算为6.47万元，支出决算为5.00万元，完成77.3%。决算数小于年初预算数的主要原因是人员减少。"],
      fail: ["text 年初预算为6.47万元，支出决算为5.00万元，完成77.3%。决算数大于年初预算数的主要原因是人员减少。"],
    },
  ),
  checkRule(
    "yoy-06-comparison-is-with-the-year-before",
    ["与上年相比，不与本年相比", "A year is compared with the one before it"],
    {
      tolerance: "EX",
      severity: "error",
      basis: TEXT,
      premise: { zh: "有标题写明文件的年度", en: "a heading names the year of the document" },
      check: comparedWithAnotherYear,
      pass: [
        "document fiscalYear=2026 types=budget",
        "heading 2026年部门预算",
        "text 收入预算96.28万元，比2025年预算增加7.93万元。",
      ],
      fail: [
        "document fiscalYear=2026 types=budget",
        "heading 2026年部门预算",
        "text 收入预算96.28万元，比2026年预算增加7.93万元。",
      ],
    },
  ),
  checkRule(
    "yoy-10-project-period-reaches-the-budget-year",
    ["项目实施周期不早于预算年度", "A project's period reaches the year of its budget"],
    {
      tolerance: "EX",
      severity: "warning",
      basis: TEXT,
      check: periodCoversYear,
      pass: ["document fiscalYear=2026 types=budget", "text 五、实施周期2026年1月1日-2026年12月31日"],
      fail: ["document fiscalYear=2026 types=budget", "text 五、实施周期2025年1月1日-2025年12月31日"],
    },
  ),
  checkRule("doc-05-headings-name-one-year", ["各部分标题的年度一致", "Headings name one year"], {
    tolerance: "EX",
    severity: "info",
    basis: TEXT,
    check: headingsNameOneYear,
    pass: ["heading 第二部分2023年度部门决算表", "text 表", "heading 第三部分2023年度部门决算情况说明", "text 文"],
    fail: [
      "heading 第一部分2023年度部门决算",
      "text 概况",
      "heading 第二部分2022年度部门决算表",
      "text 表",
      "heading 第三部分2023年度部门决算情况说明",
      "text 文",
    ],
  }),
  checkRule(
    "nar-49-named-ratio-is-its-quotient",
    ["由两数命名的比率（资产负债率、资金到位率）可复算", "A ratio named by its terms is their quotient"],
    {
      tolerance: "PC",
      severity: "error",
      basis: "报告文字",
      check: namedRatios,
      premise: {
        zh: "比率的名称由同句两数的名称构成，或说明其中一数做了什么",
        en: "its name is made of those of two amounts of the sentence, or tells what was done with one",
      },
      pass: ["text 本项目预算安排资金120.00万元，实际到位资金108.00万元，资金到位率90%。"],
      fail: ["text 本项目预算安排资金120.00万元，实际到位资金108.00万元，资金到位率100%。"],
    },
  ),
  checkRule(
    "nar-50-part-of-stated-whole",
    ["“A占B的C%”可复算", "A part's percentage of a stated whole is their quotient"],
    {
      tolerance: "PC",
      severity: "error",
      basis: "报告文字",
      check: partOfWhole,
      pass: ["text 基本支出22.91万元，占支出总额49.43万元的46.35%。"],
      fail: ["text 基本支出22.91万元，占支出总额49.43万元的64.35%。"],
    },
  ),
  checkRule(
    "tpe-19-cost-per-unit-is-cost-over-count",
    ["车均、人均费用 = 费用 ÷ 数量", "A cost per car or person is the cost over the count"],
    {
      tolerance: "CU",
      severity: "error",
      basis: TEXT,
      check: perUnit,
      pass: [
        "n1 sangong.vehicle actual 2023 17.9万元",
        "n1 sangong.vehicles_held count 2023 3辆",
        "text 车辆保有量3辆，全年车均运行维护费5.97万元。",
      ],
      fail: [
        "n1 sangong.vehicle actual 2023 17.9万元",
        "n1 sangong.vehicles_held count 2023 3辆",
        "text 车辆保有量3辆，全年车均运行维护费5.97元。",
      ],
    },
  ),
  checkRule(
    "nar-24-indicator-unit-agrees-with-prose",
    ["指标与文字的单位量级一致", "An indicator's unit agrees with the prose"],
    {
      premise: {
        zh: "两处名称末四字以上相同，另无相符的数",
        en: "the names end alike, and no other amount of that name agrees",
      },
      tolerance: "CU",
      severity: "warning",
      basis: "绩效自评报告与自评表",
      check: indicatorUnit,
      pass: [
        "indicator t1 产出指标 数量指标 机构贷款余额（亿元） actual=74377.1 weight=4 score=4",
        "text 全省贷款余额达7.44万亿元。",
      ],
      fail: [
        "indicator t1 产出指标 数量指标 机构贷款余额（万元） actual=74377.1 weight=4 score=4",
        "text 全省贷款余额达7.44万亿元。",
      ],
    },
  ),
  checkRule("tpe-08-shares-make-a-hundred", ["各项占比之和为100%", "Shares of one whole make a hundred"], {
    tolerance: "RE",
    severity: "info",
    basis: TEXT,
    check: sharesAddUp,
    pass: [
      "n1 sangong.overseas share 2023 6.5%",
      "n1 sangong.vehicle share 2023 68.0%",
      "n1 sangong.reception share 2023 25.5%",
    ],
    fail: [
      "n1 sangong.overseas share 2023 6.5%",
      "n1 sangong.vehicle share 2023 68.0%",
      "n1 sangong.reception share 2023 52.5%",
    ],
  }),
  checkRule(
    "nar-26-no-residue-of-the-form",
    ["没有模板残留、重复标点和缺失的百分号", "Nothing of the template is left in the text"],
    {
      tolerance: "HE",
      severity: "info",
      basis: TEXT,
      check: residue,
      pass: ["text 比上年减少3.50万元，下降12.10%。"],
      fail: ["text 比上年减少3.50万元，下降（增长）12.10%。。"],
    },
  ),
]);
