import { describe, expect, test } from "vitest";
import { BUDGET, FINAL, facts, prose } from "./narrative-support.ts";

const PART = "第三部分 部门决算情况说明";

describe("income and expenditure", () => {
  test("收、支总计 is two facts", () => {
    expect(
      facts(
        prose(
          [PART, "一、收入支出决算总体情况说明"],
          "2022年度收、支总计均为830.15万元。与2021年相比，收、支总计各增加12.4万元，增长1.52%。",
        ),
      ),
    ).toEqual([
      "revenue.total actual 2022 830.15万元",
      "expenditure.total actual 2022 830.15万元",
      "revenue.total change 2022 12.4万元",
      "expenditure.total change 2022 12.4万元",
      "revenue.total change_rate 2022 1.52%",
      "expenditure.total change_rate 2022 1.52%",
    ]);
  });
  test("a list with shares", () => {
    expect(
      facts(
        prose(
          [PART, "二、收入决算情况说明"],
          "本年收入合计1,200.5万元，其中：财政拨款收入1,000万元，占83.3%；事业收入200万元，占16.66%；其他收入0.5万元，占0.04%。",
        ),
      ),
    ).toEqual([
      "revenue.current actual 2022 1,200.5万元",
      "revenue.appropriation actual 2022 1,000万元",
      "revenue.appropriation share 2022 83.3%",
      "revenue.business actual 2022 200万元",
      "revenue.business share 2022 16.66%",
      "revenue.other actual 2022 0.5万元",
      "revenue.other share 2022 0.04%",
    ]);
  });
  test("under 财政拨款 the same words mean the appropriation", () => {
    expect(
      facts(prose([PART, "四、财政拨款收入支出决算总体情况说明"], "2022年度收入总计、支出总计均为640万元。")),
    ).toEqual([
      "appropriation.revenue.total actual 2022 640万元",
      "appropriation.expenditure.total actual 2022 640万元",
    ]);
  });
  test("a respective list", () => {
    expect(
      facts(prose([PART, "三、支出决算情况说明"], "基本支出、项目支出分别为310万元、95.2万元，分别占76.5%和23.5%。")),
    ).toEqual([
      "expenditure.basic actual 2022 310万元",
      "expenditure.project actual 2022 95.2万元",
      "expenditure.basic share 2022 76.5%",
      "expenditure.project share 2022 23.5%",
    ]);
  });
  test("a budget's totals", () => {
    expect(
      facts(
        prose(
          ["2022年部门预算说明", "一、收支预算总体情况"],
          "2022年收入预算520万元，比上年增加20万元。支出预算520万元，其中：基本支出400万元，项目支出120万元。",
        ),
        BUDGET,
      ),
    ).toEqual([
      "revenue.total initial_budget 2022 520万元",
      "revenue.total change 2022 20万元 of:initial_budget",
      "expenditure.total initial_budget 2022 520万元",
      "expenditure.basic initial_budget 2022 400万元",
      "expenditure.project initial_budget 2022 120万元",
    ]);
  });
});

describe("lines of the functional classification", () => {
  const heading = [PART, "五、一般公共预算财政拨款支出决算情况说明", "（三）一般公共预算财政拨款支出决算具体情况"];
  test("the line on its own, its numbers in the next paragraph", () => {
    expect(
      facts(
        prose(
          heading,
          "2、教育支出（类）进修及培训（款）培训支出（项）。",
          "年初预算为3万元，支出决算为2.1万元，完成年初预算的70%。",
        ),
      ),
    ).toEqual([
      "function initial_budget 2022 3万元 {general_public}",
      "function actual 2022 2.1万元 {general_public}",
      "function execution_rate 2022 70% {general_public}",
    ]);
  });
  test("codes in the brackets", () => {
    expect(
      facts(
        prose(
          ["2022年部门预算编制说明"],
          "财政拨款支出主要内容如下：",
          "1、教育支出（205类）普通教育（02款）小学教育（02项）88.8万元。2021年当年预算执行数为80万元，2022年预算安排88.8万元，比2021年预算执行数增加11%。",
        ),
        BUDGET,
      ),
    ).toEqual([
      "function.2050202.total initial_budget 2022 88.8万元 {appropriation}",
      "function.2050202.total actual 2021 80万元 {appropriation}",
      "function.2050202.total initial_budget 2022 88.8万元 {appropriation}",
      "function.2050202.total change_rate 2022 11% {appropriation}",
    ]);
  });
});

describe("operations", () => {
  test("procurement with its parts", () => {
    expect(
      facts(
        prose(
          [PART, "十二、政府采购支出情况说明"],
          "2022年度政府采购支出总额61万元，其中：货物支出20万元、工程支出1万元、服务支出40万元。授予中小企业合同金额50万元，占政府采购支出总额的81.97%，其中：授予小微企业合同金额30万元，占授予中小企业合同金额的60%。",
        ),
      ),
    ).toEqual([
      "procurement.total actual 2022 61万元",
      "procurement.goods actual 2022 20万元",
      "procurement.works actual 2022 1万元",
      "procurement.services actual 2022 40万元",
      "procurement.sme actual 2022 50万元",
      "procurement.sme share 2022 81.97%",
      "procurement.small_micro actual 2022 30万元",
      "procurement.small_micro share 2022 60%",
    ]);
  });
  test("assets count what is held, not what a threshold says or is to be bought", () => {
    expect(
      facts(
        prose(
          [PART, "十三、国有资产占用情况说明"],
          "截至2022年12月31日，本单位共有车辆4辆，其中：机要通信用车1辆、执法执勤用车3辆；单价50万元以上通用设备2台（套），单价100万元以上专用设备0台（套）。",
          "2023年部门预算安排购置车辆1辆，其中：执法执勤用车1辆。",
        ),
      ),
    ).toEqual([
      "assets.vehicles count 2022 4辆",
      "assets.vehicles_confidential count 2022 1辆",
      "assets.vehicles_law_enforcement count 2022 3辆",
      "assets.equipment_general count 2022 2台（套）",
      "assets.equipment_special count 2022 0台（套）",
      "sangong.vehicles_purchased count 2023 1辆",
    ]);
  });
  test("staff: totals, not kinds of post", () => {
    expect(
      facts(
        prose(["一、基本情况"], "本单位核定编制30人，其中行政编制20人、事业编制10人；年末实有人数28人，退休人员12人。"),
        FINAL,
      ),
    ).toEqual(["staff.established count 2022 30人", "staff.actual count 2022 28人"]);
  });
  test("business results are no facts", () => {
    expect(
      facts(
        prose(
          ["六、绩效情况"],
          "全市存款余额4711.5亿元，同比增长11.1%。新增就业2.3万人，完成年度任务的115%。帮助65家企业获得融资27.56亿元。",
        ),
        FINAL,
      ),
    ).toEqual([]);
  });
});
