import { expect, test } from "vitest";
import { difference, differsLess, type Shape } from "../../src/layout/pdf/digit-shapes.ts";
import { referenceDigits } from "../../src/layout/pdf/reference-digits.ts";
import { pdfium } from "../../src/lib/pdfium-module.ts";
import { drawnDigits } from "../support/digit-shapes.ts";

/** The grid is kept in 256 steps. */
const STEP = 1 / 255;

test("data/digit-shapes.tsv is what this PDFium draws (npx tsx tests/support/digit-shapes.ts)", async () => {
  const [kept, drawn] = [referenceDigits(), drawnDigits(await pdfium())];
  expect(kept.map((faces) => faces.length)).toEqual(drawn.map((faces) => faces.length));
  for (const [digit, faces] of drawn.entries())
    for (const [n, shape] of faces.entries()) {
      expect(kept[digit]![n]!.aspect).toBeCloseTo(shape.aspect, 5);
      expect(kept[digit]![n]!.holes).toBe(shape.holes);
      expect(Math.max(...shape.grid.map((value, i) => Math.abs(value - kept[digit]![n]!.grid[i]!)))).toBeLessThan(STEP);
    }
});

test("what is told early is what the whole difference tells", () => {
  const all: Shape[] = referenceDigits().flat();
  for (const a of all)
    for (const b of all)
      for (const most of [0.05, 0.1, 0.2, 0.3]) expect(differsLess(a, b, most)).toBe(difference(a, b) < most);
});
