import { expect, test } from "vitest";
import { printedSpaces } from "../../src/layout/printed-spaces.ts";

test.each([
  ["某某中心 2024 年度部门决算", "某某中心2024年度部门决算"],
  ["第二部分 部门决算表", "第二部分 部门决算表"],
  ["因 公 出 国", "因公出国"],
  ["部门：某局　　　2024 年度　　　单位：万元", "部门：某局 2024年度 单位：万元"],
  ["编制单位：某局\t单位：元", "编制单位：某局 单位：元"],
  ["1. 2023年收入", "1. 2023年收入"],
  ["（款）  机关", "（款）机关"],
])("outside tables: %s", (typed, printed) => {
  expect(printedSpaces(typed, false)).toBe(printed);
});

test.each([
  ["项 目", "项目"],
  ["≥ 95 %", "≥95%"],
  ["12 345.60", "12 345.60"],
  ["合　计", "合计"],
])("in a cell: %s", (typed, printed) => {
  expect(printedSpaces(typed, true)).toBe(printed);
});
