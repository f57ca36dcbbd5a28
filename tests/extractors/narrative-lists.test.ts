import { describe, expect, test } from "vitest";
import { BUDGET, FINAL, facts, prose, SANGONG } from "./narrative-support.ts";

/** Sentences of kinds met in pages nobody had prepared for; bodies and wording are made up. */
const said = (hints: typeof FINAL, ...paragraphs: string[]): string[] => facts(prose([], ...paragraphs), hints);

describe("lists of numbers", () => {
  test("the rates behind a list of amounts are those of its names, in their order", () => {
    expect(
      said(FINAL, "货物、工程和服务政府采购规模分别为4.2亿元、3.5亿元和2.3亿元，占总规模比例为42%、35%和23%。"),
    ).toEqual([
      "procurement.goods actual 2022 4.2亿元",
      "procurement.works actual 2022 3.5亿元",
      "procurement.services actual 2022 2.3亿元",
      "procurement.goods share 2022 42%",
      "procurement.works share 2022 35%",
      "procurement.services share 2022 23%",
    ]);
  });
  test("a list whose names are not known is nobody's, nor are the rates behind it", () => {
    expect(
      said(
        FINAL,
        "货物、工程和服务政府采购规模分别为4.2亿元、3.5亿元和2.3亿元。集中采购、部门采购、分散采购规模分别为5亿元、3亿元和2亿元，占总规模的50%、30%和20%。",
      ),
    ).toHaveLength(3);
    expect(said(FINAL, "公务接待费支出按季度为1万元、2万元和3万元。")).toEqual([]);
  });
  test("1万5664.1亿元 is one amount, and no amount in another money", () => {
    expect(said(FINAL, "政府采购规模为1万5664.1亿元，比上年增长3.2%。")).toEqual([
      "procurement.total actual 2022 15664.1亿元",
      "procurement.total change_rate 2022 3.2%",
    ]);
  });
  test("2个部门: the noun behind 个 is counted", () => {
    expect(said(SANGONG, "公务接待费均未增加，有2个部门没有出国计划。国内公务接待12个批次。")).toEqual([
      "sangong.reception_batches count 2022 12个",
    ]);
  });
});

describe("nouns that go on", () => {
  test("a fund's name is no noun of its own where more words follow", () => {
    expect(said(FINAL, "收入决算情况。一般公共预算地方收入23万元，一般公共预算本级支出62万元，下降11%。")).toEqual([
      "general_public.expenditure actual 2022 62万元",
      "general_public.expenditure change_rate 2022 -11%",
    ]);
    expect(said(FINAL, "2022年全县一般公共预算本级支出62亿元，下降11%，债务还本支出2亿元。")).toEqual([]);
  });
  test("支出 behind an income is the head of another noun", () => {
    expect(said(FINAL, "上级补助收入增加32万元；二是本级支出增加10万元。")).toEqual([
      "revenue.superior change 2022 32万元",
    ]);
  });
  test("由A增加到B behind a fund's name: both are the fund's, and what is told of them", () => {
    expect(
      said(
        BUDGET,
        "白鹭大学2022年支出预算108万元，较2021年支出预算111万元减少3万元。而2022年财政拨款则由去年的73万元增加到75万元，增加2万元。",
      ),
    ).toEqual([
      "expenditure.total initial_budget 2022 108万元",
      "expenditure.total initial_budget 2021 111万元",
      "expenditure.total change 2022 -3万元 of:initial_budget",
    ]);
  });
  test("what is newly to be had is not held, down the list", () => {
    expect(
      said(
        BUDGET,
        "国有资产占用情况：共有车辆3辆。2022年拟新增配备单位价值50万元以上通用设备0台，单位价值100万元以上专用设备0台。",
      ),
    ).toEqual(["assets.vehicles count 2022 3辆"]);
  });
});

describe("a region's own accounts", () => {
  const heading = "青石县人民政府关于2022年财政决算（草案）的报告";
  const told = (...paragraphs: string[]): string[] =>
    facts(prose(["一、全县收支决算情况", "（一）一般公共预算"], ...paragraphs), { ...FINAL, title: heading });
  test("what the whole county received and spent is what the report tells of", () => {
    expect(
      told(
        "2022年，全县一般公共预算收入完成67.2亿元，为预算的100.1%，下降1.4%，加上级补助收入、上年结余，收入总计138.2亿元。",
        "一般公共预算支出93.6亿元，支出总计138.2亿元。与2022年执行数相比，上级补助收入增加483万元。",
      ),
    ).toEqual([
      "revenue.general_public actual 2022 67.2亿元",
      "revenue.general_public execution_rate 2022 100.1%",
      "revenue.general_public change_rate 2022 -1.4%",
      "revenue.total actual 2022 138.2亿元",
      "general_public.expenditure actual 2022 93.6亿元",
      "expenditure.total actual 2022 138.2亿元",
    ]);
  });
  test("in a body's own accounts it is the body's work", () => {
    expect(said(FINAL, "2022年全县一般公共预算收入完成67.2亿元，支出总计138.2亿元。")).toEqual([]);
  });
  test("the year a sentence opens with is its own, whosever the first number is", () => {
    expect(
      facts(prose(["二、2023年预算草案"], "2023年全县税收5.1亿元，增长5%；一般公共预算支出安排30.2亿元。"), {
        ...FINAL,
        title: "青石县2022年财政预算执行情况和2023年财政预算（草案）的报告",
      }),
    ).toEqual(["general_public.expenditure initial_budget 2023 30.2亿元"]);
  });
});

describe("nouns that no list of exceptions names", () => {
  test("kinds of posts, people who are no staff, posts for cars", () => {
    expect(
      said(
        FINAL,
        "核定行政编制18名，工勤编制2名，全额拨款事业编制12名。",
        "年末实有在职人员38人，比编制数少3人，其中行政人员17人。",
        "离退休人员26人，聘用人员9人，编外人员5人，遗属3人。",
        "公务用车编制6辆，车辆编制数5辆。",
      ),
    ).toEqual(["staff.actual count 2022 38人"]);
  });
  test("guests from beyond the border have counts of their own", () => {
    expect(
      said(
        SANGONG,
        "国内公务接待12批次，86人次（其中：外事接待1批次，3人次），国（境）外公务接待批次2个，接待人次9人。",
        "公务接待费支出3万元，其中外宾接待0.5万元，接待外宾2批次6人；国内公务接待30批次。",
      ),
    ).toEqual([
      "sangong.reception_batches count 2022 12批次",
      "sangong.reception_persons count 2022 86人次",
      "sangong.reception actual 2022 3万元",
      "sangong.reception_foreign_guests actual 2022 0.5万元",
      "sangong.reception_batches count 2022 30批次",
    ]);
  });
  test("what is no appropriation; what was held beside meetings and training", () => {
    expect(
      said(FINAL, "财政拨款收入500万元；非财政拨款收入20万元，非同级财政拨款收入3万元，使用非财政拨款结余6万元。"),
    ).toEqual(["revenue.appropriation actual 2022 500万元", "revenue.surplus_used actual 2022 6万元"]);
    expect(said(FINAL, "培训费4万元，举办培训班3期。举办丰收节1场，开支12万元。承办技能大赛，支出8万元。")).toEqual([
      "training actual 2022 4万元",
    ]);
  });
});

describe("nouns and their phase", () => {
  test("本年度支出预算 is all that is planned, 一般预算 an older name of the general fund", () => {
    expect(said(BUDGET, "一般预算财政拨款收入383万元。", "本年度支出预算388万元，比上年增加35万元。")).toEqual([
      "revenue.general_public initial_budget 2022 383万元",
      "expenditure.total initial_budget 2022 388万元",
      "expenditure.total change 2022 35万元 of:initial_budget",
    ]);
  });
  test("收入完成: what came in, though the noun speaks of a budget; a fund's name tells no phase", () => {
    expect(said(FINAL, "财政预算收入完成575万元，其中上级补助收入57万元。")).toEqual([
      "revenue.total actual 2022 575万元",
      "revenue.superior actual 2022 57万元",
    ]);
    expect(said(SANGONG, "“三公”经费公共预算财政拨款支出74.6万元。")).toEqual(["sangong.total actual 2022 74.6万元"]);
  });
  test("主要是因公出国费减少: the reason begins behind 是", () => {
    expect(
      said(FINAL, "“三公”经费支出9万元，比年初预算减少5万元，主要是因公出国（境）费减少3万元，接待费减少2万元。"),
    ).toEqual([
      "sangong.total actual 2022 9万元",
      "sangong.total budget_variance 2022 -5万元",
      "sangong.overseas budget_variance 2022 -3万元",
      "sangong.reception budget_variance 2022 -2万元",
    ]);
  });
  test("a code with its names from the class down", () => {
    expect(said(BUDGET, "按支出功能分类科目：20404公共安全\\检察2826.33万元。")).toEqual([
      "function.20404.total initial_budget 2022 2826.33万元",
    ]);
  });
  test("从财政拨款的使用情况看: the lines below are the appropriation's", () => {
    expect(said(BUDGET, "从财政拨款预算的使用情况看，教育支出25万元。", "住房保障支出17万元。")).toEqual([
      "function initial_budget 2022 25万元 {appropriation}",
      "function initial_budget 2022 17万元 {appropriation}",
    ]);
  });
  test("what the receptions within the country cost, behind their counts", () => {
    expect(said(SANGONG, "国内公务接待67批次，660人次，共12.8万元。")).toEqual([
      "sangong.reception_batches count 2022 67批次",
      "sangong.reception_persons count 2022 660人次",
      "sangong.reception_domestic actual 2022 12.8万元",
    ]);
  });
  test("2021年执行数中…较2021年预算数: of the year the sentence opened with", () => {
    expect(said(SANGONG, "白鹭局“三公”经费2021年预算执行数中，公务接待费较2021年预算数减少19万元。")).toEqual([
      "sangong.reception budget_variance 2021 -19万元",
    ]);
  });
});

describe("phase and year", () => {
  test("an amount that is so much of its budget was spent, whatever the heading says", () => {
    const heading = "2022年“三公”经费预算执行及2023年预算安排情况的说明";
    expect(
      facts(
        prose(
          [heading],
          "2022年，市级部门“三公”经费428万元，占年初预算的81.2%。其中：公务接待费70万元。",
          "2023年，市级部门“三公”经费预算安排515万元。",
        ),
        { ...SANGONG, title: heading },
      ),
    ).toEqual([
      "sangong.total actual 2022 428万元",
      "sangong.total execution_rate 2022 81.2%",
      "sangong.reception actual 2022 70万元",
      "sangong.total initial_budget 2023 515万元",
    ]);
  });
  test("parts behind 其中 are of the amount told last", () => {
    expect(
      said(SANGONG, "公务用车购置及运行维护费：预算30万元，支出25万元，其中购置费0万元，运行维护费25万元。"),
    ).toEqual([
      "sangong.vehicle initial_budget 2022 30万元",
      "sangong.vehicle actual 2022 25万元",
      "sangong.vehicle_purchase actual 2022 0万元",
      "sangong.vehicle_operation actual 2022 25万元",
    ]);
  });
  test("a part is counted when its whole is", () => {
    expect(said(BUDGET, "编制总数56人；2021年年末实有人数76人，其中在职人员48人。")).toEqual([
      "staff.established count 2022 56人",
      "staff.actual count 2021 76人",
      "staff.actual count 2021 48人",
    ]);
  });
  test("2021年下降到B，比上年减少: the year that was reached is compared", () => {
    expect(said(BUDGET, "教育支出2020年为257万元，2021年下降到160万元，比上年减少97万元。")).toEqual([
      "function initial_budget 2020 257万元",
      "function initial_budget 2021 160万元",
      "function change 2021 -97万元 of:initial_budget",
    ]);
  });
  test("原因是…增加人员经费: by how much it rose for that is no change of the whole", () => {
    expect(said(FINAL, "人员经费支出300万元，比上年增加45万元，原因是教师晋级增加人员经费38万元。")).toEqual([
      "expenditure.personnel actual 2022 300万元",
      "expenditure.personnel change 2022 45万元",
    ]);
  });
});

describe("what a treasury has in all", () => {
  test("a sum that transfers and loans were added to is all the revenue, no single fund's", () => {
    expect(
      said(
        FINAL,
        "2022年一般公共预算收入完成12.40亿元，同比增长3.1%。加上转移性收入8.20亿元、调入资金1.10亿元，收入合计21.70亿元。",
      ),
    ).toEqual([
      "revenue.general_public actual 2022 12.40亿元",
      "revenue.general_public change_rate 2022 3.1%",
      "revenue.total actual 2022 21.70亿元",
    ]);
  });
  test("变动预算数 is what the budget was at the end", () => {
    expect(said(FINAL, "公务接待费年初预算数3.10万元，变动预算数2.80万元，决算数2.60万元。")).toEqual([
      "sangong.reception initial_budget 2022 3.10万元",
      "sangong.reception final_budget 2022 2.80万元",
      "sangong.reception actual 2022 2.60万元",
    ]);
  });
});
