import { describe, expect, test } from "vitest";
import { readOfd } from "../../src/layout/ofd/ofd.ts";
import type { Glyph, RuleLine } from "../../src/lib/page-content.ts";
import { type OfdPage, ofdOf } from "../support/ofd-writer.ts";
import { blocksOf, printed, sourceFile } from "../support/source-file.ts";
import { zipOf } from "../support/zip-writer.ts";

/** Characters of a line from `x` on the line `y`; letters and digits are half as wide as Han characters. */
function line(text: string, x: number, y: number, size: number, run: number, bold = false): Glyph[] {
  const out: Glyph[] = [];
  for (const character of text) {
    const width = character.charCodeAt(0) < 0x2000 ? size / 2 : size;
    if (character !== " ")
      out.push({ text: character, box: [x, y, x + width, y + size], size, run, ...(bold ? { bold: true } : {}) });
    x += width;
  }
  return out;
}

/** A table drawn with lines, one row of texts after the other. */
function table(texts: readonly string[][], x: number, y: number): Pick<OfdPage, "glyphs" | "lines"> {
  const [width, height] = [120, 24];
  const cols = texts[0]!.length;
  const lines: RuleLine[] = [];
  for (let r = 0; r <= texts.length; r++)
    lines.push({ direction: "h", at: y + r * height, from: x, to: x + cols * width, thickness: 0.5 });
  for (let c = 0; c <= cols; c++)
    lines.push({ direction: "v", at: x + c * width, from: y, to: y + texts.length * height, thickness: 0.5 });
  const glyphs = texts.flatMap((row, r) =>
    row.flatMap((text, c) => line(text, x + c * width + 6, y + r * height + 6, 10.5, 1000 + r * cols + c)),
  );
  return { glyphs, lines };
}

const A4 = { width: 595.28, height: 841.89 };

describe("a page", () => {
  test("text, a ruled table and notes are read as from any drawn page", async () => {
    const grid = table(
      [
        ["项目", "年初预算数", "决算数"],
        ["公务接待费", "2.00", "1.17"],
      ],
      90,
      160,
    );
    const page: OfdPage = {
      ...A4,
      glyphs: [
        ...line("“三公”经费支出决算表", 200, 100, 18, 1, true),
        ...line("金额单位：万元", 380, 136, 10.5, 2),
        ...grid.glyphs,
        ...line("注：本表反映本年度支出情况。", 90, 220, 10.5, 3),
      ],
      lines: grid.lines,
    };
    const layout = await readOfd(sourceFile(ofdOf([page]), "ofd"));
    expect(printed(layout)).toEqual([
      "“三公”经费支出决算表",
      "金额单位：万元",
      ["项目 | 年初预算数 | 决算数", "公务接待费 | 2.00 | 1.17"],
      "注：本表反映本年度支出情况。",
    ]);
    const [title] = blocksOf(layout);
    expect(title).toMatchObject({ bold: true, page: 1 });
    expect(title!.box![0]).toBeCloseTo(200, 0);
    expect(layout.pages[0]).toMatchObject({ from: "ofd", number: 1 });
    expect(layout.pages[0]!.width).toBeCloseTo(595.28, 1);
  });

  test("a template lies under the page", async () => {
    const layout = await readOfd(
      sourceFile(
        ofdOf([{ ...A4, glyphs: line("正文一行。", 90, 200, 16, 1), lines: [] }], {
          ...A4,
          glyphs: line("附件1", 90, 100, 16, 1),
          lines: [],
        }),
        "ofd",
      ),
    );
    expect(printed(layout)).toEqual(["附件1", "正文一行。"]);
  });

  test("a matrix scales text, what is invisible is not read, a doubled print is read once", async () => {
    const content = (objects: string) =>
      `<ofd:Page xmlns:ofd="o"><ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content></ofd:Page>`;
    const text = (attributes: string, code: string) =>
      `<ofd:TextObject Font="1" ${attributes}>${code}</ofd:TextObject>`;
    const code = '<ofd:TextCode X="0" Y="1" DeltaX="g 2 1">526</ofd:TextCode>';
    const layout = await readOfd(
      sourceFile(
        zipOf([
          { name: "OFD.xml", data: "<OFD><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>" },
          {
            name: "doc_0/Document.xml",
            data: "<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea></CommonData><Pages><Page BaseLoc='p/c.xml'/></Pages></Document>",
          },
          {
            name: "Doc_0/p/c.xml",
            data: content(
              text('Boundary="20 30 20 5" Size="1" CTM="4 0 0 4 0 0"', code) +
                text('Boundary="20 30 20 5" Size="1" CTM="4 0 0 4 0 0"', code) +
                text('Boundary="20 60 20 5" Size="4" Visible="false"', code),
            ),
          },
        ]),
        "ofd",
      ),
    );
    expect(printed(layout)).toEqual(["526"]);
    expect(blocksOf(layout)[0]!.box![0]).toBeCloseTo((20 * 72) / 25.4, 1);
    // 4 mm, to the half point.
    expect(blocksOf(layout)[0]).toMatchObject({ size: 11.5 });
  });
});

test("a missing page is told, the others are read; a package without pages is damaged", async () => {
  const whole = ofdOf([{ ...A4, glyphs: line("第一页", 90, 100, 16, 1), lines: [] }]);
  expect(printed(await readOfd(sourceFile(whole, "ofd")))).toEqual(["第一页"]);
  const document = (pages: string) =>
    zipOf([
      { name: "OFD.xml", data: "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>" },
      { name: "D.xml", data: `<Document><Pages>${pages}</Pages></Document>` },
    ]);
  const holey = await readOfd(sourceFile(document('<Page BaseLoc="none.xml"/>'), "ofd"));
  expect(holey.trouble).toMatchObject([{ code: "damaged", where: "page 1" }]);
  await expect(readOfd(sourceFile(document(""), "ofd"))).rejects.toMatchObject({ code: "damaged" });
});

test("an encrypted document is told as locked; where other parts can be read, that some are missing is told", async () => {
  const root = { name: "OFD.xml", data: "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>" };
  const keys = { name: "Encryptions.xml", data: "<Encryptions/>" };
  const noise = { name: "D.xml", data: "\u0001\u0002" };
  for (const parts of [
    [root, keys],
    [root, keys, noise],
  ])
    await expect(readOfd(sourceFile(zipOf(parts), "ofd"))).rejects.toMatchObject({ code: "password" });
  await expect(readOfd(sourceFile(zipOf([root, noise]), "ofd"))).rejects.toMatchObject({ code: "damaged" });
  const page = { name: "P.xml", data: "<Page/>" };
  const rest = { name: "D.xml", data: '<Document><Pages><Page BaseLoc="P.xml"/></Pages></Document>' };
  const read = await readOfd(sourceFile(zipOf([root, keys, rest, page]), "ofd"));
  expect(read.trouble).toMatchObject([{ code: "password" }]);
});
