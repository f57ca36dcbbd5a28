import { expect, test } from "vitest";
import { process as read } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";

const yearOf = async (...lines: readonly string[]): Promise<number | null> =>
  (await read(sourceFile(lines.join("\n"), "text", "a.txt"))).document.fiscalYear;

const DAY = "2014年02月11日 08:20 来源：云山晚报 参与互动(0)";

test("今年 is the year of the day a page of news bears, before any year its sentences name", async () => {
  expect(await yearOf("云山今年“三公经费”0.9亿元", DAY, "今年“三公经费”预算0.9亿元，2013年度决算将在年中公布。")).toBe(
    2014,
  );
});

test("a year that is named first is the year, and without a day 今年 is no year", async () => {
  expect(await yearOf("云山“三公经费”下降", DAY, "2013年度“三公经费”决算0.8亿元，今年预算0.9亿元。")).toBe(2013);
  expect(await yearOf("云山“三公经费”下降", "今年“三公经费”预算0.9亿元，2013年度决算0.8亿元。")).toBe(2013);
});

test("a page on two bodies, each told of once, is on neither; one told of more often is its own", async () => {
  const entityOf = async (...sentences: readonly string[]): Promise<string | null> =>
    (await read(sourceFile(sentences.join(""), "text", "a.txt"))).document.entity;
  const [one, other] = [
    "国家文物局2021年“三公”经费预算62.1万元，较上年增加。",
    "国家档案局2021年“三公”经费预算67.2万元，较上年减少。",
  ];
  expect(await entityOf("各部门陆续公布账单，引人注目。", one, other)).toBeNull();
  expect(await entityOf("各部门陆续公布账单，引人注目。", one, other, "国家档案局2021年支出共9万元。")).toBe(
    "国家档案局",
  );
});

test("a place as a reporter calls it: 北京31家单位…, 青岛多部门…", async () => {
  const placeOf = async (text: string): Promise<readonly string[] | undefined> =>
    (await read(sourceFile(text, "text", "a.txt"))).document.region?.path;
  expect(await placeOf("昨天，北京31家单位公开2013年“三公”经费预算，共7.9万元。")).toEqual(["北京市"]);
  expect(await placeOf("青岛多部门公开2013年“三公”经费预算，共7.9万元。")).toEqual(["山东省", "青岛市"]);
  expect(await placeOf("大约31家单位公开2013年“三公”经费预算，共7.9万元。")).toBeUndefined();
});

test("a mark that ends lines parts no columns", async () => {
  const lines = [
    "全镇支出如下:",
    "教育支出84万元;",
    "卫生健康支出135万元;",
    "农林水支出109万元;",
    "住房保障支出22万元。",
  ];
  const { records } = await read(sourceFile(lines.join("\n"), "text", "a.txt"));
  expect(records.filter(({ kind }) => kind === "fact")).toHaveLength(4);
});
