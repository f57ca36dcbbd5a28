import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore, panel, panelCoverage, save, search, searchCount } from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { syntheticFile } from "../support/synthetic.ts";

const DOCUMENTS = 2_000;
const OBSERVATIONS = 51;

test(`${DOCUMENTS} documents: panel and search give the whole and the part, a number costs little room`, () => {
  const path = join(temporaryFolder(), "scale.sqlite");
  const store = openStore(path);
  // No other process waits for these commits.
  store.db.pragma("synchronous = OFF");
  for (let n = 0; n < DOCUMENTS; n++) save(store, syntheticFile(n, OBSERVATIONS));
  const series = { concept: "sangong.total", measure: "actual" } as const;
  const values = panel(store, { ...series, unit: "万元" });
  expect(values).toHaveLength(DOCUMENTS);
  expect(values.every(({ disagreeing, restated }) => disagreeing === 0 && restated === null)).toBe(true);
  const years = Array.from({ length: 8 }, (_, n) => 2017 + n);
  expect(panelCoverage(store, [series], years, values).every(({ status }) => status === "table")).toBe(true);
  expect(panel(store, { ...series, unit: "万元", entity: "第7局", from: 2019, to: 2024 })).toHaveLength(6);

  expect(searchCount(store, "三公")).toBe(DOCUMENTS);
  expect(search(store, { query: "三公 决算", limit: 5 })).toHaveLength(5);
  expect(search(store, { query: "三公", entity: "第7局" })).toHaveLength(8);
  const [one] = search(store, { query: values[0]!.value });
  expect(one!.snippet).toContain(values[0]!.value);

  store.db.pragma("wal_checkpoint(TRUNCATE)");
  expect(statSync(path).size / (DOCUMENTS * OBSERVATIONS)).toBeLessThan(700);
  store.close();
}, 180_000);
