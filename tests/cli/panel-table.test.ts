import { expect, test } from "vitest";
import { balanced, longTable, panelTable, wideTable } from "../../src/cli/panel-table.ts";
import { years } from "../../src/cli/years.ts";
import type { PanelValue } from "../../src/store/index.ts";

const value = (over: Partial<PanelValue>): PanelValue => ({
  concept: "sangong.total",
  measure: "actual",
  body: 1,
  entityId: "3f09c1d2ab77",
  entity: "白鹭县档案馆",
  parent: null,
  regionCode: "430212",
  fiscalYear: 2024,
  value: "7.36",
  unit: "万元",
  basis: "table",
  approximate: false,
  disagreeing: 0,
  restated: null,
  findings: 0,
  sourceYear: 2024,
  path: "决算.pdf",
  sha256: "0".repeat(64),
  slot: "sangong.total||actual|2024|||table|",
  page: 2,
  quote: "合计 7.36",
  ...over,
});
const series = [
  { concept: "sangong.total", measure: "actual" },
  { concept: "sangong.total", measure: "initial_budget" },
] as const;

test("wide: a row for every body and year, with what to know of its numbers", () => {
  const restated = { value: "7.90", sourceYear: 2025, path: "次年.pdf", page: 3 };
  const rows = wideTable(
    [value({ disagreeing: 1, restated, basis: "narrative" }), value({ measure: "initial_budget", value: "9" })],
    series,
    false,
  );
  expect(rows[1]!.slice(0, 5)).toEqual(["白鹭县档案馆", "430212", "2024", "7.36", "9"]);
  expect(rows[1]![5]).toContain("7.90");
  expect(rows).toHaveLength(2);
});

test("long: one row a value, as many columns as the head", () => {
  const [head, row] = longTable([value({})]);
  expect(row).toHaveLength(head!.length);
});

test("balanced: only bodies with every year and column; one name in two places is two bodies", () => {
  const whole = [value({}), value({ measure: "initial_budget" })];
  const half = [value({ body: 2, regionCode: "430211" }), value({ body: 3, entity: "安河县图书馆" })];
  expect(balanced([...whole, ...half], series, [2024])).toEqual(whole);
});

test("bodies of one name have a row each, told apart by place, by the body above, by number", () => {
  const rows = (...values: Partial<PanelValue>[]) =>
    panelTable(values.map(value), "单位", false)
      .slice(1)
      .map(([name]) => name);
  const office = { entity: "教育局" };
  expect(rows({ ...office, regionCode: "430212" }, { ...office, body: 2, regionCode: "430224" })).toEqual([
    "教育局（湖南省株洲市渌口区）",
    "教育局（湖南省株洲市茶陵县）",
  ]);
  expect(rows({ ...office, parent: "教育委员会" }, { ...office, body: 2 })).toEqual([
    "教育局（教育委员会）",
    "教育局（编号 2）",
  ]);
  expect(rows({ ...office }, { ...office, fiscalYear: 2023 })).toEqual(["教育局"]);
  // Beside the place nothing needs telling apart.
  const [, first, second] = wideTable(
    [value({ ...office }), value({ ...office, body: 2, regionCode: "430224" })],
    series,
    false,
  );
  expect([first!.slice(0, 2), second!.slice(0, 2)]).toEqual([
    ["教育局", "430212"],
    ["教育局", "430224"],
  ]);
});

test.each([
  ["2024", { from: 2024, to: 2024 }],
  ["2019-2024", { from: 2019, to: 2024 }],
])("years %s", (text, expected) => {
  expect(years(text)).toEqual(expected);
});

test.each(["24", "2024-2019", "abc"])("%s are no years", (text) => {
  expect(() => years(text)).toThrow();
});
