import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Finding } from "../../schemas/index.ts";
import {
  conceptsHeld,
  conceptsNamed,
  measureNamed,
  measuresHeld,
  openStore,
  panel,
  panelCoverage,
  type Store,
  save,
  setParent,
  sumsOfUnits,
} from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFact, storedFile } from "../support/stored-file.ts";

let store: Store;
const question = { concept: "sangong.total", measure: "actual", unit: "万元" } as const;
const shown = (): string[] =>
  panel(store, question).map((v) => `${v.entity} ${v.fiscalYear} ${v.value}${v.unit}${v.disagreeing ? "*" : ""}`);

beforeEach(() => {
  store = openStore(join(temporaryFolder(), "panel.sqlite"));
  return () => store.close();
});

test("bodies by years, in the unit asked for", () => {
  save(
    store,
    storedFile({
      records: [storedFact(), storedFact({ fiscalYear: 2023, value: "81234.5", unit: "元", yuan: "81234.5" })],
    }),
  );
  save(store, storedFile({ name: "另一.pdf", entity: "安河县图书馆" }));
  expect(shown()).toEqual([
    "安河县图书馆 2024 7.36万元",
    "白鹭县档案馆 2023 8.12345万元",
    "白鹭县档案馆 2024 7.36万元",
  ]);
});

test("the year's own report counts before a later one, the table before the prose, the whole body before a project", () => {
  const own = storedFile({
    records: [
      storedFact({ value: "9", yuan: "90000", scope: "修缮项目" }),
      storedFact({ value: "8.00", yuan: "80000", basis: "narrative" }),
      storedFact(),
    ],
  });
  const later = storedFile({ name: "次年.pdf", records: [storedFact({ value: "7.50", yuan: "75000" })] });
  save(store, { ...later, document: { ...later.document, fiscalYear: 2025 } });
  save(store, own);
  expect(shown()).toEqual(["白鹭县档案馆 2024 7.36万元*"]);
});

test("a value that rounding explains is no disagreement", () => {
  save(store, storedFile({ records: [storedFact(), storedFact({ value: "7.4", yuan: "74000", basis: "narrative" })] }));
  expect(shown()).toEqual(["白鹭县档案馆 2024 7.36万元"]);
});

test("which measures there are instead", () => {
  save(store, storedFile({ records: [storedFact({ measure: "initial_budget" })] }));
  expect(shown()).toEqual([]);
  expect(measuresHeld(store, ["sangong.total"])).toEqual(["initial_budget (1)"]);
});

describe("what is known beside a number", () => {
  const inYear = (year: number, records: readonly ReturnType<typeof storedFact>[], name = `${year}.pdf`) => {
    const file = storedFile({ name, records: [...records] });
    return { ...file, document: { ...file.document, fiscalYear: year } };
  };

  test("what a later report says of the year, and in which report", () => {
    save(store, inYear(2023, [storedFact({ fiscalYear: 2023 })]));
    save(store, inYear(2024, [storedFact({ fiscalYear: 2023, value: "7.90", yuan: "79000" })]));
    expect(panel(store, question)).toMatchObject([
      {
        fiscalYear: 2023,
        value: "7.36",
        sourceYear: 2023,
        restated: { value: "7.90", sourceYear: 2024, path: "2024.pdf" },
      },
    ]);
  });

  test("a year whose own report is not held comes from a later one", () => {
    save(store, inYear(2024, [storedFact({ fiscalYear: 2023 })]));
    expect(panel(store, question)).toMatchObject([{ fiscalYear: 2023, sourceYear: 2024, restated: null }]);
  });

  test("how every place is filled", () => {
    const finding: Finding = {
      kind: "finding",
      rule: "some-rule",
      severity: "error",
      message: "合计不符",
      scope: null,
      sides: [{ value: "7.36", unit: "万元", source: storedFact().source }],
      expected: null,
      difference: null,
      tolerance: null,
    };
    save(store, { ...inYear(2024, [storedFact()]), findings: [finding] });
    save(store, inYear(2023, [storedFact({ fiscalYear: 2023, basis: "narrative" })]));
    save(store, inYear(2022, [storedFact({ concept: "revenue.total" })]));
    const values = panel(store, question);
    const series = [{ concept: "sangong.total", measure: "actual" }] as const;
    expect(
      panelCoverage(store, series, [2021, 2022, 2023, 2024], values).map(
        (c) => `${c.fiscalYear} ${c.status} ${c.findings}`,
      ),
    ).toEqual(["2021 missing 0", "2022 silent 0", "2023 narrative 0", "2024 table 1"]);
  });

  test("only of some years and bodies; concepts below a name", () => {
    save(store, inYear(2024, [storedFact(), storedFact({ concept: "sangong.reception", fiscalYear: 2023 })]));
    save(store, storedFile({ name: "另一.pdf", entity: "安河县图书馆" }));
    expect(panel(store, { ...question, entity: "图书馆" }).map(({ entity }) => entity)).toEqual(["安河县图书馆"]);
    expect(panel(store, { ...question, from: 2019, to: 2023 })).toEqual([]);
    expect(conceptsNamed(store, "sangong.*")).toEqual(["sangong.reception", "sangong.total"]);
    expect(conceptsNamed(store, "sangong.total")).toEqual(["sangong.total"]);
  });
});

describe("how far numbers reach", () => {
  const titled = (name: string, title: string, value: string, entity = "甲局") => {
    const file = storedFile({ name, entity, records: [storedFact({ value, yuan: `${Number(value) * 10_000}` })] });
    return { ...file, document: { ...file.document, title } };
  };

  test("部门 and 单位 of one printed name are two rows, never one cell", () => {
    save(store, titled("部门.pdf", "甲局2024年度部门决算", "10.81"));
    save(store, titled("单位.pdf", "甲局2024年度单位决算", "10.71"));
    save(store, titled("全县.pdf", "全县2024年“三公”经费决算汇总", "999.00"));
    expect(panel(store, question).map(({ scope, value, disagreeing }) => [scope, value, disagreeing])).toEqual([
      ["department", "10.81", 0],
      ["territory", "999.00", 0],
      ["unit", "10.71", 0],
    ]);
    expect(panel(store, { ...question, scope: "unit" }).map(({ value }) => value)).toEqual(["10.71"]);
    const rows = store.db.prepare("SELECT scope, total_fen FROM sangong WHERE measure = 'actual' ORDER BY scope").raw();
    expect(rows.all()).toEqual([
      ["department", 10_810_000n],
      ["territory", 999_000_000n],
      ["unit", 10_710_000n],
    ]);
  });

  test("units are summed only where asked for, in a row that says of how many", () => {
    save(store, titled("部门.pdf", "甲局2024年度部门决算", "10.81"));
    save(store, titled("一.pdf", "一中心2024年度单位决算", "1.5", "一中心"));
    save(store, titled("二.pdf", "二中心2024年度单位决算", "2.25", "二中心"));
    for (const unit of ["一中心", "二中心"]) setParent(store, unit, "甲局");
    const sums = sumsOfUnits(panel(store, question));
    expect(sums.map(({ entity, scope, value, summed }) => [entity, scope, value, summed])).toEqual([
      ["甲局", "sum_of_units", "3.75", 2],
    ]);
  });

  test("what a budget prints as carried out in the year before is no 决算", () => {
    const file = storedFile({ records: [storedFact({ fiscalYear: 2023, estimated: true })] });
    save(store, { ...file, document: { ...file.document, types: ["budget"] } });
    expect(panel(store, question)).toEqual([]);
    expect(panel(store, { ...question, measure: "estimated" }).map(({ value }) => value)).toEqual(["7.36"]);
    const measures = store.db.prepare("SELECT measure FROM sangong").pluck();
    expect(measures.all()).toEqual(["estimated"]);
  });
});

test("the table that adds up counts before one that does not; another text of unknown order disputes a number", () => {
  const at = (table: number) => ({ ...storedFact().source, table, quote: null });
  const wrong = storedFact({ value: "7.63", yuan: "76300", source: at(1), item: "总计" });
  const right = storedFact({ source: { ...at(1), row: 2 } });
  const finding: Finding = {
    kind: "finding",
    rule: "sum",
    severity: "error",
    message: "合计不符",
    scope: null,
    sides: [{ value: "7.63", unit: "万元", source: wrong.source }],
    expected: "7.36",
    difference: "0.27",
    tolerance: "0.01",
  };
  save(store, storedFile({ records: [wrong, right], findings: [finding] }));
  expect(panel(store, question)).toMatchObject([{ value: "7.36", disagreeing: 1, disputed: true, findings: 0 }]);
  save(store, storedFile({ name: "丙.pdf", entity: "丙局" }));
  save(store, storedFile({ name: "丁.pdf", entity: "丙局", records: [storedFact({ value: "8.00", yuan: "80000" })] }));
  expect(panel(store, { ...question, entity: "丙局" })).toMatchObject([{ disagreeing: 1, disputed: true }]);
});

test("Chinese names are taken; what is unknown ends with the nearest names", () => {
  expect(conceptsNamed(store, "三公经费合计")).toEqual(["sangong.total"]);
  expect(conceptsNamed(store, "function.2080505")).toEqual(["function.2080505"]);
  expect(["决算数", "年初预算数", "actual", "预算执行数"].map(measureNamed)).toEqual([
    "actual",
    "initial_budget",
    "actual",
    "estimated",
  ]);
  const thrown = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };
  expect(thrown(() => conceptsNamed(store, "sangong.recepton"))).toMatchObject({
    code: "unknown-concept",
    nearest: expect.arrayContaining([expect.stringContaining("sangong.reception")]),
  });
  expect(thrown(() => measureNamed("决算额"))).toMatchObject({
    code: "unknown-measure",
    nearest: expect.arrayContaining([expect.stringContaining("actual")]),
  });
});

test("what the store holds, concept by concept", () => {
  save(store, storedFile({ records: [storedFact(), storedFact({ measure: "initial_budget", fiscalYear: 2023 })] }));
  expect(conceptsHeld(store, "三公")).toMatchObject([
    { concept: "sangong.total", measure: "actual", statements: 1, firstYear: 2024, lastYear: 2024 },
    { concept: "sangong.total", measure: "initial_budget", statements: 1, firstYear: 2023 },
  ]);
  expect(conceptsHeld(store, "没有这个")).toEqual([]);
  const budget = [
    storedFact({ estimated: true }),
    storedFact({ measure: "execution_rate", unit: "%", yuan: null, estimated: true }),
  ];
  save(store, storedFile({ name: "预算.pdf", records: budget }));
  expect(conceptsHeld(store, "三公").map(({ measure, statements }) => [measure, statements])).toEqual(
    expect.arrayContaining([
      ["actual", 1],
      ["estimated", 1],
      ["execution_rate", 1],
    ]),
  );
});
