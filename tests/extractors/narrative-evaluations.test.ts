import { describe, expect, test } from "vitest";
import { evaluations, prose } from "./narrative-support.ts";

const SECTION = ["十四、预算绩效情况说明"];
const said = (...paragraphs: string[]): string[] => evaluations(prose(SECTION, ...paragraphs));

describe("results of self-evaluations in sentences", () => {
  test("score and grade of the whole", () => {
    expect(said("经综合评价，2022年度部门整体支出绩效自评得分96.5分，评价等级为“优”。")).toEqual(["96.5 优"]);
    expect(said("绩效评价结果为优。")).toEqual(["- 优"]);
    expect(said("满分100分，部门整体支出自评总分为93分，绩效等级为良好。")).toEqual(["93 良好"]);
  });
  test("a project by its name", () => {
    expect(said("2022年度农村公路养护专项绩效自评最终评分结果为91分，属于“优”。")).toEqual([
      "91 优 [农村公路养护专项]",
    ]);
    expect(
      said("1.校园安保服务项目绩效自评综述：根据年初设定的绩效目标，项目自评得分为98分。全年预算数为50万元。"),
    ).toEqual(["98 - [校园安保服务项目]"]);
  });
  test("a grade told twice in one paragraph is one result", () => {
    expect(said("组织开展部门整体支出绩效评价，评价结果为“良”。自评得分为86.2分，属于“良”。")).toEqual(["86.2 良"]);
  });
  test("the full score, a board's assessment", () => {
    expect(said("本次评价总分100分，最终得分91.28分，绩效评级为“优”。")).toEqual(["91.28 优"]);
    expect(said("我单位在全县绩效考核中得分96分。")).toEqual([]);
    expect(said("该项目综合评分89.6分，评价等级为“良”。其中：决策指标得分18分，过程指标得分19.6分。")).toEqual([
      "89.6 良",
    ]);
  });
  test("indicators, rules and counts of projects are no results", () => {
    expect(said("该项指标得分5分。")).toEqual([]);
    expect(said("得分在90（含）-100分的，评价等级为“优”；得分在60分以下的，评价等级为“差”。")).toEqual([]);
    expect(said("其中，3个项目评价结果为“优”，1个项目评价结果为“良”。")).toEqual([]);
    expect(said("产出指标得分38分，效益指标得分29分。")).toEqual([]);
  });
});
