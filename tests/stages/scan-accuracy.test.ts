import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { layout } from "../../src/layout/index.ts";
import { pdfReader } from "../../src/layout/pdf/index.ts";
import { ExtractionError } from "../../src/lib/errors.ts";
import type { Cell, Grid, Layout } from "../../src/lib/layout.ts";
import { packageRoot } from "../../src/lib/package-root.ts";
import type { SourceFile } from "../../src/lib/source-file.ts";
import { pdfOfPictures, photographed } from "../support/scanned.ts";
import { sourceFile } from "../support/source-file.ts";
import { han } from "../support/write-pdf.ts";

const sample = (name: string): Uint8Array => readFileSync(join(packageRoot, "samples", name, `${name}.pdf`));
const gridsOf = ({ pages }: Layout): Grid[] =>
  pages.flatMap((page) => page.blocks.filter((block): block is Grid => block.kind === "grid"));
const NUMBER = /^-?[\d,]+(\.\d+)?%?$/;
const same = (text: string): string => text.normalize("NFKC").replace(/[\s,]/g, "");

const SAMPLE = sample("sangong-columns");
const text = { content: `BT /F2 14 Tf 72 700 Td ${han("部门概况：本部门是负责财政收支的单位。")} Tj ET` };

/** A page of text, then the sample's table as a picture. */
const halfPicture = async (how: Parameters<typeof photographed>[2]): Promise<SourceFile> =>
  sourceFile(await pdfOfPictures([await photographed(SAMPLE, 1, how)], [text]), "pdf");

describe("a photographed page gives the same cells", { timeout: 300_000 }, () => {
  test.each([
    ["200 dpi, askew, a seal over the figures", { dpi: 200, skew: 0.7, seal: 0.12 }],
    ["150 dpi, upside down", { dpi: 150, upsideDown: true }],
  ])("%s", async (_, how) => {
    const seen = await layout(await halfPicture(how));
    expect(seen.trouble).toEqual([]);
    expect(seen.pages.map(({ from }) => from)).toEqual(["text", "ocr"]);
    const [grid] = gridsOf(await layout(sourceFile(SAMPLE, "pdf")));
    const [found] = gridsOf(seen);
    expect([found?.rows, found?.cols]).toEqual([grid!.rows, grid!.cols]);
    const readAt = ({ r, c }: Cell): Cell | undefined => found!.cells.find((cell) => cell.r === r && cell.c === c);
    const pairs = grid!.cells.map((cell) => ({ printed: cell.text, read: readAt(cell) }));
    const wrong = pairs.filter(({ printed, read }) => same(read?.text ?? "") !== same(printed));
    const numbers = pairs.filter(({ printed }) => NUMBER.test(printed));
    expect(numbers.length).toBeGreaterThan(5);
    // not one number is wrong without being in doubt, and few are in doubt
    const doubtful = wrong.filter(({ printed }) => NUMBER.test(printed));
    expect(doubtful.filter(({ read }) => !read?.alternatives?.length)).toEqual([]);
    expect(doubtful.length).toBeLessThanOrEqual(numbers.length * 0.1);
    expect(wrong.length).toBeLessThanOrEqual(pairs.length * 0.2);
  });
});

test("a page that is a picture is not passed over in silence where nothing may look at it", async () => {
  const blind = await layout(await halfPicture({ dpi: 72 }), { ocr: "never" });
  expect(blind.pages.map(({ from }) => from)).toEqual(["text", "text"]);
  expect(blind.trouble).toHaveLength(1);
});

test("what this machine lacks to look at pages is told once, for all of them", async () => {
  const picture = await photographed(SAMPLE, 1, { dpi: 72 });
  const file = sourceFile(await pdfOfPictures([picture, picture, picture]), "pdf");
  const missing = (): Promise<never> => Promise.reject(new ExtractionError("missing-program", "no library"));
  const { trouble } = await pdfReader({ ocrPage: missing })(file, {});
  expect(trouble.map(({ code, where }) => [code, where])).toEqual([["missing-program", "page 1 and 2 more"]]);
});
