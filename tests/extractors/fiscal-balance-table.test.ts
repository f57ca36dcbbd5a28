import { describe, expect, test } from "vitest";
import { readTableFacts } from "../support/sections.ts";

const TITLE = "2024年全区一般公共预算收支决算平衡表";
const BALANCE = `
科目名称|执行数|决算数|科目名称|执行数|决算数
收入总计|9100|9180|支出总计|9100|9180
一、一般公共预算收入|4000|4000|一、一般公共预算支出|7000|7020
税收收入|3000|3000|二、转移性支出|2100|2160
二、转移性收入|5100|5180|债务还本支出|100|100
`;

describe("一般公共预算收支决算平衡表", () => {
  test("the region's own revenue, expenditure and totals; transfers and what is below them are no facts", () => {
    const read = readTableFacts(BALANCE, { title: TITLE });
    expect(read.extractor).toBe("final-accounts/fiscal-balance-table");
    expect(read.facts).toEqual([
      "revenue.total actual 2024 9180万元",
      "revenue.general_public actual 2024 4000万元",
      "expenditure.total actual 2024 9180万元",
      "general_public.expenditure actual 2024 7020万元",
    ]);
  });
  test("执行数 is the year's where no 决算数 stands beside it; halves named by 收入 and 支出", () => {
    const text = `
    收入|执行数|支出|执行数
    总计|9100|总计|9100
    一、本级收入|4000|一、本级支出|7000
    `;
    expect(readTableFacts(text, { title: "2024年全区一般公共预算收支执行情况平衡表" }).facts).toEqual([
      "revenue.total actual 2024 9100万元",
      "revenue.general_public actual 2024 4000万元",
      "expenditure.total actual 2024 9100万元",
      "general_public.expenditure actual 2024 7000万元",
    ]);
  });
});
