import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { Finding } from "../../schemas/index.ts";
import { packageRoot } from "../../src/lib/package-root.ts";
import { mingzhang, temporaryFolder } from "../support/mingzhang.ts";

const sample = join(packageRoot, "samples/contradictions/contradictions.pdf");
const lines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("check", () => {
  test("each side with its page and words", () => {
    const { code, out } = mingzhang(["check", sample]);
    expect(code).toBe(0);
    expect(out).toContain("：错误 2，不符 1，提示 0；用上规则");
    expect(out).not.toContain("\u001b[");
    expect(out).toContain("第 1 页 表1 合计 决算数 12.80万元 “合计 14.00 12.80”");
    expect(out).toContain("规则 tpe-01-");
    const english = mingzhang(["check", sample], "en_US.UTF-8").out;
    expect(english).toContain(": 2 errors, 1 disagreement, 0 notes; ");
    expect(english).toMatch(/\[error\] [^\p{Script=Han}]+, but /u);
  });

  test("--fail-on ends with exit code 4 where a finding is as grave, several files end with a summary", () => {
    expect(mingzhang(["check", sample, "--fail-on", "error"]).code).toBe(4);
    expect(mingzhang(["check", sample, "--fail-on", "warning", "--json"]).code).toBe(4);
    const clean = join(temporaryFolder(), "干净.txt");
    writeFileSync(clean, "青山县档案馆2024年度部门决算\n2024年度“三公”经费支出决算为7.36万元。\n");
    expect(mingzhang(["check", clean, "--fail-on", "warning"]).code).toBe(0);
    expect(mingzhang(["check", clean, sample]).out.trim().split("\n").at(-1)).toBe(
      "共 2 个文件：错误 2，不符 1，提示 0",
    );
  });

  test("--severity leaves the milder out", () => {
    const { out } = mingzhang(["check", sample, "--severity", "error", "--json"]);
    expect(lines(out).map(({ severity }) => severity)).toEqual(["error", "error"]);
    expect(mingzhang(["check", sample, "--severity", "grave"]).code).toBe(2);
  });

  test("--json is a finding of the contract a line, --ran adds every rule", () => {
    const records = lines(mingzhang(["check", sample, "--json", "--ran"]).out);
    const findings = records.filter(({ kind }) => kind === "finding");
    for (const { file: _, ...finding } of findings) Finding.parse(finding);
    expect(findings).toHaveLength(3);
    const outcomes = new Map(records.map(({ rule, outcome }) => [String(rule).slice(0, 6), outcome]));
    expect(outcomes.get("tpe-02")).toBe("pass");
    expect(outcomes.get("prf-01")).toBe("not_applicable");
    expect(mingzhang(["check", sample, "--ran"]).out).toMatch(/数据不全 +tpe-41-/);
  });

  test("a file that cannot be read is a line and exit code 1", () => {
    const { code, err } = mingzhang(["check", "没有.pdf"]);
    expect(code).toBe(1);
    expect(err).toContain("找不到");
  });

  test("show --unread names the rules without conclusion and what they lack", () => {
    const { out } = mingzhang(["show", "--unread", sample]);
    expect(out).toMatch(/规则没有结论 +tpe-41-\S+ +数据不全: /);
    const [shown] = lines(mingzhang(["show", "--unread", "--json", sample]).out);
    expect(shown?.undecided).toEqual([expect.objectContaining({ outcome: "insufficient", scopes: [] })]);
  });
});

describe("rules", () => {
  test("every rule in a line, in the reader's language", () => {
    const { out, err } = mingzhang(["rules"]);
    expect(out.trim().split("\n").length).toBeGreaterThan(240);
    expect(out).toMatch(/^xdc-01-\S+ {2}部门的数等于/mu);
    expect(err).toMatch(/共 \d+ 条/);
    expect(mingzhang(["rules", "三公"]).out.trim().split("\n").length).toBeGreaterThan(20);
    expect(mingzhang(["rules"], "en_US.UTF-8").out).toContain("tot-01-revenue-total-equals-expenditure-total  Total");
  });

  test("one rule with an example that holds and one that does not", () => {
    const { out } = mingzhang(["rules", "tpe-01"]);
    expect(out).toContain("成立的例子：\n    表1 “三公”经费合计 2023年 决算数 60.00万元");
    expect(out).toContain("→ “三公”经费合计 = ");
    const english = mingzhang(["rules", "tpe-01"], "en_US.UTF-8").out;
    expect(english).toContain("an example that does not:\n    t1 sangong.total actual 2023 55.00万元");
    expect(english).toContain("tolerance: RE half a printed step for each number");
    expect(mingzhang(["rules", "yoy-02"]).out).toContain("--across");
    expect(mingzhang(["rules", "zzz-99"])).toMatchObject({ code: 2, err: "没有这条规则：zzz-99\n" });
  });
});

describe("findings of a store", () => {
  let folder: string;
  let db: string;
  const report = (year: number, now: string, before: string): string =>
    [
      `青山县档案馆${year}年度部门决算`,
      "第三部分 部门决算情况说明",
      `一、“三公”经费支出情况`,
      `${year}年度“三公”经费支出决算为${now}万元，${year - 1}年度“三公”经费支出决算为${before}万元。`,
    ].join("\n");
  beforeAll(() => {
    folder = join(temporaryFolder(), "公开");
    db = join(folder, "..", "f.sqlite");
    mkdirSync(folder);
    writeFileSync(join(folder, "2023.txt"), report(2023, "7.36", "8.00"));
    writeFileSync(join(folder, "2024.txt"), report(2024, "6.10", "7.63"));
  });
  const found = (...args: string[]) => lines(mingzhang(["findings", "--db", db, "--json", ...args]).out);

  test("ingest compares documents, once", () => {
    expect(mingzhang(["ingest", folder, sample, "--db", db]).code).toBe(0);
    const rules = found("--across").map(({ rule }) => rule);
    expect(rules).toEqual(["yoy-02-last-year-is-restated-as-published"]);
    expect(mingzhang(["ingest", folder, sample, "--db", db]).code).toBe(0);
    expect(found("--across")).toHaveLength(1);
    expect(found()).toHaveLength(4);
  });

  test("by body, year, rule and severity", () => {
    expect(found("--rule", "tpe")).toHaveLength(3);
    expect(found("--severity", "error")).toHaveLength(2);
    expect(found("--entity", "青山县档案馆", "--year", "2024").map(({ rule }) => rule)).toEqual([
      "yoy-02-last-year-is-restated-as-published",
    ]);
    const { out, err } = mingzhang(["findings", "--db", db, "--rule", "yoy-02"]);
    expect(out).toContain("2024.txt\n  【不符】 本年报告中的上年数与上年报告一致，但 7.36万元 ≠ 7.63万元");
    expect(err).toBe("共：错误 0，不符 1，提示 0\n");
    expect(mingzhang(["findings", "--db", db, "--year", "1999"])).toMatchObject({ out: "", err: "没有疑点\n" });
  });

  test("a corrected report takes the finding back", () => {
    writeFileSync(join(folder, "2024.txt"), report(2024, "6.10", "7.36"));
    const fresh = join(folder, "..", "corrected.sqlite");
    expect(mingzhang(["ingest", folder, "--db", fresh]).code).toBe(0);
    expect(lines(mingzhang(["findings", "--db", fresh, "--json"]).out)).toEqual([]);
  });
});
