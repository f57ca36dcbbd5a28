import { describe, expect, test } from "vitest";
import type { Fact } from "../../schemas/index.ts";
import { exampleDocument } from "../../src/validate/example.ts";
import { departmentOf, type Statement, validateDepartments } from "../../src/validate/index.ts";

const report = (entity: string, title: string, ...lines: string[]): Statement => ({
  document: title,
  file: `${title}.pdf`,
  entity,
  title,
  region: null,
  fiscalYear: 2023,
  types: ["final_accounts"],
  facts: exampleDocument(lines).records.filter((r): r is Fact => r.kind === "fact"),
});
const spent = (amount: string, concept = "general_public.expenditure") => `t1 ${concept} actual 2023 ${amount}万元`;

const department = report("青山县示范局", "青山县示范局2023年度部门决算", spent("60.00"));
const office = report("青山县示范局", "青山县示范局（本级）2023年度单位决算", spent("20.00"));
const centre = report("青山县示范中心", "青山县示范中心2023年度单位决算", spent("40.00"));
const LISTED = ["青山县示范局（本级）", "青山县示范中心"];

const check = (whole: Statement, ...held: Statement[]) => {
  const all = [whole, ...held];
  return validateDepartments([departmentOf(whole, LISTED, (key) => all.filter((d) => d.entity === key))]);
};

describe("a department against the sum of its units", () => {
  test("closes where every unit's report is held", () => {
    const { findings, results } = check(department, office, centre);
    expect(findings).toEqual([]);
    expect(results[0]).toMatchObject({ outcome: "pass" });
  });

  test("a sum that does not close names every document", () => {
    const wrong = report(centre.entity, centre.title!, spent("41.00"));
    const { findings } = check(department, office, wrong);
    expect(findings.map(({ finding }) => finding.sides.map(({ value }) => value))).toEqual([
      ["60.00", "20.00", "41.00"],
    ]);
    expect(findings[0]).toMatchObject({
      about: department.document,
      documents: [department.document, office.document, wrong.document],
      finding: { rule: expect.stringContaining("xdc-01-"), severity: "warning", expected: "61" },
    });
  });

  test("equal amounts of two units are two sides", () => {
    const half = report(centre.entity, centre.title!, spent("20.00"));
    expect(check(department, office, half).findings[0]?.finding.sides).toHaveLength(3);
  });

  test("a unit that is not held leaves it open; the department's own report is not its office's", () => {
    expect(check(department, centre).results[0]).toMatchObject({
      outcome: "insufficient",
      note: "not held: 青山县示范局（本级）",
    });
    expect(check(department, office).results[0]?.outcome).toBe("insufficient");
  });

  test("another year or a budget is no unit's report", () => {
    for (const other of [
      { ...centre, fiscalYear: 2022 },
      { ...centre, types: ["budget"] },
    ])
      expect(check(department, office, other).results[0]?.outcome).toBe("insufficient");
  });

  test("what units pay each other falls out of the department's total", () => {
    const whole = report(department.entity, department.title!, spent("55.00", "expenditure.current"));
    const paying = report(
      office.entity,
      office.title!,
      spent("20.00", "expenditure.current"),
      spent("5.00", "expenditure.subsidy"),
    );
    const paid = report(centre.entity, centre.title!, spent("40.00", "expenditure.current"));
    expect(check(whole, paying, paid).findings).toEqual([]);
    expect(check(whole, paying, paid).results[0]?.outcome).toBe("ambiguous");
  });
});
