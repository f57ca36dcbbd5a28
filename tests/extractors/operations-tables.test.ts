import { describe, expect, test } from "vitest";
import { readTableFacts } from "../support/sections.ts";

describe("国有资产占用 and 机构运行信息", () => {
  test("vehicles by kind count in the unit of their 合计", () => {
    const read = readTableFacts(
      `
      项目|栏次|决算数
      一、车辆数合计(台、辆)|1|2
      1.副部（省）级及以上领导用车|2|0
      3.机要通信用车|4|1
      7.离退休干部服务用车|8|1
      二、单价100万元（含）以上设备（不含车辆）(台、套)|10|0
      `,
    );
    expect(read.extractor).toBe("final-accounts/assets-table");
    expect(read.facts).toEqual([
      "assets.vehicles count 2024 2辆",
      "assets.vehicles_leader count 2024 0辆",
      "assets.vehicles_confidential count 2024 1辆",
      "assets.vehicles_retired count 2024 1辆",
      "assets.equipment count 2024 0台（套）",
    ]);
    expect(read.records.every((fact) => fact.yuan === null)).toBe(true);
  });
  test("机构运行信息表 in two halves", () => {
    const read = readTableFacts(
      `
      项目|行次|预算数|决算数|项目|行次|决算数
      栏次||1|2|栏次||3
      一、“三公”经费支出|1|—|—|二、机关运行经费|20|33.10
      （一）支出合计|2|5.00|4.20|三、国有资产占用情况|23|—
      1．因公出国（境）费|3|0.00|0.00|（一）车辆数合计（辆）|24|3
      2．公务用车购置及运行维护费|4|4.00|3.50|6．其他用车|30|3
      3．公务接待费|7|1.00|0.70|四、政府采购支出信息|33|—
      4．公务用车保有量（辆）|14|—|3|（一）政府采购支出合计|34|12.00
      5．国内公务接待批次（个）|15|—|9|1．政府采购货物支出|35|12.00
      6．国内公务接待人次（人）|17|—|61|（二）政府采购授予中小企业合同金额|38|11.00
      三、会议费|21|—|0.50|其中：授予小微企业合同金额|39|10.00
      `,
      { title: "机构运行信息表" },
    );
    expect(read.extractor).toBe("final-accounts/operations-table");
    expect(read.facts).toEqual([
      "sangong.total initial_budget 2024 5.00万元",
      "sangong.total actual 2024 4.20万元",
      "sangong.overseas initial_budget 2024 0.00万元",
      "sangong.overseas actual 2024 0.00万元",
      "sangong.vehicle initial_budget 2024 4.00万元",
      "sangong.vehicle actual 2024 3.50万元",
      "sangong.reception initial_budget 2024 1.00万元",
      "sangong.reception actual 2024 0.70万元",
      "sangong.vehicles_held count 2024 3辆",
      "sangong.reception_batches count 2024 9个",
      "sangong.reception_persons count 2024 61人",
      "meetings actual 2024 0.50万元",
      "operating_costs actual 2024 33.10万元",
      "assets.vehicles count 2024 3辆",
      "assets.vehicles_other count 2024 3辆",
      "procurement.total actual 2024 12.00万元",
      "procurement.goods actual 2024 12.00万元",
      "procurement.sme actual 2024 11.00万元",
      "procurement.small_micro actual 2024 10.00万元",
    ]);
  });
  test("a list of units is claimed and holds no facts", () => {
    const read = readTableFacts("序号|单位名称|备注\n1|某局（本级）|\n2|某局执法大队|");
    expect(read).toMatchObject({ unclaimed: false, facts: [], trouble: [] });
  });
});
