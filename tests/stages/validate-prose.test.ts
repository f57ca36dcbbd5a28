import { describe, expect, test } from "vitest";
import { exampleDocument } from "../../src/validate/example.ts";
import { type Validation, validate } from "../../src/validate/index.ts";

const read = (...lines: string[]): Validation => {
  const { records, sections } = exampleDocument(lines);
  return validate(records, sections);
};
const accused = ({ findings }: Validation): readonly string[] =>
  findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule.slice(0, 6));

describe("numbers of the prose that are not of one thing", () => {
  const budgets = (second: string): readonly string[] => [
    "text 全区一般公共预算收入完成12.90亿元。加上级补助收入5.28亿元后，收入总量为18.18亿元。",
    `text ${second}收入完成9.40亿元。加上级补助收入1.53亿元后，收入总量为10.93亿元。`,
    "n1 revenue.superior actual 2023 5.28亿元 item=上级补助收入 quote=加上级补助收入5.28亿元",
    "n2 revenue.superior actual 2023 1.53亿元 item=上级补助收入 quote=加上级补助收入1.53亿元",
  ];

  test("grants of two budgets of a government are two amounts, grants of one budget are one", () => {
    expect(accused(read(...budgets("全区政府性基金预算")))).toEqual([]);
    expect(accused(read(...budgets("全区一般公共预算")))).toEqual(["nar-34"]);
  });

  const executed = (rate: string, other = "调整后的盘子230.62亿元，"): readonly string[] => [
    `text 支出年初预算数190.68亿元，${other}决算数218.53亿元，为预算的${rate}%。`,
    "n1 expenditure.current initial_budget 2023 190.68亿元 item=支出 quote=支出年初预算数190.68亿元",
    "n1 expenditure.current actual 2023 218.53亿元 item=支出 quote=决算数218.53亿元",
    `n1 expenditure.current execution_rate 2023 ${rate}% item=支出 quote=决算数218.53亿元，为预算的${rate}%`,
  ];

  test("a rate that fits an amount of its sentence which was not understood is unsure; one that fits none is an error", () => {
    const fits = read(...executed("94.8"));
    expect(accused(fits)).toEqual([]);
    expect(fits.unsure[0]!.why.en).toContain("not understood");
    expect(accused(read(...executed("49.8", "")))).toEqual(["nar-38"]);
  });
});

describe("a share of nothing that is named", () => {
  const share = (other: string): Validation =>
    read(
      "text 2023年收支总预算1280.20万元。",
      `text 一般公共预算当年拨款${other}万元。比如，教育支出627.20万元，占92.92%。`,
      "n1 expenditure.total initial_budget 2023 1280.20万元 item=收支总预算 quote=收支总预算1280.20万元",
      `n2 revenue.general_public initial_budget 2023 ${other}万元 item=一般公共预算 quote=一般公共预算当年拨款${other}万元`,
      "n2 function initial_budget 2023 627.20万元 item=教育支出 quote=教育支出627.20万元",
      "n2 function share 2023 92.92% item=教育支出 quote=教育支出627.20万元，占92.92%",
    );
  test("is unsure where it fits another amount of the text than the one supposed", () => {
    const fits = share("675.00");
    expect(accused(fits)).toEqual([]);
    expect(fits.unsure[0]!.why.en).toContain("another amount");
    expect(accused(share("975.00"))).toEqual(["nar-09"]);
  });
});

describe("totals that do not balance", () => {
  const totals = (left: string): Validation =>
    read(
      `text 全市收入总计187.24亿元，支出总计160.48亿元。收支相抵，结余结转${left}亿元。`,
      "n1 revenue.total actual 2023 187.24亿元 item=收入总计 quote=全市收入总计187.24亿元",
      "n1 expenditure.total actual 2023 160.48亿元 item=支出总计 quote=支出总计160.48亿元",
    );
  test("are no contradiction where the text tells what is left over", () => {
    expect(accused(totals("26.76"))).toEqual([]);
    expect(accused(totals("2.00"))).not.toEqual([]);
  });
});

describe("the date of filling in", () => {
  const dated = (date: string): Validation =>
    read(
      "document types=overall_self_evaluation",
      `text 填报日期：${date}`,
      "n1 expenditure.current actual 2023 500.00万元 item=支出 quote=2023年度决算支出500.00万元",
    );
  test("is after the year whose figures are told, in the prose as in a form", () => {
    expect(accused(dated("2024年3月2日"))).toEqual([]);
    expect(accused(dated("2023-06-02"))).toEqual(["yoy-11"]);
  });
});

describe("lists of the prose", () => {
  const classes = (goods: string): Validation =>
    read(
      "heading （二）支出情况",
      "text 本年度支出预算581.72万元，比上年增加149.29万元，主要原因是人员增加。其中：",
      "text 按支出功能分类：卫生健康支出522.09万元，社会保障和就业支出37.95万元，住房保障支出21.68万元。",
      `text 按支出经济分类科目：工资福利支出432.54万元，商品和服务支出${goods}万元，对个人和家庭的补助21.89万元。`,
    );

  test("a list by a classification makes the amount named above it, or misses it by a digit", () => {
    expect(accused(classes("127.29"))).toEqual([]);
    expect(accused(classes("127.20"))).toEqual(["nar-53"]);
  });

  test("one that leaves parts out falls short of it", () => {
    expect(accused(classes("44.10"))).toEqual([]);
  });
});

describe("counts and what they cost", () => {
  const bought = (cost: string): Validation =>
    read(
      `n1 sangong.vehicle_purchase actual 2023 ${cost}万元 item=公务用车购置费`,
      "n2 sangong.vehicles_purchased count 2023 3辆 item=购置公务用车",
    );
  test("vehicles bought for nothing are a contradiction, told with both numbers", () => {
    expect(accused(bought("45.60"))).toEqual([]);
    const { findings } = bought("0");
    expect(findings.map(({ rule }) => rule.slice(0, 6))).toEqual(["tpe-44"]);
    expect(findings[0]!.sides.map(({ value }) => value)).toEqual(["3", "0"]);
  });
});
