import { expect, test } from "vitest";
import { process } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";

test("prose in a table of one cell, its bars kept at the line ends, is prose under its title", async () => {
  const { document, records } = await process(
    sourceFile(
      "青石县文旅局2015年“三公”经费决算情况及增减变化原因说明 |\n一、决算情况 2015年我局部门决算汇总“三公”经费公共预算财政拨款支出74.6万元，其中公务接待费12.8万元。本年度无因公出国（境）团组及人次，没有购置公务用车，各项开支均按规定执行。 |",
      "text",
    ),
  );
  expect(document).toMatchObject({ entity: "青石县文旅局", fiscalYear: 2015 });
  expect(records.map((record) => record.kind === "fact" && [record.concept, record.measure, record.value])).toEqual([
    ["sangong.total", "actual", "74.6"],
    ["sangong.reception", "actual", "12.8"],
  ]);
});
