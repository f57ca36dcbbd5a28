import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fact, Record_ } from "../../schemas/index.ts";
import { exampleDocument } from "../../src/validate/example.ts";
import { validate } from "../../src/validate/index.ts";

/** A small report that closes in every table and agrees between tables and prose. */
const CONSISTENT = `t1 revenue.general_public actual 2023 500.40万元
t1 revenue.government_fund actual 2023 20.00万元
t1 revenue.state_capital actual 2023 0.00万元
t1 revenue.superior actual 2023 0.00万元
t1 revenue.business actual 2023 30.10万元
t1 revenue.operating actual 2023 0.00万元
t1 revenue.subordinate actual 2023 0.00万元
t1 revenue.other actual 2023 9.50万元
t1 revenue.current actual 2023 560.00万元
t1 revenue.carryover actual 2023 40.00万元
t1 revenue.total actual 2023 600.00万元
t1 expenditure.current actual 2023 570.00万元
t1 expenditure.carryover actual 2023 30.00万元
t1 expenditure.total actual 2023 600.00万元
t3 expenditure.current actual 2023 570.00万元
t3 expenditure.basic actual 2023 410.00万元
t3 expenditure.project actual 2023 160.00万元
t3 function.204.total actual 2023 450.00万元
t3 function.204.basic actual 2023 300.00万元
t3 function.204.project actual 2023 150.00万元
t3 function.20406.total actual 2023 450.00万元
t3 function.20406.basic actual 2023 300.00万元
t3 function.20406.project actual 2023 150.00万元
t3 function.2040601.total actual 2023 300.00万元
t3 function.2040601.basic actual 2023 300.00万元
t3 function.2040604.total actual 2023 150.00万元
t3 function.2040604.project actual 2023 150.00万元
t3 function.208.total actual 2023 120.00万元
t3 function.208.basic actual 2023 110.00万元
t3 function.208.project actual 2023 10.00万元
t9 sangong.total actual 2023 33.75万元
t9 sangong.overseas actual 2023 10.98万元
t9 sangong.vehicle actual 2023 21.69万元
t9 sangong.vehicle_purchase actual 2023 18.00万元
t9 sangong.vehicle_operation actual 2023 3.69万元
t9 sangong.reception actual 2023 1.08万元
n1 procurement.total actual 2023 90.00万元
n1 procurement.goods actual 2023 31.39万元
n1 procurement.works actual 2023 0.06万元
n1 procurement.services actual 2023 58.55万元
n2 expenditure.current actual 2023 570.00万元
n3 sangong.reception actual 2023 1.08万元
n3 sangong.reception initial_budget 2023 2.00万元
n3 sangong.reception execution_rate 2023 54.0%`.split("\n");

const facts = exampleDocument(CONSISTENT).records;
const findingsOf = (records: readonly Record_[]) => validate(records, []).findings.filter((f) => f.severity !== "info");

describe("one wrong number in a consistent document", () => {
  test("a document that closes has no finding", () => {
    expect(findingsOf(facts)).toEqual([]);
  });

  const money = facts
    .map((r, i) => [r, i] as const)
    .filter((x): x is readonly [Fact, number] => x[0].kind === "fact" && x[0].yuan !== null);

  /** A wrong number that is printed elsewhere too may be a reading that took its neighbour: told, but of ourselves. */
  const printed = new Set(money.map(([fact]) => fact.value));

  test("is named by a rule, with its printed value", () => {
    fc.assert(
      fc.property(fc.constantFrom(...money), fc.integer({ min: 700, max: 9000 }), ([fact, at], cents) => {
        const value = ((Math.round(Number(fact.value) * 100) + cents) / 100).toFixed(2);
        fc.pre(!printed.has(value));
        const wrong: Fact = { ...fact, value, yuan: `${Math.round(Number(value) * 100)}00` };
        const found = findingsOf(facts.with(at, wrong));
        expect(found.some((f) => f.sides.some((s) => s.value === value))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("a part in prose that says what its total says leaves the sum open: the total may have been taken for it", () => {
    const at = facts.findIndex((r) => r.kind === "fact" && r.concept === "procurement.works");
    const { findings, results } = validate(
      facts.with(at, { ...(facts[at] as Fact), value: "90.00", yuan: "900000" }),
      [],
    );
    expect(findings.filter((f) => f.sides.some((s) => s.value === "90.00"))).toEqual([]);
    expect(results.find((r) => r.rule.startsWith("ast-04-"))).toMatchObject({
      outcome: "ambiguous",
      note: expect.stringContaining("also told as one of its parts"),
    });
  });

  test("a number within its printed step is rounding, not a finding", () => {
    fc.assert(
      fc.property(fc.constantFrom(...money), fc.constantFrom(-1, 1), ([fact, at], cent) => {
        const value = Math.abs((Math.round(Number(fact.value) * 100) + cent) / 100).toFixed(2);
        const near: Fact = { ...fact, value, yuan: `${Math.round(Number(value) * 100)}00` };
        // Equal totals and restatements are exact; sums may round.
        const sums = findingsOf(facts.with(at, near)).filter(
          (f) => /^(exp|tpe|ast|tot)-0[1-5]/.test(f.rule) && f.sides.length > 3,
        );
        expect(sums).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("what OCR left in doubt accuses nobody", () => {
    const doubtful = facts.map((r) =>
      r.kind === "fact" && r.value === "33.75" ? { ...r, value: "38.75", uncertain: true as const } : r,
    );
    const { findings, unsure, results } = validate(doubtful, []);
    expect(findings.filter((f) => f.sides.some((s) => s.value === "38.75"))).toEqual([]);
    expect(unsure.map(({ contradiction }) => contradiction.rule.slice(0, 6))).toContain("tpe-01");
    expect(results.find((r) => r.rule.startsWith("tpe-01-"))?.outcome).toBe("unsure");
  });

  test("what one wrong number breaks in several rules is told once", () => {
    const at = facts.findIndex((r) => r.kind === "fact" && r.concept === "expenditure.current" && r.source.table === 3);
    const wrong = facts.with(at, { ...(facts[at] as Fact), value: "507.00", yuan: "5070000" });
    const found = findingsOf(wrong);
    expect(found).toHaveLength(1);
    expect(found[0]!.equation!.split("；").length).toBeGreaterThan(1);
  });
});
