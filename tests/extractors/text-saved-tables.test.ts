import { describe, expect, test } from "vitest";
import { readTableFacts } from "../support/sections.ts";

describe("tables of text files, whose tabs do not fit their columns", () => {
  test("codes, an empty column, names", () => {
    const { facts } = readTableFacts(
      `
      支出功能分类科目|||本年收入合计|财政拨款收入|上级补助收入
      类|款|项|1|2|3
      ||合计|20.00|20.00|0.00
      208||社会保障和就业支出|14.66|14.66|0.00
      `,
      { title: "收入决算表" },
    );
    expect(facts.slice(3)).toEqual([
      "function.208.revenue actual 2024 14.66万元",
      "function.208.revenue_appropriation actual 2024 14.66万元",
    ]);
  });
  test("a header one column too far left follows the row that numbers the columns", () => {
    const { facts } = readTableFacts(
      `
      项目|||本年支出合计|基本支出|项目支出|上缴上级支出|
      支出功能分类科目编码|科目名称||||||
      类|款|项|栏次|1|2|3|4
      ||合计|||||
      217||金融支出||163.96|142.96|21.00|
      `,
      { title: "支出决算表" },
    );
    expect(facts).toEqual([
      "function.217.total actual 2024 163.96万元",
      "function.217.basic actual 2024 142.96万元",
      "function.217.project actual 2024 21.00万元",
    ]);
  });
  test("栏次 in a row of its own, 合计 in the code column", () => {
    const { facts } = readTableFacts(
      `
      项目|||本年支出合计|基本支出|项目支出
      支出功能分类科目编码|科目名称||||
      类|款|项|1|2|3
      栏次|||||
      合计|||191.88|170.88|21.00
      2210201||住房公积金|7.33|7.33|
      `,
      { title: "一般公共预算财政拨款支出决算表" },
    );
    expect(facts).toEqual([
      "general_public.expenditure actual 2024 191.88万元",
      "general_public.basic actual 2024 170.88万元",
      "general_public.project actual 2024 21.00万元",
      "function.2210201.total@general_public actual 2024 7.33万元",
      "function.2210201.basic@general_public actual 2024 7.33万元",
    ]);
  });
  test("公用经费合计 left of its sum, two lanes away", () => {
    const { facts } = readTableFacts(
      `
      人员经费|||公用经费|||||
      经济分类科目编码|科目名称|金额|经济分类科目编码|科目名称|金额|经济分类科目编码|科目名称|金额
      301|工资福利支出|15.00|302|商品和服务支出|13.36|307|债务利息及费用支出|0.00
      30101|基本工资|15.00|30201|办公费|13.36|310|资本性支出|0.00
      人员经费合计||15.00|公用经费合计|||||13.36
      `,
      { title: "一般公共预算财政拨款基本支出决算表" },
    );
    expect(facts).toContain("expenditure.personnel@general_public actual 2024 15.00万元");
    expect(facts).toContain("expenditure.public@general_public actual 2024 13.36万元");
  });
  test("heads set apart from the amounts below them, as in tables without rules", () => {
    const { facts } = readTableFacts(
      `
      |项目|预算数||决算数|
      合计|||3.20||2.14
      公务接待费|||0.20||0.08
      公务用车购置及运行维护费|||3.00||2.06
      `,
      { title: "财政拨款“三公”经费支出决算表" },
    );
    expect(facts.slice(0, 2)).toEqual([
      "sangong.total initial_budget 2024 3.20万元",
      "sangong.total actual 2024 2.14万元",
    ]);
    expect(facts).toHaveLength(6);
  });
  test("the unit 单位：万 and a form of three lines without trips abroad", () => {
    const { facts } = readTableFacts(
      "项 目|预 算 数|决 算 数\n合 计|3|1.71\n公务接待费|1|0.53\n公务用车购置及运行维护费|2|1.18",
      { unit: "万" },
    );
    expect(facts).toHaveLength(6);
    expect(facts[1]).toBe("sangong.total actual 2024 1.71万元");
  });
});
