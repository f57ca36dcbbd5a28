import { expect, test } from "vitest";
import { type DocumentRecord, type Fact, type Record_, Report, reportOf } from "../../src/index.ts";

const DOCUMENT: DocumentRecord = {
  kind: "document",
  file: "a.pdf",
  sha256: "0".repeat(64),
  title: null,
  entity: "河湾市粮食局",
  region: null,
  level: null,
  fiscalYear: 2023,
  types: ["final_accounts"],
  filledOn: null,
  pages: 3,
  ocr: false,
};
const fact = (concept: Fact["concept"], value: string, rest: Partial<Fact> = {}): Fact => ({
  kind: "fact",
  concept,
  item: null,
  code: null,
  measure: "actual",
  fiscalYear: 2023,
  scope: null,
  fund: null,
  value,
  unit: "万元",
  yuan: `${value}0000`,
  basis: "table",
  source: { page: 1, bbox: null, table: 1, row: 1, col: 2, quote: null },
  ...rest,
});
const report = (...records: Record_[]) => reportOf(DOCUMENT, records, []);

test("a figure prefers the table and keeps what the prose says", () => {
  const read = report(
    fact("sangong.reception", "4", { basis: "narrative", measure: "initial_budget" }),
    fact("sangong.reception", "3", { basis: "narrative" }),
    fact("sangong.reception", "2"),
    fact("sangong.reception", "5", { fiscalYear: 2022 }),
  );
  expect(read.sangong?.reception.actual).toMatchObject({ value: "2", unit: "万元", yuan: "20000", basis: "table" });
  expect(read.sangong?.reception.actual?.others.map((o) => [o.value, o.basis])).toEqual([["3", "narrative"]]);
  expect(read.sangong?.reception.initialBudget?.value).toBe("4");
  expect(read.sangong?.reception.previous.actual?.value).toBe("5");
  expect(read.sangong?.overseas.actual).toBeNull();
  expect(read.procurement).toBeNull();
});

test("a doubtful table gives way to a sure one", () => {
  const read = report(fact("operating_costs", "7", { uncertain: true }), fact("operating_costs", "1"));
  expect(read.operatingCosts?.operatingCosts.actual?.value).toBe("1");
});

test("a project's figures are no figures of the department", () => {
  const read = report(
    fact("expenditure.project", "9", { scope: "年鉴编纂" }),
    fact("project.1", "8", { scope: "年鉴编纂" }),
  );
  expect(read.incomeAndExpenditure).toBeNull();
  expect(read.projects.map(({ name, amount }) => [name, amount.actual?.value])).toEqual([["年鉴编纂", "8"]]);
});

test("classification lines come once a code and fund, with their columns", () => {
  const line = { code: "2080505", item: "养老保险缴费支出" };
  const read = report(
    fact("function.2080505.total", "10", line),
    fact("function.2080505.basic", "10", line),
    fact("function.2080505.total", "6", { ...line, fund: "general_public" }),
    fact("economic.30101", "3", { code: "30101", item: "基本工资", fund: "general_public" }),
    fact("function", "2", { item: "教育支出", fund: "appropriation" }),
  );
  expect(
    read.functional.map(({ code, name, fund, total, basic }) => [
      code,
      name,
      fund,
      total.actual?.value,
      basic.actual?.value,
    ]),
  ).toEqual([
    ["2080505", "养老保险缴费支出", null, "10", "10"],
    ["2080505", "养老保险缴费支出", "general_public", "6", undefined],
    [null, "教育支出", "appropriation", "2", undefined],
  ]);
  expect(read.economic.map(({ code, amount }) => [code, amount.actual?.value])).toEqual([["30101", "3"]]);
});

test("what a table says of a scope is one form; prose results stand apart", () => {
  const source = { page: 1, bbox: null, table: 4, row: 1, col: 1, quote: null };
  const read = report(
    fact("funding.total", "100", { scope: "年鉴编纂", source }),
    { kind: "objective", table: 4, scope: "年鉴编纂", expected: "出版年鉴。", achieved: null, source },
    {
      kind: "indicator",
      table: 4,
      scope: "年鉴编纂",
      level1: "产出指标",
      level1Weight: null,
      level2: null,
      level2Weight: null,
      level3: "出版册数",
      target: "=1册",
      actual: "1册",
      weight: "50",
      score: "50",
      reason: null,
      targetParsed: { op: "=", value: "1", unit: "册" },
      source,
    },
    {
      kind: "evaluation",
      table: 4,
      scope: "年鉴编纂",
      score: "98",
      fullScore: "100",
      grade: "优",
      basis: "table",
      source,
    },
    {
      kind: "evaluation",
      table: null,
      scope: null,
      score: "95",
      fullScore: null,
      grade: null,
      basis: "narrative",
      source,
    },
  );
  expect(read.forms).toHaveLength(1);
  expect(read.forms[0]).toMatchObject({ scope: "年鉴编纂", evaluation: { score: "98" } });
  expect(read.forms[0]?.funding?.total.actual?.value).toBe("100");
  expect(read.evaluations).toHaveLength(2);
});

test("every report is what its schema says", () => {
  const read = report(
    fact("sangong.total", "2"),
    fact("assets.vehicles", "3", { measure: "count", unit: "辆", yuan: null }),
    fact("staff.established", "30", { measure: "count", unit: "人", yuan: null }),
    fact("procurement.total", "3"),
    fact("project.1", "8", { scope: "年鉴编纂" }),
    fact("function.2010101.total", "8"),
    fact("economic.301", "8"),
  );
  expect(() => Report.parse(read)).not.toThrow();
});
