import { expect, test } from "vitest";
import { formSearch, readForm } from "../../src/layout/plain/form/index.ts";

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
