import { describe, expect, test } from "vitest";
import type { DocumentHints } from "../../src/lib/extractor.ts";
import { facts, prose, read, SANGONG } from "./narrative-support.ts";

/** A page of news on three public expenses: nobody reports. */
const NEWS: DocumentHints = { fiscalYear: 2013, entity: null, types: ["sangong_statement"] };
const told = (...paragraphs: readonly string[]): string[] => facts(prose([], ...paragraphs), NEWS);

describe("a page of news", () => {
  test("去年 is the year before the budget that was told before it", () => {
    expect(
      told(
        "31家单位公布的2013年“三公”预算总额为812.4万元。",
        "去年，各单位“三公”经费决算数额为840.1万元，今年略有下降。",
      ),
    ).toEqual(["sangong.total initial_budget 2013 812.4万元", "sangong.total actual 2012 840.1万元"]);
  });
  test("an amount of what nobody named is not the title's", () => {
    expect(told("半数单位“三公”未增加", "前天，江口31家单位公开部门预算，总额近70亿元。")).toEqual([]);
    expect(told("“三公”经费支出情况", "2013年支出8.1万元。")).toEqual(["sangong.total actual 2013 8.1万元"]);
  });
  test("a share behind an amount beyond a limit is of what that was spent on", () => {
    expect(told("从“三公”经费的构成看，超过0.6亿元开销是花在了车辆方面，占比74%。")).toEqual([]);
  });
  test("parts of a total whose owner is not known are of the total's year", () => {
    expect(
      told("2011年联合商贸促进事业“三公经费”预算合计为95.1万元。其中，因公出国（境）费14.2万元，公务接待费31.3万元。"),
    ).toEqual(["sangong.overseas initial_budget 2011 14.2万元", "sangong.reception initial_budget 2011 31.3万元"]);
  });
  test("所属机构 are bodies: their money is told with their owner's", () => {
    expect(told("2013年，测绘总局及所属机构车辆购置及运行费决算数为719.5万元，各类车辆存量246辆。")).toEqual([
      "sangong.vehicle actual 2013 719.5万元",
      "sangong.vehicles_held count 2013 246辆",
    ]);
  });
});

describe("a mark lost behind 持平", () => {
  test("what comes next is a clause of its own, of the report's year", () => {
    const lines = facts(
      prose(
        [],
        "因公出国（境）费为0万元，上年持平共计安排因公出国（境）团组0个。公务接待费3万元，与上年持平公务用车费2万元。",
      ),
      SANGONG,
    );
    expect(lines).toEqual([
      "sangong.overseas actual 2022 0万元",
      "sangong.overseas_groups count 2022 0个",
      "sangong.reception actual 2022 3万元",
      "sangong.vehicle actual 2022 2万元",
    ]);
  });
  test("with its mark nothing changes", () => {
    expect(read(prose([], "公务接待费3万元，与上年持平。"), SANGONG)).toHaveLength(1);
  });
});
