import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { LayoutOptions } from "../../src/layout/index.ts";
import { openContents } from "../../src/layout/pdf/contents.ts";
import { openPdfium } from "../../src/layout/pdf/pdfium.ts";
import type { PageToLookAt, PdfReaderHooks, ReadPage } from "../../src/layout/pdf/settle.ts";
import { isPlainJpeg } from "../../src/layout/scan/picture.ts";
import { stream, type WrittenPage, writePdf } from "../support/write-pdf.ts";

const SENTENCE =
  "BT /F1 10 Tf 72 780 Td (Final accounts of the department for 2023, in ten thousand yuan, see below) Tj ET";
const BLACK_AND_WHITE = stream(
  "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8",
  "\x00\xff\xff\x00",
);
/** Draws the picture into a box, y from the foot of the page. */
const drawn = (x: number, y: number, width: number, height: number): string =>
  `q ${width} 0 0 ${height} ${x} ${y} cm /P Do Q`;
const page = (...content: string[]): WrittenPage => ({
  content: content.join("\n"),
  resources: "/XObject << /P 6 0 R >>",
});

async function read(
  written: WrittenPage,
  hooks: PdfReaderHooks,
  options: LayoutOptions = {},
  picture = BLACK_AND_WHITE,
): Promise<ReadPage> {
  const contents = await openContents(writePdf([written], [picture]), options, hooks);
  for await (const first of contents.pages()) {
    await contents.close();
    return first;
  }
  throw new Error("no page");
}

const seen = ({ number, width, height }: PageToLookAt) => ({
  number,
  width,
  height,
  glyphs: [{ text: "元", box: [10, 20, 19, 29] as [number, number, number, number], size: 9, run: 0 }],
  lines: [{ direction: "h" as const, at: 30, from: 5, to: 50, thickness: 1 }],
  pictures: [],
  confidence: 77,
});

describe("a picture on a page of text", () => {
  const looking = (regions: PageToLookAt[], look: (picture: PageToLookAt) => void = () => {}): PdfReaderHooks => ({
    ocrPicture: async (picture) => {
      regions.push(picture);
      look(picture);
      return seen(picture);
    },
  });

  test("is read in its place, and the text stays", async () => {
    const regions: PageToLookAt[] = [];
    const look = ({ pictures, render }: PageToLookAt): void => {
      expect(pictures()).toMatchObject([{ box: [0, 0, 300, 200] }]);
      const { width, height, rgba } = render(72);
      expect([width, height]).toEqual([300, 200]);
      // dark on the upper left, light on the upper right
      expect([rgba[4 * (20 * width + 20)], rgba[4 * (20 * width + 280)]]).toEqual([0, 255]);
    };
    const written = page(SENTENCE, drawn(100, 442, 300, 200));
    const { content, from, confidence, trouble } = await read(written, looking(regions, look));
    expect(trouble).toEqual([]);
    expect([from, confidence]).toEqual(["text", 77]);
    expect(regions).toMatchObject([{ width: 300, height: 200 }]);
    expect(content.glyphs.length).toBeGreaterThan(50);
    expect(content.glyphs.at(-1)).toMatchObject({ text: "元", box: [110, 220, 119, 229] });
    expect(content.glyphs.filter(({ run }) => run === content.glyphs.at(-1)!.run)).toHaveLength(1);
    expect(content.lines.at(-1)).toMatchObject({ at: 230, from: 105, to: 150 });
  });

  test("cut into strips is one picture", async () => {
    const regions: PageToLookAt[] = [];
    const strips = [0, 1, 2, 3].map((n) => drawn(100, 442 + 50 * n, 300, 50));
    await read(
      page(SENTENCE, ...strips),
      looking(regions, ({ pictures }) => expect(pictures()).toHaveLength(4)),
    );
    expect(regions).toMatchObject([{ width: 300, height: 200 }]);
  });

  test("is not looked at where it is small, or the ground the text is printed on", async () => {
    const regions: PageToLookAt[] = [];
    const logo = await read(page(SENTENCE, drawn(72, 700, 120, 40)), looking(regions));
    const ground = await read(page(drawn(60, 700, 400, 142), SENTENCE), looking(regions));
    expect(regions).toEqual([]);
    expect([...logo.trouble, ...ground.trouble]).toEqual([]);
  });

  test("that is not read, or shows no print, is told of", async () => {
    const written = page(SENTENCE, drawn(100, 442, 300, 200));
    const never = await read(written, looking([]), { ocr: "never" });
    expect(never.trouble).toMatchObject([{ code: "unsupported-format", where: "page 1" }]);
    const photograph = await read(written, { ocrPicture: async () => null });
    expect(photograph.trouble).toMatchObject([{ code: "unsupported-format", where: "page 1" }]);
    expect(photograph).not.toHaveProperty("confidence");
  });
});

describe("when a page is looked at", () => {
  const looked = (numbers: number[]): PdfReaderHooks => ({
    ocrPage: async (one) => {
      numbers.push(one.number);
      return seen(one);
    },
  });
  test("a page of text only with --ocr always, a blank one never", async () => {
    const numbers: number[] = [];
    expect(await read(page(SENTENCE), looked(numbers))).toMatchObject({ from: "text" });
    expect(numbers).toEqual([]);
    expect(await read(page(SENTENCE), looked(numbers), { ocr: "always" })).toMatchObject({ from: "ocr", trouble: [] });
    expect(numbers).toEqual([1]);
    expect(await read(page(), looked(numbers), { ocr: "always" })).toMatchObject({ from: "text", trouble: [] });
    expect(numbers).toEqual([1]);
  });

  test("a page's picture over a hidden text layer: the layer is not believed, and said to be there", async () => {
    const hidden = "BT 3 Tr /F1 10 Tf 72 700 Td (Total 446.11) Tj ET";
    const layered = page(drawn(0, 0, 595, 842), hidden);
    const numbers: number[] = [];
    const recognised = await read(layered, looked(numbers));
    expect(numbers).toEqual([1]);
    expect(recognised.content.glyphs.map(({ text }) => text)).toEqual(["元"]);
    const unread = await read(layered, {}, { ocr: "never" });
    expect(unread.content.glyphs).toEqual([]);
    expect(unread.trouble[0]!.message).toContain("text that another program recognised");
  });

  test("a page set to be shown turned is looked at as it is shown", async () => {
    const turned = { ...page(drawn(0, 0, 595, 842)), rotate: 90 };
    let light: (number | undefined)[] = [];
    await read(turned, {
      ocrPage: async (one) => {
        expect(one.pictures()).toEqual([]);
        const { width, height, rgba } = one.render(72);
        expect([width, height]).toEqual([842, 595]);
        light = [rgba[4 * (50 * width + 50)], rgba[4 * (50 * width + 800)]];
        return seen(one);
      },
    });
    // the dark upper left of the picture stands at the upper right
    expect(light).toEqual([255, 0]);
  });
});

describe("pictures as scanning programs keep them", () => {
  const marked = sharp({ create: { width: 64, height: 64, channels: 3, background: "#fff" } }).composite([
    { input: { create: { width: 32, height: 32, channels: 3, background: "#000" } }, left: 0, top: 0 },
  ]);
  /** The upper left and the lower right of the page as painted. */
  const corners = async (picture: string): Promise<(number | undefined)[]> => {
    const document = await openPdfium(writePdf([page(drawn(0, 0, 595, 842))], [picture]));
    const { width, height, rgba } = document.render(1, 36);
    document.close();
    return [rgba[4 * (30 * width + 30)], rgba[4 * ((height - 30) * width + width - 30)]];
  };
  const image = (entries: string, bytes: Uint8Array): string =>
    stream(`/Type /XObject /Subtype /Image /Width 64 /Height 64 ${entries}`, Buffer.from(bytes).toString("latin1"));

  test("four inks: painted by the PDF's own rules, not decoded as a file by itself", async () => {
    const jpeg = await sharp(await marked.png().toBuffer())
      .toColourspace("cmyk")
      .jpeg({ quality: 95 })
      .toBuffer();
    expect(await isPlainJpeg(jpeg)).toBe(false);
    expect(
      await isPlainJpeg(
        await sharp(await marked.png().toBuffer())
          .jpeg()
          .toBuffer(),
      ),
    ).toBe(true);
    expect(await isPlainJpeg(new Uint8Array([1, 2, 3]))).toBe(false);
    const [dark, light] = await corners(
      image("/BitsPerComponent 8 /Filter /DCTDecode /ColorSpace /DeviceCMYK /Decode [1 0 1 0 1 0 1 0]", jpeg),
    );
    expect(dark).toBeLessThan(60);
    expect(light).toBeGreaterThan(200);
  });

  test("one bit a pixel, CCITT group 4: ink is dark as stored and as painted", async () => {
    // every row black up to its middle: the first told in full (no white, 32 black, the rest as above), the others as the one above
    const rows = ["001 00110101 000001101010 1", ...Array(63).fill("1 1 1"), "000000000001 000000000001"].join("");
    const bits = rows.replaceAll(" ", "").padEnd(64 * 8, "0");
    const group4 = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
    const picture = image(
      "/BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 /Rows 64 >>",
      group4,
    );
    expect(await corners(picture)).toEqual([0, 255]);
    const document = await openPdfium(writePdf([page(drawn(0, 0, 595, 842))], [picture]));
    const [stored] = document.pictures(1);
    document.close();
    expect(stored).toMatchObject({ raster: { width: 64, height: 64 } });
    const pixels = stored && "raster" in stored ? stored.raster.rgba : [];
    expect([pixels[0], pixels[4 * (64 * 63 + 63)]]).toEqual([0, 255]);
  });
});
