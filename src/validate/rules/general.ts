import { columnIsNotCopied, listedLineIsFilled, printedLineIsNotEmpty, unitIsPrinted } from "../checks/columns.ts";
import { neighboursDiffer, purposeIsItsOwn } from "../checks/copied.ts";
import { filledInAfterTheYear } from "../checks/dates.ts";
import { growthOverZero, oneDirection } from "../checks/growth.ts";
import { changeRateOfAnything, listAddsUp, partWithinWhole } from "../checks/prose-lists.ts";
import { reasonFitsDirection, reasonIsNotCopied } from "../checks/reasons.ts";
import { baseDataMakeTheTotal, oneAmountThroughout, reportedScoreIsTheSum } from "../checks/self-evaluation.ts";
import { sharesOfOneWhole } from "../checks/shares.ts";
import { isFilledIn } from "../checks/template.ts";
import { saidNoneHoldsNone } from "../checks/told-as-none.ts";
import { defineRules } from "../rule.ts";
import { checkRule } from "./check.ts";

const TEXT = "部门预决算公开说明（财预〔2016〕143号）";
const SELF = "部门整体支出绩效自评：基础数据表、自评表与报告";
const twoYears = (second: string): readonly string[] =>
  ["expenditure.basic", "expenditure.project", "expenditure.public", "sangong.total", "sangong.reception"].flatMap(
    (concept, i) => [
      `t1 ${concept} actual 2022 ${40 + i}.10万元 row=${i + 1}`,
      `t1 ${concept} actual 2023 ${i === 0 ? second : `${40 + i}.10`}万元 row=${i + 1}`,
    ],
  );
const FORM = "document types=overall_self_evaluation,base_data";

/** What holds for any list, any column, any words, whatever they are of. */
export const general = defineRules([
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
    "nar-52-part-is-within-the-whole-named-before-it",
    ["“其中”的数不超过前面的总数", "A part named after 其中 is within the whole named before it"],
    {
      tolerance: "LE",
      severity: "error",
      basis: TEXT,
      premise: {
        zh: "“其中”紧接总数，两数同一计量单位，都不是增减额",
        en: "其中 follows the whole at once, both in one unit, neither a difference",
      },
      check: partWithinWhole,
      pass: ["text 全年培训经费共投入96.89万元，其中年初安排80.00万元。"],
      fail: ["text 全年培训经费共投入96.89万元，其中年初安排120.00万元。"],
    },
  ),
  checkRule("nar-53-list-adds-up-to-its-total", ["列举的各项之和等于总数", "The items of a list add up to its total"], {
    tolerance: "RE",
    severity: "warning",
    basis: TEXT,
    premise: {
      zh: "只差一个印错的数字，或三项以上只差千分之一，或各项多于总数：列举不全的，不会如此",
      en: "one misprinted digit would mend it, three parts miss it by one in a thousand, or the parts are more: a list that leaves items out falls short by any amount",
    },
    check: listAddsUp,
    pass: ["text 办公用房面积13369平方米，其中：本部大楼8013平方米，分部大楼5356平方米。"],
    fail: ["text 办公用房面积13459平方米，其中：本部大楼8013平方米，分部大楼5356平方米。"],
  }),
  checkRule(
    "nar-54-change-rate-of-any-amount",
    ["任何一项的增减% = 增减额 ÷ 上年数", "The change rate of any amount is its change over last year's"],
    {
      tolerance: "PC",
      severity: "error",
      basis: TEXT,
      premise: {
        zh: "本年数、增减额和比率在一句话里相连",
        en: "amount, change and rate follow one another in one sentence",
      },
      check: changeRateOfAnything,
      pass: ["text 年末资产总额66.13万元，比上年增加30.56万元，提高85.92%。"],
      fail: ["text 年末资产总额66.13万元，比上年增加30.56万元，提高58.92%。"],
    },
  ),
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
  checkRule("nar-60-shares-are-of-one-whole", ["一列占比同出一个总数", "The shares of a list are of one whole"], {
    tolerance: "PC",
    severity: "error",
    basis: TEXT,
    premise: {
      zh: "三项以上各有金额和占比，除一项外都合于前面同一个总数",
      en: "three or more amounts with their shares, all but one of them of one amount told before",
    },
    check: sharesOfOneWhole,
    pass: [shares("22.50")],
    fail: [shares("25.20")],
  }),
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
  checkRule(
    "xtb-20-neighbouring-lines-differ",
    ["相邻两行的数不全相同", "Two lines below one another do not carry the same amounts"],
    {
      tolerance: "EX",
      severity: "info",
      basis: "公开表格",
      premise: {
        zh: "同级科目，各有三个以上非零数，其中有不同的数",
        en: "lines of one level with three amounts and more, not all alike",
      },
      check: neighboursDiffer,
      pass: lines("12.00"),
      fail: lines("10.00"),
    },
  ),
  checkRule("xtb-12-column-is-not-copied", ["两个年度的整列数不相同", "The columns of two years are not the same"], {
    tolerance: "EX",
    severity: "warning",
    basis: "公开表格",
    premise: { zh: "两列都有数的行不少于4行", en: "at least four rows have an amount in both columns" },
    check: columnIsNotCopied,
    pass: twoYears("38.80"),
    fail: twoYears("40.10"),
  }),
  checkRule("xtb-09-unit-is-printed", ["表格印有金额单位", "A table prints the unit of its amounts"], {
    tolerance: "EX",
    severity: "info",
    basis: "公开表格",
    check: unitIsPrinted,
    pass: ["t1 sangong.total actual 2023 7.36万元 row=1", "grid t1 项目|决算数（万元） / 合计|7.36"],
    fail: ["t1 sangong.total actual 2023 7.36万元 row=1 inferred=yes", "grid t1 项目|决算数 / 合计|7.36"],
  }),
  checkRule("xtb-18-listed-line-is-filled", ["列有预算的一行填列决算", "A line with a budget prints what was spent"], {
    tolerance: "HE",
    severity: "info",
    basis: "公开表格",
    premise: { zh: "其余多数行都填了这一列", en: "most other lines fill the column" },
    check: listedLineIsFilled,
    pass: filled("28"),
    fail: filled(""),
  }),
  checkRule(
    "xtb-19-printed-line-is-not-empty",
    ["文件别处有数的，表中这一行不空", "A line of a form is not empty where the document tells its amount elsewhere"],
    {
      tolerance: "HE",
      severity: "info",
      basis: SELF,
      premise: { zh: "表中有两个以上口径的栏", en: "the form has columns of two or more phases" },
      check: printedLineIsNotEmpty,
      pass: printed("66.81|60.00"),
      fail: printed("|"),
    },
  ),
  checkRule(
    "yoy-11-form-is-filled-in-after-the-year",
    ["全年的数在年度结束后填报", "What a whole year came to is filled in after the year"],
    {
      tolerance: "EX",
      severity: "error",
      basis: SELF,
      premise: { zh: "表中有该年度决算数", en: "the form has what the year came to" },
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
    "prf-54-base-data-make-the-total",
    [
      "基础数据表的基本、项目支出之和等于全年支出",
      "Basic and project expenditure of the base data make the year's spending",
    ],
    {
      tolerance: "RE",
      severity: "warning",
      basis: SELF,
      check: baseDataMakeTheTotal,
      pass: baseData("104.92"),
      fail: baseData("118.88"),
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

function filled(last: string): readonly string[] {
  const names = ["甲项工作经费", "乙项工作经费", "丙项工作经费", "丁项工作经费", "戊项工作经费"];
  const spent = (i: number): string => (i === 4 ? last : String(20 + i));
  return [
    ...names.flatMap((name, i) => [
      `t1 project.${i + 1} initial_budget 2023 ${30 + i}万元 scope=${name} row=${i + 1} col=1`,
      ...(spent(i) === "" ? [] : [`t1 project.${i + 1} actual 2023 ${spent(i)}万元 scope=${name} row=${i + 1} col=2`]),
    ]),
    `grid t1 项目|预算数|决算数 / ${names.map((name, i) => `${name}|${30 + i}|${spent(i)}`).join(" / ")}`,
  ];
}

function printed(cells: string): readonly string[] {
  return [
    "t1 expenditure.public actual 2023 133.66万元 row=1 col=1",
    "t1 expenditure.public initial_budget 2023 130.00万元 row=1 col=2",
    `grid t1 项目|决算数|预算数 / 公用经费|133.66|130.00 / 项目支出：|${cells}`,
    "n1 expenditure.project actual 2023 66.81万元 item=项目支出",
  ];
}

function baseData(project: string): readonly string[] {
  return [
    FORM,
    "t1 expenditure.basic actual 2023 400.00万元",
    `t1 expenditure.project actual 2023 ${project}万元`,
    "t2 funding.total actual 2023 504.92万元",
  ];
}

function scored(said: string): readonly string[] {
  return [
    `evaluation n1 ${said}`,
    "indicator t1 产出指标 数量指标 培训次数 target=≥4次 actual=4 weight=50 score=50",
    "indicator t1 效益指标 社会效益指标 知晓率 target=≥90% actual=92% weight=40 score=38",
    "grid t1 资金|年初预算数|执行数|分值|执行率|得分 / 年度资金总额|100|100|10|100%|10",
  ];
}

function shares(third: string): string {
  return `text 全年培训投入200.00万元，其中师资费90.00万元，占45.00%；场地费65.00万元，占32.50%；教材费45.00万元，占${third}%。`;
}

function purposes(second: string): readonly string[] {
  return [
    "text 1.职业年金缴费支出（项）36.00万元。主要用于：在职人员单位部分的年金。",
    `text 2.住房公积金缴存支出（项）50.00万元。主要用于：${second}。`,
  ];
}

function lines(total: string): readonly string[] {
  const line = (code: string, row: number, whole: string): readonly string[] => [
    `t1 function.${code}.total actual 2023 ${whole}万元 row=${row} col=1`,
    `t1 function.${code}.basic actual 2023 ${whole === "10.00" ? "7.00" : "9.00"}万元 row=${row} col=2`,
    `t1 function.${code}.project actual 2023 3.00万元 row=${row} col=3`,
  ];
  return [...line("2010301", 1, "10.00"), ...line("2010302", 2, total)];
}
