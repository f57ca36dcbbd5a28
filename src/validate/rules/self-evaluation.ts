import { filledInAfterTheYear } from "../checks/dates.ts";
import { fundsMakeTheTotal, oneAmountThroughout, reportedScoreIsTheSum } from "../checks/self-evaluation.ts";
import { isFilledIn } from "../checks/template.ts";
import { defineRules } from "../rule.ts";
import { checkRule } from "./check.ts";

const TEXT = "部门预决算公开说明（财预〔2016〕143号）";
const SELF = "部门整体支出绩效自评：基础数据表、自评表与报告";
const FORM = "document types=overall_self_evaluation,base_data";

/** A self-evaluation: base data, form and report tell one story, and a form is filled in. */
export const selfEvaluation = defineRules([
  checkRule("doc-07-document-is-filled-in", ["文件不是空白模板", "The document is no blank template"], {
    tolerance: "HE",
    severity: "info",
    basis: TEXT,
    premise: { zh: "待填之处多于印出的数", en: "places to fill in outnumber the amounts" },
    check: isFilledIn,
    pass: ["text 公务接待费3.50万元，比上年减少0.20万元。"],
    fail: ["text XX局××年度支出××万元，收入××万元，结余××万元，其中基本支出××万元。"],
  }),
  checkRule(
    "yoy-11-form-is-filled-in-after-the-year",
    ["全年的数在年度结束后填报", "What a whole year came to is filled in after the year"],
    {
      tolerance: "EX",
      severity: "error",
      basis: SELF,
      premise: { zh: "印有该年度决算数和填报日期", en: "it tells what the year came to, and when it was filled in" },
      check: filledInAfterTheYear,
      pass: [FORM, "t1 expenditure.basic actual 2023 40.10万元", "text 填报日期：2024年3月4日"],
      fail: [FORM, "t1 expenditure.basic actual 2023 40.10万元", "text 填报日期：2023年5月4日"],
    },
  ),
  checkRule(
    "prf-53-self-evaluation-tells-one-amount",
    ["基础数据表、自评表与报告的同一数一致", "Base data, form and report of a self-evaluation tell one amount"],
    {
      tolerance: "CU",
      severity: "warning",
      basis: SELF,
      check: oneAmountThroughout,
      pass: [FORM, "t1 expenditure.basic actual 2023 404.92万元", "t2 funding.basic actual 2023 404.92万元"],
      fail: [FORM, "t1 expenditure.basic actual 2023 459.17万元", "t2 funding.basic actual 2023 404.92万元"],
    },
  ),
  checkRule(
    "prf-56-funds-of-a-form-make-its-total",
    [
      "按收入性质分：各项资金之和等于年度资金总额",
      "By kind of revenue the funds of a form make its amount of the year",
    ],
    {
      tolerance: "RE",
      severity: "warning",
      basis: SELF,
      premise: {
        zh: "表中列出两项以上资金；与年初、全年预算、执行数都不符才算",
        en: "two funds and more are listed, and they make the amount of no phase",
      },
      check: fundsMakeTheTotal,
      pass: byFund("80.00"),
      fail: byFund("86.00"),
    },
  ),
  checkRule(
    "prf-55-reported-score-is-the-sum-of-the-form",
    ["报告的得分等于自评表各行得分之和", "The score of the report is the sum of the rows of the form"],
    {
      tolerance: "SC",
      severity: "error",
      basis: SELF,
      premise: { zh: "各行分值合计100，表明各行都已读到", en: "the rows read weigh 100" },
      check: reportedScoreIsTheSum,
      pass: scored("98"),
      fail: scored("98.9"),
    },
  ),
]);

function scored(said: string): readonly string[] {
  return [
    `evaluation n1 ${said}`,
    "indicator t1 产出指标 数量指标 培训次数 target=≥4次 actual=4 weight=50 score=50",
    "indicator t1 效益指标 社会效益指标 知晓率 target=≥90% actual=92% weight=40 score=38",
    "grid t1 资金|年初预算数|执行数|分值|执行率|得分 / 年度资金总额|100|100|10|100%|10",
  ];
}

function byFund(general: string): readonly string[] {
  return [
    FORM,
    "t1 funding.total final_budget 2023 120.00万元",
    "t1 funding.total actual 2023 100.00万元",
    `t1 funding.general_public actual 2023 ${general}万元`,
    "t1 funding.government_fund actual 2023 20.00万元",
  ];
}
