import { describe, expect, test } from "vitest";
import { readTableFacts } from "../support/sections.ts";

describe("三公经费表", () => {
  test.each([["财政拨款“三公”经费支出决算表"], [null]])("by rows, counts with their own units, titled %s", (title) => {
    const read = readTableFacts(
      `
      项目|栏次|年初预算数|全年预算数|决算数
      行次||1|2|3
      一、“三公”经费支出|1|8.00|8.00|5.17
      1.因公出国（境）费|2|0.00|0.00|0.00
      2.公务用车购置及运行维护费|3|6.00|6.00|4.00
      （1）公务用车购置费|4|---|---|
      （2）公务用车运行维护费|5|6.00|6.00|4.00
      3.公务接待费|6|2.00|2.00|1.17
      （1）国内接待费|7|---|---|1.17
      其中：外事接待费|8|---|---|0.20
      二、相关统计数|10|---|---|---
      4.公务用车保有量（辆）|14|---|---|3
      5.国内公务接待批次（个）|15|---|---|10
      6.国内公务接待人次（人）|17|---|---|73
      `,
      { title },
    );
    expect(read.extractor).toBe("final-accounts/sangong-table");
    expect(read.facts).toEqual([
      "sangong.total initial_budget 2024 8.00万元",
      "sangong.total final_budget 2024 8.00万元",
      "sangong.total actual 2024 5.17万元",
      "sangong.overseas initial_budget 2024 0.00万元",
      "sangong.overseas final_budget 2024 0.00万元",
      "sangong.overseas actual 2024 0.00万元",
      "sangong.vehicle initial_budget 2024 6.00万元",
      "sangong.vehicle final_budget 2024 6.00万元",
      "sangong.vehicle actual 2024 4.00万元",
      "sangong.vehicle_operation initial_budget 2024 6.00万元",
      "sangong.vehicle_operation final_budget 2024 6.00万元",
      "sangong.vehicle_operation actual 2024 4.00万元",
      "sangong.reception initial_budget 2024 2.00万元",
      "sangong.reception final_budget 2024 2.00万元",
      "sangong.reception actual 2024 1.17万元",
      "sangong.reception_domestic actual 2024 1.17万元",
      "sangong.reception_foreign_guests actual 2024 0.20万元",
      "sangong.vehicles_held count 2024 3辆",
      "sangong.reception_batches count 2024 10个",
      "sangong.reception_persons count 2024 73人",
    ]);
  });
  test("under 上年 and 当年, the whole as 小计 below a head of its own, beside meetings and training", () => {
    const { facts } = readTableFacts(
      `
      单位名称|上年|<|<|当年|<|<|<|<|<|增减变化情况
      ^|合计|“三公”经费合计|会议费|合计|一般公共预算拨款安排的“三公”经费预算|<|<|<|培训费|^
      ^|^|^|^|^|小计|公务接待费|公务用车购置及运行维护费|<|^|^
      ^|^|^|^|^|^|^|购置费|运行维护费|^|^
      合计|17.00|15.00|2.00|14.50|13.00|3.00|0.00|10.00|1.50|-2.50
      `,
      { title: "一般公共预算拨款“三公”经费及会议费、培训费支出预算表" },
      { types: ["budget"] },
    );
    expect(facts).toEqual([
      "sangong.total initial_budget 2023 15.00万元",
      "meetings initial_budget 2023 2.00万元",
      "sangong.total initial_budget 2024 13.00万元",
      "sangong.reception initial_budget 2024 3.00万元",
      "sangong.vehicle_purchase initial_budget 2024 0.00万元",
      "sangong.vehicle_operation initial_budget 2024 10.00万元",
      "training initial_budget 2024 1.50万元",
    ]);
  });
  test.each([["财政拨款“三公”经费支出决算表"], [null]])(
    "by columns with 预算数 and 决算数 below, titled %s",
    (title) => {
      const { facts, records } = readTableFacts(
        `
      财政拨款“三公”经费|<|<|<|<|<|<|<|<|<|<|<
      合计|<|因公出国（境）费|<|公务用车购置及运行维护费|<|<|<|<|<|公务接待费|<
      ^|^|^|^|小计|<|公务用车购置费|<|公务用车运行维护费|<|^|^
      预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数
      2.85|0.39|0.00|0.00|1.00|0.10|0.50|0.05|0.50|0.05|1.85|0.29
      `,
        { title },
      );
      expect(facts).toEqual([
        "sangong.total initial_budget 2024 2.85万元",
        "sangong.total actual 2024 0.39万元",
        "sangong.overseas initial_budget 2024 0.00万元",
        "sangong.overseas actual 2024 0.00万元",
        "sangong.vehicle initial_budget 2024 1.00万元",
        "sangong.vehicle actual 2024 0.10万元",
        "sangong.vehicle_purchase initial_budget 2024 0.50万元",
        "sangong.vehicle_purchase actual 2024 0.05万元",
        "sangong.vehicle_operation initial_budget 2024 0.50万元",
        "sangong.vehicle_operation actual 2024 0.05万元",
        "sangong.reception initial_budget 2024 1.85万元",
        "sangong.reception actual 2024 0.29万元",
      ]);
      expect(records[4]).toMatchObject({ item: "公务用车购置及运行维护费" });
    },
  );
  test("with 机关运行经费, in a budget", () => {
    const { facts } = readTableFacts(
      `
      “三公”经费预算数|<|<|<|<|<|机关运行经费预算数
      合计|因公出国(境)费|公务接待费|公务用车购置及运行费|<|<|^
      ^|^|^|小计|购置费|运行费|^
      10.81|0|0.83|9.98|0|9.98|217.83
      `,
      { title: "2026年部门“三公”经费和机关运行经费预算表", year: 2026 },
      { types: ["budget"] },
    );
    expect(facts).toEqual([
      "sangong.total initial_budget 2026 10.81万元",
      "sangong.overseas initial_budget 2026 0万元",
      "sangong.reception initial_budget 2026 0.83万元",
      "sangong.vehicle initial_budget 2026 9.98万元",
      "sangong.vehicle_purchase initial_budget 2026 0万元",
      "sangong.vehicle_operation initial_budget 2026 9.98万元",
      "operating_costs initial_budget 2026 217.83万元",
    ]);
  });
  test("two years side by side, the 合计 of a list of units", () => {
    const { facts } = readTableFacts(
      `
      单位名称|2024年预算数|<|<|<|<|<|2025年预算数|<|<|<|<|<
      ^|合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费
      ^|^|^|小计|公务用车购置费|公务用车运行费|^|^|^|小计|公务用车购置费|公务用车运行费|^
      合计|9.00||6.00||6.00|3.00|8.00||6.00||6.00|2.00
      某局本级|9.00||6.00||6.00|3.00|8.00||6.00||6.00|2.00
      `,
      { title: "一般公共预算“三公”经费支出表", year: 2025 },
      { types: ["budget"], fiscalYear: 2025 },
    );
    expect(facts).toEqual([
      "sangong.total initial_budget 2024 9.00万元",
      "sangong.vehicle initial_budget 2024 6.00万元",
      "sangong.vehicle_operation initial_budget 2024 6.00万元",
      "sangong.reception initial_budget 2024 3.00万元",
      "sangong.total initial_budget 2025 8.00万元",
      "sangong.vehicle initial_budget 2025 6.00万元",
      "sangong.vehicle_operation initial_budget 2025 6.00万元",
      "sangong.reception initial_budget 2025 2.00万元",
    ]);
  });
  test("预算数 and 决算数 below items whose merges are lost: a head stands over the blanks behind it", () => {
    const read = readTableFacts(
      `
      合计||因公出国（境）费||公务用车购置及运行维护费||||||公务接待费|
      ||||小计||公务用车购置费||公务用车运行维护费|||
      预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数
      7.46|3.72|0.10|0.05|5.59|2.79|0.50|0.00|5.09|2.79|1.77|0.88
      `,
      { title: "财政拨款“三公”经费支出决算表" },
    );
    expect(read.facts).toEqual([
      "sangong.total initial_budget 2024 7.46万元",
      "sangong.total actual 2024 3.72万元",
      "sangong.overseas initial_budget 2024 0.10万元",
      "sangong.overseas actual 2024 0.05万元",
      "sangong.vehicle initial_budget 2024 5.59万元",
      "sangong.vehicle actual 2024 2.79万元",
      "sangong.vehicle_purchase initial_budget 2024 0.50万元",
      "sangong.vehicle_purchase actual 2024 0.00万元",
      "sangong.vehicle_operation initial_budget 2024 5.09万元",
      "sangong.vehicle_operation actual 2024 2.79万元",
      "sangong.reception initial_budget 2024 1.77万元",
      "sangong.reception actual 2024 0.88万元",
    ]);
  });

  test("比年初预算增减 is no change from the year before; brackets are a minus", () => {
    const { facts } = readTableFacts(
      `
      项目|年初预算数|决算数|比年初预算增减|比年初预算增减%|比上年增减
      合计|25.00|18.36|(6.64)|-26.56|(2.15)
      1.因公出国（境）费|8.00|7.92|(0.08)|-1.00|7.92
      3.公务接待费|8.00|4.24|(3.76)|-47.00|(7.02)
      `,
      { title: "财政拨款“三公”经费支出决算表" },
    );
    expect(facts.slice(0, 5)).toEqual([
      "sangong.total initial_budget 2024 25.00万元",
      "sangong.total actual 2024 18.36万元",
      "sangong.total budget_variance 2024 -6.64万元",
      "sangong.total budget_variance_rate 2024 -26.56%",
      "sangong.total change 2024 -2.15万元",
    ]);
  });
});
