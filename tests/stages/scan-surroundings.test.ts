import { expect, test } from "vitest";
import { withoutBorders } from "../../src/layout/scan/borders.ts";
import { inkMask } from "../../src/layout/scan/ink.ts";
import { frameCorners, squared } from "../../src/layout/scan/perspective.ts";
import { type GrayPicture, grayPicture } from "../../src/layout/scan/picture.ts";
import { rulingLines } from "../../src/layout/scan/ruling-lines.ts";
import { showThroughLevel, withoutShowThrough } from "../../src/layout/scan/show-through.ts";
import { unbent } from "../../src/layout/scan/unbend.ts";

const sheet = (width: number, height: number, level: (x: number, y: number) => number): GrayPicture => ({
  width,
  height,
  pixels: Uint8Array.from({ length: width * height }, (_, i) => level(i % width, Math.floor(i / width))),
});
const at = ({ width, pixels }: GrayPicture, x: number, y: number): number => pixels[y * width + x]!;

test("a desk around the page and a scanner's black border become paper, print and shade stay", () => {
  const print = (x: number, y: number): boolean => y > 190 && y < 200 && x > 150 && x < 250;
  const desk = withoutBorders(
    sheet(400, 300, (x, y) => (x < 40 || x > 360 || y < 32 || y > 270 ? 150 : print(x, y) ? 40 : 235)),
  );
  expect([at(desk, 10, 150), at(desk, 200, 10), at(desk, 395, 295)]).toEqual([235, 235, 235]);
  expect(at(desk, 200, 195)).toBe(40);
  // a table cut out along its frame keeps the frame
  const cut = sheet(403, 300, (x, y) => (x < 4 || x > 398 || y < 4 || y > 295 || x === 200 ? 0 : 255));
  expect(withoutBorders(cut)).toBe(cut);
  // the light falls off to one side: nothing there ends sharply
  const shade = sheet(400, 300, (x, y) => (print(x, y) ? 40 : 240 - Math.round(x / 4)));
  expect(withoutBorders(shade)).toBe(shade);
});

/** A table of 4 × 5 cells whose foot is `wider` than its head. */
const tableSeen = (wider: number): GrayPicture =>
  sheet(900, 600, (x, y) => {
    const depth = 1 + wider * (y / 600 - 0.5);
    const sx = 450 + (x - 450) / depth;
    const sy = 300 + (y - 300) / depth;
    if (sx < 98 || sx > 802 || sy < 98 || sy > 502) return 255;
    const near = (value: number, step: number): boolean => Math.abs(value - Math.round(value / step) * step) < 2;
    return near(sx - 100, 175) || near(sy - 100, 80) ? 0 : 255;
  });

test("a table photographed from its foot is set square, one scanned stays as it is", () => {
  const flat = tableSeen(0);
  expect(squared(flat)).toBe(flat);
  const seen = tableSeen(0.15);
  const before = frameCorners(inkMask(seen, true))!;
  expect(before[1][0] - before[0][0]).toBeLessThan(before[2][0] - before[3][0] - 40);
  const corners = frameCorners(inkMask(squared(seen), true))!;
  const [a, b, c, d] = corners;
  for (const [one, other] of [
    [a[0], d[0]],
    [b[0], c[0]],
    [a[1], b[1]],
    [d[1], c[1]],
  ] as const)
    expect(Math.abs(one - other)).toBeLessThanOrEqual(4);
});

test("a table whose sides all lean one way is set square; print close under a table is none of its sides", () => {
  const leaning = sheet(900, 600, (x, y) => {
    const sx = x - 0.02 * (y - 300);
    if (sx < 98 || sx > 802 || y < 98 || y > 502) return 255;
    const near = (value: number, step: number): boolean => Math.abs(value - Math.round(value / step) * step) < 2;
    return near(sx - 100, 175) || near(y - 100, 80) ? 0 : 255;
  });
  const [a, , , d] = frameCorners(inkMask(squared(leaning), true))!;
  expect(Math.abs(a[0] - d[0])).toBeLessThanOrEqual(4);
  const table = tableSeen(0.15);
  const noted: GrayPicture = { ...table, pixels: Uint8Array.from(table.pixels) };
  for (let y = 515; y < 545; y++) for (let x = 110; x < 700; x++) if (x % 9 < 7) noted.pixels[y * 900 + x] = 0;
  const [free, close] = [table, noted].map((picture) => frameCorners(inkMask(picture, true))!);
  for (const i of [0, 1, 2, 3]) expect(Math.abs(free![i]![1] - close![i]![1])).toBeLessThanOrEqual(4);
});

test("print without a frame has no corners", () => {
  const lines = sheet(600, 400, (x, y) => (x > 60 && x < 540 && y % 40 > 25 && x % 20 > 6 ? 0 : 255));
  expect(frameCorners(inkMask(lines))).toBeNull();
});

test("a picture of more pixels than are decoded is refused, not tried", async () => {
  const huge = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="12000" height="12000"><rect width="9" height="9"/></svg>',
  );
  await expect(grayPicture(huge)).rejects.toMatchObject({ code: "limit-exceeded" });
});

test("a page in the shade keeps its shade where it touches the desk", () => {
  const shade = (x: number): number => 235 - Math.round(x / 4);
  const photograph = withoutBorders(
    sheet(400, 300, (x, y) =>
      x < 40 || x > 360 || y < 32 || y > 270 ? 80 : y > 190 && y < 200 && x > 300 ? 30 : shade(x),
    ),
  );
  expect(at(photograph, 350, 150)).toBe(shade(350));
  expect(at(photograph, 340, 195)).toBe(30);
  // the desk takes the paper's level beside it
  expect(Math.abs(at(photograph, 390, 150) - shade(355))).toBeLessThan(8);
  expect(Math.abs(at(photograph, 10, 150) - shade(45))).toBeLessThan(8);
});

/** Words in short strokes: every line of `level`, the lines `step` apart. */
const words = (x: number, y: number, step: number): boolean => y % step < 10 && x % 14 < 8 && x % 70 < 56 && y % 4 < 3;

test("what shines through from the back becomes paper, print and its own faint rules stay", () => {
  const print = (x: number, y: number): boolean => x > 40 && x < 300 && words(x, y, 60);
  const rule = (y: number): boolean => y % 60 === 40;
  const back = (x: number, y: number): boolean => x > 330 && words(x, y, 40);
  const page = (behind: boolean): GrayPicture =>
    sheet(600, 600, (x, y) => (print(x, y) ? 40 : rule(y) ? 170 : behind && back(x, y) ? 200 : 255));
  expect(showThroughLevel(page(false))).toBeNull();
  // a dark title over pale print: what is pale there is the page's own
  const pale = sheet(600, 600, (x, y) => (!words(x, y, 40) ? 255 : y < 200 ? 40 : 120 + ((x * 7 + y * 3) % 90)));
  expect(showThroughLevel(pale)).toBeNull();
  const both = page(true);
  expect(showThroughLevel(both)).toBeGreaterThan(185);
  const clean = withoutShowThrough(both);
  const [word, ruled, behind] = [both.pixels.indexOf(40), both.pixels.indexOf(170), both.pixels.indexOf(200)];
  expect([clean.pixels[word]! < 60, clean.pixels[ruled]! < 225, clean.pixels[behind]]).toEqual([true, true, 255]);
});

test("a page that did not lie flat is drawn straight by its own lines; one that did is left as it is", () => {
  const table = (sag: number): GrayPicture =>
    sheet(900, 600, (x, y) => {
      const flat = y - sag * Math.exp(-x / 200);
      if (x < 60 || x > 840 || flat < 58 || flat > 542) return 255;
      return Math.abs(flat - 60 - Math.round((flat - 60) / 60) * 60) < 2 || (x - 60) % 156 < 3 ? 0 : 255;
    });
  const flat = table(0);
  expect(unbent(flat, inkMask(flat))).toBe(flat);
  const bent = table(34);
  const rules = (picture: GrayPicture): number =>
    rulingLines(inkMask(picture), 200).filter(({ direction, from, to }) => direction === "h" && to - from > 700).length;
  expect(rules(bent)).toBeLessThan(9);
  expect(rules(unbent(bent, inkMask(bent)))).toBe(9);
});
