import { describe, expect, test } from "vitest";
import { exampleDocument } from "../../src/validate/example.ts";
import { type Validation, validate } from "../../src/validate/index.ts";

const read = (...lines: string[]): Validation => {
  const { records, sections } = exampleDocument(lines);
  return validate(records, sections);
};
const accused = ({ findings }: Validation): readonly string[] =>
  findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule.slice(0, 6));

describe("lines of a form that are printed and blank", () => {
  const costs = (total: string, overseas: string): Validation =>
    read(
      `t1 sangong.total initial_budget 2024 ${total}万元 row=1 col=1`,
      "t1 sangong.vehicle initial_budget 2024 42.00万元 row=3 col=1",
      "t1 sangong.reception initial_budget 2024 8.00万元 row=4 col=1",
      `grid t1 项目|2024年预算数 / 合计|${total} / ${overseas} / 公务用车购置及运行费|42.00 / 公务接待费|8.00`,
    );

  test("count as nothing: what is printed makes the total", () => {
    expect(accused(costs("50.00", "因公出国（境）费用|"))).toEqual([]);
    expect(accused(costs("54.00", "因公出国（境）费用|"))).toEqual(["tpe-01"]);
    expect(accused(costs("54.00", "因公出国（境）费用|—"))).toEqual(["tpe-01"]);
  });

  test("a line that is not printed, or whose cell holds what was not read, says nothing of the publisher", () => {
    expect(accused(costs("54.00", "备注|"))).toEqual([]);
    expect(accused(costs("54.00", "因公出国（境）费用|4.0O"))).toEqual([]);
  });

  test("a line with an amount in another column may have been read a column aside", () => {
    const said = read(
      "t1 sangong.total initial_budget 2024 54.00万元 row=1 col=2",
      "t1 sangong.vehicle initial_budget 2024 42.00万元 row=3 col=2",
      "t1 sangong.reception initial_budget 2024 8.00万元 row=4 col=2",
      "grid t1 项目|2023年预算数|2024年预算数 / 合计||54.00 / 因公出国（境）费用|4.00| / 公务用车购置及运行费||42.00 / 公务接待费||8.00",
    );
    expect(accused(said)).toEqual([]);
  });

  test("a line of which the total alone was read is a part nobody knows", () => {
    const items = (last: readonly string[]): Validation =>
      read(
        "t1 function.20406.total actual 2023 90.00万元 row=1 col=1",
        "t1 function.20406.project actual 2023 60.00万元 row=1 col=3",
        "t1 function.2040601.total actual 2023 50.00万元 row=2 col=1",
        "t1 function.2040601.project actual 2023 20.00万元 row=2 col=3",
        "t1 function.2040602.total actual 2023 40.00万元 row=3 col=1",
        ...last,
      );
    expect(accused(items([]))).not.toContain("exp-14");
    // with its parts read nothing is left open
    const parts = ["basic actual 2023 30.00万元 row=3 col=2", "project actual 2023 10.00万元 row=3 col=3"];
    expect(accused(items(parts.map((part) => `t1 function.2040602.${part}`)))).toContain("exp-14");
  });

  const line = (whole: string): Validation =>
    read(
      `t1 function.2080505.total initial_budget 2024 ${whole}万元 row=1 col=1`,
      "t1 function.2080505.basic initial_budget 2024 96.31万元 row=1 col=2",
      "t1 function.2130106.total initial_budget 2024 260.00万元 row=2 col=1",
      "t1 function.2130106.project initial_budget 2024 260.00万元 row=2 col=3",
      `grid t1 科目|合计|基本支出|项目支出 / 2080505|${whole}|96.31| / 2130106|260.00||260.00`,
    );

  test("the part of a classification line that is blank is none", () => {
    expect(accused(line("96.31"))).toEqual([]);
    expect(accused(line("99.31"))).toEqual(["exp-17"]);
  });
});

describe("the lines of a table and its total", () => {
  const items = (basic: string): Validation =>
    read(
      "t1 expenditure.current actual 2023 356.31万元 row=1 col=1",
      "t1 expenditure.basic actual 2023 156.31万元 row=1 col=2",
      "t1 function.2080505.total actual 2023 96.31万元 row=2 col=1",
      `t1 function.2080505.basic actual 2023 ${basic}万元 row=2 col=2`,
      "t1 function.2130106.total actual 2023 260.00万元 row=3 col=1",
      "t1 function.2130106.basic actual 2023 60.00万元 row=3 col=2",
    );

  test("a table without its classes is held to the lines it prints", () => {
    expect(accused(items("96.31"))).toEqual([]);
    expect(accused(items("90.31"))).toEqual(["exp-09"]);
  });

  test("a total printed once more for the body itself, and the numbers of the rows, are no part that was not read", () => {
    const said = read(
      "t1 expenditure.current actual 2023 352.31万元 row=1 col=2",
      "t1 expenditure.basic actual 2023 156.31万元 row=1 col=4",
      "t1 function.2080505.total actual 2023 96.31万元 row=3 col=2",
      "t1 function.2080505.basic actual 2023 96.31万元 row=3 col=4",
      "t1 function.2130106.total actual 2023 260.00万元 row=4 col=2",
      "t1 function.2130106.basic actual 2023 60.00万元 row=4 col=4",
      "grid t1 科目|行次|合计|行次|基本支出 / 合计|1|352.31|33|156.31 / 示范局|2|356.31|34|156.31 / 2080505|3|96.31|35|96.31 / 2130106|7|260.00|39|60.00",
    );
    expect(accused(said)).toEqual(["exp-02"]);
  });
});

describe("a form that leaves a line out", () => {
  const funds = (initial: string): Validation =>
    read(
      `t1 funding.total initial_budget 2024 ${initial}万元 row=1 col=1`,
      "t1 funding.total actual 2024 190.00万元 row=1 col=2",
      "t1 funding.appropriation initial_budget 2024 180.00万元 row=2 col=1",
      "t1 funding.appropriation actual 2024 170.00万元 row=2 col=2",
      "t1 funding.carryover initial_budget 2024 20.00万元 row=3 col=1",
      "t1 funding.carryover actual 2024 20.00万元 row=3 col=2",
    );
  test("is whole where the lines it has make the total of another column", () => {
    expect(accused(funds("200.00"))).toEqual([]);
    expect(accused(funds("204.00"))).toEqual(["prf-07"]);
  });
});
