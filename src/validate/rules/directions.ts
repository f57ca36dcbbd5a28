import { purposeIsItsOwn } from "../checks/copied.ts";
import { growthOverZero, oneDirection } from "../checks/growth.ts";
import { reasonFitsDirection, reasonIsNotCopied } from "../checks/reasons.ts";
import { saidNoneHoldsNone } from "../checks/told-as-none.ts";
import { unchangedFromBudget } from "../checks/unchanged.ts";
import { defineRules } from "../rule.ts";
import { checkRule } from "./check.ts";

const TEXT = "部门预决算公开说明（财预〔2016〕143号）";

/** What is said of a change: its direction, its reason, that there is none; and words taken from another line. */
export const directions = defineRules([
  checkRule("nar-20-no-rate-over-zero", ["基数为零就没有增减率", "There is no rate of change over zero"], {
    tolerance: "EX",
    severity: "info",
    basis: TEXT,
    check: growthOverZero,
    pass: [
      "n1 sangong.reception actual 2023 3.00万元",
      "n1 sangong.reception change 2023 1.00万元",
      "n1 sangong.reception change_rate 2023 50%",
    ],
    fail: [
      "n1 sangong.reception actual 2023 3.00万元",
      "n1 sangong.reception change 2023 3.00万元",
      "n1 sangong.reception change_rate 2023 100%",
    ],
  }),
  checkRule(
    "nar-58-one-change-has-one-direction",
    ["同一项的同一个差额不会又增又减", "One change of one thing is a rise or a fall"],
    {
      tolerance: "EX",
      severity: "warning",
      basis: TEXT,
      premise: { zh: "两处名称、年度、差额都相同", en: "both places print the same name, year and difference" },
      check: oneDirection,
      pass: [
        "n1 expenditure.basic change 2023 -18.79万元 item=基本支出",
        "n2 general_public.basic change 2023 -18.79万元 item=基本支出",
      ],
      fail: [
        "n1 expenditure.basic change 2023 -18.79万元 item=基本支出",
        "n2 general_public.basic change 2023 18.79万元 item=基本支出",
      ],
    },
  ),
  checkRule(
    "nar-63-as-budgeted-is-the-budget",
    [
      "说与预算相比无增减的，与表中预算数相同",
      "What is said not to differ from its budget is the budget printed for it",
    ],
    {
      tolerance: "CU",
      severity: "warning",
      basis: TEXT,
      premise: {
        zh: "说的是同一项目、同一年度，表中印有年初预算数",
        en: "a table prints the budget of that line and year",
      },
      check: unchangedFromBudget,
      pass: asBudgeted("2.48"),
      fail: asBudgeted("15.00"),
    },
  ),
  checkRule(
    "nar-55-reason-fits-the-direction",
    ["增减的原因与方向相符", "A reason fits the direction it is given for"],
    {
      tolerance: "HE",
      severity: "info",
      basis: TEXT,
      check: reasonFitsDirection,
      pass: ["text 公务接待费比上年减少3.50万元，主要原因是严格控制接待批次。"],
      fail: ["text 公务接待费比上年减少3.50万元，主要原因是接待批次增加。"],
    },
  ),
  checkRule(
    "nar-56-reason-is-not-copied",
    ["一增一减不用同一句原因", "A rise and a fall are not explained by the same words"],
    {
      tolerance: "HE",
      severity: "info",
      basis: TEXT,
      check: reasonIsNotCopied,
      pass: [
        "text 培训费比上年增加3.50万元，主要原因是本年新增两期业务骨干培训班。",
        "text 会议费比上年减少2.10万元，主要原因是会议改为视频形式不再集中食宿。",
      ],
      fail: [
        "text 培训费比上年增加3.50万元，主要原因是本年新增两期业务骨干培训班。",
        "text 会议费比上年减少2.10万元，主要原因是本年新增两期业务骨干培训班。",
      ],
    },
  ),
  checkRule(
    "nar-57-said-none-holds-none",
    ["说没有的，表中也没有", "Where words say that there is none the tables hold none"],
    {
      tolerance: "EX",
      severity: "warning",
      basis: TEXT,
      premise: { zh: "说的是本年度", en: "said of the year itself" },
      check: saidNoneHoldsNone,
      pass: ["t1 government_fund.expenditure actual 2023 0.00万元", "text 本单位没有政府性基金预算支出，本表无数据。"],
      fail: ["t1 government_fund.expenditure actual 2023 30.00万元", "text 本单位没有政府性基金预算支出，本表无数据。"],
    },
  ),
  checkRule(
    "nar-61-purpose-is-its-own",
    ["科目的用途不照抄别的科目", "What a line is for is not copied from another line"],
    {
      tolerance: "HE",
      severity: "info",
      basis: TEXT,
      premise: {
        zh: "用途里写着文中另一科目的名称而没有本科目的，或两科目用途一字不差且不短于14字",
        en: "the purpose names another line of the text and not its own, or fourteen characters and more are alike",
      },
      check: purposeIsItsOwn,
      pass: purposes("缴纳在职职工的住房公积金"),
      fail: purposes("缴纳在职职工的职业年金缴费支出"),
    },
  ),
]);

function purposes(second: string): readonly string[] {
  return [
    "text 1.职业年金缴费支出（项）36.00万元。主要用于：在职人员单位部分的年金。",
    `text 2.住房公积金缴存支出（项）50.00万元。主要用于：${second}。`,
  ];
}

function asBudgeted(budget: string): readonly string[] {
  return [
    `t1 sangong.vehicle initial_budget 2023 ${budget}万元`,
    "n1 sangong.vehicle actual 2023 2.48万元 item=公务用车费 quote=公务用车费支出2.48万元",
    "text 公务用车费支出2.48万元，与2023年度预算相比无变化。",
  ];
}
