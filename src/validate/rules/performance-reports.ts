import {
  formAgainstProjectTable,
  jointLineIsItsParts,
  proseProjectAgainstTables,
  withinFullYearBudget,
} from "../checks/forms.ts";
import { gradeFitsScore, proseScoreIsTableScore } from "../checks/results.ts";
import { criterionAllowsScore, weightedScores } from "../checks/score-tables.ts";
import { controlRateIsStaffOverPosts } from "../checks/staffing.ts";
import { levelsCounted, scoreToldIsTheForms } from "../checks/told-of-forms.ts";
import { defineRules } from "../rule.ts";
import { checkRule } from "./check.ts";

const FORM = "项目支出绩效自评表（财预〔2020〕10号）";
const REPORT = "绩效自评报告与自评表";
const grid = (second: string): readonly string[] => [
  "evaluation t1 95 full=100",
  "indicator t1 产出指标 数量指标 培训次数 target=≥4次 actual=4 weight=50 score=50 group=50",
  `indicator t1 效益指标 社会效益指标 知晓率 target=≥90% actual=92% ${second}`,
];

const criterion = (text: string, score: string): readonly string[] => [
  `indicator t1 效益 社会 深化合作 weight=6 score=${score}`,
  `grid t1 三级指标|权重|评价标准|得分 / 深化合作|6|${text}|${score}`,
];

const joint = (together: string): readonly string[] => [
  `t1 meetings_training actual 2023 ${together}万元 item=会议费、培训费`,
  "n1 meetings actual 2023 5.54万元 item=会议费",
  "n2 training actual 2023 0.00万元 item=培训费",
];

/** What evaluation reports, weighted tables and base data say, against the forms and the accounts. */
export const performanceReports = defineRules([
  checkRule(
    "prf-22-prose-score-is-table-score",
    ["文中得分与表中得分一致", "The score in the prose is that of the table"],
    {
      tolerance: "EX",
      severity: "warning",
      basis: REPORT,
      check: proseScoreIsTableScore,
      pass: ["evaluation n1 97 scope=对接活动", "evaluation t1 97 scope=对接活动"],
      fail: ["evaluation n1 90 scope=对接活动", "evaluation t1 97 scope=对接活动"],
    },
  ),
  checkRule(
    "prf-52-control-rate-is-staff-over-posts",
    ["控制率 = 实际在职人数 ÷ 编制数", "The control rate is the staff over the established posts"],
    {
      tolerance: "PC",
      severity: "warning",
      basis: "部门整体支出绩效评价基础数据表",
      check: controlRateIsStaffOverPosts,
      pass: [
        "t1 staff.established count 2023 23人",
        "t1 staff.actual count 2023 22人",
        "t1 staff.control_rate share 2023 95.65%",
      ],
      fail: [
        "t1 staff.established count 2023 23人",
        "t1 staff.actual count 2023 22人",
        "t1 staff.control_rate share 2023 91.67%",
      ],
    },
  ),
  checkRule("prf-21-grade-fits-score", ["等级与得分相符", "The grade fits the score"], {
    tolerance: "HE",
    severity: "info",
    basis: "预算绩效评价等级：优90、良75或80、中60",
    check: gradeFitsScore,
    pass: ["evaluation n1 92 grade=优"],
    fail: ["evaluation n1 85 grade=优"],
  }),
  checkRule(
    "prf-46-levels-are-counted-right",
    ["文中指标个数与指标表一致", "As many indicators are listed as the prose counts"],
    {
      tolerance: "EX",
      severity: "warning",
      basis: REPORT,
      premise: {
        zh: "只有一张表与所说的其余各级个数相符，或只有一张表",
        en: "just one table has the other levels it counts, or there is just one",
      },
      check: levelsCounted,
      pass: [...grid("weight=40 score=40"), "text 评价体系设一级指标2个、三级指标2个。"],
      fail: [...grid("weight=40 score=40"), "text 评价体系设一级指标2个、三级指标5个。"],
    },
  ),
  checkRule(
    "prf-57-score-told-is-that-of-the-form",
    ["文中各级指标的得分与表中各行之和一致", "The score told of indicators is what their rows score"],
    {
      tolerance: "EX",
      severity: "error",
      basis: REPORT,
      premise: {
        zh: "只有一张整体自评表，各行分值、得分齐全；文中写明满分的须与表相符",
        en: "there is one overall form with all weights and scores; a full score that is told is the form's",
      },
      check: scoreToldIsTheForms,
      pass: [...grid("weight=40 score=36"), "text 效益指标满分40分，自评得分36分。"],
      fail: [...grid("weight=40 score=36"), "text 效益指标满分40分，自评得分38分。"],
    },
  ),
  checkRule(
    "prf-30-weighted-score-is-score-times-weight",
    ["加权得分 = 得分 × 权重", "A weighted score is the score times its weight"],
    {
      tolerance: "SC",
      severity: "error",
      basis: "绩效评价综合得分表",
      check: weightedScores,
      pass: ["evaluation t1 98.72 quote=培训\u3000358.02\u300098.72\u30007.24%\u30007.15"],
      fail: ["evaluation t1 96.55 quote=培训\u30002291.01\u300096.55\u300046.36%\u300045.83"],
    },
  ),
  checkRule(
    "prf-47-score-is-one-the-criterion-allows",
    ["得分是评价标准允许的分数", "A score is one its criterion allows"],
    {
      tolerance: "SC",
      severity: "warning",
      basis: "绩效评价指标体系",
      premise: {
        zh: "评价标准逐档给分，或写明满分几分、缺项扣分",
        en: "the criterion grants points by steps, or a number of points less deductions",
      },
      check: criterionAllowsScore,
      pass: criterion("有效加强得满分，一定提高得50%权重分，无效果不得分。", "3"),
      fail: criterion("有效加强得满分，一定提高得50%权重分，无效果不得分。", "4"),
    },
  ),
  checkRule(
    "prf-49-form-equals-project-table",
    ["自评表的资金与项目明细表一致", "The funds of a form are those of the project table"],
    {
      tolerance: "CU",
      severity: "warning",
      basis: REPORT,
      check: formAgainstProjectTable,
      pass: [
        "t1 project.1 carried_in 2023 30.80万元 scope=风险防范专项经费",
        "t2 funding.carryover initial_budget 2023 30.80万元 scope=风险防范专项工作经费",
      ],
      fail: [
        "t1 project.1 carried_in 2023 30.80万元 scope=风险防范专项经费",
        "t2 funding.carryover initial_budget 2023 30.08万元 scope=风险防范专项工作经费",
      ],
    },
  ),
  checkRule(
    "prf-51-prose-project-equals-project-table",
    ["文中项目金额与项目明细表一致", "A project's amount in the prose is that of the project table"],
    {
      tolerance: "CU",
      severity: "warning",
      basis: REPORT,
      check: proseProjectAgainstTables,
      pass: [
        "n1 project actual 2023 15.69万元 scope=监管平台建设项目",
        "t1 project.1 actual 2023 15.69万元 scope=监管平台建设项目",
      ],
      fail: [
        "n1 project actual 2023 15.69万元 scope=监管平台建设项目",
        "t1 project.1 actual 2023 16.59万元 scope=监管平台建设项目",
      ],
    },
  ),
  checkRule(
    "prf-08-spent-within-full-year-budget",
    ["执行数不超过全年预算数", "Nothing is spent beyond the full-year budget"],
    {
      tolerance: "LE",
      severity: "warning",
      basis: FORM,
      check: withinFullYearBudget,
      pass: ["t1 funding.total final_budget 2023 20.00万元", "t1 funding.total actual 2023 19.00万元"],
      fail: ["t1 funding.total final_budget 2023 20.00万元", "t1 funding.total actual 2023 21.00万元"],
    },
  ),
  checkRule(
    "nar-59-joint-line-is-its-parts",
    ["并列数项的一行等于各项之和", "A line that joins several is their sum"],
    {
      tolerance: "RE",
      severity: "warning",
      basis: "公开表格与说明",
      premise: {
        zh: "行名以顿号并列数项，各项另有其数",
        en: "the name of the line joins names that have amounts of their own",
      },
      check: jointLineIsItsParts,
      pass: joint("5.54"),
      fail: joint("1.12"),
    },
  ),
]);
