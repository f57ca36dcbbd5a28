import { describe, expect, test } from "vitest";
import { readTableFacts } from "../support/sections.ts";

const WHOLE = `
  项目|<|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出
  功能分类科目编码|科目名称|^|^|^|^|^|^
  合计|<|30.00|20.00|10.00|||
  208|社会保障和就业支出|30.00|20.00|10.00|||
`;
const FUND = `
  项目|<|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余
  功能分类科目编码|科目名称|^|^|小计|基本支出|项目支出|^
  合计|<|2.00|50.00|51.00||51.00|1.00
  212|城乡社区支出|2.00|50.00|51.00||51.00|1.00
  21208|国有土地使用权出让收入安排的支出|2.00|50.00|51.00||51.00|1.00
`;

describe("支出表", () => {
  test.each([["支出决算表"], [null]])("the whole body's expenditure, titled %s", (title) => {
    const read = readTableFacts(WHOLE, { title });
    expect(read.extractor).toBe("final-accounts/expenditure-table");
    expect(read.facts).toEqual([
      "expenditure.current actual 2024 30.00万元",
      "expenditure.basic actual 2024 20.00万元",
      "expenditure.project actual 2024 10.00万元",
      "function.208.total actual 2024 30.00万元",
      "function.208.basic actual 2024 20.00万元",
      "function.208.project actual 2024 10.00万元",
    ]);
  });
  test.each([["一般公共预算财政拨款支出决算表"], [null]])(
    "一般公共预算 has concepts of its own, titled %s",
    (title) => {
      const { facts } = readTableFacts(
        `
      项目|<|合计|基本支出|项目支出
      功能分类科目编码|科目名称|^|^|^
      221|住房保障支出|7.33|7.33|0.00
      2210201|住房公积金|7.33|7.33|0.00
      合计|<|7.33|7.33|0.00
      `,
        { title },
      );
      expect(facts).toEqual([
        "function.221.total@general_public actual 2024 7.33万元",
        "function.221.basic@general_public actual 2024 7.33万元",
        "function.221.project@general_public actual 2024 0.00万元",
        "function.2210201.total@general_public actual 2024 7.33万元",
        "function.2210201.basic@general_public actual 2024 7.33万元",
        "function.2210201.project@general_public actual 2024 0.00万元",
        "general_public.expenditure actual 2024 7.33万元",
        "general_public.basic actual 2024 7.33万元",
        "general_public.project actual 2024 0.00万元",
      ]);
    },
  );
  test.each([["政府性基金预算财政拨款收入支出决算表"], [null]])(
    "a fund with what it carried in and over, titled %s",
    (title) => {
      const { facts } = readTableFacts(FUND, { title });
      expect(facts.slice(0, 5)).toEqual([
        "revenue.carryover@government_fund actual 2024 2.00万元",
        "revenue.government_fund actual 2024 50.00万元",
        "government_fund.expenditure actual 2024 51.00万元",
        "expenditure.project@government_fund actual 2024 51.00万元",
        "expenditure.carryover@government_fund actual 2024 1.00万元",
      ]);
      expect(facts).toContain("function.21208.total@government_fund actual 2024 51.00万元");
      expect(facts).toContain("function.21208.project@government_fund actual 2024 51.00万元");
    },
  );
  test("国有资本经营预算 by its title", () => {
    const { facts } = readTableFacts(FUND, { title: "国有资本经营预算财政拨款支出决算表" });
    expect(facts[2]).toBe("state_capital.expenditure actual 2024 51.00万元");
  });
  test("a fund that has nothing is claimed, gives no fact and no trouble", () => {
    const empty = `
      项目|<|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余
      功能分类科目编码|科目名称|^|^|^|^|^|^
      合计|<|||合计|基本支出|项目支出|
      无|||||||
      |||||||
    `;
    for (const title of ["政府性基金预算财政拨款收入支出决算表", null]) {
      const read = readTableFacts(empty, { title });
      expect(read).toMatchObject({ unclaimed: false, facts: [], trouble: [] });
    }
  });
  test("two years side by side and their change", () => {
    const { facts } = readTableFacts(
      `
      功能分类科目|<|2023年执行数|2024年预算数|<|<|2024年预算数比2023年执行数|<
      科目编码|科目名称|^|合计|基本支出|项目支出|增减额|增减%
      204|公共安全支出|90.00|100.00|60.00|40.00|10.00|11.11
      合计|<|90.00|100.00|60.00|40.00|10.00|11.11
      `,
      { title: "2024年一般公共预算支出表", year: 2024 },
      { types: ["budget"] },
    );
    expect(facts.slice(6)).toEqual([
      "general_public.expenditure actual 2023 90.00万元",
      "general_public.expenditure initial_budget 2024 100.00万元",
      "general_public.basic initial_budget 2024 60.00万元",
      "general_public.project initial_budget 2024 40.00万元",
      "general_public.expenditure change 2024 10.00万元",
      "general_public.expenditure change_rate 2024 11.11%",
    ]);
  });
});
