import { describe, expect, test } from "vitest";
import { readTableFacts } from "../support/sections.ts";

const BUDGET = { types: ["budget"], fiscalYear: 2025 };
const NOTES = { year: 2025 };

describe("a total that stands over several concepts", () => {
  const byColumns = (total: string): string => `
    合计|“三公”经费|<|<|<|<|<|会议费|培训费
    ^|小计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|^|^
    ^|^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^
    ${total}|11.00|1.00|7.00||7.00|3.00|4.00|5.00
    `;
  test("is not the first of them: 小计 is", () => {
    const { facts } = readTableFacts(
      byColumns("20.00"),
      { ...NOTES, title: "“三公”经费、会议费、培训费支出表" },
      BUDGET,
    );
    expect(facts).toEqual([
      "sangong.total initial_budget 2025 11.00万元",
      "sangong.overseas initial_budget 2025 1.00万元",
      "sangong.vehicle initial_budget 2025 7.00万元",
      "sangong.vehicle_operation initial_budget 2025 7.00万元",
      "sangong.reception initial_budget 2025 3.00万元",
      "meetings initial_budget 2025 4.00万元",
      "training initial_budget 2025 5.00万元",
    ]);
  });
  const byRows = (total: string): string => `
    项目|预算数|决算数
    合计|${total}
    因公出国（境）费|0.00|0.00
    公务用车购置及运行维护费|6.00|4.00
    公务接待费|2.00|1.17
    会议费|4.00|3.00
    `;
  test("down the rows, the sums tell whose it is", () => {
    const own = readTableFacts(byRows("8.00|5.17"), { title: "“三公”经费和会议费决算表" }).facts;
    expect(own.filter((fact) => fact.startsWith("sangong.total"))).toEqual([
      "sangong.total initial_budget 2024 8.00万元",
      "sangong.total actual 2024 5.17万元",
    ]);
    const outer = readTableFacts(byRows("12.00|8.17"), { title: "“三公”经费和会议费决算表" }).facts;
    expect(outer.filter((fact) => fact.startsWith("sangong.total"))).toEqual([]);
    expect(outer).toContain("meetings actual 2024 3.00万元");
  });
  test("where nothing else stands beside it, it is the form's, whatever it adds up to", () => {
    const { facts } = readTableFacts(
      `
      项目|决算数
      合计|9.00
      因公出国（境）费|0.00
      公务用车购置及运行维护费|4.00
      公务接待费|1.17
      `,
      { title: "“三公”经费决算表" },
    );
    expect(facts).toContain("sangong.total actual 2024 9.00万元");
  });
});

describe("funds, years and 其中 of a column hold for that column", () => {
  test("其中：一般公共预算 under 本年预算数 is of that phase and fund", () => {
    const { facts } = readTableFacts(
      `
      项目|本年预算数|其中：一般公共预算财政拨款
      合计|8.00|7.00
      1.因公出国（境）费用|0|0
      2.公务接待费|2.00|1.50
      3.公务用车费|6.00|5.50
      `,
      { title: "“三公”经费情况统计表" },
    );
    expect(facts).toContain("sangong.reception initial_budget 2024 2.00万元");
    expect(facts).toContain("sangong.reception@general_public initial_budget 2024 1.50万元");
    expect(facts.every((fact) => fact.includes("initial_budget"))).toBe(true);
  });
  test("expenditure by fund beside the whole", () => {
    const { facts } = readTableFacts(
      `
      科目编码|科目名称|合计|一般公共预算|政府性基金预算|财政专户管理资金
      |合计|33.00|20.00|10.00|3.00
      2010301|行政运行|23.00|20.00||3.00
      2296002|用于社会福利的彩票公益金支出|10.00||10.00|
      `,
      { ...NOTES, title: "支出预算总表" },
      BUDGET,
    );
    expect(facts).toEqual([
      "expenditure.current initial_budget 2025 33.00万元",
      "general_public.expenditure initial_budget 2025 20.00万元",
      "government_fund.expenditure initial_budget 2025 10.00万元",
      "function.2010301.total initial_budget 2025 23.00万元",
      "function.2010301.total@general_public initial_budget 2025 20.00万元",
      "function.2296002.total initial_budget 2025 10.00万元",
      "function.2296002.total@government_fund initial_budget 2025 10.00万元",
    ]);
  });
  test("a fund that the title excludes is no column of the form", () => {
    const { facts } = readTableFacts(
      `
      科目编码|科目名称|合计|政府性基金预算
      |合计|33.00|10.00
      2010301|行政运行|23.00|
      `,
      { ...NOTES, title: "一般公共预算支出表" },
      BUDGET,
    );
    expect(facts).toEqual([
      "general_public.expenditure initial_budget 2025 33.00万元",
      "function.2010301.total@general_public initial_budget 2025 23.00万元",
    ]);
  });
  test("增减额 and 比例 under a comparison are its own", () => {
    const { facts } = readTableFacts(
      `
      项目|2023年决算数|2024年决算数|比上年增减|<|比年初预算|<
      ^|^|^|金额|比例|增减额|增减率
      公务接待费|2.00|1.50|-0.50|-25%|0.10|7%
      因公出国（境）费|0.00|0.00|0.00||0.00|
      公务用车购置及运行费|6.00|6.00|0.00||0.00|
      `,
      { title: "“三公”经费决算表" },
    );
    expect(facts.filter((fact) => fact.startsWith("sangong.reception"))).toEqual([
      "sangong.reception actual 2023 2.00万元",
      "sangong.reception actual 2024 1.50万元",
      "sangong.reception change 2024 -0.50万元",
      "sangong.reception change_rate 2024 -25%",
      "sangong.reception budget_variance 2024 0.10万元",
      "sangong.reception budget_variance_rate 2024 7%",
    ]);
  });
});

describe("a head that is not known leaves its column unread and its neighbours read", () => {
  test("in a form of items", () => {
    const { facts } = readTableFacts(
      `
      项目|年初预算数|统筹口径|决算数
      公务接待费|2.00|1.80|1.50
      因公出国（境）费|0.00|0.00|0.00
      公务用车购置及运行费|6.00|5.00|4.00
      `,
      { title: "“三公”经费决算表" },
    );
    expect(facts).toHaveLength(6);
    expect(facts.filter((fact) => fact.startsWith("sangong.reception"))).toEqual([
      "sangong.reception initial_budget 2024 2.00万元",
      "sangong.reception actual 2024 1.50万元",
    ]);
  });
  test("in a form of coded lines", () => {
    const { facts } = readTableFacts(
      `
      科目编码|科目名称|合计|基本支出|单位预留机动经费|项目支出
      |合计|30.00|18.00|2.00|10.00
      2010301|行政运行|30.00|18.00|2.00|10.00
      `,
      { ...NOTES, title: "支出预算总表" },
      BUDGET,
    );
    expect(facts).toEqual([
      "expenditure.current initial_budget 2025 30.00万元",
      "expenditure.basic initial_budget 2025 18.00万元",
      "expenditure.project initial_budget 2025 10.00万元",
      "function.2010301.total initial_budget 2025 30.00万元",
      "function.2010301.basic initial_budget 2025 18.00万元",
      "function.2010301.project initial_budget 2025 10.00万元",
    ]);
  });
});

describe("units printed for a line or a cell", () => {
  test("a column of units is no label", () => {
    const { facts } = readTableFacts(
      `
      项目|计量单位|预算数|决算数
      合计|万元|8.00|5.17
      因公出国（境）费|万元|0.00|0.00
      公务接待费|元|20000|11700
      公务用车保有量|辆||3
      `,
      { title: "“三公”经费决算表", unit: null },
    );
    expect(facts).toEqual([
      "sangong.total initial_budget 2024 8.00万元",
      "sangong.total actual 2024 5.17万元",
      "sangong.overseas initial_budget 2024 0.00万元",
      "sangong.overseas actual 2024 0.00万元",
      "sangong.reception initial_budget 2024 20000元",
      "sangong.reception actual 2024 11700元",
      "sangong.vehicles_held count 2024 3辆",
    ]);
  });
  test("each cell carries its own; a rate printed as a fraction among percentages is unread", () => {
    const { facts } = readTableFacts(
      `
      项目|2024年预算数|2024年决算数|完成预算比例
      “三公”经费合计|8.00万元|5.17万元|64.63
      公务用车运行维护费|6万元|40,000元|0.6667
      公务接待费|2.00万元|1.17万元|58.5%
      `,
      { title: "“三公”经费决算表", unit: null },
    );
    expect(facts).toContain("sangong.vehicle_operation actual 2024 40000元");
    expect(facts.filter((fact) => fact.includes("execution_rate"))).toEqual([
      "sangong.total execution_rate 2024 64.63%",
      "sangong.reception execution_rate 2024 58.5%",
    ]);
  });
});

describe("other words for the same lines", () => {
  test("三公经费 of provinces that say 出国境, 公务用车支出, 招待费, 外宾接待", () => {
    const { facts } = readTableFacts(
      `
      项目|预算数|决算数
      三公经费合计|12.00|9.70
      因公出国境费|2.00|1.20
      公务用车支出|6.00|5.50
      公务招待费|4.00|3.00
      其中：外宾接待费|1.00|0.40
      因公出国（境）累计人次（人）||3
      `,
      { title: "“三公”经费收支情况表" },
    );
    expect(facts).toEqual([
      "sangong.total initial_budget 2024 12.00万元",
      "sangong.total actual 2024 9.70万元",
      "sangong.overseas initial_budget 2024 2.00万元",
      "sangong.overseas actual 2024 1.20万元",
      "sangong.vehicle initial_budget 2024 6.00万元",
      "sangong.vehicle actual 2024 5.50万元",
      "sangong.reception initial_budget 2024 4.00万元",
      "sangong.reception actual 2024 3.00万元",
      "sangong.reception_foreign_guests initial_budget 2024 1.00万元",
      "sangong.reception_foreign_guests actual 2024 0.40万元",
      "sangong.overseas_persons count 2024 3人",
    ]);
  });
});

describe("国有资产 of provinces that say 共有车辆 and 大型设备", () => {
  test("down the rows", () => {
    const { extractor, facts } = readTableFacts(
      `
      项目|数量
      共有车辆（辆）|9
      执法执勤用车（辆）|5
      其他用车（辆）|4
      单位价值100万元以上大型设备（台/套）|2
      `,
      { title: "国有资产占有使用情况表", unit: null },
    );
    expect(extractor).toBe("final-accounts/assets-table");
    expect(facts).toEqual([
      "assets.vehicles count 2024 9辆",
      "assets.vehicles_law_enforcement count 2024 5辆",
      "assets.vehicles_other count 2024 4辆",
      "assets.equipment count 2024 2台（套）",
    ]);
  });
});

describe("expenditure of provinces that say 人员经费支出, 公用经费支出, 结转下年资金", () => {
  test("across the columns", () => {
    const { facts } = readTableFacts(
      `
      科目编码|科目名称|合计|基本支出|<|<|项目支出|结转下年资金
      ^|^|^|小计|人员经费支出|公用经费支出|^|^
      |合计|31.00|18.00|15.00|3.00|12.00|1.00
      2010301|行政运行|31.00|18.00|15.00|3.00|12.00|1.00
      `,
      { ...NOTES, title: "支出预算总表" },
      BUDGET,
    );
    expect(facts.slice(0, 6)).toEqual([
      "expenditure.current initial_budget 2025 31.00万元",
      "expenditure.basic initial_budget 2025 18.00万元",
      "expenditure.personnel initial_budget 2025 15.00万元",
      "expenditure.public initial_budget 2025 3.00万元",
      "expenditure.project initial_budget 2025 12.00万元",
      "expenditure.carryover initial_budget 2025 1.00万元",
    ]);
  });
});

describe("收入总体情况表 by bodies", () => {
  test("this year's income beside what was carried in, each by source", () => {
    const { extractor, facts } = readTableFacts(
      `
      部门（单位）代码|部门（单位）名称|合计|本年收入|<|<|<|上年结转结余|<
      ^|^|^|小计|一般公共预算|政府性基金预算|单位资金|小计|一般公共预算
      |合计|110.00|100.00|80.00|10.00|10.00|10.00|10.00
      301001|东溪市水利局本级|110.00|100.00|80.00|10.00|10.00|10.00|10.00
      `,
      { ...NOTES, title: "部门收入总体情况表" },
      BUDGET,
    );
    expect(extractor).toBe("final-accounts/income-table");
    expect(facts).toEqual([
      "revenue.total initial_budget 2025 110.00万元",
      "revenue.current initial_budget 2025 100.00万元",
      "revenue.general_public initial_budget 2025 80.00万元",
      "revenue.government_fund initial_budget 2025 10.00万元",
      "revenue.carryover initial_budget 2025 10.00万元",
    ]);
  });
});

describe("forms of one row or one kind", () => {
  test("income above expenditure in one list", () => {
    const { extractor, facts } = readTableFacts(
      `
      项目|行号|本期|上年同期|增加额|增长率
      1、总收入|1|616.20|660.00|-43.80|-6.64%
      其中：医疗收入|2|480.00|500.00|-20.00|-4.00%
      财政拨款收入|3|129.50|111.50|18.00|16.14%
      2、总支出|5|651.40|584.80|66.60|11.39%
      `,
      { title: "2024年收支情况" },
    );
    expect(extractor).toBe("final-accounts/summary-table");
    expect(facts).toEqual([
      "revenue.total actual 2024 616.20万元",
      "revenue.total actual 2023 660.00万元",
      "revenue.total change 2024 -43.80万元",
      "revenue.total change_rate 2024 -6.64%",
      "revenue.appropriation actual 2024 129.50万元",
      "revenue.appropriation actual 2023 111.50万元",
      "revenue.appropriation change 2024 18.00万元",
      "revenue.appropriation change_rate 2024 16.14%",
      "expenditure.total actual 2024 651.40万元",
      "expenditure.total actual 2023 584.80万元",
      "expenditure.total change 2024 66.60万元",
      "expenditure.total change_rate 2024 11.39%",
    ]);
  });
  test("a list of income alone is known by its title; a concept two lines print is nobody's", () => {
    const table = `
      项目|2023年预算|2024年预算|增长额|增长率
      一、预算拨款|280.00|310.00|30.00|10.71%
      二、财政专户拨款|150.00|160.00|10.00|6.67%
      三、其他资金|100.00|90.00|-10.00|-10.00%
      事业收入|40.00|30.00|-10.00|-25.00%
      其他收入|60.00|60.00|0.00|0.00%
      本年收入合计|530.00|560.00|30.00|5.66%
      `;
    const { extractor, facts } = readTableFacts(table, { title: "收入预算增减对比表" }, { types: ["budget"] });
    expect(extractor).toBe("final-accounts/summary-table");
    expect(facts).toEqual([
      "revenue.appropriation initial_budget 2023 280.00万元",
      "revenue.appropriation initial_budget 2024 310.00万元",
      "revenue.appropriation change 2024 30.00万元",
      "revenue.appropriation change_rate 2024 10.71%",
      "revenue.business initial_budget 2023 40.00万元",
      "revenue.business initial_budget 2024 30.00万元",
      "revenue.business change 2024 -10.00万元",
      "revenue.business change_rate 2024 -25.00%",
      "revenue.current initial_budget 2023 530.00万元",
      "revenue.current initial_budget 2024 560.00万元",
      "revenue.current change 2024 30.00万元",
      "revenue.current change_rate 2024 5.66%",
    ]);
    expect(readTableFacts(table, { title: "资金对比表" }, { types: ["budget"] }).facts).toEqual([]);
  });
  test("a list of expenditure alone by its kinds", () => {
    const table = `
      项目|2023年决算数|2024年决算数|增减额
      一、基本支出|300.00|310.00|10.00
      人员经费|250.00|255.00|5.00
      公用经费|50.00|55.00|5.00
      二、项目支出|100.00|80.00|-20.00
      本年支出合计|400.00|390.00|-10.00
      `;
    const { extractor, facts } = readTableFacts(table, { title: "支出决算对比情况表" });
    expect(extractor).toBe("final-accounts/summary-table");
    expect(facts.filter((fact) => fact.includes("change"))).toEqual([
      "expenditure.basic change 2024 10.00万元",
      "expenditure.personnel change 2024 5.00万元",
      "expenditure.public change 2024 5.00万元",
      "expenditure.project change 2024 -20.00万元",
      "expenditure.current change 2024 -10.00万元",
    ]);
    expect(facts).toHaveLength(15);
  });
  test("a count's unit may be the last word of its noun", () => {
    const { facts } = readTableFacts(
      `
      使用项目|2024年数量或人次
      因公出国（境）团组数|0
      公务用车保有量|66
      国内公务接待批次|48
      国内公务接待人次|737
      `,
      { title: "“三公”经费使用情况表", unit: null },
    );
    expect(facts).toEqual([
      "sangong.overseas_groups count 2024 0个",
      "sangong.vehicles_held count 2024 66辆",
      "sangong.reception_batches count 2024 48批次",
      "sangong.reception_persons count 2024 737人次",
    ]);
  });
  test("支出预算总表 without lines", () => {
    const { facts } = readTableFacts(
      `
      合计|基本支出|项目支出|单位预留机动经费|结转下年资金
      1,830.37|931.90|645.58|252.89|
      `,
      { ...NOTES, title: "支出预算总表" },
      BUDGET,
    );
    expect(facts).toEqual([
      "expenditure.current initial_budget 2025 1830.37万元",
      "expenditure.basic initial_budget 2025 931.90万元",
      "expenditure.project initial_budget 2025 645.58万元",
    ]);
  });
  test("收支预算总表 in three parts", () => {
    const { facts } = readTableFacts(
      `
      收入|<|支出|<|<|<
      项目名称|金额|功能分类|<|支出用途|<
      ^|^|功能科目名称|金额|项目名称|金额
      一、财政拨款|50.00|一、一般公共服务支出|30.00|一、基本支出|35.00
      1.一般公共预算|50.00|二、外交支出||二、项目支出|15.00
      ||十八、住房保障支出|20.00||
      当年收入小计|50.00|当年支出小计|<|<|50.00
      收入合计|50.00|支出合计|<|<|50.00
      `,
      { ...NOTES, title: "收支预算总表" },
      BUDGET,
    );
    expect(facts).toEqual([
      "revenue.appropriation initial_budget 2025 50.00万元",
      "revenue.general_public initial_budget 2025 50.00万元",
      "revenue.current initial_budget 2025 50.00万元",
      "revenue.total initial_budget 2025 50.00万元",
      "function initial_budget 2025 30.00万元",
      "function initial_budget 2025 20.00万元",
      "expenditure.basic initial_budget 2025 35.00万元",
      "expenditure.project initial_budget 2025 15.00万元",
      "expenditure.current initial_budget 2025 50.00万元",
      "expenditure.total initial_budget 2025 50.00万元",
    ]);
  });
  test("机关运行经费 by economic line: the lines are parts of it", () => {
    const { extractor, facts } = readTableFacts(
      `
      科目编码|科目名称|机关运行经费支出
      |合计|16.42
      302|商品和服务支出|16.42
      30201|办公费|5.70
      `,
      { ...NOTES, title: "一般公共预算机关运行经费支出预算表" },
      BUDGET,
    );
    expect(extractor).toBe("budget/operating-costs-table");
    expect(facts).toEqual(["operating_costs initial_budget 2025 16.42万元"]);
  });
  test("政府采购 by kinds down the rows", () => {
    const { facts } = readTableFacts(
      `
      采购品目大类|专项名称|采购物品名称|采购组织形式|总计
      合计||||24.16
      一、货物A||||2.33
      |办公设备购置费|办公设备||2.33
      三、服务C||||21.83
      `,
      { ...NOTES, title: "政府采购预算表" },
      BUDGET,
    );
    expect(facts).toEqual([
      "procurement.total initial_budget 2025 24.16万元",
      "procurement.goods initial_budget 2025 2.33万元",
      "procurement.services initial_budget 2025 21.83万元",
    ]);
  });
});
