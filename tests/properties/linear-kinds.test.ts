import { utils, write } from "cfb";
import sharp from "sharp";
import { expect, test } from "vitest";
import { work as unpack } from "../../src/ingest/archive-work.ts";
import { compoundFileHolds } from "../../src/ingest/compound-file.ts";
import { ingestBytes } from "../../src/ingest/index.ts";
import { INGEST_LIMITS } from "../../src/ingest/limits.ts";
import { CHINESE_QUIRKS } from "../../src/layout/scan/quirks.ts";
import { readPage } from "../../src/layout/scan/read-page.ts";
import { work as readWorkbook } from "../../src/layout/sheet/workbook-work.ts";
import { compoundDamage } from "../../src/lib/compound-damage.ts";
import type { MediaType } from "../../src/lib/source-file.ts";
import { process as readFile } from "../../src/pipeline.ts";
import { docxOf, p, tbl, tc } from "../support/docx-writer.ts";
import { drawnPage } from "../support/drawn-page.ts";
import { ofdOf } from "../support/ofd-writer.ts";
import { numberCell, rawBiff } from "../support/raw-biff.ts";
import { type RawCell, rawWorkbook, words } from "../support/raw-workbook.ts";
import { sourceFile } from "../support/source-file.ts";
import { rar4Of, rarOf, sevenZipOf } from "../support/stored-archives.ts";
import { growth } from "../support/work-done.ts";
import { han, writePdf } from "../support/write-pdf.ts";
import { zipOf } from "../support/zip-writer.ts";

/** What is done with an input of `n` pieces of one kind. */
type Doing = (n: number) => () => Promise<unknown>;

const list = <T>(n: number, piece: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => piece(i));
const reading =
  (bytes: Uint8Array | string, kind: MediaType): (() => Promise<unknown>) =>
  () =>
    readFile(sourceFile(bytes, kind), { ocr: "never" });
const all = async (pieces: AsyncIterable<unknown>): Promise<void> => {
  for await (const _ of pieces);
};
/** A helper's work, done here: what another process does is not counted. */
const opening =
  (bytes: Uint8Array, mediaType: MediaType): (() => Promise<unknown>) =>
  () =>
    all(readWorkbook({ bytes, path: "a", mediaType }));
const unpacking =
  (bytes: Uint8Array): (() => Promise<unknown>) =>
  () =>
    all(unpack({ bytes, limits: INGEST_LIMITS, where: "a" }));
const files = (n: number) => list(n, (i) => ({ name: `${i}.txt`, data: Buffer.from(`第${i}项支出${i}.10万元`) }));

/** A PDF page with a ruled table of so many rows. */
const ruledRows = (n: number): string =>
  list(n, (i) => {
    const y = 20 + (n - i) * 12;
    return `BT /F2 9 Tf 60 ${y} Td ${han(`项目${i}`)} Tj ET BT /F1 9 Tf 300 ${y} Td (${i}.10) Tj ET 50 ${y - 3} 400 0.5 re f`;
  }).join("\n");
const printedRows = (n: number): string =>
  list(n, (i) => `t 72,${60 + 12 * i} 支出${i}\nt 300,${60 + 12 * i} ${i}.10`).join("\n");

/** A table photographed: rules, and blocks of ink for its words, in so many rows. */
async function photograph(rows: number): Promise<Uint8Array> {
  const [width, row] = [800, 40];
  const height = row * (rows + 1);
  const pixels = Buffer.alloc(width * height, 255);
  const ink = (x: number, y: number, w: number, h: number): void => {
    for (let at = y; at < y + h; at++) pixels.fill(0, at * width + x, at * width + x + w);
  };
  for (let r = 0; r <= rows; r++) ink(40, 20 + r * row, 720, 2);
  for (const x of [40, 280, 520, 758]) ink(x, 20, 2, rows * row);
  for (let r = 0; r < rows; r++) for (let k = 0; k < 12; k++) ink(60 + k * 55, 32 + r * row, 16, 18);
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}
/** An engine that reads nothing: what finding the lines costs is what is counted. */
const blind = {
  name: "blind",
  quirks: CHINESE_QUIRKS,
  models: ["standard"],
  lanes: 1,
  read: async () => [],
  close: async () => {},
} as const;

const KINDS: Readonly<Record<string, readonly [size: number, doing: Doing]>> = {
  "lines of a PDF page": [
    60,
    (n) => reading(writePdf([{ content: ruledRows(n), box: [0, 0, 595, 12 * n + 40] }]), "pdf"),
  ],
  "pages of a PDF": [4, (n) => reading(writePdf(list(n, () => ({ content: ruledRows(20) }))), "pdf")],
  "paragraphs of a Word document": [
    100,
    (n) => reading(docxOf(list(n, (i) => p(`第${i}项支出${i}.10万元。`)).join("")), "docx"),
  ],
  "rows of a Word table": [80, (n) => reading(docxOf(tbl(...list(n, (i) => [tc(`支出${i}`), tc(`${i}.10`)]))), "docx")],
  "pieces of a Word paragraph": [
    200,
    (n) => reading(docxOf(`<w:p>${"<w:r><w:t>支出</w:t></w:r>".repeat(n)}</w:p>`), "docx"),
  ],
  "rows of a workbook, read": [
    100,
    (n) => {
      const rows = list(n, (i) => [
        { at: `A${i + 1}`, type: "inlineStr", xml: words(`支出${i}`) },
        { at: `B${i + 1}`, xml: `<v>${i}.1</v>` },
      ]).flat();
      return reading(workbook(rows), "xlsx");
    },
  ],
  "rows of a workbook, opened": [
    100,
    (n) => opening(workbook(list(n, (i) => ({ at: `B${i + 1}`, xml: `<v>${i}.1</v>` }))), "xlsx"),
  ],
  "rows of a binary workbook, opened": [100, (n) => opening(binary(n), "xls")],
  "rows of a binary workbook, read": [100, (n) => reading(binary(n), "xls")],
  "streams of a compound file": [
    20,
    (n) => {
      const file = utils.cfb_new();
      for (let i = 0; i < n; i++) utils.cfb_add(file, `Stream${i}`, Buffer.alloc(600, i));
      utils.cfb_add(file, "WordDocument", Buffer.alloc(600, 1));
      utils.cfb_add(file, "Workbook", Buffer.alloc(600, 1));
      const bytes = write(file, { type: "buffer" }) as Uint8Array;
      return async () => [compoundFileHolds(bytes), compoundDamage(bytes)];
    },
  ],
  "lines of an OFD page": [
    30,
    (n) => {
      const page = drawnPage(printedRows(n));
      return reading(ofdOf([{ ...page, height: 60 + 12 * (n + 4) }]), "ofd");
    },
  ],
  "pages of an OFD document": [4, (n) => reading(ofdOf(list(n, () => drawnPage(printedRows(20)))), "ofd")],
  "records of a comma-separated text": [
    100,
    (n) => reading(`项目,预算数,决算数\n${list(n, (i) => `支出${i},${i}.10,${i}.20\n`).join("")}`, "text"),
  ],
  "records behind a quote that never closes": [
    100,
    (n) => reading(`项目,预算数,决算数\n"${list(n, (i) => `支出${i},${i}.10,${i}.20\n`).join("")}`, "text"),
  ],
  "persons of a text": [
    100,
    (n) => reading(`某局联系方式\n${list(n, () => "填表人：王小明 联系电话：13800001234，").join("")}`, "text"),
  ],
  "parts of a page saved whole": [
    60,
    (n) =>
      reading(
        `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n${"--x\nContent-Type: text/html\n\n<p>支出1.5万元</p>\n".repeat(n)}--x--\n`,
        "html",
      ),
  ],
  "rules of a page's style": [
    200,
    (n) =>
      reading(
        `<style>${list(n, (i) => `.c${i}{color:red}`).join("")}</style>${'<p class="c1">1.5</p>'.repeat(n)}`,
        "html",
      ),
  ],
  "members of a zip": [40, (n) => () => all(ingestBytes(zipOf(files(n)), "a.zip"))],
  "members of a RAR 5 archive": [40, (n) => unpacking(rarOf(files(n)))],
  "members of a RAR 4 archive": [
    40,
    (n) => unpacking(rar4Of(files(n).map(({ name, data }) => ({ raw: Buffer.from(name), data })))),
  ],
  "members of a 7z archive": [40, (n) => unpacking(sevenZipOf(files(n)))],
  "rows of a photographed table": [
    12,
    (n) => async () =>
      readPage(
        { number: 1, width: 288, height: (288 / 800) * 40 * (n + 1), picture: await photograph(n) },
        { engine: blind },
      ),
  ],
};

const workbook = (cells: readonly RawCell[]): Uint8Array => rawWorkbook(cells, "");
const binary = (n: number): Uint8Array =>
  rawBiff({ version: 8, sheets: [{ name: "表", cells: list(n, (i) => numberCell(i, 1, 0, i + 0.1)) }] });

/** Twice the input, and what noise there is. */
const MOST_GROWTH = 2.6;

test.each(Object.keys(KINDS))(
  "twice as many are at most about twice the work: %s",
  { timeout: 120_000 },
  async (name) => {
    const [size, doing] = KINDS[name]!;
    const grown = await growth(doing(size), doing(2 * size), MOST_GROWTH);
    expect(grown).toBeGreaterThan(0);
    expect(grown).toBeLessThan(MOST_GROWTH);
  },
);
