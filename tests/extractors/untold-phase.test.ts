import { expect, test } from "vitest";
import { readTableFacts } from "../support/sections.ts";

const TABLE = `
科目编码|科目名称|合计|基本支出|项目支出
213|农林水支出|1310.20|710.30|599.90
21303|水利|1310.20|710.30|599.90
`;

test("budgets and accounts print 部门支出总体情况表 alike: where nothing names the phase, its amounts are of none", () => {
  expect(readTableFacts(TABLE, { title: "部门支出总体情况表" }, { types: [] }).facts).toEqual([]);
  expect(readTableFacts(TABLE, { title: "部门支出总体情况表" }, { types: ["budget"] }).facts[0]).toBe(
    "function.213.total initial_budget 2024 1310.20万元",
  );
  expect(readTableFacts(TABLE, { title: "部门支出决算表" }, { types: [] }).facts[0]).toBe(
    "function.213.total actual 2024 1310.20万元",
  );
});

test("a head that names the phase is enough", () => {
  const named = TABLE.replace("合计|基本支出|项目支出", "2024年决算数|基本支出|项目支出");
  expect(readTableFacts(named, { title: "部门支出总体情况表" }, { types: [] }).facts).toEqual([
    "function.213.total actual 2024 1310.20万元",
    "function.21303.total actual 2024 1310.20万元",
  ]);
});
