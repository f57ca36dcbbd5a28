import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { measuresOf, openStore, panel, type Store, save } from "../../src/store/index.ts";
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
