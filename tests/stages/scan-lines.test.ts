import { readdirSync, readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { alphabetOf, charactersIn } from "../../src/layout/scan/ctc.ts";
import type { ReadSymbol } from "../../src/layout/scan/engine.ts";
import { folded } from "../../src/layout/scan/folded-model.ts";
import { checked, pieces } from "../../src/layout/scan/guard.ts";
import { type InkMask, inkMask } from "../../src/layout/scan/ink.ts";
import { inputOf } from "../../src/layout/scan/line-input.ts";
import { readOnnx } from "../../src/layout/scan/onnx-graph.ts";
import type { GrayPicture } from "../../src/layout/scan/picture.ts";
import type { Piece } from "../../src/layout/scan/piece.ts";
import { ppOcr } from "../../src/layout/scan/pp-ocr.ts";
import { isInstalled, modelFiles, runtime } from "../../src/layout/scan/pp-ocr-package.ts";
import { rulingLines } from "../../src/layout/scan/ruling-lines.ts";
import { removeSpecks } from "../../src/layout/scan/specks.ts";
import { strokesIn } from "../../src/layout/scan/strokes.ts";
import { textLines } from "../../src/layout/scan/text-lines.ts";

type Mark = readonly [x: number, y: number, width: number, height: number];

function paper(width: number, height: number, marks: readonly Mark[]): GrayPicture {
  const pixels = new Uint8Array(width * height).fill(255);
  for (const [x, y, w, h] of marks) for (let r = y; r < y + h; r++) pixels.fill(0, r * width + x, r * width + x + w);
  return { width, height, pixels };
}
const inked = (width: number, height: number, marks: readonly Mark[]): InkMask => inkMask(paper(width, height, marks));
const symbols = (text: string): ReadSymbol[] =>
  [...text].map((c, i) => ({ text: c, confidence: 95, box: [i * 12, 0, i * 12 + 10, 20] }));
const line = (text: string): Piece[] => pieces(symbols(text));

describe("a reader of lines", () => {
  test("its steps become characters where they stand; a class that stays is one character, a gap between two like ones makes two", () => {
    const alphabet = alphabetOf("丶\n1\n５\n");
    // none, 1, 1, none, 1, 5, space, none
    const steps = [0, 2, 2, 0, 2, 3, 4, 0];
    const scores = new Float32Array(steps.length * 5);
    for (const [step, letter] of steps.entries()) scores[step * 5 + letter] = 0.9;
    const found = charactersIn(scores, 5, alphabet, (step) => 10 * step, 20);
    expect(found.map(({ text }) => text)).toEqual(["1", "1", "5"]);
    expect(found.map(({ box }) => (box[0] + box[2]) / 2)).toEqual([15, 40, 50]);
    expect(found[0]!.confidence).toBeCloseTo(90);
    expect(alphabet[1]).toBe("、");
  });
  test("lines of one call are brought to one height: white beside the print, grey to the right of the shorter one", () => {
    const { values, shape, placeOf } = inputOf([paper(96, 24, [[0, 0, 96, 24]]), paper(24, 24, [])]);
    expect(shape).toEqual([2, 3, 48, 208]);
    const at = (line: number, x: number): number => values[line * 3 * 48 * 208 + 24 * 208 + x]!;
    expect([at(0, 4), at(0, 100), at(0, 204)]).toEqual([1, -1, 1]);
    expect([at(1, 4), at(1, 30), at(1, 60), at(1, 200)]).toEqual([1, 1, 1, 0]);
    expect(placeOf(0, 208)(7.5)).toBe(0);
    expect(placeOf(0, 208)(199.5)).toBe(96);
  });
  test("numbers another reader has too are settled; the others carry what it has, whatever their places", () => {
    const settled = checked(line("预算8万元，决算7.36万元"), line("预算8万兀，决算7.36万元"));
    expect(settled.some(({ alternatives }) => alternatives)).toBe(false);
    const [, , differing] = checked(line("占5%"), line("占2%")).toSpliced(1, 0, line("x")[0]!);
    expect(differing).toMatchObject({ text: "5", alternatives: ["2"] });
    // the other sees a number of its own: it adds none, and unsettles none
    const more = checked(line("有10人"), line("有10人10"));
    expect(more.map(({ text }) => text)).toEqual(["有", "10", "人"]);
    expect(more[1]).not.toHaveProperty("alternatives");
  });
  test("a 〇 beside no numeral of its kind is a 0, one in a written year stays", () => {
    expect(line("预算〇万元").map(({ text }) => text)).toEqual(["预", "算", "0", "万", "元"]);
    expect(
      line("二〇二三年")
        .map(({ text }) => text)
        .join(""),
    ).toBe("二〇二三年");
  });
  test("a number read unsurely carries what the engine would have read otherwise", () => {
    const alphabet = alphabetOf("4\n1\n");
    // 4 rather than 1, 1 surely, 4 rather than nothing
    const scores = Float32Array.from([0, 0.6, 0.4, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0.4, 0.6, 0]);
    const found = charactersIn(scores, 4, alphabet, (step) => 10 * step, 20);
    expect(found.map(({ text, second }) => [text, second])).toEqual([
      ["4", "1"],
      ["1", undefined],
      ["1", "4"],
    ]);
    expect(pieces(found)[0]).toMatchObject({ text: "411", second: "111" });
    // a wide 4 is a 4 too
    const [wide] = charactersIn(Float32Array.from([0, 0.6, 0.35, 0.05]), 4, ["", "4", "4", "1"], () => 0, 20);
    expect(wide).toMatchObject({ text: "4", second: "1" });
    expect(wide!.confidence).toBeCloseTo(95);
  });
});

describe.skipIf(!isInstalled())("PP-OCR", () => {
  test("its model in fewer steps computes the same", async () => {
    const model = new Uint8Array(readFileSync(modelFiles().recogniser));
    const short = folded(model);
    const steps = (bytes: Uint8Array): number => readOnnx(bytes).nodes.length;
    expect(steps(short)).toBeLessThan(0.7 * steps(model));
    const { InferenceSession, Tensor } = runtime();
    const values = Float32Array.from({ length: 3 * 48 * 96 }, (_, i) => Math.sin(i * i * 0.013));
    const said = async (bytes: Uint8Array): Promise<Float32Array> => {
      const session = await InferenceSession.create(bytes, { intraOpNumThreads: 1 });
      const input = new Tensor("float32", values, [1, 3, 48, 96]);
      return (await session.run({ [session.inputNames[0]!]: input }))[session.outputNames[0]!]!.data;
    };
    const [a, b] = [await said(model), await said(short)];
    expect(Math.max(...a)).toBeGreaterThan(0.1);
    expect(a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0)).toBeLessThan(1e-4);
  });
  const reader = ppOcr(1);
  afterAll(() => reader.close());
  const drawn = async (text: string): Promise<GrayPicture> => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="330" height="40"><rect width="100%" height="100%" fill="#fff"/><text x="6" y="30" font-size="28" font-family="sans-serif">${text}</text></svg>`;
    const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
  };
  test("reads lines of figures, each in its own picture", async () => {
    const lines = await Promise.all(["4,873.59", "87.15%", "1,128"].map(drawn));
    expect(reader.together(lines).flat().toSorted()).toEqual([0, 1, 2]);
    const read = await reader.read(lines);
    expect(read.map((one) => one.map(({ text }) => text).join(""))).toEqual(["4,873.59", "87.15%", "1,128"]);
    const [first, ...others] = read[0]!.map(({ box }) => box[0]);
    expect(others.every((x) => x > first!)).toBe(true);
  });
  test.runIf(process.platform === "linux")("a process that is killed takes no line with it", async () => {
    const lines = [await drawn("4,873.59")];
    await reader.read(lines);
    for (const child of childrenOfThis("pp-ocr-process")) process.kill(child, "SIGKILL");
    // whether the end of the process is known already or comes while it reads: another reads the lines
    const read = await reader.read(lines);
    expect(read[0]!.map(({ text }) => text).join("")).toBe("4,873.59");
  });
});

/** Processes this one started whose command names such a file. */
function childrenOfThis(file: string): number[] {
  const threads = readdirSync("/proc/self/task");
  const pids = threads.flatMap((thread) => readFileSync(`/proc/self/task/${thread}/children`, "utf8").split(" "));
  const found = pids.filter((pid) => pid !== "" && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(file));
  expect(found).toHaveLength(1);
  return found.map(Number);
}

describe("what no engine sees", () => {
  const cell = { x0: 0, y0: 0, x1: 200, y1: 60 };
  const dashes = (count: number, width: number): Mark[] =>
    Array.from({ length: count }, (_, i) => [60 + i * (width + 4), 30, width, 2] as const);
  test("dashes and dots alone in a cell", () => {
    expect(strokesIn(inked(200, 60, dashes(1, 12)), cell, 200)?.text).toBe("-");
    expect(strokesIn(inked(200, 60, dashes(1, 30)), cell, 200)?.text).toBe("—");
    expect(strokesIn(inked(200, 60, dashes(3, 10)), cell, 200)?.text).toBe("---");
    expect(strokesIn(inked(200, 60, dashes(6, 3)), cell, 200)?.text).toBe("……");
  });
  test("an empty cell, a character and a full stop are no strokes", () => {
    expect(strokesIn(inked(200, 60, []), cell, 200)).toBeNull();
    expect(strokesIn(inked(200, 60, [[60, 20, 14, 18]]), cell, 200)).toBeNull();
    expect(strokesIn(inked(200, 60, [[60, 40, 4, 4]]), cell, 200)).toBeNull();
  });
  test("the stem of a thin figure is one pixel wide", () => {
    const seven: Mark[] = [
      [60, 20, 9, 2],
      [66, 22, 1, 3],
      [65, 25, 1, 3],
      [64, 28, 1, 5],
    ];
    expect(textLines(inked(200, 60, seven), cell, 200)).toEqual([]);
    expect(textLines(inked(200, 60, seven), cell, 200, true)).toEqual([{ x0: 60, y0: 20, x1: 69, y1: 33 }]);
  });
  test("specks of dirt go, the stop of a decimal stays", () => {
    const page = paper(120, 60, [
      [20, 20, 10, 18],
      [33, 35, 2, 3],
      [90, 30, 2, 3],
    ]);
    const mask = inkMask(page);
    removeSpecks(mask, page);
    expect(mask.ink.reduce((sum, v) => sum + v, 0)).toBe(180 + 6);
    expect(page.pixels[31 * 120 + 91]).toBe(255);
  });
});

describe("ruling lines", () => {
  const uprights = (marks: readonly Mark[]): number[] =>
    rulingLines(inked(900, 700, marks), 200)
      .filter(({ direction }) => direction === "v")
      .map(({ at }) => Math.floor(at))
      .sort((a, b) => a - b);
  const table: Mark[] = [
    ...[300, 360, 420].map((y): Mark => [100, y, 602, 2]),
    ...[100, 400, 700].map((x): Mark => [x, 300, 2, 122]),
  ];
  test("print that stands in line over a rule does not take it away", () => {
    const print = Array.from({ length: 6 }, (_, i): Mark => [400, 90 + i * 35, 3, 29]);
    const beside = print.flatMap(([x, y, , h]): Mark[] => [-30, -14, 12, 28].map((dx) => [x + dx, y, 4, h]));
    expect(uprights([...table, ...print, ...beside])).toEqual([100, 400, 700]);
  });
  test("an upright stroke nearly as high as its low row is no rule where the table's own have no gap", () => {
    const low = Array.from({ length: 9 }, (_, i) => 300 + 24 * i);
    const rows = low.map((y): Mark => [100, y, 602, 2]);
    const stroke: Mark = [250, 304, 2, 18];
    expect(uprights([...rows, ...[100, 400, 700].map((x): Mark => [x, 300, 2, 194]), stroke])).toEqual([100, 400, 700]);
    const gaps = [100, 400, 700].flatMap((x) => low.slice(1).map((y): Mark => [x, y - 24, 2, 22]));
    expect(uprights([...rows, ...gaps, stroke])).toEqual([100, 250, 400, 700]);
  });
  test("a merged cell left open at the page's end keeps its sides", () => {
    const open: Mark[] = [
      [100, 300, 602, 2],
      [100, 360, 602, 2],
      [402, 420, 300, 2],
      ...[100, 250, 400, 700].map((x): Mark => [x, 300, 2, 122]),
    ];
    expect(uprights(open)).toEqual([100, 250, 400, 700]);
  });
  test("a thin rule between columns goes on through rows where half of it is lost; print across a merged cell makes none", () => {
    const rows = Array.from({ length: 9 }, (_, i) => 300 + 40 * i);
    const whole = (x: number): Mark => [x, 300, 2, 322];
    const through = (lost: readonly Mark[]): number[][] =>
      rulingLines(
        inked(900, 700, [
          ...rows.map((y): Mark => [100, y, 602, 2]),
          whole(100),
          whole(700),
          [400, 300, 2, 82],
          ...lost,
          [400, 420, 2, 202],
        ]),
        200,
      )
        .filter(({ direction, at }) => direction === "v" && Math.abs(at - 400) < 2)
        .map(({ from, to }) => [from, to].map((y) => Math.round(y / 10)));
    const dotted = Array.from({ length: 8 }, (_, i): Mark => [400, 382 + 5 * i, 2, 3]);
    expect(through(dotted)).toEqual([[30, 62]]);
    const print = Array.from({ length: 5 }, (_, i): Mark => [380, 386 + 6 * i, 60, 3]);
    expect(through(print)).toHaveLength(2);
  });
});
