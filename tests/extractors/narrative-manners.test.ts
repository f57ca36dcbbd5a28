import { describe, expect, test } from "vitest";
import { BUDGET, facts, prose, SANGONG } from "./narrative-support.ts";

/** One sentence or two in each province's manner; bodies and wording are made up. */
const said = (...paragraphs: string[]): string[] => facts(prose([], ...paragraphs), SANGONG);

describe("comparisons", () => {
  test("比上年决算数A万元减少B万元; 为年初预算A万元的B%", () => {
    expect(
      said("2022年度“三公”经费支出决算数为18.36万元，比上年决算数21.5万元减少3.14万元，为年初预算25万元的73.44%。"),
    ).toEqual([
      "sangong.total actual 2022 18.36万元",
      "sangong.total actual 2021 21.5万元",
      "sangong.total change 2022 -3.14万元",
      "sangong.total initial_budget 2022 25万元",
      "sangong.total execution_rate 2022 73.44%",
    ]);
  });
  test("由…下降到…; 降至", () => {
    expect(said("“三公”经费支出由2021年的30.5万元下降到22.8万元，减少7.7万元。公务接待费从8万元降至5万元。")).toEqual([
      "sangong.total actual 2021 30.5万元",
      "sangong.total actual 2022 22.8万元",
      "sangong.total change 2022 -7.7万元",
      "sangong.reception actual 2022 5万元",
    ]);
  });
  test("分别: subjects named with their own amounts, then years", () => {
    expect(
      said(
        "“三公”经费预算35万元，其中：公务接待费15万元，公务用车运行维护费20万元，与2021年预算数相比分别减少3万元和2万元。",
      ),
    ).toEqual([
      "sangong.total initial_budget 2022 35万元",
      "sangong.reception initial_budget 2022 15万元",
      "sangong.vehicle_operation initial_budget 2022 20万元",
      "sangong.reception change 2022 -3万元 of:initial_budget",
      "sangong.vehicle_operation change 2022 -2万元 of:initial_budget",
    ]);
    expect(said("2020-2022年“三公”经费分别为35万元、30.5万元和22.8万元。")).toEqual([
      "sangong.total actual 2020 35万元",
      "sangong.total actual 2021 30.5万元",
      "sangong.total actual 2022 22.8万元",
    ]);
  });
  test("in brackets behind the amount", () => {
    expect(said("公务接待费8.5万元（国内接待142批1,230人），比去年同期减少了2.1万元。")).toEqual([
      "sangong.reception actual 2022 8.5万元",
      "sangong.reception_batches count 2022 142批",
      "sangong.reception_persons count 2022 1,230人",
      "sangong.reception change 2022 -2.1万元",
    ]);
  });
  test("two years in one statement", () => {
    expect(
      said(
        "2021年“三公”经费决算支出1,563.2万元，其中公务接待费130万元。",
        "2022年“三公”经费预算1,500万元，比2021年执行数减少63.2万元。",
      ),
    ).toEqual([
      "sangong.total actual 2021 1,563.2万元",
      "sangong.reception actual 2021 130万元",
      "sangong.total initial_budget 2022 1,500万元",
      "sangong.total change 2022 -63.2万元",
    ]);
  });
  test("万 without 元; both phases in one clause each", () => {
    expect(said("全年公务接待费预算6万，实际支出4.31万；公车运维费预算36.8万，实际支出32.61万。")).toEqual([
      "sangong.reception initial_budget 2022 6万",
      "sangong.reception actual 2022 4.31万",
      "sangong.vehicle_operation initial_budget 2022 36.8万",
      "sangong.vehicle_operation actual 2022 32.61万",
    ]);
  });
  test("held cars with a cost for each", () => {
    expect(
      said("1．公务用车费。2022年实有公务用车4辆，运行费用合计21.4万元，平均每辆5.35万元。没有购置车辆。"),
    ).toEqual(["sangong.vehicles_held count 2022 4辆", "sangong.vehicle_operation actual 2022 21.4万元"]);
  });
  test("who was received stands before the number", () => {
    expect(said("公务接待费3.98万元，全年共接待上级检查、兄弟乡镇考察等公务活动65批次，共520人次。")).toEqual([
      "sangong.reception actual 2022 3.98万元",
      "sangong.reception_batches count 2022 65批次",
      "sangong.reception_persons count 2022 520人次",
    ]);
  });
  test("foreign guests are a part of the receptions", () => {
    expect(said("国内公务接待187批次、1520人次。其中：外事接待支出0.8万元，接待2批次、11人次。")).toEqual([
      "sangong.reception_batches count 2022 187批次",
      "sangong.reception_persons count 2022 1520人次",
      "sangong.reception_foreign_guests actual 2022 0.8万元",
    ]);
  });
});

describe("lists", () => {
  test("an announcing line names the phase, a bare 合计 the section's subject", () => {
    expect(
      said(
        "2022年“三公”经费预算情况如下：",
        "（一）公务接待费：6万元，比上年预算减少1万元；",
        "（二）公务用车运行维护费：12.5万元。",
        "合计18.5万元，同比减少1.5万元。",
      ),
    ).toEqual([
      "sangong.reception initial_budget 2022 6万元",
      "sangong.reception change 2022 -1万元 of:initial_budget",
      "sangong.vehicle_operation initial_budget 2022 12.5万元",
      "sangong.total initial_budget 2022 18.5万元",
      "sangong.total change 2022 -1.5万元 of:initial_budget",
    ]);
  });
  test("procurement planned, done and saved", () => {
    expect(
      said(
        "2022年度政府采购预算金额为450万元，实际采购金额418.6万元，节约资金31.4万元，节约率6.98%。其中：货物类采购218.6万元。",
      ),
    ).toEqual([
      "procurement.total initial_budget 2022 450万元",
      "procurement.total actual 2022 418.6万元",
      "procurement.total saving 2022 31.4万元",
      "procurement.total saving_rate 2022 6.98%",
      "procurement.goods actual 2022 218.6万元",
    ]);
  });
});

describe("budgets", () => {
  test("structure and change of the general public budget", () => {
    expect(
      facts(
        prose(
          ["2022年部门预算情况说明", "五、一般公共预算支出情况"],
          "2022年一般公共预算当年拨款1180万元，比2021年执行数增加20万元，主要是人员增资。",
          "1.一般公共服务（类）财政事务（款）行政运行（项）2022年预算数为600万元，比2021年执行数减少12.3万元，下降2.01%。",
        ),
        BUDGET,
      ),
    ).toEqual([
      "general_public.expenditure initial_budget 2022 1180万元",
      "general_public.expenditure change 2022 20万元",
      "function initial_budget 2022 600万元 {general_public}",
      "function change 2022 -12.3万元 {general_public}",
      "function change_rate 2022 -2.01% {general_public}",
    ]);
  });
  test("a project's own section", () => {
    expect(facts(prose(["法治宣传项目经费情况说明", "六、年度预算安排"], "45万元"), BUDGET)).toEqual([
      "project initial_budget 2022 45万元 [法治宣传]",
    ]);
  });
});

describe("projects", () => {
  test("listed behind 项目支出", () => {
    expect(
      facts(prose(["二、支出情况"], "项目支出52.5万元，其中：信访维稳工作经费12.5万元，干部教育培训支出40万元。")),
    ).toEqual([
      "expenditure.project actual 2022 52.5万元",
      "project actual 2022 12.5万元 [信访维稳工作经费]",
      "project actual 2022 40万元 [干部教育培训]",
    ]);
  });
  test("named by the paragraph's opening", () => {
    expect(
      facts(
        prose(
          ["绩效情况"],
          "1.农村饮水安全项目绩效自评综述：项目全年预算数为500万元，执行数为480万元，完成预算的96%。",
        ),
      ),
    ).toEqual([
      "project final_budget 2022 500万元 [农村饮水安全项目]",
      "project actual 2022 480万元 [农村饮水安全项目]",
      "project execution_rate 2022 96% [农村饮水安全项目]",
    ]);
  });
});

describe("what looks like a fact", () => {
  test("a region's accounts, funds passed on, others' receptions", () => {
    expect(
      facts(
        prose(
          ["六、绩效情况"],
          "全市一般公共预算收入完成56.3亿元，同比增长5%；全市教育支出12.1亿元。",
          "拨付会议中心建设资金500万元，购置设备12台。信访接待120批次、560人次。",
          "对3个项目开展绩效评价，涉及一般公共预算支出240万元，占项目支出总额的100%。",
        ),
      ),
    ).toEqual([]);
  });
});

describe("sentences", () => {
  test("a full stop inside brackets ends nothing", () => {
    expect(
      said(
        "公务用车购置及运行费30.5万元（公务用车购置费0万元，比上年减少12万元。公务用车运行费30.5万元。）比上年减少13.2万元，下降30.21%。",
      ),
    ).toEqual([
      "sangong.vehicle actual 2022 30.5万元",
      "sangong.vehicle_purchase actual 2022 0万元",
      "sangong.vehicle_purchase change 2022 -12万元",
      "sangong.vehicle_operation actual 2022 30.5万元",
      "sangong.vehicle change 2022 -13.2万元",
      "sangong.vehicle change_rate 2022 -30.21%",
    ]);
  });
  test("分别 behind two names joined by 及, whatever was spoken of before", () => {
    expect(
      said("公务用车运行费86万元，比上年下降6%，主要是车辆数减少，2022年公务用车购置数及保有量分别为2辆和41辆。"),
    ).toEqual([
      "sangong.vehicle_operation actual 2022 86万元",
      "sangong.vehicle_operation change_rate 2022 -6%",
      "sangong.vehicles_purchased count 2022 2辆",
      "sangong.vehicles_held count 2022 41辆",
    ]);
  });
  test("two years side by side; a number written out; 少 for 减少", () => {
    expect(
      said(
        "2022年三公经费拨入21万元，2021年三公经费拨入30.4万元，与上年对比减少9.4万元。",
        "车辆运行维护费3.12万元，比去年3.4万元少0.28万元，公务车辆现保有量为贰辆。",
      ),
    ).toEqual([
      "sangong.total actual 2022 21万元",
      "sangong.total actual 2021 30.4万元",
      "sangong.total change 2022 -9.4万元",
      "sangong.vehicle_operation actual 2022 3.12万元",
      "sangong.vehicle_operation actual 2021 3.4万元",
      "sangong.vehicle_operation change 2022 -0.28万元",
      "sangong.vehicles_held count 2022 2辆",
    ]);
  });
});

describe("phases told by the surroundings", () => {
  test("the document's title, and 安排 straight before what is paid for", () => {
    expect(
      facts(prose(["二、公务接待费"], "全年公务接待费3.6万元，较上年下降10%。"), {
        ...SANGONG,
        title: "青禾区档案馆2022年“三公”经费预算说明",
      }),
    ).toEqual([
      "sangong.reception initial_budget 2022 3.6万元",
      "sangong.reception change_rate 2022 -10% of:initial_budget",
    ]);
    expect(said("本街道财政拨款安排“三公”经费12万元，比上年减少1万元。")).toEqual([
      "sangong.total initial_budget 2022 12万元",
      "sangong.total change 2022 -1万元 of:initial_budget",
    ]);
  });
  test("carried over and added are parts of a budget's income", () => {
    expect(
      facts(
        prose(
          ["预算收支情况"],
          "2022年年初预算收入930万元，其中：财政拨款收入880万元，2021年结转项目经费预算收入50万元，年中省财政追加预算收入21.5万元。",
        ),
      ),
    ).toEqual([
      "revenue.total initial_budget 2022 930万元",
      "revenue.appropriation initial_budget 2022 880万元",
      "revenue.carryover carried_in 2022 50万元",
      "revenue.appropriation adjustment 2022 21.5万元",
    ]);
  });
  test("how a purchase is paid is no revenue; festivals are no training", () => {
    expect(
      facts(
        prose(
          ["政府采购情况"],
          "政府采购预算3.2万元。按资金来源划分，上年结转结余资金0.5万元，其他收入0.7万元。",
          "开支培训费2.1万元；举办节庆、晚会、论坛活动，开支0万元。",
        ),
        BUDGET,
      ),
    ).toEqual(["procurement.total initial_budget 2022 3.2万元", "training initial_budget 2022 2.1万元"]);
  });
});

describe("what a sentence takes over from those before", () => {
  test("分别 for the parts the sentence before listed", () => {
    expect(
      said(
        "2022年“三公”经费预算80亿元，其中，因公出国（境）费21亿元，公务用车购置及运行费44亿元，公务接待费15亿元。与2021年预算执行数相比，分别减少0.3亿元、0.4亿元、0.6亿元。",
      ).slice(4),
    ).toEqual([
      "sangong.overseas change 2022 -0.3亿元",
      "sangong.vehicle change 2022 -0.4亿元",
      "sangong.reception change 2022 -0.6亿元",
    ]);
  });
  test("an amount before any name is the title's, and so is the next paragraph's", () => {
    expect(
      said(
        "“三公”经费支出决算情况",
        "年初预算22万元，支出决算8.77万元，其中：公务接待费支出决算0.3万元。",
        "支出决算数比2021年度减少0.28万元。",
      ),
    ).toEqual([
      "sangong.total initial_budget 2022 22万元",
      "sangong.total actual 2022 8.77万元",
      "sangong.reception actual 2022 0.3万元",
      "sangong.total change 2022 -0.28万元",
    ]);
  });
  test("收入增加 and 支出增加 behind the totals", () => {
    expect(
      facts(
        prose(["收支总体情况"], "收入总计612万元，支出总计611万元。与2021年相比，收入增加52万元，支出增加50万元。"),
      ),
    ).toEqual([
      "revenue.total actual 2022 612万元",
      "expenditure.total actual 2022 611万元",
      "revenue.total change 2022 52万元",
      "expenditure.total change 2022 50万元",
    ]);
  });
});
