import { cell, figure, label, row, type Sample, type SampleCell } from "../model.ts";

/** 部门预算 the way counties of Henan print it: 收支总体情况表 with expenditure by nature, split by fund. */
const BODY = "新郑市健康步道管理所";
const BUDGET = "initial_budget";
const caption = [[`部门名称：${BODY}`, "单位：万元"]];
const said = (text: string, meaning: string | null): SampleCell =>
  text !== "" && meaning !== null ? figure(text, `${meaning} ${BUDGET}`) : cell(text);
const named = (concept: string, name: string, fund = ""): string => `${concept} ${BUDGET}${fund} item=${name}`;

const economic = (left: readonly SampleCell[], name: string, text: string): SampleCell[] => [
  ...left,
  label(name),
  figure(text, named("economic", name.slice(2))),
  figure(text, named("economic", name.slice(2), " fund=general_public")),
  cell(text),
  cell(""),
];

export const henanBudget: Sample = {
  id: "henan-budget",
  unit: "万元",
  year: 2024,
  landscape: true,
  document: { entity: BODY, region: "410184", level: "county", fiscalYear: 2024, types: ["budget"] },
  blocks: [
    { kind: "heading", level: 1, text: `${BODY}2024年部门预算公开` },
    { kind: "paragraph", text: "预算01表" },
    {
      kind: "table",
      title: "2024年部门收支总体情况表",
      caption,
      head: [
        row(cell("收入", 2), cell("支出", 5)),
        row(
          cell("项目", 1, 2),
          cell("金额", 1, 2),
          cell("项目", 1, 2),
          cell("合计", 1, 2),
          cell("一般公共预算", 2),
          cell("政府性基金预算", 1, 2),
        ),
        row("小计", "其中：财政拨款"),
      ],
      rows: [
        row(
          label("一、一般公共预算"),
          said("5240.80", "revenue.general_public"),
          label("一、基本支出"),
          said("2130.50", "expenditure.basic"),
          said("2130.50", "general_public.basic"),
          "2130.50",
          "",
        ),
        economic(
          [label("二、政府性基金预算"), said("300.00", "revenue.government_fund")],
          "1、工资福利支出",
          "1820.30",
        ),
        economic([label("三、国有资本经营预算"), cell("")], "2、商品和服务支出", "260.20"),
        economic([label("四、财政专户管理的教育收费"), cell("")], "3、对个人和家庭的补助", "50.00"),
        row(
          "",
          "",
          label("二、项目支出"),
          said("3410.30", "expenditure.project"),
          said("3110.30", "general_public.project"),
          "3110.30",
          figure("300.00", `expenditure.project ${BUDGET} fund=government_fund`),
        ),
        row(
          cell("本年收入小计"),
          said("5540.80", "revenue.current"),
          cell("本年支出小计"),
          said("5540.80", "expenditure.current"),
          said("5240.80", "general_public.expenditure"),
          "5240.80",
          said("300.00", "government_fund.expenditure"),
        ),
        row(
          cell("收入总计"),
          said("5540.80", "revenue.total"),
          cell("支出总计"),
          said("5540.80", "expenditure.total"),
          figure("5240.80", `expenditure.total ${BUDGET} fund=general_public`),
          "5240.80",
          figure("300.00", `expenditure.total ${BUDGET} fund=government_fund`),
        ),
      ],
    },
    { kind: "break" },
    { kind: "paragraph", text: "预算07表" },
    {
      kind: "table",
      title: "2024年一般公共预算“三公”经费支出情况表",
      caption,
      head: [row("项目", "“三公”经费预算数")],
      rows: [
        row(label("共计"), said("24.00", "sangong.total")),
        row(label("1、因公出国（境）费用"), said("0.00", "sangong.overseas")),
        row(label("2、公务接待费"), said("4.00", "sangong.reception")),
        row(label("3、公务用车购置及运行费"), said("20.00", "sangong.vehicle")),
        row(label("其中：（1）公务用车运行维护费"), said("20.00", "sangong.vehicle_operation")),
        row(label("（2）公务用车购置费"), said("0.00", "sangong.vehicle_purchase")),
      ],
      notes: ["注：“三公”经费包括因公出国（境）费、公务用车购置及运行费和公务接待费。"],
    },
  ],
};
