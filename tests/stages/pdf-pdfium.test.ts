import { describe, expect, test } from "vitest";
import type { PageReading } from "../../src/layout/pdf/engine.ts";
import { openPdfium } from "../../src/layout/pdf/pdfium.ts";
import { han, stream, type WrittenPage, writePdf } from "../support/write-pdf.ts";

const read = async (page: WrittenPage, extra: string[] = []): Promise<PageReading> => {
  const document = await openPdfium(writePdf([page], extra));
  try {
    return document.content(1);
  } finally {
    document.close();
  }
};
const textOf = (page: PageReading): string => page.glyphs.map((g) => g.text).join("");
const rounded = (values: readonly number[]): number[] => values.map((v) => Math.round(v * 10) / 10);

describe("characters", () => {
  test("stand in points from the top left, in an em square on their baseline", async () => {
    const page = await read({ content: `BT /F2 10 Tf 100 700 Td ${han("预算")} Tj ET` });
    expect(textOf(page)).toBe("预算");
    expect(page.glyphs.map((g) => rounded(g.box))).toEqual([
      [100, 133.4, 110, 143.4],
      [110, 133.4, 120, 143.4],
    ]);
    expect(page.glyphs[0]!.size).toBeCloseTo(10);
  });

  test("carry the size the matrix gives them", async () => {
    const page = await read({ content: `BT /F2 1 Tf 12 0 0 12 100 700 Tm ${han("元")} Tj ET` });
    expect(page.glyphs[0]!.size).toBeCloseTo(12);
  });

  test("justified letters and blanks: only what is seen", async () => {
    const page = await read({ content: `BT /F2 10 Tf 100 700 Td ${han("因　公 出 国")} Tj ET` });
    expect(textOf(page)).toBe("因公出国");
  });

  test("printed twice for a bold face are one character each", async () => {
    const once = (x: number) =>
      `BT /F2 10 Tf ${x} 700 Td ${han("合计")} Tj ET BT /F1 10 Tf ${x + 40} 700 Td (1,100.00) Tj ET `;
    const page = await read({ content: once(100) + once(100.3) });
    expect(textOf(page)).toBe("合计1,100.00");
    const apart = await read({ content: once(100) + once(300) });
    expect(textOf(apart)).toBe("合计1,100.00合计1,100.00");
  });

  test("stroked as well as filled are bold", async () => {
    const page = await read({ content: `BT 2 Tr /F2 10 Tf 100 700 Td ${han("合计")} Tj ET` });
    expect(page.glyphs.map((g) => g.bold)).toEqual([true, true]);
  });

  test("cut away by a clip path are on the other page", async () => {
    const page = await read({ content: `q 0 0 118 842 re W n BT /F1 10 Tf 100 700 Td (123456) Tj ET Q` });
    expect(textOf(page)).toBe("123");
    expect(page.evidence.clipped).toBe(3);
  });

  test("off the page or invisible are not read", async () => {
    const page = await read({
      content: `BT /F1 10 Tf 590 700 Td (12) Tj ET BT 3 Tr /F1 10 Tf 100 600 Td (45) Tj ET BT 0 Tr 100 500 Td (7) Tj ET`,
    });
    expect(textOf(page)).toBe("17");
    expect(page.evidence).toMatchObject({ drawn: 2, invisible: 2, clipped: 1 });
  });

  test("in a form XObject stand where the form puts them, cut by the form's box", async () => {
    const form = stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 17 50] /Resources << /Font << /F1 3 0 R >> >>",
      "BT /F1 10 Tf 5 10 Td (123) Tj ET 0 0 40 0.5 re f",
    );
    const page = await read({ content: "q 2 0 0 2 100 100 cm /X1 Do Q", resources: "/XObject << /X1 6 0 R >>" }, [
      form,
    ]);
    expect(textOf(page)).toBe("12");
    expect(page.glyphs[0]!.box[0]).toBeCloseTo(110, 0);
    expect(page.glyphs[0]!.size).toBeCloseTo(20);
    expect(page.lines).toHaveLength(1);
    expect(rounded([page.lines[0]!.from, page.lines[0]!.to, page.lines[0]!.at])).toEqual([100, 134, 741.5]);
  });

  test("radicals are written as the ideographs they look like", async () => {
    const page = await read({ content: `BT /F2 10 Tf 100 700 Td ${han("部⻔⾏业")} Tj ET` });
    expect(textOf(page)).toBe("部门行业");
  });
});

describe("orientation", () => {
  test.each([
    [90, "0 1 -1 0 200 100"],
    [180, "-1 0 0 -1 200 100"],
    [270, "0 -1 1 0 200 700"],
  ])("a page with /Rotate %i reads upright", async (rotate, matrix) => {
    const page = await read({ rotate, content: `BT /F2 10 Tf ${matrix} Tm ${han("收入总计")} Tj ET` });
    expect(page.turned).toBe(0);
    expect([page.width, page.height]).toEqual(rotate === 180 ? [595, 842] : [842, 595]);
    expect(page.glyphs.map((g) => g.text).join("")).toBe("收入总计");
    const [first, second] = page.glyphs;
    expect(second!.box[0] - first!.box[0]).toBeCloseTo(10);
    expect(second!.box[1]).toBeCloseTo(first!.box[1]);
  });

  test("a page whose text stands on end is turned, its lines with it", async () => {
    const page = await read({
      content: `BT /F2 10 Tf 0 1 -1 0 200 100 Tm ${han("收入总计")} Tj ET 300 100 0.5 400 re f`,
    });
    expect(page.turned).toBe(1);
    expect([page.width, page.height]).toEqual([842, 595]);
    expect(page.glyphs[1]!.box[0] - page.glyphs[0]!.box[0]).toBeCloseTo(10);
    expect(page.lines.map((l) => [l.direction, Math.round(l.from), Math.round(l.to)])).toEqual([["h", 100, 500]]);
  });

  test("a cropped page counts from its crop", async () => {
    const page = await read({ box: [50, 60, 400, 500], content: `BT /F1 10 Tf 60 400 Td (1) Tj ET` });
    expect([page.width, page.height]).toEqual([350, 440]);
    expect(page.glyphs[0]!.box[0]).toBeCloseTo(10, 0);
  });
});

describe("ruling lines", () => {
  const lines = async (content: string) =>
    (await read({ content })).lines.map((l) => [l.direction, ...rounded([l.at, l.from, l.to, l.thickness])]);

  test("strokes", async () => {
    expect(await lines("1 w 100 700 m 300 700 l 300 600 l S")).toEqual([
      ["h", 142, 100, 300, 1],
      ["v", 300, 142, 242, 1],
    ]);
  });
  test("thin filled rectangles, as Word draws borders", async () => {
    expect(await lines("100 700 200 0.48 re f 100 600 0.48 100 re f")).toEqual([
      ["h", 141.8, 100, 300, 0.5],
      ["v", 100.2, 142, 242, 0.5],
    ]);
  });
  test("edges of a stroked rectangle, but not of a filled background", async () => {
    expect(await lines("1 w 100 600 200 100 re S")).toHaveLength(4);
    expect(await lines("100 600 200 100 re f")).toEqual([]);
  });
  test("a border drawn as the area between two rectangles", async () => {
    expect(await lines("100 600 200 100 re 101 601 198 98 re f*")).toEqual([
      ["h", 142.5, 100, 300, 1],
      ["h", 241.5, 100, 300, 1],
      ["v", 100.5, 142, 242, 1],
      ["v", 299.5, 142, 242, 1],
    ]);
  });
  test("slanted strokes and curves are none; the clip cuts what it hides", async () => {
    expect(await lines("100 700 m 200 600 l S 100 700 m 120 720 140 720 160 700 c S")).toEqual([]);
    expect(await lines("q 0 0 250 842 re W n 1 w 100 700 m 300 700 l S Q")).toEqual([["h", 142, 100, 250, 1]]);
  });
});

describe("pictures", () => {
  const image = stream(
    "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8",
    "\x00\xff\xff\x00",
  );
  const pictures = async (content: string, rotate = 0) => {
    const document = await openPdfium(writePdf([{ content, rotate, resources: "/XObject << /X1 6 0 R >>" }], [image]));
    const found = document.pictures(1);
    const { pictures } = document.content(1);
    document.close();
    expect(pictures).toHaveLength(1);
    return found;
  };

  test("come as they are stored, with their place", async () => {
    expect(await pictures("q 200 0 0 100 50 600 cm /X1 Do Q")).toMatchObject([
      { box: [50, 142, 250, 242], raster: { width: 2, height: 2 } },
    ]);
  });
  test("come with ink dark, masks of black-and-white scans too", async () => {
    for (const entries of [
      "/ImageMask true /BitsPerComponent 1",
      "/ColorSpace /DeviceGray /BitsPerComponent 1",
      "/ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>] /BitsPerComponent 1",
    ]) {
      const mask = stream(`/Type /XObject /Subtype /Image /Width 8 /Height 1 ${entries}`, "\x0f");
      const file = writePdf(
        [{ content: "q 80 0 0 10 9 9 cm /X1 Do Q", resources: "/XObject << /X1 6 0 R >>" }],
        [mask],
      );
      const document = await openPdfium(file);
      const [picture] = document.pictures(1) as unknown as [{ raster: { rgba: Uint8Array } }];
      document.close();
      const dark = Array.from({ length: 8 }, (_, i) => picture.raster.rgba[4 * i]! < 128);
      expect(dark, entries).toEqual([true, true, true, true, false, false, false, false]);
    }
  });
  test("do not come where the page shows them turned or cut", async () => {
    expect(await pictures("q 200 0 0 100 50 600 cm /X1 Do Q", 90)).toEqual([]);
    expect(await pictures("q 0 200 -100 0 250 600 cm /X1 Do Q")).toEqual([]);
    expect(await pictures("q 0 0 100 842 re W n 200 0 0 100 50 600 cm /X1 Do Q")).toEqual([]);
    expect(await pictures("q 0 200 -100 0 250 600 cm /X1 Do Q", 90)).toHaveLength(1);
  });
});
