import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { Finding } from "../../schemas/index.ts";
import { openStore, type Store, save, storedFindings, storedUnsure } from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFile } from "../support/stored-file.ts";

let store: Store;
beforeEach(() => {
  store = openStore(join(temporaryFolder(), "test.sqlite"));
  return () => store.close();
});

const contradiction: Finding = {
  kind: "finding",
  rule: "tpe-01-sangong-total-is-sum-of-three-items",
  severity: "error",
  message: "合计等于三项之和，但 1 + 2 ≠ 4",
  messageEn: "The total is the sum of three items, but 1 + 2 ≠ 4",
  scope: null,
  sides: [
    {
      value: "4",
      unit: "万元",
      label: "合计",
      source: { page: 2, bbox: null, table: 1, row: 1, col: 1, quote: "合计 4" },
    },
  ],
  expected: "3",
  difference: "1",
  tolerance: "0",
};
const why = { zh: "有一格没有读出", en: "a cell was not read" };

test("what is unsure is kept apart from the findings, with why, and leaves with its reading", () => {
  save(store, storedFile({ findings: [], unsure: [{ contradiction, why }] }));
  expect(storedFindings(store)).toEqual([]);
  const [found, ...more] = storedUnsure(store, { rule: "tpe-01", entity: "档案馆" });
  expect(more).toEqual([]);
  expect(found).toMatchObject({ why, contradiction: { rule: contradiction.rule, messageEn: contradiction.messageEn } });
  expect(found!.contradiction.sides.map(({ value, label }) => [value, label])).toEqual([["4", "合计"]]);
  expect(storedUnsure(store, { rule: "tot" })).toEqual([]);
  save(store, storedFile({ engine: "2", findings: [contradiction], unsure: [] }));
  expect(storedUnsure(store)).toEqual([]);
  expect(storedFindings(store).map(({ messageEn }) => messageEn)).toEqual([contradiction.messageEn]);
});
