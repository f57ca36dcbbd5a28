import { describe, expect, test } from "vitest";
import type { FactReading } from "../../src/lib/reading.ts";
import { BUDGET, facts, prose, read } from "./narrative-support.ts";

const items = (section: Parameters<typeof read>[0]): string[] =>
  read(section, BUDGET)
    .filter((r): r is FactReading => r.kind === "fact")
    .map((r) => `${r.item} ${r.printed}`);

describe("lines of the classification in prose", () => {
  test("class, section and item parted by strokes", () => {
    expect(
      items(
        prose(
          ["2022年部门预算编制说明"],
          "1. “公共安全支出-司法-法治建设”科目1,202.95万元，主要用于法治宣传。",
          "2. “教育支出—普通教育—小学教育”科目88.5万元，主要用于小学的运转。",
          "3. 住房保障支出/住房改革支出/购房补贴2022年预算数为7万元。",
        ),
      ),
    ).toEqual([
      "公共安全支出/司法/法治建设 1,202.95",
      "教育支出/普通教育/小学教育 88.5",
      "住房保障支出/住房改革支出/购房补贴 7",
    ]);
  });
  test("a stroke behind what is no class names no line", () => {
    expect(items(prose(["2022年部门预算编制说明"], "项目服务-培训-差旅科目30万元。"))).toEqual([]);
  });
});

describe("a project's own section", () => {
  test("项目总预算 is the project's, whatever its name holds", () => {
    expect(
      facts(
        prose(
          ["科技创新专项（政策资金）经费情况说明", "六、年度预算安排"],
          "2022年度项目总预算1720.00万，其中平台认定1000.00万，企业奖励720.00万。",
        ),
        BUDGET,
      ),
    ).toEqual(["project initial_budget 2022 1720.00万 [科技创新专项（政策资金）]"]);
  });
  test("专项经费情况说明 names no project", () => {
    expect(facts(prose(["专项经费情况说明"], "2022年度项目总预算1720.00万。"), BUDGET)).toEqual([]);
  });
});

test("the number of a note before a year is no part of it", () => {
  expect(
    facts(
      prose(
        ["“三公”经费支出决算情况说明"],
        "1.本表反映“三公”经费情况。2.2021年度“三公”经费支出决算为41.30万元。3.2023年度“三公”经费预算安排40.00万元。",
      ),
    ),
  ).toEqual(["sangong.total actual 2021 41.30万元", "sangong.total initial_budget 2023 40.00万元"]);
});

describe("a section on what projects get", () => {
  const section = (text: string): string[] => facts(prose(["三、主要项目支出安排"], text), BUDGET);
  test("every item of a list is a project and its amount", () => {
    expect(section("2、安排职业学校专项经费212.2万元。其中：技能竞赛10万元，招生、招飞工作经费97.2万元。")).toEqual([
      "project initial_budget 2022 212.2万元 [职业学校专项经费]",
      "project initial_budget 2022 10万元 [技能竞赛]",
      "project initial_budget 2022 97.2万元 [招生、招飞工作经费]",
    ]);
  });
  test("a list with an item that is none tells nothing, and all of a kind is no project", () => {
    expect(section("安排预算内专项经费110.7万元。主要是：技能竞赛10万元，比上年增加2万元。")).toEqual([]);
  });
});

describe("words around a subject", () => {
  test("整体 before a comparison", () => {
    expect(facts(prose(["“三公”经费预算说明"], "公务用车购置及运行费整体比2021年预算增加142万元。"), BUDGET)).toEqual([
      "sangong.vehicle change 2022 142万元 of:initial_budget",
    ]);
  });
  test("classes told as 事务支出", () => {
    expect(items(prose(["2022年财政预算"], "1.教育事业事务支出11639.38万元。"))).toEqual(["教育事业事务支出 11639.38"]);
  });
});

test("a line that announces a list is a paragraph of its own, and its fund is that of the lines", () => {
  const read_ = read(
    prose(
      ["2022年部门预算编制说明"],
      "国有资本经营预算拨款支出预算0万元，与2021年预算持平。",
      "财政拨款收入支出增加的主要原因是工作量有所增加",
      "财政拨款支出主要内容如下：",
      "1、公共安全支出（204类）司法（06款）行政运行（01项）1672.67万元。",
    ),
    BUDGET,
  ).filter((r): r is FactReading => r.kind === "fact");
  expect(read_.at(-1)).toMatchObject({ concept: "function.2040601.total", fund: "appropriation" });
});

test("我办 is who speaks, behind a year and behind a verb", () => {
  expect(
    facts(
      prose(
        ["基本支出情况"],
        "2022年我办基本支出年初预算2,317万元。2022年度我办基本支出实际支出2,291万元，占我办支出总额4,943万元的46.35%。我办信息中心2022年度基本支出12万元。",
      ),
    ).slice(0, 2),
  ).toEqual(["expenditure.basic initial_budget 2022 2,317万元", "expenditure.basic actual 2022 2,291万元"]);
});

describe("procurement of a year by kinds", () => {
  test("plan, contract and what was saved, of all and of each kind", () => {
    expect(
      facts(
        prose(
          ["政府采购情况"],
          "2022年政府采购工作已圆满完成，本年度共采购项目73个，采购计划金额共计971.16万元，实际采购金额共计812.42万元，共节约资金158.74万元，节约率为16%，其中货物类采购项目31个，采购计划金额共计489.44万元，实际采购金额共计399.66万元。",
        ),
      ),
    ).toEqual([
      "procurement.total initial_budget 2022 971.16万元",
      "procurement.total actual 2022 812.42万元",
      "procurement.total saving 2022 158.74万元",
      "procurement.total saving_rate 2022 16%",
      "procurement.goods initial_budget 2022 489.44万元",
      "procurement.goods actual 2022 399.66万元",
    ]);
  });
  test("预算执行比例 says how far the budget was carried out", () => {
    expect(facts(prose(["“三公”经费"], "2022年“三公”经费支出100.5万元，预算执行比例为88.69%。"))).toEqual([
      "sangong.total actual 2022 100.5万元",
      "sangong.total execution_rate 2022 88.69%",
    ]);
  });
  test("收、支 against last year are both totals", () => {
    expect(
      facts(
        prose(
          ["收入支出决算总体情况说明"],
          "2022年度收、支总计均为830万元。收、支与2021年度相比，减少95.31万元，下降10.3%。",
        ),
      ).slice(2),
    ).toEqual([
      "revenue.total change 2022 -95.31万元",
      "expenditure.total change 2022 -95.31万元",
      "revenue.total change_rate 2022 -10.3%",
      "expenditure.total change_rate 2022 -10.3%",
    ]);
  });
});

describe("a line named from its 款 down", () => {
  const items = (...text: string[]): string[] =>
    read(prose(["收入决算情况说明"], ...text)).flatMap((r) =>
      r.kind === "fact" ? [`${r.item} ${r.printed}${r.unit?.text}`] : [],
    );
  test("has the names above it that were said last", () => {
    expect(
      items(
        "1.节能环保（类）812万元。包括污染防治（款）600万元，其中大气（项）450万元；自然生态保护（款）212万元。",
        "2.教育（类）40万元，包括进修及培训（款）40万元。",
      ),
    ).toEqual([
      "节能环保 812万元",
      "节能环保/污染防治 600万元",
      "节能环保/污染防治/大气 450万元",
      "节能环保/自然生态保护 212万元",
      "教育 40万元",
      "教育/进修及培训 40万元",
    ]);
  });
  test("and none where a level between is not said", () => {
    expect(items("教育（类）40万元。行政运行（项）31万元。")).toEqual(["教育 40万元", "行政运行 31万元"]);
  });
});

describe("who is spoken of ends", () => {
  const said = (...text: string[]): string[] => facts(prose(["财政拨款预算情况说明"], ...text), BUDGET);
  test("with a point that stated numbers, at the next point", () => {
    expect(
      said(
        "（一）预算结构。财政拨款用于以下方面：农林水支出（类）占88.5%；教育支出（类）占11.5%。",
        "（二）预算使用。2022年财政拨款预算数433.67万元。",
      ),
    ).toEqual(["function share 2022 88.5% {appropriation}", "function share 2022 11.5% {appropriation}"]);
  });
  test("with nouns that are not known: what is left of their list is no class", () => {
    expect(said("基本支出中医疗业务支出586万元，管理费用111万元，其他支出11万元，比上年增加2万元。")).toEqual([]);
  });
  test("with other people counted behind the staff", () => {
    expect(facts(prose(["单位情况"], "2022年末在职人员246人，比上年减少10人，退养职工178人，比上年减少3人。"))).toEqual(
      ["staff.actual count 2022 246人", "staff.actual change 2022 -10人"],
    );
  });
});
