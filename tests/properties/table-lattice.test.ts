import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageBlocks } from "../../src/layout/table/index.ts";
import { drawnPage } from "../support/drawn-page.ts";

interface Merged {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
}

/** A grid of rows × cols with some cells merged: each wish is granted where it still fits. */
function merge(rows: number, cols: number, wishes: readonly Merged[]): Merged[] {
  const owner = new Map<string, Merged>();
  const free = (m: Merged) => {
    for (let r = m.r; r < m.r + m.rs; r++)
      for (let c = m.c; c < m.c + m.cs; c++) if (r >= rows || c >= cols || owner.has(`${r},${c}`)) return false;
    return true;
  };
  const take = (m: Merged) => {
    for (let r = m.r; r < m.r + m.rs; r++) for (let c = m.c; c < m.c + m.cs; c++) owner.set(`${r},${c}`, m);
  };
  for (const wish of wishes) if (free(wish)) take(wish);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) if (!owner.has(`${r},${c}`)) take({ r, c, rs: 1, cs: 1 });
  return [...new Set(owner.values())];
}

/** Edges that some cell begins at: the others cannot be seen. */
const seen = (starts: readonly number[]): number[] => [...new Set(starts)].sort((a, b) => a - b);

const WIDTH = 50;
const HEIGHT = 22;

describe("ruled tables", () => {
  it("come back cell by cell, whatever is merged and however the lines are broken into pieces", () => {
    const size = fc.integer({ min: 2, max: 7 });
    const wish = fc.record({
      r: fc.nat({ max: 6 }),
      c: fc.nat({ max: 6 }),
      rs: fc.integer({ min: 1, max: 3 }),
      cs: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(
        size,
        size,
        fc.array(wish, { maxLength: 6 }),
        fc.integer({ min: -3, max: 3 }),
        (rows, cols, wishes, jitter) => {
          const cells = merge(rows, cols, wishes);
          const xs = seen(cells.map((m) => m.c));
          const ys = seen(cells.map((m) => m.r));
          fc.pre(xs.length > 1 && cells.length > 2);
          const drawing = cells.flatMap((m, i) => {
            const [x0, y0] = [60 + m.c * WIDTH, 100 + m.r * HEIGHT];
            const [x1, y1] = [x0 + m.cs * WIDTH, y0 + m.rs * HEIGHT];
            const off = ((i % 3) - 1) * 0.1 * jitter;
            return [`box ${x0 + off},${y0} ${x1 + off},${y1}`, `t 0${x0 + 6},${y0 + 11} k${i}`];
          });
          const grid = pageBlocks(drawnPage(drawing.join("\n"))).find((block) => block.kind === "grid");
          const expected = cells.map((m, i) => {
            const end = (list: readonly number[], at: number) => list.filter((edge) => edge < at).length;
            return {
              text: `k${i}`,
              r: ys.indexOf(m.r),
              c: xs.indexOf(m.c),
              rs: end(ys, m.r + m.rs) - ys.indexOf(m.r),
              cs: end(xs, m.c + m.cs) - xs.indexOf(m.c),
            };
          });
          const found =
            grid?.kind === "grid" ? grid.cells.map(({ text, r, c, rs, cs }) => ({ text, r, c, rs, cs })) : [];
          const order = (a: { text: string }, b: { text: string }) => a.text.localeCompare(b.text);
          expect(found.sort(order)).toEqual(expected.sort(order));
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});
