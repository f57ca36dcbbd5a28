import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PageReading } from "../../src/layout/pdf/engine.ts";
import { openPdfium } from "../../src/layout/pdf/pdfium.ts";
import { openPdfjs } from "../../src/layout/pdf/pdfjs.ts";
import { packageRoot } from "../../src/lib/package-root.ts";
import { han, stream, type WrittenPage, writePdf } from "../support/write-pdf.ts";

/** A character with its place to a tenth of a point, so that both engines can be laid side by side. */
const placed = ({ glyphs }: PageReading): string[] =>
  glyphs.map(({ text, box }) => `${text} ${box[0].toFixed(0)} ${((box[1] + box[3]) / 2).toFixed(0)}`).sort();
const digits = ({ glyphs }: PageReading): string => glyphs.map((g) => g.text.replace(/[^0-9.,%-]/g, "")).join("");
const ruled = ({ lines }: PageReading): string[] =>
  lines
    .map((l) => [l.direction, l.at, l.from, l.to].map((v) => (typeof v === "number" ? v.toFixed(0) : v)).join(" "))
    .sort();

async function both(bytes: Uint8Array): Promise<[PageReading, PageReading][]> {
  const [first, second] = [await openPdfium(bytes), await openPdfjs(bytes)];
  const pages: [PageReading, PageReading][] = [];
  for (let n = 1; n <= first.pages; n++) pages.push([first.content(n), await second.content(n)]);
  expect(second.pages).toBe(first.pages);
  first.close();
  await second.close();
  return pages;
}

const line = (y: number, label: string, amount: string): string =>
  `BT /F2 10.5 Tf 80 ${y} Td ${han(label)} Tj ET BT /F1 10.5 Tf 300 ${y} Td (${amount}) Tj ET `;
const table =
  line(700, "一、一般公共服务支出", "1,234.56") +
  line(680, "二、社会保障和就业支出", "208.80") +
  "0.5 w 70 720 m 400 720 l S 70 660 330 0.48 re f 70 660 0.48 60 re f ";

const PAGES: Record<string, WrittenPage> = {
  "a table": { content: table },
  "a landscape page by /Rotate": { content: `0 1 -1 0 800 0 cm ${table}`, rotate: 90 },
  "a page printed on end": { content: `0 1 -1 0 800 0 cm ${table}` },
  "kerning, spacing and stretched letters": {
    content: `BT /F1 10 Tf 2 Tc 80 Tz 100 700 Td [(12) -500 (34)] TJ 0 Tc 3 Tw 100 Tz 0 -20 Td (5 6) Tj T* 14 TL (7) ' ET`,
  },
  "raised and scaled": {
    content: `BT /F1 1 Tf 9 0 0 9 100 700 Tm (12) Tj 0.4 Ts 0.6 0 0 0.6 0 0 Tm 50 20 Td (3) Tj ET`,
  },
  clipped: { content: `q 0 0 318 842 re W n ${table} Q` },
  hidden: { content: `BT 3 Tr /F1 10 Tf 100 700 Td (123) Tj 0 Tr (45) Tj ET` },
  "from top to bottom": {
    content: `BT /F3 10 Tf 100 700 Td ${han("收入")} Tj ET ${table}`,
    fonts: "/F3 7 0 R",
  },
  "a Type 3 font": {
    content: `BT /F4 10 Tf 100 600 Td (11) Tj ET BT /F1 10 Tf 150 600 Td (7) Tj ET`,
    fonts: "/F4 8 0 R",
  },
  "a form within the page": { content: "q 0.5 0 0 0.5 50 50 cm /X1 Do Q", resources: "/XObject << /X1 6 0 R >>" },
};
const form = stream(
  "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>",
  table,
);

const upright =
  "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-V /DescendantFonts [5 0 R] >>";
const type3 =
  "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 49 /LastChar 49 " +
  "/Widths [600] /Encoding << /Type /Encoding /Differences [49 /one] >> /CharProcs << /one 9 0 R >> /ToUnicode 10 0 R /Resources << >> >>";
const one = stream("", "600 0 100 0 300 700 d1 100 0 200 700 re f");
const toUnicode = stream(
  "",
  "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange " +
    "1 beginbfchar <31> <0031> endbfchar endcmap",
);

describe("both engines read the same", () => {
  test.each(Object.entries(PAGES))("%s", async (_name, page) => {
    const [[first, second]] = (await both(writePdf([page], [form, upright, type3, one, toUnicode]))) as [
      [PageReading, PageReading],
    ];
    expect(digits(second)).toBe(digits(first));
    expect(digits(first)).toMatch(/\d/);
    expect(placed(second)).toEqual(placed(first));
    expect(ruled(second)).toEqual(ruled(first));
    expect([second.width, second.height, second.turned]).toEqual([first.width, first.height, first.turned]);
    expect(second.evidence).toEqual(first.evidence);
  });
});

const folder = join(packageRoot, "samples");
const samples = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".pdf"))
  : [];
describe.skipIf(samples.length === 0)("every digit of the samples", () => {
  test.each(samples)("%s", async (sample) => {
    for (const [first, second] of await both(readFileSync(join(folder, sample))))
      expect(digits(second), `page ${first.number}`).toBe(digits(first));
  });
});

test("pdf.js stays in its thread", async () => {
  const native = Array.prototype.push;
  const document = await openPdfjs(writePdf([{ content: table }]));
  await document.content(1);
  await document.close();
  expect(Array.prototype.push).toBe(native);
});
