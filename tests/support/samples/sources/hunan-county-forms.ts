import { cell, figure, label, row, type Sample, type SampleBlock } from "../model.ts";
import {
  FUNDING_HEAD,
  funding,
  INDICATOR_HEAD,
  type IndicatorLine,
  indicatorRecords,
  indicators,
} from "../performance-form.ts";

/** 绩效自评 of a county the way it fills the form: zeros and blanks, two project forms, rows that page breaks cut in narrow cells. */
const BODY = "汝城县乡道养护服务所";
const ROADS = "农村公路水毁修复工程";
const BUSES = "城乡客运一体化补贴";

const OVERALL: readonly IndicatorLine[] = [
  ["产出指标", "数量指标", "农村公路养护里程", "≥1860公里", "1862公里", "15", "15", ""],
  ["", "", "安防工程", "≥45公里", "46.2公里", "10", "10", ""],
  ["", "质量指标", "工程验收合格率", "100%", "100%", "10", "10", ""],
  ["", "时效指标", "项目按期完工率", "≥95%", "90%", "5", "4", "受汛期降雨影响，2个项目延期"],
  ["", "成本指标", "成本控制", "不超预算", "未超预算", "10", "10", ""],
  ["效益指标", "经济效益指标", "降低物流成本", "明显", "明显", "10", "10", ""],
  ["", "社会效益指标", "群众出行条件", "改善", "改善", "10", "10", ""],
  ["", "可持续影响指标", "公路使用年限", "≥10年", "10年", "10", "10", ""],
  ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "94%", "10", "10", ""],
];
const ROAD_LINES: readonly IndicatorLine[] = [
  ["产出指标", "数量指标", "修复水毁路段", "≥12处", "15处", "20", "20", ""],
  ["", "质量指标", "验收合格率", "100%", "100%", "15", "15", ""],
  ["", "时效指标", "完成及时率", "100%", "95%", "15", "14", "1处因征地延迟"],
  ["效益指标", "社会效益指标", "保障通行", "有效保障", "有效保障", "30", "30", ""],
  ["满意度指标", "服务对象满意度指标", "沿线群众满意度", "≥90%", "92%", "10", "10", ""],
];
const BUS_LINES: readonly IndicatorLine[] = [
  ["产出指标", "数量指标", "补贴公交线路", "24条", "24条", "20", "20", ""],
  ["", "质量指标", "补贴发放准确率", "100%", "100%", "20", "20", ""],
  ["", "时效指标", "补贴发放", "按季发放", "按季发放", "10", "10", ""],
  ["效益指标", "社会效益指标", "农村客运通达率", "≥99%", "100%", "15", "15", ""],
  ["", "可持续影响指标", "客运稳定运行", "长期", "长期", "15", "15", ""],
  ["满意度指标", "服务对象满意度指标", "乘客满意度", "≥85%", "84%", "10", "8", "部分线路班次少"],
];

/** The lines of the indicator grid and the total under it. */
const grid = (lines: readonly IndicatorLine[], total: string) => [
  row(cell("绩效指标", 1, lines.length + 1), ...INDICATOR_HEAD.map((text) => cell(text))),
  ...indicators(lines),
  row(cell("总分", 6), cell("100"), cell(total), cell("")),
];
const records = (
  scope: string | null,
  lines: readonly IndicatorLine[],
  expected: string,
  achieved: string,
  score: string,
): SampleBlock => ({
  kind: "records",
  records: [
    ...indicatorRecords(scope, lines),
    { kind: "objective", scope, expected, achieved },
    { kind: "evaluation", scope, score, grade: null, basis: "table" },
  ],
});

function projectForm(
  name: string,
  lines: readonly IndicatorLine[],
  values: readonly string[],
  tail: readonly string[],
  expected: string,
  achieved: string,
  score: string,
): SampleBlock[] {
  return [
    { kind: "paragraph", text: "附件4" },
    {
      kind: "table",
      title: "2022年度项目支出绩效自评表",
      caption: [],
      widths: [7, 11, 12, 18, 12, 12, 7, 7, 14],
      head: [],
      rows: [
        row(cell("项目支出名称", 2), cell(name, 7)),
        row(cell("主管部门", 2), cell(BODY, 3), cell("实施单位", 2), cell(BODY, 2)),
        row(cell("项目资金（万元）", 1, 5), cell("", 2), ...FUNDING_HEAD.map((text) => cell(text))),
        funding("funding.total", name, "年度资金总额", values, tail),
        funding("funding.appropriation", name, "其中：当年财政拨款", values, ["-", "-", "-"]),
        funding("funding.carryover", name, "上年结转资金", ["0", "0", "0"], ["-", "-", "-"]),
        funding("funding.other", name, "其他资金", ["0", "0", "0"], ["-", "-", "-"]),
        row(cell("年度总体目标", 1, 2), cell("预期目标", 4), cell("实际完成情况", 4)),
        row(label(expected, 4), label(achieved, 4)),
        ...grid(lines, score),
      ],
      notes: ["填表人：　　　填报日期：2023年5月20日　　单位负责人签字："],
    },
    records(name, lines, expected, achieved, score),
  ];
}

const BASE = [
  ["三公经费", "sangong.total", "18.60", "20", "17.20"],
  ["1、公务用车购置和维护经费", "sangong.vehicle", "12.40", "13", "11.80"],
  ["其中：公车购置", "sangong.vehicle_purchase", "0", "0", "0"],
  ["公车运行维护", "sangong.vehicle_operation", "12.40", "13", "11.80"],
  ["2、出国经费", "sangong.overseas", "0", "0", "0"],
  ["3、公务接待", "sangong.reception", "6.20", "7", "5.40"],
  ["项目支出：", "expenditure.project", "2860", "2400", "2755.30"],
  ["1、业务工作经费", "project_operations", "0", "0", "0"],
  ["2、运行维护经费", "project_maintenance", "0", "0", "0"],
  ["3、县级专项资金（一个专项一行）", "project_special", "0", "0", "0"],
  ["公用经费", "expenditure.public", "", "", ""],
  ["其中：办公经费", "office", "15.20", "16", "14.90"],
  ["水费、电费、差旅费", "utilities_travel", "22.10", "24", "21.60"],
  ["政府采购金额", "procurement.total", "—", "120", "118.50"],
  ["部门基本支出预算调整", "basic_expenditure_adjustment", "—", "0", "0"],
] as const;

const MONEY = [
  ["其中：一般公共预算", "funding.general_public", "4316.52"],
  ["政府性基金拨款", "funding.government_fund", "0"],
  ["其他资金", "funding.other", "0"],
] as const;
const NATURE = [
  ["其中：基本支出", "funding.basic", "1561.22"],
  ["项目支出", "funding.project", "2755.30"],
] as const;
const packed = (parts: readonly (readonly [string, string, string])[], cs: number) => ({
  text: parts.map(([name, , amount]) => `${name}：${amount}`).join("\n"),
  cs,
  left: true,
  means: parts.map(([, concept, amount]) => `${concept} actual =${amount}`),
});
const EXPECTED = "目标1：加强农村公路养护。\n目标2：提升客运服务水平。";
const ACHIEVED = "1.完成养护里程1862公里。\n2.农村客运通达率100%。";

export const hunanCountyForms: Sample = {
  id: "hunan-county-forms",
  unit: "万元",
  year: 2022,
  document: {
    entity: BODY,
    region: "431026",
    level: "county",
    fiscalYear: 2022,
    types: ["overall_self_evaluation", "project_self_evaluation", "base_data"],
    filledOn: "2023-05-20",
  },
  blocks: [
    { kind: "heading", level: 1, text: `2022年度${BODY}整体支出绩效自评报告` },
    { kind: "paragraph", text: "附件2" },
    {
      kind: "table",
      title: "2022年度部门整体支出绩效评价基础数据表",
      caption: [[`填报单位（盖章）：${BODY}`]],
      widths: [40, 20, 20, 20],
      head: [],
      rows: [
        row(cell("财政供养人员情况（人）", 1, 2), "编制数", "2022年实际在职人数", "控制率"),
        row(
          figure("68", "staff.established count unit=人"),
          figure("65", "staff.actual count unit=人"),
          figure("95.59%", "staff.control_rate share unit=%"),
        ),
        row("经费控制情况（万元）", "2021年决算数", "2022年预算数", "2022年决算数"),
        ...BASE.map(([name, concept, ...values]) =>
          row(
            label(name),
            ...values.map((text, i) =>
              /\d/.test(text)
                ? figure(text, `${concept} ${["actual 2021", "initial_budget", "actual"][i]}`)
                : cell(text),
            ),
          ),
        ),
        row(label("厉行节约保障措施"), cell("严格落实过紧日子要求。", 3)),
      ],
      notes: ["说明：“项目支出”需要填报基本支出以外的所有项目支出情况。"],
    },
    { kind: "paragraph", text: "附件3" },
    {
      kind: "table",
      title: "2022年度部门整体支出绩效自评表",
      caption: [],
      widths: [8, 11, 11, 18, 11, 11, 8, 8, 14],
      head: [],
      rows: [
        row(cell("县级预算部门名称", 2), cell(BODY, 7)),
        row(cell("年度预算申请（万元）", 1, 4), cell("", 2), ...FUNDING_HEAD.map((text) => cell(text))),
        funding("funding.total", null, "年度资金总额", ["3920.40", "4360.85", "4316.52"], ["10", "98.98%", "9.9"]),
        row(label("按收入性质分：", 5), label("按支出性质分：", 3)),
        row(packed(MONEY, 5), packed(NATURE, 3)),
        row(cell("年度总体目标", 1, 2), cell("预期目标", 4), cell("实际完成情况", 4)),
        row(label(EXPECTED, 4), label(ACHIEVED, 4)),
        ...grid(OVERALL, "98.9"),
      ],
      notes: ["填表人：　　填报日期：2023年5月20日　　单位负责人签字："],
    },
    records(null, OVERALL, EXPECTED, ACHIEVED, "98.9"),
    ...projectForm(
      ROADS,
      ROAD_LINES,
      ["300", "420", "398.20"],
      ["10", "94.81%", "9.48"],
      "修复水毁路段，保障公路畅通。",
      "修复水毁路段15处，公路安全畅通。",
      "98.48",
    ),
    ...projectForm(
      BUSES,
      BUS_LINES,
      ["860", "860", "860"],
      ["10", "100%", "10"],
      "稳定农村客运，方便群众出行。",
      "24条线路正常运营。",
      "98",
    ),
  ],
};
