import { expect, test } from "vitest";
import { doubted } from "../../src/layout/scan/cell-doubts.ts";
import { withoutDoubled } from "../../src/layout/scan/doubled-digits.ts";
import type { GrayPicture } from "../../src/layout/scan/picture.ts";
import type { Prepared } from "../../src/layout/scan/prepared-page.ts";
import type { PixelRule } from "../../src/layout/scan/ruling-lines.ts";
import { rulesUnder } from "../../src/layout/scan/streaked-rules.ts";
import { type Streak, streaksAcross } from "../../src/layout/scan/streaks.ts";
import { withFours } from "../../src/layout/scan/torn-fours.ts";
import { isTorn } from "../../src/layout/scan/torn-print.ts";
import { pageParts } from "../../src/layout/table/index.ts";
import type { Glyph } from "../../src/lib/page-content.ts";
import { drawnPage } from "../support/drawn-page.ts";
import { preparedPage } from "../support/prepared-page.ts";

/** Rows of bars, one a figure, each whole or broken in so many pieces. */
function printed(pieces: number): { prepared: Prepared; read: { text: string; confidence: number; box: never }[][] } {
  const [width, height] = [300, 400];
  const ink = new Uint8Array(width * height);
  const lines = Array.from({ length: 8 }, (_, row) => ({ x0: 20, x1: 120, y0: 20 + 40 * row, y1: 44 + 40 * row }));
  for (const { x0, y0 } of lines)
    for (let figure = 0; figure < 5; figure++)
      for (let y = 0; y < 24; y++)
        for (let x = 0; x < 6; x++)
          if (y % Math.ceil(24 / pieces) > 1 || pieces === 1) ink[(y0 + y) * width + x0 + 14 * figure + x] = 1;
  const prepared = preparedPage(width, height, { mask: { width, height, ink }, lines });
  const read = lines.map(() => [{ text: "12.34", confidence: 99, box: [0, 0, 1, 1] as never }]);
  return { prepared, read };
}

test("print whose figures fall into parts is torn; whole print, and a page with few numbers, is not", () => {
  const [whole, torn] = [printed(1), printed(2)];
  expect(isTorn(whole.prepared, whole.read)).toBe(false);
  expect(isTorn(torn.prepared, torn.read)).toBe(true);
  expect(isTorn({ ...torn.prepared, lines: torn.prepared.lines.slice(0, 3) }, torn.read)).toBe(false);
});

test("a number has no more figures than there is room for", () => {
  const read = (text: string, wide: number): string => {
    const region = { x0: 0, y0: 0, x1: wide, y1: 20 };
    const [piece] = withoutDoubled([{ text, box: [0, 0, wide, 20], confidence: 100 }], region);
    return [piece!.text, ...(piece!.alternatives ?? [])].join(" or ");
  };
  expect([read("55", 12), read("55", 24), read("11", 12), read("3,504.28", 40), read("3,504.28", 90)]).toEqual([
    "5 or 55",
    "55",
    "11",
    "3,504.28 or ",
    "3,504.28",
  ]);
});

const TABLE = `grid 50,100 80,80,80,80 20,20,20,20,20
  t 60,110 编码
  t 140,110 合计
  t 220,110 基本
  t 300,110 项目
  t 60,130 201
  t 140,130 53.20
  t 220,130 30.00
  t 300,130 23.20
  t 60,150 208
  t 140,150 115.69
  t 220,150 115.69
  t 60,170 210
  t 140,170 12.50
  t 220,170 10.00
  t 300,170 2.50
  t 60,190 221
  t 140,190 90.00
  t 220,190 60.00
  t 300,190 30.00`;

/** The cells in doubt, where every text is one piece as readers of pictures give it. */
function inDoubt(doubts: { torn: boolean; streaks: readonly Streak[] }): string[] {
  const page = drawnPage(TABLE);
  const runs = [...new Set(page.glyphs.map(({ run }) => run))];
  const glyphs = runs.map((run) => {
    const some = page.glyphs.filter((glyph) => glyph.run === run);
    const [first, last] = [some[0]!, some.at(-1)!];
    const box: Glyph["box"] = [first.box[0], first.box[1], last.box[2], first.box[3]];
    return { ...first, text: some.map(({ text }) => text).join(""), box, confidence: 99 };
  });
  return pageParts(doubted({ ...page, glyphs }, doubts)).grids.flatMap(({ cells }) =>
    cells.flatMap(({ text, alternatives }) => (alternatives ? [`${text} or ${alternatives}`] : [])),
  );
}

test("in torn print a sum bears its numbers, but for one with a single part, or with a 1 in one place of total and part", () => {
  expect(inDoubt({ torn: false, streaks: [] })).toEqual([]);
  expect(inDoubt({ torn: true, streaks: [] })).toEqual([
    "201 or 204",
    "208 or ",
    "115.69 or 445.69",
    "115.69 or 445.69",
    "210 or 240",
    "12.50 or 42.50",
    "10.00 or 40.00",
    "2.50 or ",
    "221 or 224",
  ]);
});

test("a number a streak crosses is in doubt where its row does not bear it", () => {
  expect(inDoubt({ torn: false, streaks: [{ at: 62, from: 100, to: 155 }] })).toEqual(["201 or 204", "208 or "]);
  expect(inDoubt({ torn: false, streaks: [{ at: 142, from: 0, to: 500 }] })).toEqual([]);
});

/** A table of six rows and two columns whose middle rule stands under a white streak that cuts the others too; `trace`: of what grey it is. */
function streaked(trace: number): { picture: GrayPicture; rules: PixelRule[] } {
  const [width, height] = [700, 500];
  const pixels = new Uint8Array(width * height).fill(250);
  const paint = (x0: number, y0: number, x1: number, y1: number, level: number): void => {
    for (let y = y0; y < y1; y++) pixels.fill(level, y * width + x0, y * width + x1);
  };
  const rules: PixelRule[] = [];
  for (let row = 0; row <= 6; row++) {
    const at = 60 + 50 * row;
    paint(100, at - 1, 600, at + 2, 40);
    rules.push({ direction: "h", at, from: 100, to: 600, thickness: 3, slope: 0 });
    if (row === 6) continue;
    paint(160, at + 15, 200, at + 35, 40);
    paint(420, at + 15, 470, at + 35, 40);
  }
  for (const at of [100, 600]) {
    paint(at - 1, 60, at + 2, 360, 40);
    rules.push({ direction: "v", at, from: 60, to: 360, thickness: 3, slope: 0 });
  }
  paint(348, 0, 353, height, 255);
  paint(350, 60, 351, 360, trace);
  return { picture: { width, height, pixels }, rules };
}

test.each([
  ["left a trace of", 232],
  ["took away", 255],
])("the rule a streak %s is found again", (_, trace) => {
  const { picture, rules } = streaked(trace);
  const streaks = streaksAcross(picture, rules, 200);
  expect(streaks).toEqual([{ at: 350.5, from: 0, to: Number.POSITIVE_INFINITY }]);
  expect(rulesUnder(picture, rules, streaks, 200)).toEqual([
    expect.objectContaining({ direction: "v", at: 350.5, from: 60, to: 360 }),
  ]);
});

test("a streak through words, and rules that are whole, part nothing", () => {
  const { picture, rules } = streaked(255);
  for (let row = 0; row < 6; row++)
    for (let y = 75; y < 95; y++) picture.pixels.fill(40, (50 * row + y) * 700 + 330, (50 * row + y) * 700 + 345);
  const streaks = streaksAcross(picture, rules, 200);
  expect(streaks).toHaveLength(1);
  for (let row = 0; row < 6; row++)
    for (let y = 75; y < 95; y++) picture.pixels.fill(40, (50 * row + y) * 700 + 345, (50 * row + y) * 700 + 349);
  expect(rulesUnder(picture, rules, streaks, 200)).toEqual([]);
  for (let y = 55; y < 365; y++) picture.pixels.fill(picture.pixels[y * 700 + 340]!, y * 700 + 341, y * 700 + 360);
  expect(streaksAcross(picture, rules, 200)).toEqual([]);
});

/** Numbers set in a pitch of 15 pixels as torn print leaves them: stems of ones in the middle of their places, of fours further right. */
function set(numbers: readonly string[], read: readonly string[], stemOfOne = 0.5): string[] {
  const [width, height, pitch] = [300, 40 * numbers.length + 40, 15];
  const ink = new Uint8Array(width * height);
  const fill = (x: number, y: number, w: number, h: number): void => {
    for (let row = y; row < y + h; row++) ink.fill(1, row * width + x, row * width + x + w);
  };
  const lines = numbers.map((number, n) => {
    const [left, top] = [20, 20 + 40 * n];
    for (const [i, one] of [...number].entries()) {
      const x = left + i * pitch;
      if (one === "." || one === ",") fill(x + 3, top + 18, 3, 3);
      else if (one === "1") fill(x + Math.round(stemOfOne * pitch) - 1, top, 2, 20);
      else if (one === "4") fill(x + Math.round((stemOfOne + 0.17) * pitch) - 1, top, 2, 20);
      else for (const side of [2, 11]) fill(x + side, top, 2, 20);
    }
    const inked = [...ink.subarray(0)].flatMap((value, i) =>
      value && i >= top * width && i < (top + 24) * width ? [i % width] : [],
    );
    return { x0: Math.min(...inked), x1: Math.max(...inked) + 1, y0: top, y1: top + 21 };
  });
  const prepared = preparedPage(width, height, { mask: { width, height, ink }, lines });
  const pieces = read.map((text) => [{ text, confidence: 99, box: [0, 0, 1, 1] as const }]);
  return withFours(pieces, prepared).map((line) =>
    line.map(({ text, alternatives }) => [text, ...(alternatives ?? [])].join(" or ")).join(" "),
  );
}

test("in torn print a stem right of the middle of its place is a 4, in doubt; one in the middle stays a 1", () => {
  const printed = ["2,380.56", "1,290.35", "445.69", "118.20", "20,614.80", "204", "3,011.59", "04"];
  const read = ["2,380.56", "1,290.35", "115.69", "118.20", "20,61.1.80", "20-1", "3,011.59", "01"];
  expect(set(printed, read)).toEqual([
    "2,380.56",
    "1,290.35",
    "445.69 or 115.69",
    "118.20",
    "20,614.80 or 20,61.1.80",
    "204 or 20-1",
    "3,011.59",
    "04 or 01",
  ]);
  // of type whose ones stand otherwise nothing is said, nor of a page with few numbers
  expect(set(printed, read, 0.64)).toEqual(read);
  expect(set(printed.slice(2, 4), read.slice(2, 4))).toEqual(read.slice(2, 4));
});
