import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { openPdfium } from "../../src/layout/pdf/pdfium.ts";
import { engineFor } from "../../src/layout/scan/engines.ts";
import { readUpright, runFurther } from "../../src/layout/scan/orientation.ts";
import { prepare, preparedPicture } from "../../src/layout/scan/prepared-page.ts";
import { readOnce } from "../../src/layout/scan/readings.ts";
import { packageRoot } from "../../src/lib/package-root.ts";
import { photographed } from "../support/scanned.ts";

/** A page of prose and a small table, one of a performance form full of names, one of figures. */
const PAGES = [
  ["hunan-self-evaluation", 1],
  ["hunan-county-forms", 2],
  ["three-pages", 2],
] as const;

/** A page's picture turned clockwise, made upright again: where its lines of print stand. */
async function linesOf(name: string, page: number, turn: number): Promise<string[]> {
  const pdf = readFileSync(join(packageRoot, "samples", name, `${name}.pdf`));
  const document = await openPdfium(pdf);
  const { width, height } = document.content(page);
  document.close();
  const picture = await sharp(await photographed(pdf, page, { dpi: 200 }))
    .rotate(turn)
    .jpeg({ quality: 90 })
    .toBuffer();
  const size = turn % 180 === 0 ? { width, height } : { width: height, height: width };
  const asScanned = { number: page, ...size, picture };
  const engine = engineFor({});
  const { prepared } = await readUpright(await preparedPicture(asScanned), asScanned, engine, (seen) =>
    readOnce(seen, seen.lines, engine),
  );
  return prepared.lines.map(({ x0, y0 }) => `${Math.round(x0 / 40)},${Math.round(y0 / 40)}`);
}

describe.each(PAGES)("%s, page %i", { timeout: 300_000 }, (name, page) => {
  test("stands as printed however it was laid on the glass", async () => {
    const asPrinted = new Set(await linesOf(name, page, 0));
    expect(asPrinted.size).toBeGreaterThan(8);
    for (const turn of [90, 180, 270]) {
      const places = await linesOf(name, page, turn);
      const same = places.filter((place) => asPrinted.has(place)).length;
      // the paper's uneven light and the JPEG are others: a few lines come out a little elsewhere
      expect(same / places.length, `turned by ${turn}`).toBeGreaterThan(0.6);
    }
  });
});

test("a scanned page of two tables, a little askew, is no photograph and keeps its rules", {
  timeout: 60_000,
}, async () => {
  const pdf = readFileSync(join(packageRoot, "samples/hunan-county-forms/hunan-county-forms.pdf"));
  const picture = await photographed(pdf, 1, { dpi: 200, skew: 0.4 });
  const page = { number: 1, width: 595, height: 842, picture };
  const { rules } = await prepare(await preparedPicture(page), page);
  const across = rules.filter(({ direction }) => direction === "h");
  expect(across.length).toBeGreaterThan(20);
  expect(Math.max(...across.map(({ slope }) => Math.abs(slope)))).toBeLessThan(0.001);
});

test("a table full of noughts runs the way its words and amounts do", () => {
  const lines = (count: number, width: number, height: number): { x0: number; y0: number; x1: number; y1: number }[] =>
    Array.from({ length: count }, (_, i) => ({ x0: 10, y0: 40 * i, x1: 10 + width, y1: 40 * i + height }));
  const upright = [...lines(60, 14, 22), ...lines(20, 140, 24), ...lines(10, 300, 29)];
  const onItsSide = [...lines(60, 22, 14), ...lines(200, 29, 12), ...lines(1, 1200, 3)];
  expect([runFurther(onItsSide, upright), runFurther(upright, onItsSide)]).toEqual([false, true]);
  // words of several lines, one beside another in a high cell, seem long where the page lies on its side
  const read = [...lines(41, 20, 20), ...lines(50, 220, 24)];
  expect(runFurther([...lines(284, 26, 20), ...lines(62, 150, 22)], read)).toBe(false);
});
