import { describe, expect, test } from "vitest";
import { doubted } from "../../src/layout/scan/cell-doubts.ts";
import { asNumber, type SeenCell, unlikeColumn } from "../../src/layout/scan/cell-forms.ts";
import type { InkMask } from "../../src/layout/scan/ink.ts";
import { withoutNoteDigits } from "../../src/layout/scan/note-digits.ts";
import type { Piece } from "../../src/layout/scan/piece.ts";
import type { Prepared, PrintLine } from "../../src/layout/scan/prepared-page.ts";
import { unclearParts } from "../../src/layout/scan/unclear.ts";
import { pageParts } from "../../src/layout/table/index.ts";
import type { Glyph, PageContent, RuleLine } from "../../src/lib/page-content.ts";
import { preparedPage } from "../support/prepared-page.ts";

const [WIDE, HIGH] = [80, 20];

/** A ruled table as a reader of pictures gives it: a cell's characters in one, `?` behind those it is not sure of. */
function looked(rows: readonly (readonly string[])[]): PageContent {
  const glyphs: Glyph[] = rows.flatMap((row, r) =>
    row.flatMap((said, c): Glyph[] => {
      const unsure = said.endsWith("?");
      const text = unsure ? said.slice(0, -1) : said;
      const box: Glyph["box"] = [
        50 + c * WIDE + 4,
        50 + r * HIGH + 5,
        50 + c * WIDE + 4 + 6 * text.length,
        50 + r * HIGH + 15,
      ];
      const doubt = unsure ? { alternatives: ["8"], confidence: 85 } : { confidence: 99 };
      return text === "" ? [] : [{ text, box, size: 10, run: r * 10 + c, ...doubt }];
    }),
  );
  const columns = rows[0]!.length;
  const [right, bottom] = [50 + columns * WIDE, 50 + rows.length * HIGH];
  const lines: RuleLine[] = [
    ...Array.from({ length: rows.length + 1 }, (_, r) => ({
      direction: "h" as const,
      at: 50 + r * HIGH,
      from: 50,
      to: right,
      thickness: 1,
    })),
    ...Array.from({ length: columns + 1 }, (_, c) => ({
      direction: "v" as const,
      at: 50 + c * WIDE,
      from: 50,
      to: bottom,
      thickness: 1,
    })),
  ];
  return { number: 1, width: 600, height: 800, glyphs, lines, pictures: [] };
}

/** Text and other readings of the cells that have some, after the table was held against itself. */
const doubts = (rows: readonly (readonly string[])[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    pageParts(doubted(looked(rows))).grids.flatMap(({ cells }) =>
      cells.flatMap(({ text, alternatives }) => (alternatives ? [[text, alternatives]] : [])),
    ),
  );

const TREE = [
  ["编码", "合计", "基本支出", "项目支出"],
  ["201", "300.00", "200.00", "100.00"],
  ["20103", "120.00", "90.00", "30.00"],
  ["2010301", "70.00", "50.00", "20.00"],
  ["2010302", "50.00", "40.00", "10.00"],
  ["20106", "180.00", "110.00", "70.00"],
  ["2010601", "180.00", "110.00", "70.00"],
  ["208", "11.00", "11.00", ""],
];
const changed = (r: number, c: number, text: string): string[][] =>
  TREE.map((row, i) => row.map((cell, k) => (i === r && k === c ? text : cell)));

describe("numbers of a table that was looked at are held against it", () => {
  test("where every sum holds nothing is in doubt, and what was is not any more", () => {
    expect(doubts(TREE)).toEqual({});
    expect(doubts(changed(3, 2, "50.00?"))).toEqual({});
  });
  test("a number its row and its parent do not bear is in doubt, with what they ask for; no other is", () => {
    expect(doubts(changed(3, 2, "56.00"))).toEqual({ "56.00": ["50.00"] });
  });
  test("a number without the point that its column has; a sum that holds with it puts it in", () => {
    expect(doubts(changed(4, 1, "5100"))).toEqual({ "5100": ["51.00"] });
    expect(doubts(changed(4, 1, "5000"))).toEqual({ "50.00": ["5000"] });
    const whole = TREE.map((row) => (row[0] === "208" ? ["208", "1100", "1100", ""] : row));
    expect(doubts(whole)).toEqual({ "1100": ["11.00"] });
  });
  test("a number without its point, a code with a stroke for a figure, in a column that strokes of print cut in two", () => {
    const cell = (r: number, c: number, cs: number, text: string): SeenCell => ({ r, c, rs: 1, cs, text, glyphs: [] });
    const rows = ["1.20", "13.05", "4.00", "88.16", "7.31", "6.60"].map((text, r) => cell(r, 3, 2, text));
    const codes = Array.from({ length: 6 }, (_, r) => cell(r, 0, 2, `203040${r + 1}`));
    const [pointless, stroke] = [cell(6, 3, 2, "6025"), cell(6, 0, 2, "2030/07")];
    expect([...unlikeColumn([...rows, pointless, ...codes, stroke])]).toEqual([
      [pointless, "60.25"],
      [stroke, ""],
    ]);
  });
  test("what stands for a number amid numbers, and is none", () => {
    expect(Object.keys(doubts(changed(4, 1, "AN")))).toEqual(["AN"]);
    expect(doubts(changed(7, 3, "—"))).toEqual({});
  });
  test("what is no number amid numbers, a point where the others have a comma, and a rule read as a sign", () => {
    const codes = ["05", "05", "06", "C5", "07", "日", "08"].map((code) => [code, "1,234,567", "项目"]);
    expect(doubts([["款", "金额", "名称"], ...codes])).toEqual({ C5: [""], 日: [""] });
    const amounts = ["1,234,567", "2,345,678", "3,223.657", "9,876,543"].map((amount) => ["项目", amount]);
    expect(doubts([["名称", "金额"], ...amounts])).toEqual({ "3,223,657": ["3,223.657"] });
    const measured = [...amounts, ["项目", "12.50"]];
    expect(Object.keys(doubts([["名称", "金额"], ...measured]))).not.toContain("3,223,657");
    expect(
      doubts([
        ["名称", "金额"],
        ["208丨05丨抚恤", "5.00"],
      ]),
    ).toEqual({ "208丨05丨抚恤": [""] });
    const signed = ["≥95%", "（1.00）", "2023.12", "3/4", "12.5", "1", "2", "3", "4"].map((text) => [text, "项目"]);
    expect(doubts([["指标", "名称"], ...signed])).toEqual({});
  });
  test("a number that is right but for a sign beside it", () => {
    const page = looked(TREE);
    const sign = page.glyphs.find(({ text }) => text === "200.00")!;
    const [x0, y0, , y1] = sign.box;
    const signed = { ...sign, text: "-", box: [x0 - 3, y0, x0, y1] as Glyph["box"] };
    const { grids } = pageParts(doubted({ ...page, glyphs: [...page.glyphs, signed] }));
    expect(grids[0]!.cells.find(({ text }) => text === "-200.00")?.alternatives).toBeDefined();
  });
  test("a number a rule cut in two that hardly a row has", () => {
    const cell = (r: number, c: number, cs: number, text: string): SeenCell => ({ r, c, rs: 1, cs, text, glyphs: [] });
    const rows = Array.from({ length: 8 }, (_, r) => cell(r, 0, 2, `3020${r}`));
    const [left, right] = [cell(8, 0, 1, "302"), cell(8, 1, 1, "13")];
    expect([...unlikeColumn([...rows, left, right])]).toEqual([
      [left, "30213"],
      [right, "30213"],
    ]);
    expect([...unlikeColumn([...rows.slice(0, 3), left, right])]).toEqual([]);
  });
  test("a code that is as long as none", () => {
    expect(Object.keys(doubts(changed(4, 0, "201030")))).toEqual(["201030"]);
  });
  test("dirt beside a number is taken away, and told", () => {
    expect(doubts(changed(1, 2, "：200.00"))).toEqual({ "200.00": ["：200.00"] });
    expect(["、340.22", "30216.`", "934:37", "2;714.91", "0,00", ".9.41"].map(asNumber)).toEqual([
      "340.22",
      "30216",
      "934.37",
      "2,714.91",
      "0.00",
      "9.41",
    ]);
    expect(["705,443.CO", "8.9G", "-1.0Q"].map(asNumber)).toEqual(["705,443.00", "8.90", "-1.00"]);
    expect(["GD.00", "12.COO", "C5", "A1.00"].map(asNumber)).toEqual([null, null, null, null]);
    expect(["0.0）", "578,040.00）", "95(00.00", "（）.00", "16.19\n，'"].map(asNumber)).toEqual([
      "0.00",
      "578,040.00",
      "95000.00",
      "0.00",
      "16.19",
    ]);
    expect(["（5.00）", "(0.00)", "共）"].map(asNumber)).toEqual([null, null, null]);
    expect(["5,313.51", "合计", "一、5.00", "3.00\n4.00"].map(asNumber)).toEqual([null, null, null, null]);
  });
});

describe("a digit set small and high at the end of a line", () => {
  /** Blocks of ink on a line: left, width, top, height. */
  const mask = (blocks: readonly (readonly [number, number, number, number])[]): InkMask => {
    const ink = new Uint8Array(120 * 30);
    for (const [x, w, y, h] of blocks) for (let r = y; r < y + h; r++) ink.fill(1, r * 120 + x, r * 120 + x + w);
    return { width: 120, height: 30, ink };
  };
  const digits = [0, 14, 34, 48].map((x) => [x, 10, 8, 20] as const);
  const point = [27, 3, 25, 3] as const;
  const region = { x0: 0, y0: 0, x1: 120, y1: 30 };
  const read = (text: string): Piece[] => [{ text, box: [0, 0, 72, 30], confidence: 99 }];
  test("is a note mark and no part of the number", () => {
    const raised = mask([...digits, point, [62, 6, 2, 11]]);
    expect(withoutNoteDigits(read("38.271"), raised, region).map(({ text }) => text)).toEqual(["38.27"]);
    const count = mask([...digits.slice(0, 2), [28, 6, 2, 11]]);
    expect(withoutNoteDigits(read("121"), count, region)[0]).toMatchObject({ text: "12", alternatives: ["121"] });
  });
  test("one as high as the others is a digit", () => {
    const level = mask([...digits, point, [62, 10, 8, 20]]);
    expect(withoutNoteDigits(read("38.271"), level, region)).toEqual(read("38.271"));
  });
});

describe("what of a page cannot be made out", () => {
  const page = (over: Partial<Prepared>, lines: readonly PrintLine[]): Prepared =>
    preparedPage(1654, 2339, { lines, ...over });
  const print = { x0: 300, y0: 468, x1: 380, y1: 490, cell: 3 };
  test("print in a cell that gave nothing, with where and what to do", () => {
    const said = (over: Partial<Prepared>, line: PrintLine = print): string[] =>
      unclearParts(looked(TREE), page(over, [line]), [[]]);
    expect(said({})).toEqual([
      expect.stringMatching(/^1 cells hold print that was not read \(from 20 % to 21 %.*300 dpi/),
    ]);
    expect(said({ bent: true })[0]).toContain("pressed flat");
    // dirt, and print outside tables, are none
    expect(said({}, { ...print, x1: 304, y1: 474 })).toEqual([]);
    expect(said({}, { x0: 300, y0: 468, x1: 380, y1: 490 })).toEqual([]);
  });
  test("a page on which one line in ten is read badly", () => {
    const read = (lines: number): Piece[][] => Array(lines).fill([{ text: "款", box: [0, 0, 1, 1], confidence: 74 }]);
    const said = (confidence: number, lines = 30): string[] =>
      unclearParts(looked(TREE), page({}, []), read(lines), false, confidence);
    expect(said(74, 6)).toEqual([]);
    expect(said(74)).toEqual([expect.stringContaining("one line in ten is hard to make out (confidence 74)")]);
    expect(said(82)).toEqual([]);
  });
  test("numbers beside a table, level with its rows: part of it has lost its rules", () => {
    const whole = looked(TREE);
    const beside = Array.from({ length: 6 }, (_, r) => ({
      text: `3010${r}`,
      box: [10, 55 + r * HIGH, 40, 65 + r * HIGH] as Glyph["box"],
      size: 10,
      run: 100 + r,
    }));
    expect(unclearParts({ ...whole, glyphs: [...whole.glyphs, ...beside] }, page({}, []), [])).toEqual([
      expect.stringContaining("6 numbers stand beside a table whose rules are lost"),
    ]);
    const under = beside.map(({ box: [x0, y0, x1, y1], ...glyph }) => ({
      ...glyph,
      box: [x0, y0 + 400, x1, y1 + 400] as Glyph["box"],
    }));
    expect(unclearParts({ ...whole, glyphs: [...whole.glyphs, ...under] }, page({}, []), [])).toEqual([]);
  });
  test("rows of a table that ran together", () => {
    const merged = looked(TREE);
    const lost = {
      ...merged,
      lines: merged.lines.filter(({ direction, at }) => direction === "v" || at !== 50 + 4 * HIGH),
    };
    expect(unclearParts(lost, page({}, []), [])).toEqual([
      expect.stringContaining("rules between rows are lost in 4 cells"),
    ]);
    expect(unclearParts(merged, page({}, []), [])).toEqual([]);
  });
});
