import { describe, expect, test } from "vitest";
import { withPictures } from "../../src/layout/pictures.ts";
import { ExtractionError } from "../../src/lib/errors.ts";
import type { EmbeddedPicture, Grid, Layout, Paragraph } from "../../src/lib/layout.ts";
import { printed, sourceFile } from "../support/source-file.ts";

const paragraph = (text: string, address?: string): Paragraph => ({
  kind: "paragraph",
  page: 1,
  box: [0, 0, 1, 1],
  text,
  ...(address === undefined ? {} : { address }),
});
const grid: Grid = {
  kind: "grid",
  page: 1,
  box: [0, 0, 9, 9],
  rows: 1,
  cols: 1,
  edges: [0, 9],
  cells: [{ r: 0, c: 0, rs: 1, cs: 1, text: "5.26", page: 1, box: [0, 0, 9, 9] }],
};
const layoutOf = (blocks: (Paragraph | Grid)[], pictures: EmbeddedPicture[]): Layout => ({
  file: sourceFile("x", "docx"),
  reader: "docx",
  pages: [{ number: 1, width: 595, height: 842, from: "office", blocks }],
  pictures,
  trouble: [],
});
const picture = (address: string): EmbeddedPicture => ({
  bytes: new Uint8Array(1),
  name: "media/1.png",
  page: 1,
  address,
});
const reader = async () => ({ ...layoutOf([grid], []), trouble: [] });

describe("embedded pictures", () => {
  const body = [paragraph("一", "block 1"), paragraph("二", "block 3")];

  test("what they show stands where they stand, without their own coordinates", async () => {
    const read = await withPictures(layoutOf(body, [picture("block 2")]), reader, {});
    expect(printed(read)).toEqual(["一", ["5.26"], "二"]);
    expect(read.pages[0]!.blocks[1]).toMatchObject({ box: null, address: "block 2", cells: [{ box: null }] });
    expect(read.pages[0]!.from).toBe("office");
  });

  test("on a workbook it follows its sheet", async () => {
    const sheets = [paragraph("甲", "表一!A1"), paragraph("乙", "表二!A1")];
    expect(printed(await withPictures(layoutOf(sheets, [picture("表一")]), reader, {}))).toEqual([
      "甲",
      ["5.26"],
      "乙",
    ]);
  });

  test("a page of nothing but a picture is a page that was looked at", async () => {
    const read = await withPictures(layoutOf([], [picture("page 1")]), reader, {});
    expect(printed(read)).toEqual([["5.26"]]);
    expect(read.pages[0]!.from).toBe("ocr");
  });

  test("those not looked at, or in vain, are told", async () => {
    const two = layoutOf(body, [picture("block 1"), picture("block 3")]);
    const codes = async (...args: [Parameters<typeof withPictures>[1], Parameters<typeof withPictures>[2]]) => {
      const read = await withPictures(two, ...args);
      expect(printed(read)).toEqual(["一", "二"]);
      return read.trouble.map(({ code, where }) => `${code} ${where}`);
    };
    const failing = async () => {
      throw new ExtractionError("ocr-failed", "too small");
    };
    expect(await codes(null, {})).toEqual(["unsupported-format block 1", "unsupported-format block 3"]);
    expect(await codes(reader, { ocr: "never" })).toEqual(["unsupported-format block 1", "unsupported-format block 3"]);
    expect(await codes(failing, {})).toEqual(["ocr-failed block 1", "ocr-failed block 3"]);
  });
});
