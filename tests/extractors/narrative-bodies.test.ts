import { describe, expect, test } from "vitest";
import type { DocumentHints } from "../../src/lib/extractor.ts";
import { FINAL, facts, prose, read } from "./narrative-support.ts";

const of = (entity: string | null, ...paragraphs: readonly string[]): string[] =>
  facts(prose([], ...paragraphs), { ...FINAL, entity, types: [] });
const said = (text: string, hints: DocumentHints = FINAL): string[] => facts(prose([], text), hints);

describe("a page on several bodies in running sentences", () => {
  test("once two others have figures, theirs are nobody's, whatever they tell", () => {
    expect(
      of(
        "某某测绘总局",
        "2022年某某测绘总局公务接待费支出决算4.1万元。",
        "2022年水运部会议费支出决算31.6万元。",
        "海塘署2022年度培训费支出决算22.9万元，全年支出培训费22.9万元。",
      ),
    ).toEqual(["sangong.reception actual 2022 4.1万元"]);
  });
  test("one other body with a figure of another kind is no page on several", () => {
    expect(
      of("某某测绘总局", "2022年某某测绘总局公务接待费支出决算4.1万元。", "2022年水运部会议费支出决算31.6万元。"),
    ).toContain("meetings actual 2022 31.6万元");
  });
  test("a body's name on a line of its own owns what stands below it, until the next such line", () => {
    expect(
      of(
        null,
        "2022年我市公务用车购置及运行维护费支出3300万元。",
        "市园林局",
        "公务用车购置及运行维护费为1100万元。",
        "其中，公务用车购置费60万元。",
        "公务接待",
        "2022年我市公务接待费支出410万元。",
      ),
    ).toEqual(["sangong.vehicle actual 2022 3300万元", "sangong.reception actual 2022 410万元"]);
  });
  test("universities one after the other, each acting in its sentence: nobody's", () => {
    expect(
      of(
        null,
        "甲山大学2022年度总收入决算为31.2亿元。",
        "乙水大学在决算中表示，其教育支出为2.4亿元，比上年增长7.1%。",
        "丙林大学2022年度总收入决算为9.7亿元。",
      ),
    ).toEqual([]);
  });
  test("whom a page without a title is about may be one of two, told different things", () => {
    expect(
      of(null, "滨江测绘总局2022年公务接待费支出决算4.1万元。", "滨江水运中心2022年度培训费支出决算22.9万元。"),
    ).toEqual(["sangong.reception actual 2022 4.1万元", "training actual 2022 22.9万元"]);
  });
  test("whole years and 该局 name no other body", () => {
    expect(of("某县水务局", "2022年某县水务局支出总计64万元，全年支出决算中，该局公务接待费2.2万元。")).toContain(
      "sangong.reception actual 2022 2.2万元",
    );
  });
  test("a name in its short form is the body's own", () => {
    expect(
      of(
        "某某藏族羌族自治县人民法院",
        "某某县人民法院2022年度支出决算总计812万元。",
        "县财政局2022年度收入决算总计640万元。",
      ),
    ).toContain("expenditure.total actual 2022 812万元");
  });
});

describe("nobody's numbers", () => {
  test("与上年的A相比，2023年…: whose last year and which phase A is of, no word says yet", () => {
    expect(said("与上年的251万元相比，2023年三公经费预算减少4万元。")).toEqual([
      "sangong.total change 2023 -4万元 of:initial_budget",
    ]);
  });
  test("the nation's and the centre's accounts are no body's", () => {
    expect(said("2022年全国一般公共预算收入20.3万亿元，增长0.6%。中央一般公共预算收入9.4万亿元，增长3.8%。")).toEqual(
      [],
    );
  });
  test("a part of the year holds for the sentences behind it, until a year is named", () => {
    expect(said("1-7月三公经费支出21万元。其中：公务接待费8万元，同比增长3%。2022年会议费支出5万元。")).toEqual([
      "meetings actual 2022 5万元",
    ]);
  });
  test("how a noun that is not known is paid is no income of the body", () => {
    expect(said("科研活动总金额达到39万元，其中财政拨款收入27万元。")).toEqual([]);
  });
  test("a kind of schools is no class of the classification", () => {
    expect(said("高等教育支出56万元，小学教育支出8万元，学前教育支出3万元。")).toEqual([]);
    expect(said("教育支出56万元。")).toEqual(["function actual 2022 56万元"]);
  });
  test("one amount for a known and an unknown name is neither's", () => {
    expect(said("其中：编外人员工资及公用经费50万元。")).toEqual([]);
    expect(said("公共安全、国防支出26万元，教育支出5万元。")).toEqual(["function actual 2022 5万元"]);
    expect(said("其中：人员经费及公用经费分别为50万元和7万元。")).toHaveLength(2);
  });
  test("more than, less than: no exact number", () => {
    expect(said("三公经费支出超过17万元，财政拨款收入占总收入的比例不足50%。")).toEqual([]);
  });
  test("all of them are listed as not read", () => {
    const section = prose([], "2022年全国一般公共预算收入20.3万亿元，增长0.6%。");
    expect(read(section)).toEqual([]);
  });
});

describe("a page that names a part of the year and no year", () => {
  const undated = (...text: readonly string[]): string[] =>
    facts(prose([], ...text), { fiscalYear: null, entity: null, types: [] });
  test("nothing on it is a year's, in whatever paragraph", () => {
    expect(undated("截至4月底，三公经费支出873万元。", "公务接待费支出264万元，同比增长4%。")).toEqual([]);
    expect(undated("公务接待费支出264万元，同比增长4%。", "上半年会议费支出9万元。")).toEqual([]);
    expect(undated("7月，公务接待费累计支出26万元。会议费支出9万元。")).toEqual([]);
  });
  test("to the end of December it is the year's, and without a month too", () => {
    expect(undated("截至12月底，公务接待费支出26万元。")).toHaveLength(1);
    expect(undated("公务接待费支出26万元。")).toHaveLength(1);
  });
});

describe("an unknown whole and its parts", () => {
  test("what is said of the whole next is not its first part's", () => {
    expect(
      said(
        "协议供货规模为92万元，其中：货物类政府采购支出38万元，服务类政府采购支出54万元。节约资金7万元，节约率为7%。",
      ),
    ).toEqual(["procurement.goods actual 2022 38万元", "procurement.services actual 2022 54万元"]);
  });
  test("an amount before its share of another year's whole: of which year it is, no word says", () => {
    expect(said("公务接待费4.1万元，占2023年三公经费预算总额的60%。")).toEqual(["sangong.reception share 2023 60%"]);
    expect(said("公务接待费4.1万元，占三公经费的60%。")).toEqual([
      "sangong.reception actual 2022 4.1万元",
      "sangong.reception share 2022 60%",
    ]);
  });
  test("two names of which one has two costs in it, and two numbers", () => {
    expect(said("因公出国（境）费与公务用车购置及运行维护费分别为3.4万元和42.3万元。")).toEqual([
      "sangong.overseas actual 2022 3.4万元",
      "sangong.vehicle actual 2022 42.3万元",
    ]);
  });
});

describe("what was allotted and what was spent", () => {
  test("购置安排69万元: allotted, where nothing was spent in the end", () => {
    expect(
      facts(prose([], "2022年开支三公经费583万元。其中：公务用车购置安排69万元，公务接待费43万元。"), {
        ...FINAL,
        types: ["sangong_statement"],
      }),
    ).toEqual([
      "sangong.total initial_budget 2022 583万元",
      "sangong.vehicle_purchase initial_budget 2022 69万元",
      "sangong.reception initial_budget 2022 43万元",
    ]);
  });
  test("一般预算财政拨款安排的…支出: 预算 is whose money it is", () => {
    expect(
      facts(prose([], "2022年，一般预算财政拨款安排的三公经费支出53万元，较上年减少12%。"), {
        ...FINAL,
        types: ["sangong_statement"],
      }),
    ).toEqual(["sangong.total actual 2022 53万元", "sangong.total change_rate 2022 -12%"]);
  });
});

describe("a region's treasury", () => {
  const TITLE = ["某县2022年财政决算（草案）的报告"];
  const told = (text: string): string[] => facts(prose(TITLE, text));
  test("a year without 年 before the region", () => {
    expect(told("2021全县政府性基金预算收入完成13.2亿元。")).toEqual(["revenue.government_fund actual 2021 13.2亿元"]);
  });
  test("a budget that a congress approved is the adjusted one", () => {
    expect(told("一般公共预算收入完成3.9亿元，完成县十七届人大常委会第三次会议批准调整预算3.7亿元的105.4%。")).toEqual([
      "revenue.general_public actual 2022 3.9亿元",
      "revenue.general_public final_budget 2022 3.7亿元",
      "revenue.general_public execution_rate 2022 105.4%",
    ]);
  });
  test("all there was, once transfers were added; 安排预算稳定调节基金 plans nothing", () => {
    expect(told("加上解上级支出2.1亿元、安排预算稳定调节基金1.1亿元、结转下年0.7亿元后，支出总量为25.8亿元。")).toEqual(
      ["expenditure.carryover actual 2022 0.7亿元", "expenditure.total actual 2022 25.8亿元"],
    );
  });
  test("可比增长 is a change; 预算执行情况 above it says that it came in", () => {
    expect(
      facts(prose(["一、2022年预算执行情况"], "2022年全县财政总收入12.7亿元，可比增长11.1%。"), {
        fiscalYear: 2023,
        entity: null,
        types: ["budget"],
        title: "某县政府预算公开",
      }),
    ).toEqual(["revenue.total actual 2022 12.7亿元", "revenue.total change_rate 2022 11.1%"]);
  });
  test("all purchases of a county: planned, paid, saved", () => {
    expect(said("2022年全县采购预算金额为428万元，实际采购金额为426万元，节约金额2万元。")).toEqual([
      "procurement.total initial_budget 2022 428万元",
      "procurement.total actual 2022 426万元",
      "procurement.total saving 2022 2万元",
    ]);
  });
  test("本级支出 and 转移性支出 behind 其中 are parts of it, no whole and no line of the classification", () => {
    expect(told("一般公共预算支出完成8.5亿元，其中：本级支出5.9亿元，下降11%；转移性支出1.1亿元。")).toEqual([
      "general_public.expenditure actual 2022 8.5亿元",
    ]);
  });
  test("what a congress approved for the year's beginning is the budget, in the sentence behind it as well", () => {
    expect(told("县十七届人大第一次会议批准年初一般公共预算收入7.6亿元。一般公共预算支出总计7.6亿元。")).toEqual([
      "revenue.general_public initial_budget 2022 7.6亿元",
      "general_public.expenditure initial_budget 2022 7.6亿元",
    ]);
  });
  test("加上上解支出: all that was spent", () => {
    expect(told("一般公共预算支出9.6亿元，加上上解上级支出0.2亿元，总支出为9.8亿元。")).toEqual([
      "general_public.expenditure actual 2022 9.6亿元",
      "expenditure.total actual 2022 9.8亿元",
    ]);
  });
  test("地方财政预算总收入, 基金预算收入: 预算 is a word of the noun", () => {
    expect(told("全镇实现地方财政预算总收入1.7亿元。基金预算收入0.8亿元，社会保险基金预算收入0.3亿元。")).toEqual([
      "revenue.total actual 2022 1.7亿元",
      "revenue.government_fund actual 2022 0.8亿元",
    ]);
  });
});
