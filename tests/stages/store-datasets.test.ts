import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { Indicator } from "../../schemas/index.ts";
import { DATASETS, datasetRows, openStore, type Store, save } from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFact, storedFile } from "../support/stored-file.ts";

let store: Store;
beforeEach(() => {
  store = openStore(join(temporaryFolder(), "datasets.sqlite"));
  return () => store.close();
});

/** Rows of a dataset with only the named columns. */
function rows(name: string, ...columns: string[]): unknown[][] {
  const dataset = DATASETS.find((d) => d.name === name)!;
  const at = columns.map((column) => dataset.columns.findIndex((c) => c.name === column));
  return [...datasetRows(store, dataset)].map((row) => at.map((n) => row[n]));
}

const indicator = (over: Partial<Indicator>): Indicator =>
  ({
    kind: "indicator",
    table: 1,
    scope: null,
    level1: "产出指标",
    level2: "数量指标",
    level3: "开展检查次数",
    target: "≥4次",
    actual: "5次",
    weight: "10",
    score: "10",
    reason: null,
    targetParsed: { op: ">=", value: "4", unit: "次" },
    source: { page: 2, bbox: null, table: 1, row: 1, col: null, quote: null },
    ...over,
  }) as Indicator;

test("a section: a row for each body, scope, year and measure; counts and rates stand with the money they belong to", () => {
  save(
    store,
    storedFile({
      records: [
        storedFact(),
        storedFact({ concept: "sangong.reception", value: "1.20", yuan: "12000", basis: "narrative" }),
        storedFact({
          concept: "sangong.reception_persons",
          measure: "count",
          value: "80",
          unit: "人次",
          yuan: null,
          approximate: true,
        }),
        storedFact({ measure: "initial_budget", value: "0.123456789", yuan: "1234.56789" }),
        storedFact({ value: "9", yuan: "90000", scope: "修缮项目" }),
      ],
    }),
  );
  expect(
    rows(
      "sangong",
      "fiscal_year",
      "measure",
      "total_fen",
      "reception_fen",
      "reception_persons",
      "from_prose",
      "approximate",
      "rounded",
    ),
  ).toEqual([
    [2024n, "actual", 7_360_000n, 1_200_000n, "80", 1n, 1n, 0n],
    [2024n, "initial_budget", 123_457n, null, null, 0n, 0n, 1n],
  ]);
});

test("a rate stands in the row of its amount, a share beside it; what findings speak of is named", () => {
  const rate = { unit: "%", yuan: null } as const;
  save(
    store,
    storedFile({
      records: [
        storedFact({ measure: "change_rate", value: "-12.5", ...rate }),
        storedFact({ measure: "execution_rate", value: "98.1", ...rate }),
        storedFact({ concept: "sangong.reception", measure: "share", value: "16.3", ...rate }),
        storedFact(),
        storedFact({ value: "9.99", yuan: "99900", basis: "narrative" }),
      ],
    }),
  );
  expect(rows("sangong", "measure", "total_fen", "total_rate", "reception_share", "disputed")).toEqual([
    ["actual", 7_360_000n, "98.1", "16.3", "total"],
    ["change", null, "-12.5", null, null],
  ]);
});

test("numbers are numbers in the views, with their print beside them", () => {
  save(store, storedFile({ records: [storedFact({ value: "8.00", yuan: "80000" })] }));
  const one = (sql: string): unknown => store.db.prepare(sql).raw().get();
  expect(one("SELECT value, value_printed, typeof(value), value > 99999, x0, scope FROM facts")).toEqual([
    8,
    "8.00",
    "real",
    0n,
    60,
    "department",
  ]);
});

test("lines of the classifications by code, column and fund", () => {
  save(
    store,
    storedFile({
      records: [
        storedFact({
          concept: "function.2080505.basic",
          code: "2080505",
          item: "机关事业单位基本养老保险缴费支出",
          fund: "general_public",
        }),
        storedFact({ concept: "function.208.revenue_appropriation", code: "208", item: "社会保障和就业支出" }),
        storedFact({ concept: "function", item: "教育支出" }),
        storedFact({ concept: "economic.30101", code: "30101", item: "基本工资" }),
        storedFact({ concept: "project.1", item: "修缮项目", scope: "修缮项目" }),
      ],
    }),
  );
  expect(rows("functional_lines", "code", "code_level", "part", "fund", "name")).toEqual([
    ["208", 1n, "revenue_appropriation", null, "社会保障和就业支出"],
    ["2080505", 3n, "basic", "general_public", "机关事业单位基本养老保险缴费支出"],
    [null, null, "total", null, "教育支出"],
  ]);
  expect(rows("economic_lines", "code", "code_level", "amount_fen")).toEqual([["30101", 2n, 7_360_000n]]);
  expect(rows("project_lines", "project", "value", "unit")).toEqual([["修缮项目", "7.36", "万元"]]);
});

test("indicators: the achieved value as a number, and whether the target was met", () => {
  save(
    store,
    storedFile({
      records: [
        indicator({}),
        indicator({ actual: "3次" }),
        indicator({ actual: "基本完成" }),
        indicator({ target: "≥95%", targetParsed: { op: ">=", value: "95", unit: "%" }, actual: "0.96" }),
      ],
    }),
  );
  expect(rows("indicators", "target_value", "actual_value", "actual_unit", "met")).toEqual([
    ["4", "5", "次", 1n],
    ["4", "3", "次", 0n],
    ["4", null, null, null],
    ["95", "0.96", null, null],
  ]);
});

test("the order does not depend on the order in which the files came", () => {
  const own = storedFile({ name: "甲.pdf" });
  const later = storedFile({ name: "乙.pdf" });
  const files = [
    own,
    { ...later, document: { ...later.document, fiscalYear: 2025 } },
    storedFile({ name: "丙.pdf", entity: "安河县图书馆" }),
  ];
  const all = (): unknown => DATASETS.map((dataset) => [...datasetRows(store, dataset)]);
  for (const file of files) save(store, file);
  const first = all();
  store.close();
  store = openStore(join(temporaryFolder(), "other.sqlite"));
  for (const file of files.toReversed()) save(store, file);
  expect(all()).toEqual(first);
});

test("views are made anew where they are not what the datasets say", () => {
  const { path } = store;
  store.db.exec("DROP VIEW sangong; CREATE VIEW sangong AS SELECT 1 AS one");
  store.close();
  store = openStore(path);
  save(store, storedFile());
  expect(rows("sangong", "total_fen")).toEqual([[7_360_000n]]);
});
