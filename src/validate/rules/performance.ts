import { groupWeights, indicatorOnce, scoresAddUp, scoreWithinWeight, weightsAddUp } from "../checks/grids.ts";
import { lossHasReason, metIsFull, missedNotFull } from "../checks/targets.ts";
import { defineRules } from "../rule.ts";
import { checkRule } from "./check.ts";

const FORM = "项目支出绩效自评表（财预〔2020〕10号）";
const grid = (second: string): readonly string[] => [
  "evaluation t1 95 full=100",
  "indicator t1 产出指标 数量指标 培训次数 target=≥4次 actual=4 weight=50 score=50 group=50",
  `indicator t1 效益指标 社会效益指标 知晓率 target=≥90% actual=92% ${second}`,
];

/** Self-evaluation forms, their totals, and what the reports say of them. */
export const performance = defineRules([
  checkRule(
    "prf-04-scores-add-up-to-total",
    ["总分 = 各行得分 + 预算执行得分", "The total is the scores of the rows plus that of budget execution"],
    {
      tolerance: "SC",
      severity: "error",
      basis: FORM,
      premise: { zh: "分值之和表明各行都已读到", en: "the weights show that every row was read" },
      check: scoresAddUp,
      pass: grid("weight=40 score=36"),
      fail: grid("weight=40 score=20"),
    },
  ),
  checkRule("prf-01-weights-add-up-to-100", ["分值合计为100", "Weights add up to 100"], {
    tolerance: "SC",
    severity: "error",
    basis: FORM,
    premise: { zh: "得分之和表明各行都已读到", en: "the scores show that every row was read" },
    check: weightsAddUp,
    pass: grid("weight=40 score=36"),
    fail: grid("weight=45 score=35"),
  }),
  checkRule(
    "prf-02-group-weight-is-sum-of-its-rows",
    ["一级指标分值 = 所属各行分值之和", "A group's weight is the sum of its rows"],
    {
      tolerance: "SC",
      severity: "error",
      basis: FORM,
      check: groupWeights,
      pass: grid("weight=40 score=36 group=40"),
      fail: grid("weight=40 score=36 group=30"),
    },
  ),
  checkRule("prf-05-score-within-weight", ["得分不超过分值", "A score does not exceed its weight"], {
    tolerance: "SC",
    severity: "error",
    basis: FORM,
    check: scoreWithinWeight,
    pass: grid("weight=40 score=40"),
    fail: grid("weight=40 score=41"),
  }),
  checkRule(
    "prf-16-missed-target-is-not-full-marks",
    ["未达指标值的不得满分", "A missed target does not score in full"],
    {
      tolerance: "SC",
      severity: "info",
      basis: FORM,
      check: missedNotFull,
      pass: grid("weight=40 score=40"),
      fail: ["indicator t1 效益指标 社会效益指标 持续时间 target=>2年 actual=2 weight=5 score=5"],
    },
  ),
  checkRule("prf-15-met-target-is-full-marks", ["达到指标值的得满分", "A target met scores in full"], {
    tolerance: "SC",
    severity: "info",
    basis: FORM,
    check: metIsFull,
    pass: grid("weight=40 score=40"),
    fail: grid("weight=40 score=30"),
  }),
  checkRule("prf-17-lost-points-have-a-reason", ["扣分有原因", "Lost points have a reason"], {
    tolerance: "HE",
    severity: "info",
    basis: FORM,
    check: lossHasReason,
    pass: grid("weight=40 score=36 reason=样本较少"),
    fail: grid("weight=40 score=36"),
  }),
  checkRule("prf-37-indicator-listed-once", ["同一表中指标不重复", "An indicator is listed once"], {
    tolerance: "HE",
    severity: "info",
    basis: FORM,
    check: indicatorOnce,
    pass: grid("weight=40 score=40"),
    fail: [
      ...grid("weight=40 score=40"),
      "indicator t1 产出指标 数量指标 培训次数 target=≥4次 actual=4 weight=50 score=50",
    ],
  }),
]);
