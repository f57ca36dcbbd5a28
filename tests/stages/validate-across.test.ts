import { describe, expect, test } from "vitest";
import type { Fact } from "../../schemas/index.ts";
import { exampleDocument } from "../../src/validate/example.ts";
import { ACROSS_RULES, validateAcross } from "../../src/validate/index.ts";

const statement = (file: string, fiscalYear: number, types: string, ...lines: string[]) => ({
  document: file,
  title: null as string | null,
  region: null as string | null,
  file,
  entity: "青山县示范局",
  fiscalYear,
  types: types.split(","),
  facts: exampleDocument(lines).records.filter((r): r is Fact => r.kind === "fact"),
});
const rulesOf = (...documents: ReturnType<typeof statement>[]) =>
  validateAcross(documents).map(({ finding }) => finding.rule);

describe("two documents of one body", () => {
  const accounts = (year: number, ...lines: string[]) => statement(`${year}决算.pdf`, year, "final_accounts", ...lines);

  test("last year's number is restated as it was published", () => {
    const before = accounts(2022, "t1 sangong.total actual 2022 6.84万元");
    expect(rulesOf(before, accounts(2023, "t1 sangong.total actual 2022 6.84万元"))).toEqual([]);
    expect(rulesOf(before, accounts(2023, "t1 sangong.total actual 2022 8.64万元"))).toEqual([
      "yoy-02-last-year-is-restated-as-published",
    ]);
  });

  test("the initial budget of the accounts is the published budget, in other units too", () => {
    const budget = statement("2023预算.pdf", 2023, "budget", "t1 expenditure.basic initial_budget 2023 4648500.00元");
    expect(rulesOf(budget, accounts(2023, "n1 expenditure.basic initial_budget 2023 464.85万元"))).toEqual([]);
    expect(rulesOf(budget, accounts(2023, "n1 expenditure.basic initial_budget 2023 459.62万元"))).toEqual([
      "xdc-02-initial-budget-of-accounts-is-the-published-budget",
    ]);
  });

  test("a self-evaluation gives the numbers of the accounts", () => {
    const evaluation = statement(
      "自评.pdf",
      2023,
      "overall_self_evaluation",
      "t1 expenditure.project actual 2023 12.10万元",
    );
    expect(rulesOf(accounts(2023, "t1 expenditure.project actual 2023 66.81万元"), evaluation)).toEqual([
      "xdc-05-self-evaluation-spends-what-accounts-spend",
    ]);
  });

  test("a report published again keeps its numbers, and a closing balance is the next opening balance", () => {
    const one = accounts(2023, "t1 revenue.total actual 2023 526.43万元");
    expect(
      rulesOf(one, { ...accounts(2023, "t1 revenue.total actual 2023 562.43万元"), file: "2023决算（更正）.pdf" }),
    ).toEqual(["xdc-09-report-is-republished-unchanged"]);
    const closing = accounts(2022, "t1 expenditure.carryover actual 2022 40.00万元");
    expect(rulesOf(closing, accounts(2023, "t1 revenue.carryover actual 2023 41.00万元"))).toEqual([
      "yoy-01-opening-balance-is-last-closing-balance",
    ]);
  });

  test("another body's number is no witness; several values in one document are settled there", () => {
    const other = { ...accounts(2023, "t1 sangong.total actual 2022 1.00万元"), entity: "青山县另一局" };
    expect(rulesOf(accounts(2022, "t1 sangong.total actual 2022 6.84万元"), other)).toEqual([]);
    const two = accounts(2023, "t1 sangong.total actual 2022 8.64万元", "n1 sangong.total actual 2022 6.84万元");
    expect(rulesOf(accounts(2022, "t1 sangong.total actual 2022 7.00万元"), two)).toEqual([]);
    expect(new Set(ACROSS_RULES.map((r) => r.id)).size).toBe(ACROSS_RULES.length);
  });

  test("bodies of one name in two regions, a short name without its place, a department and its office are not one body", () => {
    const before = accounts(2022, "t1 sangong.total actual 2022 6.84万元");
    const after = accounts(2023, "t1 sangong.total actual 2022 8.64万元");
    expect(rulesOf({ ...before, region: "430212" }, { ...after, region: "430213" })).toEqual([]);
    expect(rulesOf({ ...before, entity: "财政局" }, { ...after, entity: "财政局" })).toEqual([]);
    expect(rulesOf({ ...before, title: "2022年度部门决算" }, { ...after, title: "2023年度单位决算" })).toEqual([]);
    expect(rulesOf({ ...before, region: "430212" }, { ...after, region: "430212" })).toHaveLength(1);
  });

  test("what a budget says of the running year is an estimate; a project is not the body", () => {
    const spent = accounts(2023, "t1 expenditure.project actual 2023 66.81万元");
    const budget = statement("2024预算.pdf", 2024, "budget", "n1 expenditure.project actual 2023 70.00万元");
    const project = statement(
      "项目自评.pdf",
      2023,
      "project_self_evaluation",
      "t1 expenditure.project actual 2023 12.10万元",
    );
    expect(rulesOf(spent, budget)).toEqual([]);
    expect(rulesOf(spent, project)).toEqual([]);
  });

  test("a report held in two forms contradicts another once", () => {
    const before = accounts(2022, "t1 sangong.total actual 2022 6.84万元");
    const copy = { ...before, document: "copy", file: "2022决算.html" };
    expect(rulesOf(before, copy, accounts(2023, "t1 sangong.total actual 2022 8.64万元"))).toHaveLength(1);
  });
});
