import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Finding } from "../../schemas/index.ts";
import { conceptsOf, measuresOf, openStore, panel, panelCoverage, type Store, save } from "../../src/store/index.ts";
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
  expect(measuresOf(store, "sangong.total")).toEqual([{ measure: "initial_budget", count: 1 }]);
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
    expect(conceptsOf(store, "sangong.*")).toEqual(["sangong.reception", "sangong.total"]);
    expect(conceptsOf(store, "sangong.total")).toEqual(["sangong.total"]);
  });
});
