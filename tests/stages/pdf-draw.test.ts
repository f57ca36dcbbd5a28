import sharp from "sharp";
import { expect, test } from "vitest";
import { drawPage } from "../../src/layout/pdf/draw.ts";
import { openPdfium } from "../../src/layout/pdf/pdfium.ts";
import type { Page } from "../../src/lib/layout.ts";
import { writePdf } from "../support/write-pdf.ts";

test("a page is painted with its cells where they stand", async () => {
  const document = await openPdfium(writePdf([{ content: "0.5 g 100 600 50 50 re f", box: [0, 0, 200, 700] }]));
  const raster = document.render(1, 72);
  document.close();
  expect([raster.width, raster.height]).toEqual([200, 700]);
  const pixel = (data: Uint8Array, x: number, y: number): number[] => [
    ...data.subarray(4 * (y * 200 + x), 4 * (y * 200 + x) + 3),
  ];
  expect(pixel(raster.rgba, 125, 75)).toEqual([128, 128, 128]);
  expect(pixel(raster.rgba, 125, 45)).toEqual([255, 255, 255]);

  const box: [number, number, number, number] = [100, 300, 180, 340];
  const cell = { r: 0, c: 0, rs: 1, cs: 1, text: "1.00", page: 1, box };
  const page: Page = {
    number: 1,
    width: 200,
    height: 700,
    from: "text",
    blocks: [{ kind: "grid", page: 1, box, rows: 1, cols: 1, cells: [cell], edges: [100, 180], rowEdges: [300, 340] }],
  };
  const { data } = await sharp(await drawPage(raster, page))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [red, green, blue] = pixel(data, 160, 330) as [number, number, number];
  expect(red).toBe(254);
  expect(green).toBeGreaterThan(blue);
  expect(pixel(data, 50, 330)).toEqual([255, 255, 255]);
});
