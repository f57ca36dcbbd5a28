import { describe, expect, test } from "vitest";
import { readTableFacts } from "../support/sections.ts";

describe("财政拨款收入支出总表", () => {
  const FORM = `
    收入|<|支出|<|<|<|<
    项目|决算数|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款
    一、一般公共预算财政拨款|90.00|一、教育支出|60.00|60.00||
    二、政府性基金预算财政拨款|30.00|二、城乡社区支出|55.00|25.00|30.00|
    本年收入合计|120.00|本年支出合计|115.00|85.00|30.00|
    年初财政拨款结转和结余|5.00|年末财政拨款结转和结余|10.00|10.00||
    一、一般公共预算财政拨款|5.00|||||
    二、政府性基金预算财政拨款||||||
    总计|125.00|总计|125.00|95.00|30.00|
  `;
  const FACTS = [
    "revenue.general_public actual 2024 90.00万元",
    "revenue.government_fund actual 2024 30.00万元",
    "revenue.appropriation actual 2024 120.00万元",
    "revenue.carryover@appropriation actual 2024 5.00万元",
    "revenue.carryover@general_public actual 2024 5.00万元",
    "appropriation.revenue.total actual 2024 125.00万元",
    "function@appropriation actual 2024 60.00万元",
    "function@general_public actual 2024 60.00万元",
    "function@appropriation actual 2024 55.00万元",
    "function@general_public actual 2024 25.00万元",
    "function@government_fund actual 2024 30.00万元",
    "appropriation.expenditure.current actual 2024 115.00万元",
    "general_public.expenditure actual 2024 85.00万元",
    "government_fund.expenditure actual 2024 30.00万元",
    "expenditure.carryover@appropriation actual 2024 10.00万元",
    "expenditure.carryover@general_public actual 2024 10.00万元",
    "appropriation.expenditure.total actual 2024 125.00万元",
    "appropriation.expenditure.total@general_public actual 2024 95.00万元",
    "appropriation.expenditure.total@government_fund actual 2024 30.00万元",
  ];
  test.each([["财政拨款收入支出决算总表"], [null]])("titled %s", (title) => {
    const read = readTableFacts(FORM, { title });
    expect(read.extractor).toBe("final-accounts/appropriation-table");
    expect(read.facts).toEqual(FACTS);
  });
  test("the national budget form: 一、本年收入 above its funds, 二、上年结转 above them again", () => {
    const { facts } = readTableFacts(
      `
      收入|<|支出|<|<|<
      项目|预算数|项目|合计|一般公共预算|政府性基金预算
      一、本年收入|100.00|一、本年支出|103.00|103.00|
      （一）一般公共预算拨款|100.00|（一）公共安全支出|103.00|103.00|
      （二）政府性基金预算拨款||||||
      二、上年结转|3.00|二、结转下年||||
      （一）一般公共预算拨款|3.00|||||
      收入总计|103.00|支出总计|103.00|103.00|
      `,
      { title: "财政拨款收支总表", year: 2025 },
      { types: ["budget"], fiscalYear: 2025 },
    );
    expect(facts).toEqual([
      "revenue.appropriation initial_budget 2025 100.00万元",
      "revenue.general_public initial_budget 2025 100.00万元",
      "revenue.carryover@appropriation initial_budget 2025 3.00万元",
      "revenue.carryover@general_public initial_budget 2025 3.00万元",
      "appropriation.revenue.total initial_budget 2025 103.00万元",
      "appropriation.expenditure.current initial_budget 2025 103.00万元",
      "general_public.expenditure initial_budget 2025 103.00万元",
      "function@appropriation initial_budget 2025 103.00万元",
      "function@general_public initial_budget 2025 103.00万元",
      "appropriation.expenditure.total initial_budget 2025 103.00万元",
      "appropriation.expenditure.total@general_public initial_budget 2025 103.00万元",
    ]);
  });
});
