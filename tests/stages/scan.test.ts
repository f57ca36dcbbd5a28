import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { OcrEngine, ReadSymbol } from "../../src/layout/scan/engine.ts";
import { compare, pieces, settled } from "../../src/layout/scan/guard.ts";
import { evenLight, inkMask } from "../../src/layout/scan/ink.ts";
import { corrected } from "../../src/layout/scan/lexicon.ts";
import { percents } from "../../src/layout/scan/percent.ts";
import { type GrayPicture, grayPicture, turned } from "../../src/layout/scan/picture.ts";
import { CHINESE_QUIRKS } from "../../src/layout/scan/quirks.ts";
import { readPage } from "../../src/layout/scan/read-page.ts";
import { remembering } from "../../src/layout/scan/reading-cache.ts";
import { rulingLines } from "../../src/layout/scan/ruling-lines.ts";
import { lookedAtAgain, needsSecondLook } from "../../src/layout/scan/second-look.ts";
import { skewOf } from "../../src/layout/scan/skew.ts";
import { numberedLabels, pageNumber, spelled, spelledInCell } from "../../src/layout/scan/spelling.ts";
import { stack, unstack } from "../../src/layout/scan/strips.ts";
import { pageBlocks } from "../../src/layout/table/index.ts";

/** White paper with black rectangles `[x, y, width, height]`. */
function paper(
  width: number,
  height: number,
  marks: readonly (readonly [number, number, number, number])[],
): GrayPicture {
  const pixels = new Uint8Array(width * height).fill(255);
  for (const [x, y, w, h] of marks) for (let r = y; r < y + h; r++) pixels.fill(0, r * width + x, r * width + x + w);
  return { width, height, pixels };
}

/** A table of two columns and three rows at 200 dpi; each cell holds one block of print. */
const TABLE: readonly (readonly [number, number, number, number])[] = [
  ...[100, 160, 220, 280].map((y) => [100, y, 600, 2] as const),
  ...[100, 400, 698].map((x) => [x, 100, 2, 182] as const),
  ...[0, 1, 2].flatMap((r) => [[120, 120 + 60 * r, 50, 20] as const, [520, 120 + 60 * r, 140, 20] as const]),
];

const symbol = (text: string, x: number, width = 10, y = 0, confidence = 95): ReadSymbol => ({
  text,
  confidence,
  box: [x, y, x + width, y + 20],
});
const symbols = (text: string): ReadSymbol[] => [...text].map((c, i) => symbol(c, i * 12));

describe("preparing a page", () => {
  test("uneven light and grey paper leave the print", async () => {
    const page = paper(400, 300, [[100, 100, 60, 30]]);
    for (let y = 0; y < 300; y++)
      for (let x = 0; x < 400; x++)
        page.pixels[y * 400 + x]! = Math.round((page.pixels[y * 400 + x]! ? 200 : 60) * (0.6 + (0.4 * x) / 400));
    const { ink } = inkMask(evenLight(page));
    expect(ink.reduce((sum, v) => sum + v, 0)).toBe(60 * 30);
  });
  test("a red seal over print disappears, the print stays", async () => {
    const raw = new Uint8Array(60 * 20 * 4).fill(255);
    for (let i = 0; i < 60 * 20; i++) if (i % 60 < 30) raw.set([228, 40, 46, 255], i * 4);
    for (let i = 0; i < 20; i++) raw.set([30, 20, 25, 255], (i * 60 + 15) * 4);
    const { pixels } = await grayPicture({ width: 60, height: 20, rgba: raw });
    expect(pixels[5]).toBeGreaterThan(200);
    expect(pixels[15]).toBeLessThan(60);
  });
  test.each([-2.3, -0.4, 0, 0.8, 3.1])("a page %d° askew is turned straight to a tenth of a degree", async (angle) => {
    const askew = await turned(paper(1200, 900, TABLE), angle);
    expect(skewOf(inkMask(askew)) + angle).toBeCloseTo(0, 0);
    expect(Math.abs(skewOf(inkMask(askew)) + angle)).toBeLessThanOrEqual(0.1);
  });
  test("bytes that are no picture are one clear error", async () => {
    await expect(grayPicture(new Uint8Array([1, 2, 3]))).rejects.toMatchObject({ code: "damaged" });
  });
});

describe("ruling lines", () => {
  const count = (marks: readonly (readonly [number, number, number, number])[]): [number, number] => {
    const found = rulingLines(inkMask(paper(900, 500, marks)), 200);
    return [found.filter((r) => r.direction === "h").length, found.filter((r) => r.direction === "v").length];
  };
  test("a drawn table", () => expect(count(TABLE)).toEqual([4, 3]));
  test("broken lines are one rule", () =>
    expect(
      count([...TABLE.filter(([, y, w]) => !(y === 160 && w === 600)), [100, 160, 290, 2], [400, 160, 300, 2]]),
    ).toEqual([4, 3]));
  test("strokes of print are no rules", () =>
    expect(
      count([
        [100, 100, 40, 4],
        [150, 100, 42, 4],
        [120, 90, 4, 40],
        [300, 100, 60, 60],
      ]),
    ).toEqual([0, 0]));
});

describe("reading numbers twice", () => {
  test("a number is one piece, its full stop is not", () => {
    expect(pieces(symbols("共191.88万元。")).map((p) => p.text)).toEqual(["共", "191.88", "万", "元", "。"]);
    expect(pieces(symbols("合计3。")).map((p) => p.text)).toEqual(["合", "计", "3", "。"]);
  });
  test("a thousands comma read as a stop is a comma again; an l between digits is a one", () => {
    expect(pieces(symbols("2.082.85"))[0]!.text).toBe("2,082.85");
    expect(pieces(symbols("1l3.5"))[0]!.text).toBe("113.5");
  });
  test("numbers on which both agree are sure, others carry what the second reading says", () => {
    const first = pieces(symbols("决算446.11万元"));
    expect(compare(first, pieces(symbols("决算446.11万元"))).every((p) => p.alternatives === undefined)).toBe(true);
    expect(compare(first, pieces(symbols("决算146.11万元"))).find((p) => p.alternatives)).toMatchObject({
      text: "446.11",
      alternatives: ["146.11"],
    });
  });
});

describe("print as it was printed", () => {
  const line = (text: string, confidence = 80): ReturnType<typeof pieces> =>
    pieces([...text].map((c, i) => ({ ...symbol(c, i * 20, 20, 0), confidence })));
  const text = (list: readonly { text: string }[]): string => list.map((p) => p.text).join("");
  test("wide marks, pairs of brackets and quotation marks, units of money", () => {
    expect(text(spelled(line("“三公“经费(含接待费》为12.5万兀,其中:办公费")))).toBe(
      "“三公”经费（含接待费）为12.5万元，其中：办公费",
    );
  });
  test("a per cent sign read as a digit gives itself away; an amount does not", () => {
    expect(text(percents(line("占29.088，"), true))).toBe("占29.08%，");
    expect(text(percents(line("完成预算的08。"), true))).toBe("完成预算的0%。");
    expect(text(percents(line("支出12.18万元，"), true))).toBe("支出12.18万元，");
    expect(text(percents(line("191.88"), false))).toBe("191.88");
    expect(text(percents(line("20.829"), false))).toBe("20.829");
    expect(text(percents(line("1.9006"), false))).toBe("1.9006");
    const [doubtful] = line("1008");
    const settledSign = percents([{ ...doubtful!, alternatives: ["100"] }], false);
    expect(text(settledSign)).toBe("100%");
    expect(settledSign[0]!.alternatives).toEqual(["1008"]);
  });
  test("in a cell a figure alone has no mark behind it, and a label a colon before its figure", () => {
    expect(text(spelledInCell(line("4.77，")))).toBe("4.77");
    expect(text(spelledInCell(line("项目支出，66.81")))).toBe("项目支出：66.81");
    expect(spelledInCell(line("o"))).toMatchObject([{ text: "0", alternatives: ["o"] }]);
  });
  test("a running number gets the mark back that the others of its page have; an amount has none", () => {
    const read = (...lines: string[]): string[] => numberedLabels(lines.map((one) => line(one))).map(text);
    expect(read("1因公出国（境）费", "2、公务接待费")).toEqual(["1、因公出国（境）费", "2、公务接待费"]);
    expect(read("1因公出国（境）费")).toEqual(["1因公出国（境）费"]);
    expect(read("i.因公出国（境）费", "2.公务用车费")).toEqual(["1.因公出国（境）费", "2.公务用车费"]);
    expect(read("l、因公出国（境）费")).toEqual(["l、因公出国（境）费"]);
    expect(read("2、公务接待费", "3个月内全部完成", "2024年度支出")).toEqual([
      "2、公务接待费",
      "3个月内全部完成",
      "2024年度支出",
    ]);
  });
  test("letters for a line may be another reader's number; a bracket for whose unit there is room gets it", () => {
    const again = (first: string, second: string): string => text(lookedAtAgain(line(first), line(second)));
    expect(again("Vl", "之1")).toBe("之1");
    expect(lookedAtAgain(line("Vl"), line("之1")).at(-1)!.alternatives).toEqual(["Vl"]);
    expect(again("金（", "金（刀")).toBe("金（万");
    expect(again("目录", "日录")).toBe("目录");
    expect(needsSecondLook(line("金（", 95), { x0: 0, y0: 0, x1: 60, y1: 20 })).toBe(true);
    expect(needsSecondLook(line("资金", 95), { x0: 0, y0: 0, x1: 40, y1: 20 })).toBe(false);
    expect(needsSecondLook(line("Vo", 60), { x0: 0, y0: 0, x1: 24, y1: 20 })).toBe(true);
  });
  test("page numbers stand between dashes", () => {
    expect(text(pageNumber(line("一12一")))).toBe("—12—");
    expect(text(pageNumber(line("共12页")))).toBe("共12页");
  });
  test("labels are compared with the words of the forms", () => {
    expect(text(corrected([line("一、年未结转和结余")], CHINESE_QUIRKS.twins)[0]!)).toBe("一、年末结转和结余");
    expect(text(corrected([line("金颜", 97)], CHINESE_QUIRKS.twins)[0]!)).toBe("金额");
    expect(text(corrected([line("十九、佰房保障支出", 99)], CHINESE_QUIRKS.twins)[0]!)).toBe("十九、住房保障支出");
    expect(corrected([line("基本工"), line("瓷")], CHINESE_QUIRKS.twins).map(text)).toEqual(["基本工", "资"]);
    expect(corrected([line("金颜", 97)], CHINESE_QUIRKS.twins)[0]!.map(({ asRead }) => asRead)).toEqual([
      undefined,
      "颜",
    ]);
    expect(text(corrected([line("本年收入小计", 60)], CHINESE_QUIRKS.twins)[0]!)).toBe("本年收入小计");
    expect(text(corrected([line("公务员医疗补助缴款", 99.9)], CHINESE_QUIRKS.twins)[0]!)).toBe("公务员医疗补助缴款");
    expect(text(corrected([line("公务员医疗补助繳费", 99.9)], CHINESE_QUIRKS.twins)[0]!)).toBe("公务员医疗补助繳费");
    expect(text(corrected([line("公务员医疗补助缎费", 99)], CHINESE_QUIRKS.twins)[0]!)).toBe("公务员医疗补助缴费");
    expect(text(corrected([line("数量指标", 60)], CHINESE_QUIRKS.twins)[0]!)).toBe("数量指标");
    expect(text(corrected([line("完全不同的话", 60)], CHINESE_QUIRKS.twins)[0]!)).toBe("完全不同的话");
  });
  test("three of four readings settle a number; otherwise it stays in doubt with all of them", () => {
    const [inDoubt] = compare(line("446.11"), line("146.11"));
    expect(settled([inDoubt!], [line("446.11"), line("446.11")])[0]).not.toHaveProperty("alternatives");
    expect(settled([inDoubt!], [line("416.11"), line("446.11")])[0]).toMatchObject({
      text: "446.11",
      alternatives: ["146.11", "416.11"],
    });
  });
});

describe("readings are kept", () => {
  test("a picture read once is not read again, by another model it is", async () => {
    const folder = await mkdtemp(join(tmpdir(), "readings-"));
    let calls = 0;
    const counting: OcrEngine = {
      name: "counting",
      quirks: CHINESE_QUIRKS,
      models: ["standard", "best"],
      lanes: 1,
      async read() {
        calls++;
        return [symbol("7", 3, 4, 5)];
      },
      async close() {},
    };
    const picture = paper(20, 10, []);
    const first = await remembering(counting, folder).read(picture, "standard");
    expect(await remembering(counting, folder).read(picture, "standard")).toEqual(first);
    expect(calls).toBe(1);
    await remembering(counting, folder).read(picture, "best");
    expect(calls).toBe(2);
    await rm(folder, { recursive: true });
  });
});

test("lines are stacked with white around them and given back to their places", () => {
  const page = paper(500, 300, [
    [50, 40, 100, 20],
    [60, 200, 30, 20],
  ]);
  const [strip] = stack(page, [
    { x0: 50, y0: 40, x1: 150, y1: 60 },
    { x0: 60, y0: 200, x1: 90, y1: 220 },
  ]);
  const back = unstack(
    strip!,
    strip!.placed.map(({ top, left }, i) => symbol(String(i), left, 10, top)),
  );
  expect(back.get(0)![0]!.box).toEqual([50, 40, 60, 60]);
  expect(back.get(1)![0]!.box).toEqual([60, 200, 70, 220]);
});

/** An engine that "reads" each block of print as one word by its width: enough to follow it through the page. */
const fake = (words: (width: number) => string): OcrEngine => ({
  name: "fake",
  quirks: CHINESE_QUIRKS,
  models: ["standard"],
  lanes: 1,
  async read({ width, height, pixels }) {
    const found: ReadSymbol[] = [];
    const dark = (x: number, y: number): boolean => pixels[y * width + x]! < 100;
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        if (!dark(x, y) || found.some(({ box }) => x < box[2] && x >= box[0] - 4 && y < box[3])) continue;
        const from = x;
        // the edges are soft: the width is taken in the block's middle
        while (dark(x, y + 8)) x++;
        if (x - from < 4) continue;
        found.push({ text: words(x - from), confidence: 90, box: [from, y, x, y + 20] });
      }
    return found;
  },
  async close() {},
});

test("a photographed table becomes a grid with its cells, wherever it stands on the page", async () => {
  const png = await sharp(Buffer.from((await turned(paper(1654, 2339, TABLE), 0.7)).pixels), {
    raw: { width: 1654, height: 2339, channels: 1 },
  })
    .png()
    .toBuffer();
  const page = await readPage(
    { number: 3, width: 595.4, height: 842, picture: png },
    { engine: fake((width) => (width < 96 ? "项目" : "12.50")) },
  );
  const [grid] = pageBlocks(page, "ocr");
  expect(grid).toMatchObject({ kind: "grid", page: 3, rows: 3, cols: 2 });
  expect(grid?.kind === "grid" && grid.cells.map((c) => c.text)).toEqual([
    "项目",
    "12.50",
    "项目",
    "12.50",
    "项目",
    "12.50",
  ]);
});
