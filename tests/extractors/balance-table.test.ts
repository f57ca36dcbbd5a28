import { describe, expect, test } from "vitest";
import { readTableFacts } from "../support/sections.ts";

const FINAL = `
收入|<|<|支出|<|<
项目|行次|金额|项目（按功能分类）|行次|金额
栏次||1|栏次||2
一、一般公共预算财政拨款收入|1|812.40|一、一般公共服务支出|32|
二、政府性基金预算财政拨款收入|2||八、社会保障和就业支出|39|61.05
五、事业收入|5|0.00|十九、住房保障支出|50|751.35
本年收入合计|27|812.40|本年支出合计|58|812.40
使用非财政拨款结余（含专用结余）|28||结余分配|59|
年初结转和结余|29|12.00|年末结转和结余|60|12.00
总计|31|824.40|总计|62|824.40
`;
const FACTS = [
  "revenue.general_public actual 2024 812.40万元",
  "revenue.business actual 2024 0.00万元",
  "revenue.current actual 2024 812.40万元",
  "revenue.carryover actual 2024 12.00万元",
  "revenue.total actual 2024 824.40万元",
  "function actual 2024 61.05万元",
  "function actual 2024 751.35万元",
  "expenditure.current actual 2024 812.40万元",
  "expenditure.carryover actual 2024 12.00万元",
  "expenditure.total actual 2024 824.40万元",
];

describe("收入支出总表", () => {
  test("both halves are read side by side, running numbers are no amounts", () => {
    const read = readTableFacts(FINAL, { title: "收入支出决算总表" });
    expect(read.extractor).toBe("final-accounts/balance-table");
    expect(read.facts).toEqual(FACTS);
    expect(read.records[5]).toMatchObject({ item: "社会保障和就业支出", code: null, fund: null });
  });
  test("the headers are enough where the title is lost", () => {
    expect(readTableFacts(FINAL).facts).toEqual(FACTS);
  });
  test("beside a half by economic class: what money is for is no class", () => {
    const { records } = readTableFacts(
      `
      收入|<|支出|<|<|<
      项目|预算数|支出功能分科目（按大类）|预算数|部门预算支出经济分类科目（按大类）|预算数
      一、财政拨款|640.00|一、教育支出|540.00|1、人员经费和公用经费支出|520.00
      二、其他收入||二、住房保障支出|100.00|(1)工资福利支出|520.00
      |||| 2、专项业务经费支出|120.00
      收入总计|640.00|支出总计|640.00|支出总计|640.00
      `,
      { title: "收支总表" },
      { types: ["budget"] },
    );
    const lines = records.flatMap((record) =>
      record.kind === "fact" && /^(?:economic|function)/.test(record.concept) ? [record.item] : [],
    );
    expect(lines).toEqual(["教育支出", "住房保障支出", "工资福利支出"]);
  });
  test("a budget in 元 with 上年结转 and lines by economic class", () => {
    const read = readTableFacts(
      `
      收入|<|支出|<|<|<
      项目|预算数|项目（按功能分类）|预算数|项目（按经济分类）|预算数
      一、一般公共预算拨款收入|1,200,000.00|一、教育支出|1,000,000.00|一、工资福利支出|900,000.00
      二、财政专户管理资金收入|30,000.00|二、其他支出|330,000.00|二、商品和服务支出|400,000.00
      三、其他收入||||三、其他支出|30,000.00
      本年收入合计|1,230,000.00|本年支出合计|1,330,000.00|本年支出合计|1,330,000.00
      上年结转结余|100,000.00|年终结转结余||结转下年|
      收入总计|1,330,000.00|支出总计|1,330,000.00|支出总计|1,330,000.00
      `,
      { title: "2025年部门收支预算总表", unit: "元", year: 2025 },
      { types: ["budget"], fiscalYear: 2025 },
    );
    expect(read.facts).toEqual([
      "revenue.general_public initial_budget 2025 1200000.00元",
      "revenue.current initial_budget 2025 1230000.00元",
      "revenue.carryover initial_budget 2025 100000.00元",
      "revenue.total initial_budget 2025 1330000.00元",
      "function initial_budget 2025 1000000.00元",
      "function initial_budget 2025 330000.00元",
      "expenditure.current initial_budget 2025 1330000.00元",
      "expenditure.total initial_budget 2025 1330000.00元",
      "economic initial_budget 2025 900000.00元",
      "economic initial_budget 2025 400000.00元",
      "economic initial_budget 2025 30000.00元",
      "expenditure.current initial_budget 2025 1330000.00元",
      "expenditure.total initial_budget 2025 1330000.00元",
    ]);
  });
  test("three phases side by side", () => {
    const { facts } = readTableFacts(
      `
      收入|<|<|<|支出|<|<|<
      项目|年初预算数|全年预算数|决算数|项目|年初预算数|全年预算数|决算数
      一、财政拨款收入|10.00|12.00|11.00|一、教育支出|10.00|12.00|11.00
      总计|10.00|12.00|11.00|总计|10.00|12.00|11.00
      `,
      { title: "收入支出决算总表" },
    );
    expect(facts.slice(0, 3)).toEqual([
      "revenue.appropriation initial_budget 2024 10.00万元",
      "revenue.appropriation final_budget 2024 12.00万元",
      "revenue.appropriation actual 2024 11.00万元",
    ]);
    expect(facts).toHaveLength(12);
  });
  test("expenditure split by fund is still the whole account: 合计 counts all money, 其中 is no fund of its own", () => {
    const { facts, extractor } = readTableFacts(
      `
      收入|<|支出|<|<|<|<
      项目|金额|项目|合计|一般公共预算|<|政府性基金预算
      ^|^|^|^|小计|其中：财政拨款|^
      一、一般公共预算|50.00|一、基本支出|20.00|20.00|20.00|
      二、政府性基金预算|5.00|二、项目支出|35.00|30.00|30.00|5.00
      本年收入小计|55.00|本年支出小计|55.00|50.00|50.00|5.00
      收入总计|55.00|支出总计|55.00|50.00|50.00|5.00
      `,
      { title: "2024年部门收支总体情况表" },
      { types: ["budget"] },
    );
    expect(extractor).toBe("final-accounts/balance-table");
    expect(facts.filter((fact) => fact.startsWith("revenue"))).toEqual([
      "revenue.general_public initial_budget 2024 50.00万元",
      "revenue.government_fund initial_budget 2024 5.00万元",
      "revenue.current initial_budget 2024 55.00万元",
      "revenue.total initial_budget 2024 55.00万元",
    ]);
    expect(facts.filter((fact) => !fact.startsWith("revenue"))).toEqual([
      "expenditure.basic initial_budget 2024 20.00万元",
      "general_public.basic initial_budget 2024 20.00万元",
      "expenditure.project initial_budget 2024 35.00万元",
      "general_public.project initial_budget 2024 30.00万元",
      "expenditure.project@government_fund initial_budget 2024 5.00万元",
      "expenditure.current initial_budget 2024 55.00万元",
      "general_public.expenditure initial_budget 2024 50.00万元",
      "government_fund.expenditure initial_budget 2024 5.00万元",
      "expenditure.total initial_budget 2024 55.00万元",
      "expenditure.total@general_public initial_budget 2024 50.00万元",
      "expenditure.total@government_fund initial_budget 2024 5.00万元",
    ]);
  });
  test("money without a unit is trouble, never a guess", () => {
    const read = readTableFacts(FINAL, { title: "收入支出决算总表", unit: null });
    expect(read.facts).toEqual([]);
    expect(new Set(read.trouble)).toEqual(new Set(["unit-unknown"]));
  });
});
