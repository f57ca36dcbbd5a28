import { expect, test } from "vitest";
import { formSearch, readForm } from "../../src/layout/plain/form/index.ts";
import type { Line } from "../../src/layout/plain/lines.ts";
import { readLooseRows } from "../../src/layout/plain/loose-rows.ts";

/** How many lines are asked for heads again when every line looks like the beginning of a form and none is. */
test("a text of heads without forms is looked through once, not once for each of its lines", () => {
  const lines = Array.from({ length: 3000 }, (_, i) => ({
    text: "一级指标 二级指标 三级指标",
    cell: false,
    gap: false,
    page: false,
    number: i + 1,
    indent: 0,
    feed: false,
  }));
  const search = formSearch(lines);
  let passed = 0;
  for (let at = 0; at < lines.length; at++) {
    const before = search.from;
    expect(readForm(lines, at, search)).toBeNull();
    if (search.from > before) passed++;
  }
  expect(passed).toBeLessThan(lines.length / 20);
  expect(search.from).toBeGreaterThan(lines.length - 200);
});

/** How often a line is looked at where rows of whole numbers, which are no table, are looked for from every line. */
test("rows that are no table are looked at once, not once for each row above them", () => {
  const looks = (rows: number): number => {
    let count = 0;
    const lines = Array.from({ length: rows }, (_, i): Line => {
      const text = `培训次数 第${i}次 10 10`;
      return Object.defineProperty(
        { text, cell: false, gap: false, page: false, number: i + 1, indent: 0, feed: false },
        "text",
        { get: () => ++count && text },
      );
    });
    for (let at = 0; at < rows; at++) expect(readLooseRows(lines, at)).toBeNull();
    return count;
  };
  expect(looks(2000)).toBeLessThan(2.5 * looks(1000));
});
