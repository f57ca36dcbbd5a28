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
