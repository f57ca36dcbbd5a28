import { describe, expect, test } from "vitest";
import { headTrees, pathsOf } from "../../src/layout/plain/accounts/head-tree.ts";
import { plainBlocks } from "../../src/layout/plain/index.ts";
import { mendTorn } from "../../src/layout/plain/torn-rows.ts";
import type { Grid } from "../../src/lib/layout.ts";
import { process as read } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";

const known = (text: string): boolean[] =>
  plainBlocks(text)
    .filter((block): block is Grid => block.kind === "grid")
    .map(({ columnsUnknown }) => columnsUnknown !== true);
const facts = async (text: string): Promise<string[]> => {
  const { records } = await read(sourceFile(text, "text", "a.txt"));
  return records.flatMap((record) =>
    record.kind === "fact" ? [`${record.concept} ${record.code ?? record.item} ${record.measure} ${record.value}`] : [],
  );
};
const paths = (rows: string[][], kinds: string): string[] =>
  headTrees(
    rows,
    [...kinds].map((kind) => (kind === "L" ? "label" : "number")),
  ).map((tree) =>
    pathsOf(tree)
      .map((path) => path.join("/"))
      .join(" "),
  );

describe("what a browser copies of a table: tabs, merged cells printed once, cells broken over lines", () => {
  test("code in three columns, heads of three rows", async () => {
    const text = [
      "白鹭县司法局2026年部门预算",
      "2026年部门支出预算总表",
      "单位：元",
      "项目\t支出预算",
      "功能分类科目编码\t功能分类科目名称\t合计\t基本支出\t项目支出",
      "类\t款\t项",
      "204\t\t\t公共安全支出\t7900\t1400\t6500",
      "204\t06\t\t司法\t7900\t1400\t6500",
      "204\t06\t01\t行政运行\t1400\t1400\t0",
      "204\t06\t05\t普法宣传\t6500\t0\t6500",
      "合计\t7900\t1400\t6500",
    ].join("\n");
    const found = await facts(text);
    expect(found).toContain("function.2040605.project 2040605 initial_budget 6500");
    expect(found).toContain("expenditure.basic 合计 initial_budget 1400");
    expect(found.some((fact) => / (?:0?6|204) /u.test(fact.replace(/^\S+ \S+/u, "")))).toBe(false);
  });
  test("a head broken over lines, and a name broken behind its code", async () => {
    const text = [
      "白鹭县司法局2026年部门预算",
      "2026年部门收入预算总表",
      "单位：元",
      "项目\t收入预算",
      "功能分类科目编码\t功能分类科目名称\t合计\t财政拨款收入\t事业收入\t事业单位",
      "经营收入\t其他收入",
      "204\t公共安全支出\t7900\t7800\t0\t0\t100",
      "2080505\t机关事业单位基本养老保",
      "险缴费支出\t60\t60\t0\t0\t0",
      "合计\t7960\t7860\t0\t0\t100",
    ].join("\n");
    expect(known(text)).toEqual([true]);
    const found = await facts(text);
    expect(found).toContain("function.2080505.revenue 2080505 initial_budget 60");
    expect(found).toContain("revenue.other 合计 initial_budget 100");
  });
  test("the lines of the 资金 block stand under its heads though the objective breaks the form off", async () => {
    const text = [
      "2024年度项目支出绩效自评表",
      "项目名称\t普法平台运行",
      "项目资金",
      "（万元）\t\t年初",
      "预算数\t全年",
      "预算数\t全年",
      "执行数\t分值\t执行率\t得分",
      "年度资金总额\t203.00\t203.00\t195.96\t10\t96.53%\t9.65",
      "其中：当年财政拨款\t191.00\t191.00\t183.96\t—\t\t",
      "年度总体",
      "目标\t预期目标\t实际完成情况",
      "完善普法平台，回应群众提出的各类法律问题，全年解答不少于一千人次，满意率九成以上。",
    ].join("\n");
    const found = await facts(text);
    expect(found).toContain("funding.total 年度资金总额 actual 195.96");
    expect(found).toContain("funding.total 年度资金总额 final_budget 203.00");
    expect(found).not.toContain("funding.total 年度资金总额 actual 203.00");
  });
});

describe("which heads stand over which", () => {
  test("人员经费 and 公用经费 are parts of 基本支出, never of 项目支出", () => {
    const rows = [["本年支出"], ["项目", "预算数"], ["合计", "基本支出", "项目支出"], ["人员经费", "公用经费"]];
    expect(paths(rows, "LNNNN")).toEqual([
      "本年支出/项目 本年支出/预算数/合计 本年支出/预算数/基本支出/人员经费 本年支出/预算数/基本支出/公用经费 本年支出/预算数/项目支出",
    ]);
  });
  test("a head of two rows beside a group of two: each over its own 预算数 and 决算数", () => {
    const both = ["预算数", "决算数"];
    const found = paths(
      [
        ["合计", "公务用车购置及运行维护费", "公务接待费"],
        ["小计", "公务用车购置费", "公务用车运行维护费"],
        [...both, ...both, ...both, ...both, ...both],
      ],
      "NNNNNNNNNN",
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("公务接待费/预算数 公务接待费/决算数");
    expect(found[0]).toContain("公务用车购置及运行维护费/公务用车购置费/决算数");
  });
});

test("rows that are whole, and words that make no head, stay apart", () => {
  const rows = [
    ["项目", "预算数"],
    ["本年收入", "12"],
    ["其中：财政拨款", ""],
    ["事业收入", "3"],
  ];
  expect(mendTorn(rows)).toEqual(rows);
  expect(
    mendTorn([
      ["科目", "金额", "备"],
      ["注意", "甲"],
    ]),
  ).toHaveLength(2);
});
