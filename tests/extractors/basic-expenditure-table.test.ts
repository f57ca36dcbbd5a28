import { describe, expect, test } from "vitest";
import { readTableFacts } from "../support/sections.ts";

describe("基本支出表 by economic line", () => {
  test.each([["一般公共预算财政拨款基本支出决算表"], [null]])("two lanes side by side, titled %s", (title) => {
    const read = readTableFacts(
      `
      人员经费|<|<|公用经费|<|<
      经济分类科目编码|科目名称|金额|经济分类科目编码|科目名称|金额
      301|工资福利支出|157.53|302|商品和服务支出|13.36
      30101|基本工资|157.53|30201|办公费|13.36
      303|对个人和家庭的补助|0.00|310|资本性支出|0.00
      人员经费合计|<|157.53|公用经费合计|<|13.36
      `,
      { title },
    );
    expect(read.extractor).toBe("final-accounts/basic-expenditure-table");
    expect(read.facts).toEqual([
      "economic.301@general_public actual 2024 157.53万元",
      "economic.30101@general_public actual 2024 157.53万元",
      "economic.303@general_public actual 2024 0.00万元",
      "expenditure.personnel@general_public actual 2024 157.53万元",
      "economic.302@general_public actual 2024 13.36万元",
      "economic.30201@general_public actual 2024 13.36万元",
      "economic.310@general_public actual 2024 0.00万元",
      "expenditure.public@general_public actual 2024 13.36万元",
    ]);
  });
  test.each([["2025年部门一般公共预算基本支出部门预算经济分类预算表"], [null]])(
    "columns 合计, 人员经费, 公用经费: lines from 合计, titled %s",
    (title) => {
      const { facts } = readTableFacts(
        `
      项目|<|<|一般公共预算基本支出|<|<
      部门预算经济分类科目编码|<|经济分类科目名称|合计|人员经费|公用经费
      类|款|^|^|^|^
      301||工资福利支出|200.00|200.00|0.00
      301|1|基本工资|200.00|200.00|0.00
      302|11|差旅费|50.00|0.00|50.00
      合计|<|<|250.00|200.00|50.00
      `,
        { title, unit: "元", year: 2025 },
        { types: ["budget"] },
      );
      expect(facts).toEqual([
        "economic.301@general_public initial_budget 2025 200.00元",
        "economic.30101@general_public initial_budget 2025 200.00元",
        "economic.30211@general_public initial_budget 2025 50.00元",
        "general_public.basic initial_budget 2025 250.00元",
        "expenditure.personnel@general_public initial_budget 2025 200.00元",
        "expenditure.public@general_public initial_budget 2025 50.00元",
      ]);
    },
  );
  test("基本支出 over 合计 | 人员经费 | 公用经费, the unit's code between code and name", () => {
    const { facts } = readTableFacts(
      `
      项目|<|<|<|基本支出|<|<
      经济分类科目|<|单位代码|单位名称（科目）|合计|人员经费|公用经费
      类|款|^|^|^|^|^
      |||合计|250.00|200.00|50.00
      301|01|302301|基本工资|200.00|200.00|
      302|11|302301|差旅费|50.00||50.00
      `,
      { title: "一般公共预算基本支出预算表", year: 2025 },
      { types: ["budget"] },
    );
    expect(facts).toEqual([
      "general_public.basic initial_budget 2025 250.00万元",
      "expenditure.personnel@general_public initial_budget 2025 200.00万元",
      "expenditure.public@general_public initial_budget 2025 50.00万元",
      "economic.30101@general_public initial_budget 2025 200.00万元",
      "economic.30211@general_public initial_budget 2025 50.00万元",
    ]);
  });
});
