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
