import { describe, expect, test } from "vitest";
import { exampleDocument } from "../../src/validate/example.ts";
import { RULES, validate } from "../../src/validate/index.ts";

describe("every rule with its example", () => {
  test("ids are unique, kebab-case and carry a catalogue number", () => {
    const ids = RULES.map((r) => r.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]{3}-\d{2}-[a-z0-9-]+$/);
  });

  test.each(RULES.map((r) => [r.id, r] as const))("%s", (id, rule) => {
    expect(rule.example.pass.length).toBeGreaterThan(0);
    expect(rule.example.fail.length).toBeGreaterThan(0);
    expect(rule.claim.zh).not.toBe("");
    expect(rule.claim.en).not.toBe("");
    const kept = exampleDocument(rule.example.pass);
    const held = validate(kept.records, kept.sections, [rule]);
    expect(held.findings).toEqual([]);
    expect(held.results.map((r) => r.outcome)).toContain("pass");
    const broken = exampleDocument(rule.example.fail);
    const found = validate(broken.records, broken.sections, [rule]);
    expect(found.findings.map((f) => f.rule)).toContain(id);
    expect(found.results.map((r) => r.outcome)).toContain("fail");
  });
});

describe("what a statement is measured against", () => {
  test("a budget's change against last year's budget says nothing of what was spent", () => {
    const said = exampleDocument([
      "n1 sangong.total actual 2022 71.54万元",
      "n2 sangong.total initial_budget 2023 71.51万元",
      "n3 sangong.total change 2023 -8.18万元 of=initial_budget",
    ]);
    expect(validate(said.records, said.sections).findings.filter((f) => /change-is/.test(f.rule))).toEqual([]);
  });
  test("an announcement speaks of the body by its own name", () => {
    const heading = "heading 现将清河市规划局2023年度部门决算公开如下";
    const said = exampleDocument(["document entity=清河市规划局", heading, "text 详见附件"]);
    expect(validate(said.records, said.sections).findings.filter((f) => /^doc-06/.test(f.rule))).toEqual([]);
  });
  test("the contracts of one kind of purchase are not the contracts of all", () => {
    const said = exampleDocument([
      "n1 procurement.services actual 2023 210.3万元",
      "n2 procurement.sme actual 2023 300.5万元",
      "n3 procurement.sme share 2023 90.49% item=服务采购授予中小企业合同金额 quote=服务采购授予中小企业合同金额占服务支出金额的90.49%",
    ]);
    expect(validate(said.records, said.sections).findings.filter((f) => /share/.test(f.rule))).toEqual([]);
  });
  test("a body founded this year has no rate, and its budget of zero is not what it grew from", () => {
    const said = exampleDocument([
      "n1 general_public.expenditure actual 2023 307.82万元",
      "n1 general_public.expenditure change 2023 307.82万元",
      "n1 general_public.expenditure change_rate 2023 100.00%",
      "n2 general_public.expenditure initial_budget 2023 0万元",
    ]);
    expect(validate(said.records, said.sections).findings.filter((f) => /change-rate/.test(f.rule))).toEqual([]);
  });
});
