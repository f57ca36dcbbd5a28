import { cell, figure, label, row, type Sample, type SampleCell, type SampleTable } from "../model.ts";

/** 部门预算 the way counties of Sichuan print it: 表1-1 above the title, the unit's code between code and name, only 项 lines. */
const BODY = "绵阳市游仙区耕地保育服务站";
const BUDGET = "initial_budget";
const caption = [[`部门：${BODY}`, "金额单位：万元"]];

const amount = (text: string, meaning: string): SampleCell => (/\d/.test(text) ? figure(text, meaning) : cell(text));

/** code | name | 合计 | 基本支出 | 项目支出 */
const LINES: readonly (readonly string[])[] = [
  ["2080505", "机关事业单位基本养老保险缴费支出", "96.31", "96.31", ""],
  ["2101101", "行政单位医疗", "38.40", "38.40", ""],
  ["2130101", "行政运行", "702.15", "702.15", ""],
  ["2130106", "科技转化与推广服务", "260.00", "", "260.00"],
  ["2130135", "农业资源保护修复与利用", "180.50", "", "180.50"],
  ["2210201", "住房公积金", "84.64", "84.64", ""],
];
const lines = (fund: string): SampleCell[][] =>
  LINES.map(([code = "", name = "", ...amounts]) => [
    ...[code.slice(0, 3), code.slice(3, 5), code.slice(5), "302301"].map((text) => cell(text)),
    label(name),
    ...amounts.map((text, i) =>
      amount(text, `function.${code}.${["total", "basic", "project"][i]} ${BUDGET}${fund} code=${code}`),
    ),
  ]);
const head = (group: SampleCell[]): SampleCell[][] => [
  row(cell("项目", 5), ...group),
  row(cell("科目编码", 3), cell("单位代码", 1, 2), cell("单位名称（科目）", 1, 2)),
  row("类", "款", "项"),
];
const expenditure = ["合计", "基本支出", "项目支出"].map((text) => cell(text, 1, 3));

const spending: SampleTable = {
  kind: "table",
  title: "部门支出总表",
  caption,
  head: head([...expenditure, cell("上缴上级支出", 1, 3)]),
  rows: [
    row(
      "",
      "",
      "",
      "",
      cell("合 计"),
      figure("1,362.00", `expenditure.current ${BUDGET}`),
      figure("921.50", `expenditure.basic ${BUDGET}`),
      figure("440.50", `expenditure.project ${BUDGET}`),
      "",
    ),
    row("", "", "", "302301", label(`${BODY}机关`), "1,362.00", "921.50", "440.50", ""),
    ...lines("").map((cells) => [...cells, cell("")]),
  ],
};
const publicSpending: SampleTable = {
  kind: "table",
  title: "一般公共预算支出预算表",
  caption,
  head: head(expenditure),
  rows: [
    row(
      "",
      "",
      "",
      "",
      cell("合计"),
      figure("1,362.00", `general_public.expenditure ${BUDGET}`),
      figure("921.50", `general_public.basic ${BUDGET}`),
      figure("440.50", `general_public.project ${BUDGET}`),
    ),
    ...lines(" fund=general_public"),
  ],
};

/** code | name | 人员经费 | 公用经费 */
const ECONOMIC: readonly (readonly string[])[] = [
  ["301", "工资福利支出", "790.00", ""],
  ["30101", "基本工资", "310.65", ""],
  ["30102", "津贴补贴", "260.00", ""],
  ["30108", "机关事业单位基本养老保险缴费", "96.31", ""],
  ["30110", "职工基本医疗保险缴费", "38.40", ""],
  ["30113", "住房公积金", "84.64", ""],
  ["302", "商品和服务支出", "", "120.00"],
  ["30201", "办公费", "", "70.00"],
  ["30217", "公务接待费", "", "8.00"],
  ["30231", "公务用车运行维护费", "", "42.00"],
  ["303", "对个人和家庭的补助", "11.50", ""],
  ["30305", "生活补助", "11.50", ""],
];
const basic: SampleTable = {
  kind: "table",
  title: "一般公共预算基本支出预算表",
  caption,
  head: [
    row(cell("项目", 4), cell("基本支出", 3)),
    row(
      cell("经济分类科目", 2),
      cell("单位代码", 1, 2),
      cell("单位名称（科目）", 1, 2),
      cell("合计", 1, 2),
      cell("人员经费", 1, 2),
      cell("公用经费", 1, 2),
    ),
    row("类", "款"),
  ],
  rows: [
    row(
      "",
      "",
      "",
      cell("合计"),
      figure("921.50", `general_public.basic ${BUDGET}`),
      figure("801.50", `expenditure.personnel ${BUDGET} fund=general_public`),
      figure("120.00", `expenditure.public ${BUDGET} fund=general_public`),
    ),
    ...ECONOMIC.map(([code = "", name = "", personnel = "", running = ""]) => [
      ...[code.slice(0, 3), code.slice(3), "302301"].map((text) => cell(text)),
      label(name),
      figure(personnel || running, `economic.${code} ${BUDGET} fund=general_public code=${code}`),
      cell(personnel),
      cell(running),
    ]),
  ],
};
const sangong: SampleTable = {
  kind: "table",
  title: "一般公共预算“三公”经费支出预算表",
  caption,
  head: [
    row(cell("单位编码", 1, 3), cell("单位名称", 1, 3), cell("当年财政拨款预算安排", 6)),
    row(
      cell("合计", 1, 2),
      cell("因公出国（境）费用", 1, 2),
      cell("公务用车购置及运行费", 3),
      cell("公务接待费", 1, 2),
    ),
    row("小计", "公务用车购置费", "公务用车运行费"),
  ],
  rows: [
    row(
      "",
      cell("合计"),
      figure("50.00", `sangong.total ${BUDGET}`),
      "",
      figure("42.00", `sangong.vehicle ${BUDGET}`),
      "",
      figure("42.00", `sangong.vehicle_operation ${BUDGET}`),
      figure("8.00", `sangong.reception ${BUDGET}`),
    ),
    row("302301", label(`${BODY}机关`), "50.00", "", "42.00", "", "42.00", "8.00"),
  ],
};

export const sichuanBudget: Sample = {
  id: "sichuan-budget",
  unit: "万元",
  year: 2025,
  landscape: true,
  document: { entity: BODY, region: "510704", level: "county", fiscalYear: 2025, types: ["budget"] },
  blocks: [
    { kind: "cover", lines: [BODY, "2025年部门预算"] },
    { kind: "paragraph", text: "表1-2" },
    spending,
    { kind: "break" },
    { kind: "paragraph", text: "表3" },
    publicSpending,
    { kind: "break" },
    { kind: "paragraph", text: "表3-1" },
    basic,
    { kind: "break" },
    { kind: "paragraph", text: "表3-3" },
    sangong,
  ],
};
