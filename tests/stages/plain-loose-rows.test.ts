import { describe, expect, test } from "vitest";
import { unreadCells } from "../../src/batch/unread.ts";
import { plainBlocks } from "../../src/layout/plain/index.ts";
import { process as read } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";

const unread = async (text: string): Promise<string[]> => {
  const processed = await read(sourceFile(text, "text", "a.txt"));
  const tables = processed.sections.filter((section) => section.kind === "table");
  return unreadCells(tables, processed.records).map((cell) => cell.text);
};
const kinds = (text: string): string[] => plainBlocks(text).map(({ kind }) => kind);

describe("rows that look like rows and were not rebuilt", () => {
  const rows = "资金使用台账\n类别甲 事项乙 金额丙 数额丁\n甲一 道路养护 12.00 13.00\n甲二 桥梁加固 14.50 15.50";
  test("are listed as unread, one row a line", async () => {
    expect(await unread(rows)).toEqual(["12.00", "13.00", "14.50", "15.50"]);
  });
  test("are listed as unread, one cell a line", async () => {
    expect(await unread("道路养护\n12.00\n13.00\n桥梁加固\n14.50\n15.50")).toEqual([
      "12.00",
      "13.00",
      "14.50",
      "15.50",
    ]);
  });
  test("state nothing, whatever stands above them", async () => {
    const text = `2023年“三公”经费支出决算表\n单位：万元\n${rows.split("\n").slice(2).join("\n").replaceAll("道路养护", "公务接待费")}`;
    const { records } = await read(sourceFile(text, "text", "a.txt"));
    expect(records).toEqual([]);
  });
  test.each([
    ["a list of contents", "一、部门概况 3\n二、部门决算表 12\n三、情况说明 20"],
    ["sentences", "本年收入 12.50，支出 11.20。\n比上年增加 1.30，增长 11.6%。"],
    ["one row alone", "本年收入 12.50 11.20"],
  ])("%s is no table", (_, text) => {
    expect(kinds(text)).not.toContain("grid");
  });
});

test("numbers of an indicator block under a head that is not declared are unread, those beside it are read", async () => {
  const text = [
    "项目支出绩效自评表",
    "项目名称 巡查专项",
    "一级指标 二级指标 三级指标 年度指标值 某某新头 实际完成值 分值 得分",
    "产出指标 数量指标 巡查次数 ≥20次 3 22次 50 48",
    "效益指标 社会效益指标 满意率 ≥90% 4 95% 50 50",
    "总分 100 98",
  ].join("\n");
  expect(await unread(text)).toEqual(["3", "4"]);
  const { records } = await read(sourceFile(text, "text", "a.txt"));
  expect(records.flatMap((record) => (record.kind === "indicator" ? [[record.actual, record.score]] : []))).toEqual([
    ["22次", "48"],
    ["95%", "50"],
  ]);
});

describe("a form whose words have lost their order is not read, and what it states is listed", () => {
  const HEAD = ["项目支出绩效自评表", "项目名称 算力补贴专项"];
  test("taken out of a PDF column by column", async () => {
    const text = [
      ...HEAD,
      "二级指标 三级指标 年度指标值 实绩",
      "应得分",
      "自评分值",
      "数量指标",
      "补贴企业数量",
      "≥20 家 22 家",
      "20",
      "20",
      "20",
      "20",
      "12 月底前 12 月 20 日 10",
      "8",
      "产出指标（50",
      "质量指标",
      "分）",
      "时效指标",
      "效益指标（30",
      "经济效益指标",
      "分）",
    ].join("\n");
    const { records } = await read(sourceFile(text, "text", "a.txt"));
    expect(records.filter(({ kind }) => kind === "indicator")).toEqual([]);
  });
  test("laid out as a page, its cells broken over lines", async () => {
    const text = [
      ...HEAD,
      "        一级指标    二级指标     三级指标      年度指标值   实绩      应得分     自评分值",
      "                数量指标     补贴企业数量    ≥20家      22家     20      20",
      "        产出指标（50          补贴资金审核合规",
      "                质量指标              100%      100%     20      20",
      "        分）               率",
      "                时效指标     补贴发放及时性   12月底前     12月20日  10      8",
    ].join("\n");
    const { records } = await read(sourceFile(text, "text", "a.txt"));
    expect(records.filter(({ kind }) => kind === "indicator")).toEqual([]);
  });
  test("laid out as a page, every row on one line, it is read", async () => {
    const text = [
      ...HEAD,
      "一级指标    二级指标     三级指标      年度指标值   实绩      应得分     自评分值",
      "产出指标    数量指标     补贴企业数量    ≥20家      22家     50      50",
      "效益指标    社会效益指标    政策知晓率     ≥90%      96%     50      48",
    ].join("\n");
    const { records } = await read(sourceFile(text, "text", "a.txt"));
    expect(records.filter(({ kind }) => kind === "indicator")).toHaveLength(2);
  });
});

test("a line of numbers alone below a header nobody understood is listed as unread", async () => {
  const text = "资金使用台账\n单位：万元\n类别甲 事项乙 金额丙\n数额丁\n12.00 13.00 4\n本表由甲方填写。";
  expect(await unread(text)).toEqual(["12.00", "13.00", "4"]);
});
test("a label with three exact numbers and more is a row, though it stands alone", async () => {
  expect(await unread("资金使用台账\n单位：万元\n道路养护\n12.00\n13.00\n1.00\n本表由甲方填写。")).toEqual([
    "12.00",
    "13.00",
    "1.00",
  ]);
});
