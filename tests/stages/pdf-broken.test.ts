import { describe, expect, test } from "vitest";
import { openContents } from "../../src/layout/pdf/contents.ts";
import { openPdfium } from "../../src/layout/pdf/pdfium.ts";
import { openPdfjs } from "../../src/layout/pdf/pdfjs.ts";
import type { ReadPage } from "../../src/layout/pdf/settle.ts";
import { stream, writeLockedPdf, writePdf } from "../support/write-pdf.ts";

const whole = writePdf([{ content: "BT /F1 10 Tf 100 700 Td (208.8) Tj ET" }]);
const text = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);
const bytes = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));
describe.each([
  ["pdfium", openPdfium],
  ["pdfjs", openPdfjs],
] as const)("%s gives one clear line", (_name, open) => {
  test.each([
    ["an empty file", new Uint8Array(0), "damaged"],
    ["a web page named .pdf", bytes("<html><body>404 Not Found</body></html>"), "damaged"],
    ["a file cut off in its head", whole.slice(0, 60), "damaged"],
    ["a password", writeLockedPdf("BT ET", "secret"), "password"],
  ])("%s", async (_what, file, code) => {
    await expect(open(file)).rejects.toMatchObject({ name: "ExtractionError", code });
  });

  test("encrypted with an empty password is read", async () => {
    const document = await open(writeLockedPdf("BT /F1 10 Tf 100 700 Td (208.8) Tj ET", ""));
    expect((await document.content(1)).glyphs.map((g) => g.text).join("")).toBe("208.8");
    await document.close();
  });

  test("a broken cross-reference table is repaired", async () => {
    const document = await open(bytes(text(whole).replace(/\d{10} 00000 n/g, "0000000007 00000 n")));
    const page = await document.content(1);
    expect(page.glyphs.map((g) => g.text).join("")).toBe("208.8");
    await document.close();
  });

  test("an object that is missing costs no more than its page", async () => {
    const document = await open(bytes(text(whole).replace("/Contents 7 0 R", "/Contents 99 0 R")));
    expect((await document.content(1)).glyphs).toEqual([]);
    await document.close();
  });
});

const all = async (file: Uint8Array, ...rest: [] | [Parameters<typeof openContents>[2]]): Promise<ReadPage[]> => {
  const contents = await openContents(file, {}, rest[0] ?? {});
  const pages: ReadPage[] = [];
  for await (const page of contents.pages()) pages.push(page);
  await contents.close();
  return pages;
};

/** A page that is one picture, 2 × 2 pixels over the whole sheet, with what an OCR program would hide under it. */
const scan = (hidden = ""): Uint8Array =>
  writePdf(
    [
      {
        content: `q 595 0 0 842 0 0 cm /X1 Do Q BT 3 Tr /F1 10 Tf 100 700 Td (${hidden}) Tj ET`,
        resources: "/XObject << /X1 6 0 R >>",
      },
    ],
    [
      stream(
        "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8",
        "\x00\xff\xff\x00",
      ),
    ],
  );

describe("pages whose text cannot be trusted", () => {
  test("a page that is a picture is said to be one, hidden text or not", async () => {
    for (const file of [scan(), scan("99999")]) {
      const [page] = await all(file);
      expect(page!.content.glyphs).toEqual([]);
      expect(page!.trouble).toMatchObject([{ code: "unsupported-format", where: "page 1" }]);
    }
  });

  test("a page that is a picture goes to the eye, with its pixels", async () => {
    const [page] = await all(scan(), {
      ocrPage: async ({ number, width, height, pictures, render }) => {
        const [picture] = pictures();
        expect(picture).toMatchObject({ raster: { width: 2, height: 2 } });
        expect(render(36)).toMatchObject({ width: 298, height: 421 });
        const box: [number, number, number, number] = [0, 0, 9, 9];
        return {
          number,
          width,
          height,
          glyphs: [{ text: "元", box, size: 9 }],
          lines: [],
          pictures: [],
          confidence: 88,
        };
      },
    });
    expect(page).toMatchObject({ from: "ocr", confidence: 88, content: { glyphs: [{ text: "元" }] } });
  });

  test("a blank page is no trouble", async () => {
    expect((await all(writePdf([{ content: "" }])))[0]!.trouble).toEqual([]);
  });

  test("a font without Unicode values is noticed by both engines", async () => {
    const cid =
      "<< /Type /Font /Subtype /Type0 /BaseFont /XX+Song /Encoding /Identity-H /DescendantFonts [<< /Type /Font " +
      "/Subtype /CIDFontType2 /BaseFont /XX+Song /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /XX+Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 90 >> /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>";
    const codes = `<${Array.from({ length: 20 }, (_, i) => (0x0500 + 7 * i).toString(16).padStart(4, "0")).join("")}>`;
    const [page] = await all(
      writePdf([{ content: `BT /F3 10 Tf 100 700 Td ${codes} Tj ET`, fonts: "/F3 6 0 R" }], [cid]),
    );
    expect(page!.trouble).toMatchObject([{ code: "unsupported-format" }]);
  });
});
