import { describe, expect, test } from "vitest";
import { layout } from "../../src/layout/index.ts";
import { openPdfium } from "../../src/layout/pdf/pdfium.ts";
import { printed, sourceFile } from "../support/source-file.ts";
import { han, stream, type WrittenPage, writePdf } from "../support/write-pdf.ts";

const text = (x: number, y: number, words: string, size = 12): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${words}) Tj ET\n`;
const read = (page: WrittenPage | string, extra: string[] = [], catalog = "", engine: "auto" | "pdfjs" = "auto") =>
  layout(sourceFile(writePdf([typeof page === "string" ? { content: page } : page], extra, "", catalog), "pdf"), {
    ocr: "never",
    engine,
  });
const lines = async (...given: Parameters<typeof read>) => printed(await read(...given));

describe.each(["auto", "pdfjs"] as const)("what is not seen is not read (%s)", (engine) => {
  const seen = (page: WrittenPage | string, extra: string[] = [], catalog = "") => lines(page, extra, catalog, engine);

  test("white text on paper goes, white text on a dark band and over a picture stays", async () => {
    const white = "1 1 1 rg ";
    const page =
      `0 g ${text(50, 700, "9.00")}${white}${text(50, 660, "8.00")}` +
      `0.1 0.2 0.4 rg 40 610 200 30 re f ${white}${text(50, 620, "7.00")}` +
      `q 200 0 0 40 40 560 cm /X1 Do Q ${white}${text(50, 570, "6.00")}`;
    const image = stream(
      "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
      "0",
    );
    expect(await seen({ content: page, resources: "/XObject << /X1 6 0 R >>" }, [image])).toEqual([
      "9.00",
      "7.00",
      "6.00",
    ]);
  });

  test("a figure under a white box goes, the one over it stays; a see-through mark over text takes nothing", async () => {
    const page =
      `0 g ${text(50, 700, "39.27")}1 1 1 rg 45 695 60 18 re f 0 g ${text(50, 700, "38.27")}` +
      `${text(50, 660, "11.42")}/G1 gs 1 1 0 rg 45 655 60 18 re f`;
    const resources = "/ExtGState << /G1 << /BM /Multiply >> >>";
    expect(await seen({ content: page, resources })).toEqual(["38.27", "11.42"]);
  });

  test("text without any opacity (11.6.4.4)", async () => {
    const resources = "/ExtGState << /G0 << /ca 0 >> /G1 << /ca 0.5 >> >>";
    const page = `q /G0 gs ${text(50, 700, "9")}Q q /G1 gs ${text(50, 680, "2.00")}Q ${text(58, 700, "3.35")}`;
    expect(await seen({ content: page, resources })).toEqual(["3.35", "2.00"]);
  });

  test("a layer that is off when the document is opened (ISO 32000-1, 8.11)", async () => {
    const groups = ["<< /Type /OCG /Name (a) >>", "<< /Type /OCG /Name (b) >>"];
    const catalog = "/OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [6 0 R] >> >>";
    const content = `/OC /L0 BDC ${text(50, 700, "88.88")} EMC /OC /L1 BDC ${text(50, 660, "3.35")} EMC`;
    expect(await seen({ content, resources: "/Properties << /L0 6 0 R /L1 7 0 R >>" }, groups, catalog)).toEqual([
      "3.35",
    ]);
    const all = catalog.replace("/OFF [6 0 R]", "");
    expect(await seen({ content, resources: "/Properties << /L0 6 0 R /L1 7 0 R >>" }, groups, all)).toEqual([
      "88.88",
      "3.35",
    ]);
  });

  test("form fields and typed notes print their appearance (12.5.5, 12.7); hidden ones do not", async () => {
    const look = (words: string) =>
      stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 3 0 R >> >>",
        text(2, 5, words),
      );
    const annotation = (type: string, at: number, y: number, flags: number) =>
      `<< /Type /Annot /Subtype /${type} /Rect [200 ${y} 300 ${y + 20}] /F ${flags} /AP << /N ${at} 0 R >> /FT /Tx /T (f${at}) >>`;
    const extra = [
      look("16.35"),
      annotation("Widget", 6, 700, 4),
      look("3.35"),
      annotation("FreeText", 8, 660, 4),
      look("9.99"),
      annotation("Widget", 10, 620, 2),
    ];
    const page = { content: text(50, 705, "Total"), entries: "/Annots [7 0 R 9 0 R 11 0 R]" };
    expect((await seen(page, extra)).join(" ")).toMatch(/^Total 16\.35 3\.35$/);
  });

  test("watermarks: pale ones at a slant, repeated ones over the text, level or not", async () => {
    const slanted = (x: number, y: number, words: string) =>
      `BT /F1 20 Tf 0.8 0.6 -0.6 0.8 ${x} ${y} Tm (${words}) Tj ET `;
    const level = [700, 650, 600].map((y) => text(60, y - 3, "20230815", 14)).join("");
    const own = [700, 650, 600].map((y, i) => text(50, y, `${i + 1}.35`)).join("");
    expect(await seen(`0 g ${own}0.8 g ${slanted(45, 690, "Bureau")}`)).toEqual(["1.35", "2.35", "3.35"]);
    expect(await seen(`0 g ${own}0.8 g ${level}`)).toEqual(["1.35", "2.35", "3.35"]);
    // zeros in grey stand in their own places
    const grey = [700, 650, 600].map((y) => text(200, y, "0.00")).join("");
    expect((await seen(`0 g ${own}0.6 g ${grey}`)).join(" ").match(/0\.00/g)).toHaveLength(3);
  });
});

test("a layer that an expression hides (8.11.2.2), specks of one point, figures marked to be read out as others (14.9.4)", async () => {
  const groups = ["<< /Type /OCG /Name (a) >>", "<< /Type /OCMD /VE [/Not 6 0 R] >>"];
  const hidden = `/OC /L0 BDC ${text(50, 700, "88.88")} EMC ${text(50, 660, "3.35")}`;
  const catalog = "/OCProperties << /OCGs [6 0 R] /D << >> >>";
  expect(await lines({ content: hidden, resources: "/Properties << /L0 7 0 R >>" }, groups, catalog)).toEqual(["3.35"]);
  expect(await lines(`${text(48, 700, "9", 0.5)}${text(50, 700, "3.35")}`)).toEqual(["3.35"]);
  expect(await lines(`/Span << /ActualText (99.99) >> BDC ${text(50, 700, "3.35")} EMC`)).toEqual(["3.35"]);
  // the same in UTF-16, and longer than most
  const wide = [..."99.99"].map((one) => `00${one.charCodeAt(0).toString(16)}`).join("");
  expect(await lines(`/Span << /ActualText <FEFF${wide}> >> BDC ${text(50, 700, "3.35")} EMC`)).toEqual(["3.35"]);
  const long = `${"-".repeat(400)}99.99`;
  expect(await lines(`/Span << /ActualText (${long}) >> BDC ${text(50, 700, "3.35")} EMC`)).toEqual(["3.35"]);
});

test("a word marked to be read out as itself is no figure that is replaced", async () => {
  const replaced = async (words: string, turn = ""): Promise<boolean> => {
    const page = `q ${turn} /Span << /ActualText ${words} >> BDC ${text(50, 700, "3.35")} EMC Q ${text(50, 600, "Bureau of Water")}`;
    const document = await openPdfium(writePdf([{ content: page }]));
    const reading = await document.content(1);
    document.close();
    return reading.replaced === true;
  };
  // on its side its boxes are those of text that lies
  expect(await replaced("<FEFF6237>", "0 1 -1 0 800 0 cm")).toBe(true);
  // the second byte of 户 is that of the figure 7
  expect([await replaced("<FEFF6237>"), await replaced("<FEFF0037>"), await replaced("(7)")]).toEqual([
    false,
    true,
    true,
  ]);
});

test("a stroke noted over digits strikes them out; a field not meant for the screen is not read (12.5.3, 12.5.6.10)", async () => {
  const look = stream(
    "/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 3 0 R >> >>",
    text(2, 5, "7.00"),
  );
  const field = (flags: number) =>
    `<< /Type /Annot /Subtype /Widget /Rect [200 695 300 715] /F ${flags} /AP << /N 6 0 R >> /FT /Tx /T (f) >>`;
  const stroke =
    "<< /Type /Annot /Subtype /StrikeOut /Rect [49 697 57 711] /QuadPoints [50 710 56.7 710 50 698 56.7 698] /C [1 0 0] /F 4 >>";
  const page = { content: `${text(50, 700, "9")}${text(56.7, 700, "3.35")}`, entries: "/Annots [7 0 R 8 0 R]" };
  expect(await lines(page, [look, field(32), stroke])).toEqual(["3.35"]);
  expect((await lines(page, [look, field(4), stroke])).join(" ")).toMatch(/^3\.35 7\.00$/);
});

test("what is covered or white is told where it holds digits", async () => {
  const { trouble } = await read(
    `0 g ${text(50, 700, "9.00")}1 1 1 rg ${text(50, 660, "8.00")}${text(50, 640, "esign")}`,
  );
  expect(trouble.map(({ code, where }) => [code, where])).toEqual([["hidden-part", "page 1"]]);
});

test("a mark set so high that it stands over the line is one of it", async () => {
  const high = `${text(50, 700, "38.27")}${text(81, 706, "1", 6)}${text(150, 700, "26.85")}${text(181, 706, "[2]", 6)}`;
  const read = await lines(`0 g ${high}`);
  expect(
    read
      .join(" ")
      .replace(/[⁰¹²³]/gu, "")
      .replace(/\s+/g, " ")
      .trim(),
  ).toBe("38.27 26.85");
});

test("raised digits are note marks; digits on the line in another size are not", async () => {
  const raised = `${text(50, 700, "38.27")}${text(81, 704, "1", 8)}${text(50, 660, "26.85")}${text(81, 664, "[2]", 8)}`;
  const level = `${text(50, 620, "26")}${text(64, 620, ".85", 8)}`;
  expect(await lines(`0 g ${raised}${level}`)).toEqual(["38.27", "26.85", "26.85"]);
});

test("a stroke through digits strikes them out; rules and underlines do not", async () => {
  const content =
    `0 g ${text(50, 700, "8")}${text(57, 700, "9.00")}49.5 703.5 8 0.6 re f ` +
    `${text(50, 660, "7.00")}50 657.5 24 0.6 re f ${text(50, 620, "6.00")}20 632 300 0.6 re f`;
  expect(await lines({ content })).toEqual(["9.00", "7.00", "6.00"]);
});

test("a font without a Unicode map: codes taken for rare characters are not believed", async () => {
  const noise = "ꪂ熐⹁姢ⱷ㷀䇗䈲鼨ꠅ⬀䀁䀂䀃䀄䀅䀆䀇䀈䀉䀊䀋䀌䀍䀎䀏䀐䀑䀒䀓䀔".replace(/[^\u3400-\u9fff]/g, "");
  const { trouble } = await read(`BT /F2 10 Tf 50 700 Td ${han(noise)} Tj ET`);
  expect(trouble.map(({ code }) => code)).toEqual(["unsupported-format"]);
});

test("a Unicode map that swaps digits is told by what the font draws (3 and 8, 1 and 7)", async () => {
  const codes = [..."0123456789"].map((digit) => digit.charCodeAt(0).toString(16));
  const called = (swap: Record<string, string>) =>
    `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 10 beginbfchar ${codes
      .map((code, digit) => `<${code}> <00${(swap[digit] ?? String(digit)).charCodeAt(0).toString(16)}>`)
      .join(" ")} endbfchar endcmap end`;
  const page = (map: string, more = "") =>
    read({ content: `BT /F3 12 Tf 50 700 Td (138.27 1450.96${more}) Tj ET`, fonts: "/F3 7 0 R" }, [
      stream("", map),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>",
    ]);
  const lying = await page(called({ "3": "8", "8": "3", "1": "7", "7": "1" }));
  expect(lying.trouble.map(({ code, message }) => [code, /no readable text/.test(message)])).toEqual([
    ["unsupported-format", true],
  ]);
  const six = await page(called({ "6": "9", "9": "6" }));
  const one = await page(
    called(Object.fromEntries([..."0123456789"].map((digit) => [digit, "0"]))),
    " 23.45 67.89 123.45",
  );
  for (const { trouble } of [six, one]) expect(trouble.map(({ code }) => code)).toEqual(["unsupported-format"]);
  // A map may call the decimal point a blank: 138.27 is not 13827.
  const point = await page(called({}).replace("10 beginbfchar", "11 beginbfchar <2e> <0020>"));
  expect(point.trouble.map(({ code }) => code)).toEqual(["unsupported-format"]);
  const honest = await page(called({}));
  expect(honest.trouble).toEqual([]);
  expect(printed(honest)).toEqual(["138.27 1450.96"]);
});

test("a Type 3 font on codes below a blank, without a map, has no readable text", async () => {
  const drawn = `BT /F3 12 Tf 50 700 Td <${"010203040506070b".repeat(3)}> Tj ET`;
  const font =
    "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 0 /LastChar 12 /Widths [600 600 600 600 600 600 600 600 600 600 600 600 600] " +
    `/Encoding << /Type /Encoding /Differences [1 ${Array.from({ length: 11 }, (_, k) => `/g${k}`).join(" ")}] >> /CharProcs << ${Array.from({ length: 11 }, (_, k) => `/g${k} 6 0 R`).join(" ")} >> /Resources << >> >>`;
  const { trouble } = await read({ content: drawn, fonts: "/F3 7 0 R" }, [
    stream("", "600 0 100 0 300 700 d1 100 0 200 700 re f"),
    font,
  ]);
  expect(trouble.map(({ code }) => code)).toEqual(["unsupported-format"]);
});

test("the second engine takes nothing from the file's own bytes", async () => {
  const bytes = Buffer.from(writePdf([{ content: text(50, 700, "3.35") }]));
  const file = sourceFile(bytes, "pdf");
  await layout(file, { ocr: "never", engine: "pdfjs" });
  expect(file.bytes.byteLength).toBeGreaterThan(0);
});

describe.each(["auto", "pdfjs"] as const)("a head set on its side (%s)", (engine) => {
  test("reads from its first character, whichever way it runs", async () => {
    const ruled = `0 0 0 RG 0.5 w ${[100, 140, 180, 220].map((x) => `${x} 600 m ${x} 700 l S`).join(" ")} ${[600, 620, 700].map((y) => `100 ${y} m 220 ${y} l S`).join(" ")} `;
    const up = (x: number, words: string): string => `BT /F1 12 Tf 0 1 -1 0 ${x} 630 Tm (${words}) Tj ET `;
    const down = (x: number, words: string): string => `BT /F1 12 Tf 0 -1 1 0 ${x} 690 Tm (${words}) Tj ET `;
    const page = `${ruled}0 g ${text(105, 605, "1.00", 10)}${text(145, 605, "2.00", 10)}${text(185, 605, "3.00", 10)}${text(105, 650, "item", 10)}${up(165, "abcd")}${down(195, "wxyz")}${text(60, 500, "a line of words that runs level over the page", 12)}`;
    const [table] = (await lines(page, [], "", engine)).filter((block) => Array.isArray(block));
    expect(String(table?.[0]).replace(/[\s¶]/g, "")).toBe("item|abcd|wxyz");
  });
});
