import { describe, expect, test } from "vitest";
import { BUDGET, facts, prose, read, SANGONG } from "./narrative-support.ts";

const SECTION = ["第三部分 2022年度部门决算情况说明", "七、财政拨款“三公”经费支出决算情况说明"];

describe("三公经费 in final accounts", () => {
  test("budget, actual, rate and change of one sentence", () => {
    expect(
      facts(
        prose(
          SECTION,
          "“三公”经费财政拨款支出预算为6.5万元，支出决算为5.2万元，完成预算的80%，比上年减少0.3万元，下降5.45%。",
        ),
      ),
    ).toEqual([
      "sangong.total initial_budget 2022 6.5万元",
      "sangong.total actual 2022 5.2万元",
      "sangong.total execution_rate 2022 80%",
      "sangong.total change 2022 -0.3万元",
      "sangong.total change_rate 2022 -5.45%",
    ]);
  });
  test("a number broken over lines, full-width digits", () => {
    expect(facts(prose(SECTION, "公务接待费决算为３7.71万\n元，比上年下降-74.2\n1%。"))).toEqual([
      "sangong.reception actual 2022 37.71万元",
      "sangong.reception change_rate 2022 -74.21%",
    ]);
  });
  test("a title above is no part of the first sentence; 标准 inside a name is no price", () => {
    expect(
      facts(
        prose(
          [],
          "关于2021年部门决算和2022年“三公”经费预算情况的说明",
          "海洋标准计量局2021年“三公”经费支出决算总额186.43万元，其中：公务接待费15.42万元。",
        ),
      ),
    ).toEqual(["sangong.total actual 2021 186.43万元", "sangong.reception actual 2021 15.42万元"]);
  });
  test("persons received abroad are not the persons received", () => {
    expect(
      facts(
        prose(
          SECTION,
          "国内接待费支出8.12万元，共安排国内公务接待136批次，接待人次1204人。国（境）外接待费支出0.00万元，共安排国（境）外公务接待2批次，接待人次9人。",
        ),
      ),
    ).toEqual([
      "sangong.reception_domestic actual 2022 8.12万元",
      "sangong.reception_batches count 2022 136批次",
      "sangong.reception_persons count 2022 1204人",
      "sangong.reception_foreign actual 2022 0.00万元",
    ]);
  });
  test("a label keeps the quotation mark that opens it", () => {
    const [reading] = read(prose(SECTION, "“三公”经费支出决算为5.2万元。"));
    expect(reading).toMatchObject({ item: "“三公”经费支出" });
  });
  test("groups, persons, vehicles and written numerals", () => {
    expect(
      facts(
        prose(
          SECTION,
          "全年因公出国（境）团组3个，累计9人次，支出12.6万元。",
          "公务用车购置费18万元，全年新购一辆，年末公务用车保有量为七辆。",
          "国内公务接待两批、约30人次。",
        ),
      ),
    ).toEqual([
      "sangong.overseas_groups count 2022 3个",
      "sangong.overseas_persons count 2022 9人次",
      "sangong.overseas actual 2022 12.6万元",
      "sangong.vehicle_purchase actual 2022 18万元",
      "sangong.vehicles_purchased count 2022 1辆",
      "sangong.vehicles_held count 2022 7辆",
      "sangong.reception_batches count 2022 2批",
      "sangong.reception_persons count 2022 ~30人次",
    ]);
  });
  test("what is per head, a threshold, a reason or another's is no fact", () => {
    expect(
      facts(
        prose(
          SECTION,
          "全年车均运行维护费2.4万元。",
          "公务接待费4万元，与上年持平，主要用于接待考察组，人数近40人，餐费1.2万元。",
          "单价50万元以上的项目须经审批。",
        ),
      ),
    ).toEqual(["sangong.reception actual 2022 4万元"]);
  });
});

describe("三公经费 in short statements", () => {
  test("a budget statement without sections", () => {
    expect(
      facts(
        prose(
          ["某县2022年“三公”经费预算"],
          "2022年“三公”经费预算安排120万元，较上年减少8%。其中：公务接待费30万元，同比压减5万元。",
        ),
        SANGONG,
      ),
    ).toEqual([
      "sangong.total initial_budget 2022 120万元",
      "sangong.total change_rate 2022 -8% of:initial_budget",
      "sangong.reception initial_budget 2022 30万元",
      "sangong.reception change 2022 -5万元 of:initial_budget",
    ]);
  });
  test("the year before beside this year's, without a comparison word", () => {
    expect(facts(prose([], "2022年“三公”经费支出50万元，2021年60万元，减少10万元。"), SANGONG)).toEqual([
      "sangong.total actual 2022 50万元",
      "sangong.total actual 2021 60万元",
      "sangong.total change 2022 -10万元",
    ]);
  });
  test("against this year's budget it is a variance, in a budget a change", () => {
    expect(facts(prose([], "公务接待费支出8万元，比年初预算节约2万元，降低20%。"), SANGONG)).toEqual([
      "sangong.reception actual 2022 8万元",
      "sangong.reception budget_variance 2022 -2万元",
      "sangong.reception budget_variance_rate 2022 -20%",
    ]);
    expect(facts(prose(["三公经费预算情况"], "公务接待费预算8万元，比2021年预算减少2万元。"), BUDGET)).toEqual([
      "sangong.reception initial_budget 2022 8万元",
      "sangong.reception change 2022 -2万元 of:initial_budget",
    ]);
  });
});
