import { describe, expect, test } from "vitest";
import { readTableFacts } from "../support/sections.ts";

const BUDGET = { types: ["budget"], fiscalYear: 2025 };
const NOTES = { year: 2025 };

describe("forms that budgets print", () => {
  test("一般公共预算支出表 with 人员经费 and 公用经费 below 基本支出", () => {
    const { facts } = readTableFacts(
      `
      科目编码|科目名称|本年一般公共预算支出|<|<|<|<
      ^|^|合计|基本支出|<|<|项目支出
      ^|^|^|小计|人员经费|公用经费|^
      |合计|100.00|60.00|50.00|10.00|40.00
      204|公共安全支出|100.00|60.00|50.00|10.00|40.00
      `,
      { ...NOTES, title: "一般公共预算支出表" },
      BUDGET,
    );
    expect(facts).toEqual([
      "general_public.expenditure initial_budget 2025 100.00万元",
      "general_public.basic initial_budget 2025 60.00万元",
      "expenditure.personnel@general_public initial_budget 2025 50.00万元",
      "expenditure.public@general_public initial_budget 2025 10.00万元",
      "general_public.project initial_budget 2025 40.00万元",
      "function.204.total@general_public initial_budget 2025 100.00万元",
      "function.204.basic@general_public initial_budget 2025 60.00万元",
      "function.204.project@general_public initial_budget 2025 40.00万元",
    ]);
  });
  test("部门支出总表 with unit codes among the lines", () => {
    const { facts } = readTableFacts(
      `
      科目编码|<|<|单位代码|单位名称（科目）|合计|基本支出|项目支出|上缴上级支出|对附属单位补助支出
      类|款|项|^|^|^|^|^|^|^
      ||||合计|30.00|20.00|10.00||
      |||301001|某局机关|30.00|20.00|10.00||
      201|03|01|301001|行政运行|30.00|20.00|10.00||
      `,
      { ...NOTES, title: "部门支出总表" },
      BUDGET,
    );
    expect(facts).toEqual([
      "expenditure.current initial_budget 2025 30.00万元",
      "expenditure.basic initial_budget 2025 20.00万元",
      "expenditure.project initial_budget 2025 10.00万元",
      "function.2010301.total initial_budget 2025 30.00万元",
      "function.2010301.basic initial_budget 2025 20.00万元",
      "function.2010301.project initial_budget 2025 10.00万元",
    ]);
  });
  test("政府预算 and 部门预算 economic codes in one row: the department's line", () => {
    const { facts } = readTableFacts(
      `
      政府预算支出经济分类科目|<|部门预算支出经济分类科目|<|合计|人员经费|公用经费
      编码|名称|编码|名称|^|^|^
      50101|工资奖金津补贴|30101|基本工资|20.00|20.00|
      50101|工资奖金津补贴|30102|津贴补贴|10.00|10.00|
      50201|办公经费|30201|办公费|5.00||5.00
      |||合计|35.00|30.00|5.00
      `,
      { ...NOTES, title: "一般公共预算基本支出表" },
      BUDGET,
    );
    expect(facts).toEqual([
      "economic.30101@general_public initial_budget 2025 20.00万元",
      "economic.30102@general_public initial_budget 2025 10.00万元",
      "economic.30201@general_public initial_budget 2025 5.00万元",
      "general_public.basic initial_budget 2025 35.00万元",
      "expenditure.personnel@general_public initial_budget 2025 30.00万元",
      "expenditure.public@general_public initial_budget 2025 5.00万元",
    ]);
  });
  test("三公经费 by rows, two years and their change", () => {
    const { facts } = readTableFacts(
      `
      项目|2024年预算数|2025年预算数|增减额|增减%
      合计|9.00|8.00|-1.00|-11.11
      一、因公出国（境）费用|0.00|0.00||
      二、公务接待费|3.00|2.00|-1.00|-33.33
      三、公务用车购置及运行维护费|6.00|6.00|0.00|0.00
      其中：公务用车运行维护费|6.00|6.00|0.00|0.00
      `,
      { ...NOTES, title: "“三公”经费预算表" },
      BUDGET,
    );
    expect(facts.slice(0, 4)).toEqual([
      "sangong.total initial_budget 2024 9.00万元",
      "sangong.total initial_budget 2025 8.00万元",
      "sangong.total change 2025 -1.00万元",
      "sangong.total change_rate 2025 -11.11%",
    ]);
  });
  test("政府采购预算表 by kind, read from its 合计", () => {
    const { facts, extractor } = readTableFacts(
      `
      单位名称|采购项目|政府采购预算|<|<|<
      ^|^|合计|货物|工程|服务
      合计||30.00|20.00||10.00
      某局本级|办公设备|20.00|20.00||
      某局本级|物业服务|10.00|||10.00
      `,
      { ...NOTES, title: "政府采购预算表" },
      BUDGET,
    );
    expect(extractor).toBe("budget/procurement-table");
    expect(facts).toEqual([
      "procurement.total initial_budget 2025 30.00万元",
      "procurement.goods initial_budget 2025 20.00万元",
      "procurement.services initial_budget 2025 10.00万元",
    ]);
  });
  test("项目支出表: the project's name is the scope", () => {
    const { facts, records, extractor } = readTableFacts(
      `
      类型|项目名称|项目单位|合计|一般公共预算|政府性基金预算
      合计|||55.00|55.00|
      特定目标类|普法宣传经费|某局|30.00|30.00|
      特定目标类|人民调解经费|某局|25.00|25.00|
      `,
      { ...NOTES, title: "项目支出表" },
      BUDGET,
    );
    expect(extractor).toBe("budget/project-table");
    expect(facts).toEqual([
      "expenditure.project initial_budget 2025 55.00万元",
      "project.1 initial_budget 2025 30.00万元",
      "project.2 initial_budget 2025 25.00万元",
    ]);
    expect(records[2]).toMatchObject({ scope: "人民调解经费", item: "人民调解经费" });
  });
  test("a budget's empty fund", () => {
    const read = readTableFacts(
      "科目编码|科目名称|本年政府性基金预算支出|<|<\n^|^|合计|基本支出|项目支出\n|无|||\n备注：本部门无政府性基金预算支出|<|<|<|<",
      { ...NOTES, title: "政府性基金预算支出表" },
      BUDGET,
    );
    expect(read).toMatchObject({ facts: [], trouble: [], unclaimed: false });
  });
});
