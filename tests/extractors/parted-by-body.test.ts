import { expect, test } from "vitest";
import { process } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";

const values = async (...lines: string[]): Promise<[facts: string[], unread: string[]]> => {
  const { records, unread } = await process(sourceFile(lines.join("\n"), "text"));
  return [
    records.flatMap((record) => (record.kind === "fact" ? [`${record.concept} ${record.value}`] : [])),
    unread.map(({ printed }) => printed),
  ];
};

test("units of a department under headings of their names: only the department's own total is its", async () => {
  const [facts, unread] = await values(
    "白鹭县农业农村局2018年度部门决算公开",
    "第一部分 部门决算情况",
    "一、局机关",
    "2018年本年收入合计520万元。",
    "二、白鹭县种子管理站",
    "2018年本年收入合计62万元，公务接待费0.3万元。",
    "三、汇总情况",
    "2018年全局本年收入合计664万元。",
  );
  expect(facts).toEqual(["revenue.current 664"]);
  expect(unread).toEqual(["520万元", "62万元", "0.3万元"]);
});

test("several bodies and none that reports: all of it is listed, none of it is a record", async () => {
  const [facts, unread] = await values(
    "白鹭县教育系统2018年度“三公”经费决算公开",
    "一、白鹭县第一中学",
    "2018年“三公”经费支出5.2万元。",
    "二、白鹭县职业中学",
    "2018年“三公”经费支出3.1万元。",
  );
  expect(facts).toEqual([]);
  expect(unread).toEqual(["5.2万元", "3.1万元"]);
});

test("one body as a heading parts nothing", async () => {
  const [facts] = await values(
    "2018年度部门决算公开",
    "一、白鹭县农业农村局",
    "2018年本年收入合计664万元。",
    "二、白鹭县种子管理站",
    "负责种子检验。",
  );
  expect(facts).toEqual(["revenue.current 664"]);
});
