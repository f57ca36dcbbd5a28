import { cell, codeRows, figure, label, row, type Sample, type SampleTable } from "../model.ts";

/** 部门预算 the way districts of Shanghai print it: tables in 元, text and 三公 in 万元, 类/款/项 in three columns, halves side by side. */
const BODY = "编制部门：上海市长宁区公共绿地养护所";
const caption = (unit = "元"): string[][] => [[BODY, `单位：${unit}`]];

const LINES = `
208|社会保障和就业支出|1860420.00|1860420.00|0.00
20805|行政事业单位养老支出|1860420.00|1860420.00|0.00
2080502|事业单位离退休|96300.00|96300.00|0.00
2080505|机关事业单位基本养老保险缴费支出|1176080.00|1176080.00|0.00
2080506|机关事业单位职业年金缴费支出|588040.00|588040.00|0.00
210|卫生健康支出|735050.00|735050.00|0.00
21011|行政事业单位医疗|735050.00|735050.00|0.00
2101102|事业单位医疗|735050.00|735050.00|0.00
212|城乡社区支出|38204630.56|13962630.56|24242000.00
21205|城乡社区环境卫生|38204630.56|13962630.56|24242000.00
2120501|城乡社区环境卫生|38204630.56|13962630.56|24242000.00
221|住房保障支出|1912600.00|1912600.00|0.00
22102|住房改革支出|1912600.00|1912600.00|0.00
2210201|住房公积金|882060.00|882060.00|0.00
2210203|购房补贴|1030540.00|1030540.00|0.00`;
const incomeLines = LINES.split("\n")
  .map((line) => line.split("|"))
  .map(([code, name, total]) => (code ? [code, name, total, total, "0.00", "0.00"].join("|") : ""))
  .join("\n");

const summary: SampleTable = {
  kind: "table",
  title: "2026年部门财务收支预算总表",
  caption: caption(),
  widths: [30, 20, 30, 20],
  head: [row(cell("本年收入", 2), cell("本年支出", 2)), row("项 目", "预算数", "项 目", "预算数")],
  rows: [
    row(
      label("一、财政拨款收入"),
      figure("42712700.56", "revenue.appropriation initial_budget"),
      label("一、社会保障和就业支出"),
      figure("1860420.00", "function initial_budget item=社会保障和就业支出"),
    ),
    row(
      label("1、一般公共预算"),
      figure("42712700.56", "revenue.general_public initial_budget"),
      label("二、卫生健康支出"),
      figure("735050.00", "function initial_budget item=卫生健康支出"),
    ),
    row(
      label("2、政府性基金预算"),
      figure("0.00", "revenue.government_fund initial_budget"),
      label("三、城乡社区支出"),
      figure("38204630.56", "function initial_budget item=城乡社区支出"),
    ),
    row(
      label("二、事业收入"),
      figure("0.00", "revenue.business initial_budget"),
      label("四、住房保障支出"),
      figure("1912600.00", "function initial_budget item=住房保障支出"),
    ),
    row(label("三、其他收入"), figure("0.00", "revenue.other initial_budget"), "", ""),
    row(
      cell("收入总计"),
      figure("42712700.56", "revenue.total initial_budget"),
      cell("支出总计"),
      figure("42712700.56", "expenditure.total initial_budget"),
    ),
  ],
};

const income: SampleTable = {
  kind: "table",
  title: "2026年部门收入预算总表",
  caption: caption(),
  widths: [6, 6, 6, 30, 14, 14, 12, 12],
  head: [
    row(cell("项 目", 4), cell("收入预算", 4)),
    row(
      cell("功能分类科目编码", 3),
      cell("功能分类科目名称", 1, 2),
      cell("合计", 1, 2),
      cell("财政拨款收入", 1, 2),
      cell("事业收入", 1, 2),
      cell("其他收入", 1, 2),
    ),
    row("类", "款", "项"),
  ],
  rows: [
    ...codeRows(
      incomeLines,
      ["function.{code}.revenue initial_budget", "function.{code}.revenue_appropriation initial_budget", null, null],
      { split: true },
    ),
    row(
      cell("合计", 4),
      figure("42712700.56", "revenue.current initial_budget"),
      figure("42712700.56", "revenue.appropriation initial_budget"),
      figure("0.00", "revenue.business initial_budget"),
      figure("0.00", "revenue.other initial_budget"),
    ),
  ],
};

const spending = (title: string, group: string, fund: string | null): SampleTable => ({
  kind: "table",
  title,
  caption: caption(),
  widths: [7, 7, 7, 31, 16, 16, 16],
  head: [
    row(cell("项 目", 4), cell(group, 3)),
    row(
      cell("功能分类科目编码", 3),
      cell("功能分类科目名称", 1, 2),
      cell("合计", 1, 2),
      cell("基本支出", 1, 2),
      cell("项目支出", 1, 2),
    ),
    row("类", "款", "项"),
  ],
  rows: [
    ...codeRows(
      LINES,
      ["total", "basic", "project"].map(
        (part) => `function.{code}.${part} initial_budget${fund ? ` fund=${fund}` : ""}`,
      ),
      { split: true },
    ),
    row(
      cell("合计", 4),
      ...(
        [
          ["42712700.56", fund ? "general_public.expenditure" : "expenditure.current"],
          ["18470700.56", fund ? "general_public.basic" : "expenditure.basic"],
          ["24242000.00", fund ? "general_public.project" : "expenditure.project"],
        ] as const
      ).map(([amount, concept]) => figure(amount, `${concept} initial_budget`)),
    ),
  ],
});

const sangong: SampleTable = {
  kind: "table",
  title: "2026年部门“三公”经费和机关运行经费预算表",
  caption: caption("万元"),
  unit: "万元",
  head: [
    row(cell("“三公”经费预算数", 6), cell("机关运行经费预算数", 1, 3)),
    row(cell("合计", 1, 2), cell("因公出国（境）费", 1, 2), cell("公务接待费", 1, 2), cell("公务用车购置及运行费", 3)),
    row("小计", "购置费", "运行费"),
  ],
  rows: [
    row(
      figure("12.60", "sangong.total initial_budget"),
      figure("0.00", "sangong.overseas initial_budget"),
      figure("0.60", "sangong.reception initial_budget"),
      figure("12.00", "sangong.vehicle initial_budget"),
      figure("0.00", "sangong.vehicle_purchase initial_budget"),
      figure("12.00", "sangong.vehicle_operation initial_budget"),
      figure("0.00", "operating_costs initial_budget"),
    ),
  ],
};

export const shanghaiBudget: Sample = {
  id: "shanghai-budget",
  unit: "元",
  year: 2026,
  document: {
    entity: "上海市长宁区公共绿地养护所",
    region: "310105",
    level: "county",
    fiscalYear: 2026,
    types: ["budget"],
  },
  blocks: [
    { kind: "cover", lines: ["上海市长宁区2026年区级部门预算", "预算主管部门：上海市长宁区公共绿地养护所"] },
    { kind: "heading", level: 1, text: "2026年部门预算编制说明" },
    {
      kind: "paragraph",
      text: "2026年，上海市长宁区公共绿地养护所收入预算4271.27万元，其中：财政拨款收入4271.27万元，比2025年预算增加103.60万元。支出预算4271.27万元。",
      means: [
        "revenue.total initial_budget =4271.27",
        "revenue.appropriation initial_budget =4271.27",
        "revenue.appropriation change =103.60",
        "expenditure.total initial_budget =4271.27",
      ],
    },
    { kind: "break" },
    summary,
    { kind: "break" },
    income,
    { kind: "break" },
    spending("2026年部门支出预算总表", "支出预算", null),
    { kind: "break" },
    spending("2026年部门一般公共预算支出功能分类预算表", "一般公共预算支出", "general_public"),
    { kind: "break" },
    sangong,
    { kind: "heading", level: 1, text: "其他相关情况说明" },
    { kind: "heading", level: 2, text: "一、2026年“三公”经费预算情况说明" },
    {
      kind: "paragraph",
      text: "2026年“三公”经费预算数为12.60万元，比2025年预算减少1.40万元。其中：公务接待费0.60万元；公务用车购置及运行费12.00万元。",
      means: [
        "sangong.total initial_budget =12.60",
        "sangong.total change =-1.40",
        "sangong.reception initial_budget =0.60",
        "sangong.vehicle initial_budget =12.00",
      ],
    },
    { kind: "heading", level: 2, text: "二、政府采购情况" },
    {
      kind: "paragraph",
      text: "2026年本部门政府采购预算2310.00万元，其中：政府采购货物预算42.00万元、政府采购工程预算0.00万元、政府采购服务预算2268.00万元。",
      means: [
        "procurement.total initial_budget =2310.00",
        "procurement.goods initial_budget =42.00",
        "procurement.works initial_budget =0.00",
        "procurement.services initial_budget =2268.00",
      ],
    },
  ],
};
