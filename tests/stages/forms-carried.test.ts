import { describe, expect, test } from "vitest";
import type { MediaType } from "../../src/lib/source-file.ts";
import { process as read } from "../../src/pipeline.ts";
import {
  asBarredCells,
  asBars,
  asBlanks,
  asCellsALine,
  asCopied,
  asDocx,
  asHtml,
  asOneLine,
  asPageRows,
  asTabs,
  asTrimmedTabs,
  asXlsx,
  type PrintedTable,
} from "../support/carriers.ts";
import { sourceFile } from "../support/source-file.ts";

/** Head wordings of several provinces: heads of the values and scores, and the order they stand in. */
const WORDINGS: readonly (readonly [
  string,
  readonly string[],
  readonly ("target" | "actual" | "weight" | "score" | "reason")[],
])[] = [
  [
    "实际完成值",
    ["年度指标值", "实际完成值", "分值", "得分", "偏差原因分析"],
    ["target", "actual", "weight", "score", "reason"],
  ],
  ["实绩", ["目标值", "实绩", "应得分", "自评得分", "未完成原因"], ["target", "actual", "weight", "score", "reason"]],
  [
    "自评分值",
    ["分值", "目标值", "全年完成值", "自评分值", "扣分原因"],
    ["weight", "target", "actual", "score", "reason"],
  ],
  [
    "得分及扣分原因",
    ["权重", "指标值", "全年实际值", "得分及扣分原因", "备注"],
    ["weight", "target", "actual", "score", "reason"],
  ],
  [
    "指标值及单位",
    ["年度指标值及单位", "实际完成值及单位", "分值", "得分", "偏差原因分析"],
    ["target", "actual", "weight", "score", "reason"],
  ],
  [
    "参考分值",
    ["参考分值", "指标值（A）", "全年实际值（B）", "得分", "未完成原因分析及改进措施"],
    ["weight", "target", "actual", "score", "reason"],
  ],
  [
    "全年（程）指标值",
    ["全年（程）指标值", "实际完成值", "分值", "得分", "偏差原因分析"],
    ["target", "actual", "weight", "score", "reason"],
  ],
  [
    "截止评价时点完成值",
    ["指标目标值", "截止评价时点完成值", "分值", "自评得分", "偏差原因"],
    ["target", "actual", "weight", "score", "reason"],
  ],
  [
    "自评计分",
    ["批复值", "完成值", "权重分", "自评计分", "差异分析"],
    ["target", "actual", "weight", "score", "reason"],
  ],
  [
    "标准分",
    ["预期指标值", "完成情况", "标准分", "评价得分", "存在问题和改进措施"],
    ["target", "actual", "weight", "score", "reason"],
  ],
];
const LINES = [
  {
    levels: ["产出指标（50分）", "数量指标", "补贴企业数量"],
    target: "≥20家",
    actual: "22家",
    weight: "20",
    score: "20",
    reason: "",
  },
  {
    levels: ["^", "质量指标", "补贴审核合规率"],
    target: "100%",
    actual: "100%",
    weight: "20",
    score: "20",
    reason: "",
  },
  {
    levels: ["^", "时效指标", "补贴发放及时性"],
    target: "12月底前",
    actual: "次年1月",
    weight: "10",
    score: "8",
    reason: "部分企业补正材料",
  },
  {
    levels: ["效益指标（30分）", "经济效益指标", "用算成本下降比例"],
    target: "≥10%",
    actual: "15%",
    weight: "30",
    score: "30",
    reason: "",
  },
  {
    levels: ["满意度指标（10分）", "服务对象满意度指标", "受补贴企业满意度"],
    target: "≥90%",
    actual: "96%",
    weight: "10",
    score: "10",
    reason: "",
  },
] as const;

const formOf = (heads: readonly string[], roles: (typeof WORDINGS)[number][2]): PrintedTable => ({
  above: ["云岭区数据局2023年度项目支出绩效自评表"],
  rows: [
    "项目名称 | < | 算力补贴专项 | < | < | < | < | < | <",
    "主管部门 | < | 云岭区数据局 | < | < | 实施单位 | < | 云岭区数据局 | <",
    "项目资金（万元） | < | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分",
    "^ | ^ | 年度资金总额 | 120.00 | 100.00 | 95.00 | 10 | 95.00% | 9.5",
    "^ | ^ | 其中：当年财政拨款 | 120.00 | 100.00 | 95.00 | — | 95.00% | —",
    "年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | <",
    "^ | 对二十家企业发放补贴。 | < | < | < | 全年发放二十二家。 | < | < | <",
    `绩效指标 | 一级指标 | 二级指标 | 三级指标 | ${heads.join(" | ")}`,
    ...LINES.map((line) => `^ | ${[...line.levels, ...roles.map((role) => line[role])].join(" | ")}`),
    `总分 | < | < | < | ${roles.map((role) => (role === "weight" ? "100" : role === "score" ? "97.5" : "")).join(" | ")}`,
  ].join("\n"),
});

const CARRIERS: readonly (readonly [string, MediaType, (table: PrintedTable) => string | Uint8Array])[] = [
  ["html", "html", asHtml],
  ["docx", "docx", asDocx],
  ["xlsx", "xlsx", asXlsx],
  ["tabs", "text", asTabs],
  ["tabs, blanks taken off the ends", "text", asTrimmedTabs],
  ["bars with the title inside", "text", asBars],
  ["rows of a page", "text", asPageRows],
  ["a bar behind every cell", "text", asBarredCells],
  ["one cell a line", "text", asCellsALine],
  ["blanks", "text", asBlanks],
  ["copied out of a PDF", "text", asCopied],
  ["all on one line", "text", asOneLine],
];

/** What a reading says, places left off. */
async function said(
  table: PrintedTable,
  type: MediaType,
  as: (table: PrintedTable) => string | Uint8Array,
): Promise<string[]> {
  const { records } = await read(sourceFile(as(table), type, `form.${type}`));
  return records.flatMap((record): string[] => {
    if (record.kind === "indicator") {
      const { scope, level1, level1Weight, level2, level3, target, actual, weight, score, reason } = record;
      return [[scope, level1, level1Weight, level2, level3, target, actual, weight, score, reason].join("|")];
    }
    if (record.kind === "fact")
      return [[record.scope, record.concept, record.measure, record.value, record.unit].join("|")];
    if (record.kind === "objective") return [[record.scope, record.expected, record.achieved].join("|")];
    return record.kind === "evaluation" ? [[record.scope, record.score, record.fullScore].join("|")] : [];
  });
}

describe.each(WORDINGS)("a form headed %s", (_, heads, roles) => {
  const table = formOf(heads, roles);
  test.each(CARRIERS)("says the same in %s", async (name, type, as) => {
    const printed = await said(table, "html", asHtml);
    expect(printed.filter((line) => line.split("|").length === 10)).toHaveLength(LINES.length);
    expect(await said(table, type, as), name).toEqual(printed);
  });
});

const BY_DIMENSION: PrintedTable = {
  above: ["云岭区数据局2023年度项目支出绩效自评表"],
  rows: formOf(["期望值", "完成值", "基准分", "自我评分", "加减分说明"], WORDINGS[0]![2]).rows.replace(
    "一级指标 | 二级指标 | 三级指标",
    "评价维度 | 指标类别 | 具体指标内容",
  ),
};

test.each(CARRIERS)("levels by the name of dimensions and kinds, in %s", async (_, type, as) => {
  const [named] = WORDINGS;
  expect(await said(BY_DIMENSION, type, as)).toEqual(await said(formOf(named![1], named![2]), "html", asHtml));
});

const TARGETS: PrintedTable = {
  above: ["云岭区民政局2024年度部门整体支出绩效目标表"],
  rows: `
部门名称 | < | 云岭区民政局 | < | <
部门预算编码 | < | 901001033 | < | <
年度总体目标 | 健全养老服务体系，兜牢民生底线。 | < | < | <
年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
^ | 产出指标 | 数量指标 | 新建社区食堂 | ≥6个
^ | 效益指标 | 社会效益指标 | 低保对象救助率 | 100%`,
};

test.each(CARRIERS.filter(([name]) => !/one line|copied|ends/.test(name)))(
  "a form of targets: a code is no money, the objective and the indicators are read, in %s",
  async (_, type, as) => {
    expect(await said(TARGETS, type, as)).toEqual([
      "|健全养老服务体系，兜牢民生底线。|",
      "|产出指标||数量指标|新建社区食堂|≥6个||||",
      "|效益指标||社会效益指标|低保对象救助率|100%||||",
    ]);
  },
);
