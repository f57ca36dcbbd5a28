import { describe, expect, test } from "vitest";
import { withoutMisplaced } from "../../src/extract/misplaced.ts";
import type { Grid } from "../../src/lib/layout.ts";
import type { FactReading, Reading } from "../../src/lib/reading.ts";
import { tableSection } from "../support/table-section.ts";

/** A table made of running text. */
const ofText = (rows: string, how: "cells" | "columns" = "columns"): Grid => ({
  ...tableSection(rows).grid,
  ofText: how,
});

/** A number of a cell, read as money of its line. */
function read(grid: Grid, row: number, col: number, more: Partial<FactReading> = {}): FactReading {
  return {
    kind: "fact",
    extractor: "final-accounts/expenditure-table",
    concept: "function.20502.total",
    item: `line ${row}`,
    code: null,
    measure: "actual",
    year: { offset: 0 },
    scope: null,
    fund: null,
    basis: "table",
    printed: grid.cells.find((cell) => cell.r === row && cell.c === col)!.text,
    unit: { text: "万元", from: "caption" },
    place: { page: 1, box: null, table: 1, row, col, quote: null },
    ...more,
  };
}

const kept = (grid: Grid, found: readonly Reading[]): string[] =>
  withoutMisplaced(grid, found).map((item) => (item.kind === "fact" ? item.printed : item.kind));

const ACCOUNTS = `
  科目编码|科目名称|合计|基本支出
  205|教育支出|1,205.40|1,000.00
  20502|普通教育|205.00|0.00
  2050205|高等教育|15.36|15.36
  20503|职业教育|2050302|12.30
  20599|其他|99|440.9030101
`;

describe("numbers of a table made of text", () => {
  const grid = ofText(ACCOUNTS);
  test("a code of the classification is no money, an amount with decimals is", () => {
    expect(kept(grid, [read(grid, 1, 2), read(grid, 2, 2), read(grid, 4, 2)])).toEqual(["1,205.40", "205.00"]);
  });
  test("06, 99 are parts of codes where amounts have decimals", () => {
    expect(kept(grid, [read(grid, 5, 2)])).toEqual([]);
    const parts = ofText("编码|名称|合计\n208|养老|06\n210|医疗|12");
    expect(kept(parts, [read(parts, 1, 2), read(parts, 2, 2)])).toEqual(["12"]);
  });
  test("an amount that runs into the code of the next column is unread", () => {
    expect(kept(grid, [read(grid, 5, 3)])).toEqual([]);
  });
  test("in a form filled in by hand 4 stands beside 3.46", () => {
    expect(kept(grid, [read(grid, 5, 2, { extractor: "performance/base-data" })])).toEqual(["99"]);
  });
  test("whole amounts are amounts; beside the codes above and below them they are codes", () => {
    const whole = ofText("名称|合计\n教育支出|205\n普通教育|120\n职业教育|85", "cells");
    expect(kept(whole, [read(whole, 1, 1), read(whole, 2, 1)])).toEqual(["205", "120"]);
    const template = ofText("名称|合计\n教育支出|205\n普通教育|20502\n高等教育|2050205", "cells");
    expect(
      kept(
        template,
        [1, 2, 3].map((row) => read(template, row, 1)),
      ),
    ).toEqual([]);
  });
  test("a rate without % in a line that prints one with it: nothing of the line is under its own head", () => {
    const weighed = ofText("项目|得分|占比|加权\n甲|358.02|98.72|7.24%\n乙|96.10|50.00%|48.05");
    const evaluation = { kind: "evaluation", place: read(weighed, 1, 1).place } as Reading;
    const share = { measure: "share", unit: { text: "%", from: "form" } } as const;
    expect(kept(weighed, [read(weighed, 1, 2, share), evaluation, read(weighed, 2, 2, share)])).toEqual(["50.00%"]);
  });
  test("what is said twice of one thing and not alike is unread, both times", () => {
    const twice = ofText("名称|合计\n普通教育|12.00\n普通教育|13.00\n职业教育|7.50\n职业教育|7.5");
    const lines = [1, 2].map((row) => read(twice, row, 1, { item: "普通教育" }));
    const alike = [3, 4].map((row) => read(twice, row, 1, { item: "职业教育" }));
    expect(kept(twice, [...lines, ...alike])).toEqual(["7.50", "7.5"]);
  });
  test("a file that keeps its cells is believed", () => {
    const { grid: sheet } = tableSection(ACCOUNTS);
    expect(kept(sheet, [read(sheet, 4, 2), read(sheet, 5, 2), read(sheet, 5, 3)])).toHaveLength(3);
  });
});
