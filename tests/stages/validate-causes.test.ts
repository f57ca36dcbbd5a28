import { describe, expect, test } from "vitest";
import { exampleDocument } from "../../src/validate/example.ts";
import { validate } from "../../src/validate/index.ts";

const causesOf = (...lines: string[]) => {
  const { records, sections } = exampleDocument(lines);
  return validate(records, sections).findings.map((f) => f.cause);
};

describe("what the arithmetic tells of the cause", () => {
  test("digits changed places", () => {
    expect(causesOf("t1 operating_costs actual 2023 30.80万元", "n1 operating_costs actual 2023 30.08万元")).toContain(
      "相邻数字颠倒",
    );
  });
  test("a unit is off by ten thousand", () => {
    expect(
      causesOf("t1 operating_costs actual 2023 308000.00万元", "n1 operating_costs actual 2023 30.80万元").join(),
    ).toMatch(/一万倍/);
  });
  test("a digit too many", () => {
    expect(
      causesOf("t1 operating_costs actual 2023 43269.30万元", "n1 operating_costs actual 2023 4369.30万元").join(),
    ).toMatch(/一位数字/);
  });
  test("the remainder to a hundred", () => {
    expect(
      causesOf(
        "n1 sangong.total initial_budget 2023 3.00万元",
        "n1 sangong.total actual 2023 1.71万元",
        "n1 sangong.total execution_rate 2023 43%",
      ),
    ).toContain("填成了与100%之差");
  });
  test("last year's number", () => {
    expect(
      causesOf(
        "t1 operating_costs actual 2023 35.10万元",
        "t1 operating_costs actual 2022 28.40万元",
        "n1 operating_costs actual 2023 28.40万元 quote=2023年机关运行经费28.40万元",
      ).join(),
    ).toMatch(/另一年度/);
  });
});

describe("what a misreading of ours would look like", () => {
  test("a table where most rows break an identity is insufficient, not wrong", () => {
    const rows = [1, 2, 3].flatMap((n) => [
      `t1 project.${n} final_budget 2023 100.00万元`,
      `t1 project.${n} initial_budget 2023 50.00万元`,
      `t1 project.${n} adjustment 2023 20.00万元`,
    ]);
    const { records } = exampleDocument(rows);
    const { findings, results } = validate(records, []);
    expect(findings).toEqual([]);
    expect(results.find((r) => r.rule.startsWith("prf-43-"))?.outcome).toBe("insufficient");
  });
  test("a sum that lacks a part is insufficient", () => {
    const { records } = exampleDocument([
      "t1 sangong.total actual 2023 7.36万元",
      "t1 sangong.reception actual 2023 1.88万元",
      "t1 sangong.vehicle actual 2023 5.00万元",
    ]);
    const { findings, results } = validate(records, []);
    expect(findings).toEqual([]);
    expect(results.find((r) => r.rule.startsWith("tpe-01-"))?.outcome).toBe("insufficient");
  });
  test("a short sum with a part the form need not print is insufficient, one that exceeds its total is wrong", () => {
    const rows = (total: string) =>
      exampleDocument([
        `t1 revenue.total actual 2023 ${total}万元`,
        "t1 revenue.current actual 2023 50.00万元",
        "t1 revenue.carryover actual 2023 9.00万元",
      ]).records;
    const outcomeOf = (total: string) =>
      validate(rows(total), []).results.find((r) => r.rule.startsWith("tot-02-"))?.outcome;
    expect(outcomeOf("60.00")).toBe("insufficient");
    expect(outcomeOf("58.00")).toBe("fail");
  });
  test("a unit that is not printed accuses nobody", () => {
    const { records } = exampleDocument([
      "t1 operating_costs actual 2023 30.80万元",
      "n1 operating_costs actual 2023 30.80元",
    ]);
    const inferred = records.map((r) =>
      r.kind === "fact" && r.unit === "元" ? { ...r, unitInferred: true as const } : r,
    );
    expect(validate(records, []).findings.length).toBe(1);
    expect(validate(inferred, []).findings).toEqual([]);
  });
});
