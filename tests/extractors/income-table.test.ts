import { describe, expect, test } from "vitest";
import { readTableFacts } from "../support/sections.ts";

describe("收入表", () => {
  test("类 | 款 | 项 in three columns; of a coded line only the whole and 财政拨款 are facts", () => {
    const text = `
      项目|<|<|<|收入预算|<|<|<
      功能分类科目编码|<|<|功能分类科目名称|合计|财政拨款收入|事业收入|其他收入
      类|款|项|^|^|^|^|^
      204|||公共安全支出|500.00|480.00|20.00|0.00
      204|06||司法|500.00|480.00|20.00|0.00
      204|06|01|行政运行|500.00|480.00|20.00|0.00
      合计|<|<|<|500.00|480.00|20.00|0.00
    `;
    for (const title of ["2025年部门收入预算总表", null]) {
      const read = readTableFacts(text, { title, unit: "元", year: 2025 }, { types: ["budget"] });
      expect(read.extractor).toBe("final-accounts/income-table");
      expect(read.facts).toEqual([
        "function.204.revenue initial_budget 2025 500.00元",
        "function.204.revenue_appropriation initial_budget 2025 480.00元",
        "function.20406.revenue initial_budget 2025 500.00元",
        "function.20406.revenue_appropriation initial_budget 2025 480.00元",
        "function.2040601.revenue initial_budget 2025 500.00元",
        "function.2040601.revenue_appropriation initial_budget 2025 480.00元",
        "revenue.current initial_budget 2025 500.00元",
        "revenue.appropriation initial_budget 2025 480.00元",
        "revenue.business initial_budget 2025 20.00元",
        "revenue.other initial_budget 2025 0.00元",
      ]);
      expect(read.records[4]).toMatchObject({ code: "2040601", item: "行政运行" });
    }
  });
  test("codes spanning 类款项, header cells reaching into the 合计 row", () => {
    const { facts } = readTableFacts(
      `
      支出功能分类科目|<|<|<|本年收入合计|财政拨款收入|上级补助收入|事业收入
      类|款|项||1|2|3|4
      ^|^|^|合计|191.88|191.88|0.00|0.00
      208|<|<|社会保障和就业支出|14.66|14.66|0.00|0.00
      20805|<|<|行政事业单位养老支出|14.66|14.66|0.00|0.00
      `,
    );
    expect(facts).toEqual([
      "revenue.current actual 2024 191.88万元",
      "revenue.appropriation actual 2024 191.88万元",
      "revenue.superior actual 2024 0.00万元",
      "revenue.business actual 2024 0.00万元",
      "function.208.revenue actual 2024 14.66万元",
      "function.208.revenue_appropriation actual 2024 14.66万元",
      "function.20805.revenue actual 2024 14.66万元",
      "function.20805.revenue_appropriation actual 2024 14.66万元",
    ]);
  });
  test("a budget whose whole counts what was carried in as a column of its own", () => {
    const { facts } = readTableFacts(
      `
      单位代码|单位名称|合计|上年结转|一般公共预算拨款收入|事业收入
      |合计|110.00|10.00|90.00|10.00
      360001|甲县某局|110.00|10.00|90.00|10.00
      `,
      { title: "部门收入总表" },
      { types: ["budget"] },
    );
    expect(facts).toEqual([
      "revenue.total initial_budget 2024 110.00万元",
      "revenue.carryover initial_budget 2024 10.00万元",
      "revenue.general_public initial_budget 2024 90.00万元",
      "revenue.business initial_budget 2024 10.00万元",
    ]);
  });
  test("收入 over one column of many is the rest of a torn head: unread", () => {
    const { facts } = readTableFacts(
      `
      科目编码|科目名称|本年收入合计|财政拨款收入|事业收入|收入|其他收入
      |合计|20.00|14.00|3.00|1.00|2.00
      208|社会保障和就业支出|20.00|14.00|3.00|1.00|2.00
      `,
      { title: "收入决算表" },
    );
    expect(facts).toEqual([
      "revenue.current actual 2024 20.00万元",
      "revenue.appropriation actual 2024 14.00万元",
      "revenue.business actual 2024 3.00万元",
      "revenue.other actual 2024 2.00万元",
      "function.208.revenue actual 2024 20.00万元",
      "function.208.revenue_appropriation actual 2024 14.00万元",
    ]);
  });
  test("a budget that lists units: their 合计, 上年结转 apart from 本年收入", () => {
    const { facts } = readTableFacts(
      `
      部门（单位）代码|部门（单位）名称|合计|本年收入|<|<|<|上年结转结余|<
      ^|^|^|小计|一般公共预算|政府性基金预算|其他收入|小计|一般公共预算
      |合计|110.00|100.00|90.00||10.00|10.00|10.00
      360|甲县某局|110.00|100.00|90.00||10.00|10.00|10.00
      360001|甲县某局本级|110.00|100.00|90.00||10.00|10.00|10.00
      `,
      { title: "收入总表" },
      { types: ["budget"] },
    );
    expect(facts).toEqual([
      "revenue.total initial_budget 2024 110.00万元",
      "revenue.current initial_budget 2024 100.00万元",
      "revenue.general_public initial_budget 2024 90.00万元",
      "revenue.other initial_budget 2024 10.00万元",
      "revenue.carryover initial_budget 2024 10.00万元",
    ]);
  });
});
