import { cell, figure, label, row, type Sample, type SampleTable } from "../model.ts";
import {
  FUNDING_HEAD,
  funding,
  INDICATOR_HEAD,
  type IndicatorLine,
  indicatorRecords,
  indicators,
} from "../performance-form.ts";

/** 部门整体支出绩效自评 the way Hunan prints it: report, base data, the department's own form, one project form. */
const PROJECT = "基层档案数字化专项";

const base: SampleTable = {
  kind: "table",
  title: "2024年度部门整体支出绩效评价基础数据表",
  caption: [],
  widths: [40, 20, 20, 20],
  head: [],
  rows: [
    row(cell("财政供养人员情况（人）", 1, 2), "编制数", "2024年实际在职人数", "控制率"),
    row(
      figure("32", "staff.established count unit=人"),
      figure("30", "staff.actual count unit=人"),
      figure("93.75%", "staff.control_rate share unit=%"),
    ),
    row("经费控制情况（万元）", "2023年决算数", "2024年预算数", "2024年决算数"),
    ...(
      [
        ["三公经费", "sangong.total", "5.20", "6.00", "4.85"],
        ["1、公务用车购置和维护经费", "sangong.vehicle", "3.60", "4.00", "3.45"],
        ["其中：公车购置", "sangong.vehicle_purchase", "0", "0", "0"],
        ["公车运行维护", "sangong.vehicle_operation", "3.60", "4.00", "3.45"],
        ["2、出国经费", "sangong.overseas", "0", "0", "0"],
        ["3、公务接待", "sangong.reception", "1.60", "2.00", "1.40"],
        ["公用经费", "expenditure.public", "88.40", "92.00", "86.75"],
        ["其中：办公经费", "office", "12.30", "13.00", "12.10"],
        ["水费、电费、差旅费", "utilities_travel", "9.80", "10.00", "9.65"],
        ["会议费、培训费", "meetings_training", "4.10", "5.00", "3.90"],
        ["政府采购金额", "procurement.total", "40.00", "56.00", "55.20"],
      ] as const
    ).map(([name, concept, ...values]) =>
      row(
        label(name),
        ...values.map((text, i) => figure(text, `${concept} ${["actual 2023", "initial_budget", "actual"][i]}`)),
      ),
    ),
  ],
  notes: ["说明：“公用经费”填报基本支出中的一般商品和服务支出。"],
};

const OVERALL: readonly IndicatorLine[] = [
  ["产出指标(50分)", "数量指标", "接收进馆档案", "≥12000卷", "13260卷", "15", "15", ""],
  ["", "", "举办主题展览", "≥4次", "5次", "10", "10", ""],
  ["", "质量指标", "数字副本抽检合格率", "≥98%", "99.2%", "10", "10", ""],
  ["", "时效指标", "查档答复及时率", "100%", "100%", "10", "10", ""],
  ["", "成本指标", "公用经费节约率", "≥5%", "1.87%", "5", "3", "物业合同到期重签，单价上涨"],
  ["效益指标（30分）", "社会效益指标", "群众查档满意人次", "不少于3000人次", "3480人次", "20", "20", ""],
  ["", "可持续影响指标", "档案安全保障能力", "增强", "增强", "10", "10", ""],
  ["满意度指标（10分）", "服务对象满意度指标", "服务对象满意度", "≥95%", "97%", "10", "10", ""],
];
const PROJECT_LINES: readonly IndicatorLine[] = [
  ["产出指标(50分)", "数量指标", "完成扫描页数（万页）", "≥180", "192", "20", "20", ""],
  ["", "质量指标", "著录差错率", "≤0.3%", "0.18%", "15", "15", ""],
  ["", "时效指标", "按合同期限完成", "及时", "及时", "15", "15", ""],
  ["效益指标(30分)", "社会效益指标", "在线查档占比", "＞60%", "55%", "30", "27", "移动端上线推迟两个月"],
  ["满意度指标(10分)", "服务对象满意度指标", "查档人满意度", "≥95%", "98%", "10", "10", ""],
];

const SIDE = "绩效指标";
const overall: SampleTable = {
  kind: "table",
  title: "2024年度部门整体支出绩效自评表",
  caption: [],
  widths: [7, 10, 11, 18, 12, 12, 8, 8, 14],
  head: [],
  rows: [
    row(cell("省级预算部门名称", 3), cell("湖南省地方文献整理中心", 6)),
    row(cell("年度预算申请（万元）", 1, 6), cell("", 2), ...FUNDING_HEAD.map((text) => cell(text))),
    funding("funding.total", null, "年度资金总额", ["612.50", "640.80", "628.94"], ["10", "98.15%", "9.81"]),
    row(cell("按收入性质分：", 4), cell("按支出性质分：", 4)),
    row(
      { text: "其中：一般公共预算：628.94", cs: 4, left: true, means: ["funding.general_public actual =628.94"] },
      { text: "其中：基本支出：438.94", cs: 4, left: true, means: ["funding.basic actual =438.94"] },
    ),
    row(
      { text: "政府性基金拨款：0", cs: 4, left: true, means: ["funding.government_fund actual =0"] },
      { text: "项目支出：190.00", cs: 4, left: true, means: ["funding.project actual =190.00"] },
    ),
    row({ text: "其他资金：0", cs: 4, left: true, means: ["funding.other actual =0"] }, cell("", 4)),
    row(cell("年度总体目标", 1, 2), cell("预期目标", 4), cell("实际完成情况", 4)),
    row(
      label("完成馆藏接收与整理，推进档案数字化，提升查档服务水平。", 4),
      label("全年接收档案13260卷，数字化192万页，查档服务平稳有序。", 4),
    ),
    row(cell(SIDE, 1, OVERALL.length + 1), ...INDICATOR_HEAD.map((text) => cell(text))),
    ...indicators(OVERALL),
    row(cell("总分", 6), cell("100"), cell("97.81"), cell("")),
  ],
};
const project: SampleTable = {
  kind: "table",
  title: "2024年度项目支出绩效自评表",
  caption: [],
  widths: [7, 10, 11, 18, 12, 12, 8, 8, 14],
  head: [],
  rows: [
    row(cell("项目支出名称", 3), cell(PROJECT, 6)),
    row(cell("主管部门", 3), cell("湖南省地方文献整理中心", 2), cell("实施单位"), cell("湖南省地方文献整理中心", 3)),
    row(cell("项目资金（万元）", 1, 4), cell("", 2), ...FUNDING_HEAD.map((text) => cell(text))),
    funding("funding.total", PROJECT, "年度资金总额", ["200.00", "200.00", "190.00"], ["10", "95.00%", "9.50"]),
    funding("funding.appropriation", PROJECT, "其中：当年财政拨款", ["180.00", "180.00", "170.00"], ["—", "", ""]),
    funding("funding.carryover", PROJECT, "上年结转资金", ["20.00", "20.00", "20.00"], ["—", "", ""]),
    row(cell("年度总体目标", 1, 2), cell("预期目标", 4), cell("实际完成情况", 4)),
    row(label("完成一百八十万页馆藏档案扫描著录。", 4), label("完成扫描著录192万页，在线查档功能上线。", 4)),
    row(cell(SIDE, 1, PROJECT_LINES.length + 1), ...INDICATOR_HEAD.map((text) => cell(text))),
    ...indicators(PROJECT_LINES),
    row(cell("总分", 6), cell("100"), cell("96.50"), cell("")),
  ],
};

export const hunanSelfEvaluation: Sample = {
  id: "hunan-self-evaluation",
  unit: "万元",
  year: 2024,
  document: {
    entity: "湖南省地方文献整理中心",
    region: "430000",
    level: "province",
    fiscalYear: 2024,
    types: ["overall_self_evaluation", "project_self_evaluation", "base_data"],
    filledOn: "2025-04-18",
  },
  blocks: [
    { kind: "heading", level: 1, text: "2024年度湖南省地方文献整理中心部门整体支出绩效自评报告" },
    { kind: "paragraph", text: "部门（单位）名称：湖南省地方文献整理中心" },
    { kind: "paragraph", text: "2025年4月18日" },
    { kind: "heading", level: 2, text: "一、部门基本情况" },
    {
      kind: "paragraph",
      text: "本中心核定编制32人，2024年末实有在职人员30人。",
      means: ["staff.established count =32 unit=人", "staff.actual count =30 unit=人"],
    },
    { kind: "heading", level: 2, text: "二、部门整体支出情况" },
    {
      kind: "paragraph",
      text: "2024年度决算支出628.94万元，其中：基本支出438.94万元，占69.79%；项目支出190.00万元，占30.21%。",
      means: [
        "expenditure.current actual =628.94",
        "expenditure.basic actual =438.94",
        "expenditure.basic share =69.79 unit=%",
        "expenditure.project actual =190.00",
        "expenditure.project share =30.21 unit=%",
      ],
    },
    { kind: "heading", level: 2, text: "三、自评结论" },
    { kind: "paragraph", text: "经综合评价，2024年度部门整体支出绩效自评得分97.81分，评价等级为“优”。" },
    {
      kind: "records",
      records: [{ kind: "evaluation", scope: null, score: "97.81", grade: "优", basis: "narrative" }],
    },
    { kind: "break" },
    { kind: "paragraph", text: "附件1" },
    base,
    { kind: "break" },
    { kind: "paragraph", text: "附件2" },
    overall,
    { kind: "break" },
    { kind: "paragraph", text: "附件3" },
    project,
    {
      kind: "records",
      records: [
        ...indicatorRecords(null, OVERALL),
        ...indicatorRecords(PROJECT, PROJECT_LINES),
        { kind: "evaluation", scope: null, score: "97.81", grade: null, basis: "table" },
        { kind: "evaluation", scope: PROJECT, score: "96.50", grade: null, basis: "table" },
        {
          kind: "objective",
          scope: null,
          expected: "完成馆藏接收与整理，推进档案数字化，提升查档服务水平。",
          achieved: "全年接收档案13260卷，数字化192万页，查档服务平稳有序。",
        },
        {
          kind: "objective",
          scope: PROJECT,
          expected: "完成一百八十万页馆藏档案扫描著录。",
          achieved: "完成扫描著录192万页，在线查档功能上线。",
        },
      ],
    },
  ],
};
