import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridOf } from "../../src/layout/draft-grid.ts";
import { coversOnce } from "../support/source-file.ts";

const draft = fc.record({
  r: fc.nat(8),
  c: fc.nat(8),
  rs: fc.integer({ min: 1, max: 6 }),
  cs: fc.integer({ min: 1, max: 6 }),
  text: fc.constantFrom("a", "b", ""),
});

describe("a grid of any drafted cells", () => {
  test("covers every position once, with no row or column in which nothing begins", () => {
    fc.assert(
      fc.property(fc.array(draft, { minLength: 1, maxLength: 20 }), (drafts) => {
        const grid = gridOf(drafts, 1)!;
        expect(coversOnce(grid)).toBe(true);
        for (let r = 0; r < grid.rows; r++) expect(grid.cells.some((cell) => cell.r === r)).toBe(true);
        for (let c = 0; c < grid.cols; c++) expect(grid.cells.some((cell) => cell.c === c)).toBe(true);
      }),
    );
  });

  test("stays small however large its spans are", () => {
    const rows = Array.from({ length: 2000 }, (_, r) => ({ r, c: 0, rs: 1, cs: 1, text: "x" }));
    const grid = gridOf([{ r: 0, c: 1, rs: 1_000_000_000, cs: 1_000_000_000, text: "y" }, ...rows], 1)!;
    expect([grid.rows, grid.cols]).toEqual([2000, 2]);
    expect(grid.cells.length).toBeLessThan(5000);
  });
});
