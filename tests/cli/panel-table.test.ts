import { expect, test } from "vitest";
import { balanced, panelTable, recordOf, tableOf, wideCsv, wideTable } from "../../src/cli/panel-table.ts";
import { years } from "../../src/cli/years.ts";
import type { PanelValue } from "../../src/store/index.ts";

const value = (over: Partial<PanelValue>): PanelValue => ({
  concept: "sangong.total",
  measure: "actual",
  body: 1,
  entityId: "1",
  entity: "白鹭县档案馆",
  parent: null,
  parentId: null,
  scope: "department",
  summed: null,
  disputed: false,
  status: "machine",
  document: "0123456789abcdef",
  sha256: "0".repeat(64),
  slot: "sangong.total||actual|2024|||table|",
  quote: "合计 7.36",
  record: "0123456789abcdef:sangong.total|合计|actual|2024|||table|",
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
  box: null,
  page: 2,
  ...over,
});
const series = [
  { concept: "sangong.total", measure: "actual" },
  { concept: "sangong.total", measure: "initial_budget" },
] as const;

test("wide: a row for every body, scope and year, with what to know of its numbers", () => {
  const restated = { value: "7.90", sourceYear: 2025, path: "次年.pdf", page: 3 };
  const disputed = value({ disputed: true, disagreeing: 1, restated, basis: "narrative" });
  const values = [disputed, value({ measure: "initial_budget", value: "9" }), value({ scope: "unit", value: "5" })];
  const [, department, unit] = wideTable(values, series);
  expect(department!.slice(0, 6)).toEqual(["白鹭县档案馆（部门）", "430212", "department", "2024", "7.36*", "9"]);
  expect(department![6]).toContain("7.90");
  expect(unit!.slice(2, 6)).toEqual(["unit", "2024", "5", ""]);
  const [head, first] = wideCsv(values, series);
  expect(Object.fromEntries(head!.map((name, n) => [name, first![n]]))).toMatchObject({
    entity_id: "1",
    scope: "department",
    fiscal_year: "2024",
    "sangong.total:actual": "7.36",
    "sangong.total:actual:unit": "万元",
    "sangong.total:actual:marks": "*",
    "sangong.total:initial_budget": "9",
  });
});

test("long: one row a value under the names exports have, the same as in JSON", () => {
  const record = recordOf(value({ status: "corrected" }));
  expect(record).toMatchObject({ entity_id: "1", scope: "department", unit: "万元", status: "corrected" });
  expect(tableOf([record])).toEqual([Object.keys(record), expect.arrayContaining(["7.36", "万元", "corrected"])]);
});

test("a year without a value is a gap; a corrected number says so", () => {
  const values = [value({ fiscalYear: 2022 }), value({ status: "corrected" }), value({ scope: "office", value: "1" })];
  expect(panelTable(values, [2022, 2023, 2024], "单位")).toEqual([
    ["单位", "2022", "2023", "2024"],
    ["白鹭县档案馆（部门）", "7.36", "", "7.36†"],
    ["白鹭县档案馆（本级）", "", "", "1"],
  ]);
});

test("balanced: only bodies with every year and column; one name in two places is two bodies", () => {
  const whole = [value({}), value({ measure: "initial_budget" })];
  const half = [value({ entityId: "2", regionCode: "430211" }), value({ entityId: "3", entity: "安河县图书馆" })];
  expect(balanced([...whole, ...half], series, [2024])).toEqual(whole);
});

test("bodies of one name have a row each, told apart by place, by the body above, by number", () => {
  const rows = (...values: Partial<PanelValue>[]) =>
    panelTable(values.map(value), [2024], "单位")
      .slice(1)
      .map(([name]) => name);
  const office = { entity: "教育局" };
  expect(rows({ ...office, regionCode: "430212" }, { ...office, entityId: "2", regionCode: "430224" })).toEqual([
    "教育局（湖南省株洲市渌口区）",
    "教育局（湖南省株洲市茶陵县）",
  ]);
  expect(rows({ ...office, parent: "教育委员会" }, { ...office, entityId: "2" })).toEqual([
    "教育局（教育委员会）",
    "教育局（编号 2）",
  ]);
  expect(rows({ ...office }, { ...office, fiscalYear: 2023 })).toEqual(["教育局"]);
  // Beside the place nothing needs telling apart.
  const [, first, second] = wideTable(
    [value({ ...office }), value({ ...office, entityId: "2", regionCode: "430224" })],
    series,
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
