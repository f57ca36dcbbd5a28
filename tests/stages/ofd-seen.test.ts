import { describe, expect, test } from "vitest";
import { readOfd } from "../../src/layout/ofd/ofd.ts";
import { printed, sourceFile } from "../support/source-file.ts";
import { type ZipPart, zipOf } from "../support/zip-writer.ts";

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const text = (y: number, words: string, attributes = "", inner = "", x = 20): string =>
  `<ofd:TextObject Boundary="${x} ${y} 60 6" Font="1" Size="4" ${attributes}>${inner}<ofd:TextCode X="0" Y="4">${words}</ofd:TextCode></ofd:TextObject>`;
const box = (at: string, color: string): string =>
  `<ofd:PathObject Boundary="${at}" Fill="true" Stroke="false"><ofd:FillColor Value="${color}"/><ofd:AbbreviatedData>M 0 0 L 60 0 L 60 8 L 0 8 C</ofd:AbbreviatedData></ofd:PathObject>`;
const page = (objects: string, inner = ""): string =>
  `<ofd:Page ${NS}>${inner}<ofd:Content><ofd:Layer ID="1">${objects}</ofd:Layer></ofd:Content></ofd:Page>`;
const document = (content = "Content.xml", common = "", more = ""): string =>
  `<ofd:Document ${NS}><ofd:CommonData>${common}</ofd:CommonData><ofd:Pages><ofd:Page ID="10" BaseLoc="${content}"/></ofd:Pages>${more}</ofd:Document>`;
const ofd = (objects: string, body = "", parts: readonly ZipPart[] = [], root = document(), inner = ""): Uint8Array =>
  zipOf([
    {
      name: "OFD.xml",
      data: `<ofd:OFD ${NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${body}</ofd:DocBody></ofd:OFD>`,
    },
    { name: "Doc_0/Document.xml", data: root },
    { name: "Doc_0/Content.xml", data: page(objects, inner) },
    ...parts,
  ]);
const read = async (...given: Parameters<typeof ofd>) => readOfd(sourceFile(ofd(...given), "ofd"));
const lines = async (...given: Parameters<typeof ofd>) => printed(await read(...given));

describe("what an OFD page shows (GB/T 33190)", () => {
  test("text that is neither filled nor stroked, cut away by a clip, white on paper or under a white box is not seen", async () => {
    const clip =
      '<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 0 60 6"><ofd:AbbreviatedData>M 0 0 L 4 0 L 4 6 L 0 6 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>';
    const white = '<ofd:FillColor Value="255 255 255"/>';
    const layout = await read(
      text(20, "8.00", 'Fill="false" Stroke="false"') +
        text(30, "3.35") +
        text(40, "99", "", clip) +
        text(50, "7.00", "", white) +
        box("18 58 60 8", "10 40 90") +
        text(60, "6.00", "", white) +
        text(70, "39.27") +
        box("18 68 60 8", "255 255 255") +
        text(70, "38.27"),
    );
    expect(printed(layout)).toEqual(["3.35", "99", "6.00", "38.27"]);
    expect(layout.trouble.map(({ code }) => code)).toEqual(["hidden-part"]);
  });

  test("the version marked as current is the document", async () => {
    const version =
      '<ofd:Versions><ofd:Version ID="1" Index="1" Current="true" BaseLoc="Doc_0/V1.xml"/></ofd:Versions>';
    const parts = [
      {
        name: "Doc_0/V1.xml",
        data: `<ofd:DocVersion ${NS}><ofd:DocRoot>/Doc_0/Document_1.xml</ofd:DocRoot></ofd:DocVersion>`,
      },
      { name: "Doc_0/Document_1.xml", data: document("New.xml") },
      { name: "Doc_0/New.xml", data: page(text(30, "7.77")) },
    ];
    expect(await lines(text(30, "3.35"), version, parts)).toEqual(["7.77"]);
    expect(await lines(text(30, "3.35"), version.replace("true", "false"), parts)).toEqual(["3.35"]);
  });

  test("annotations stand on the page, hidden ones, links and watermarks do not", async () => {
    const annotation = (attributes: string, words: string) =>
      `<ofd:Annot ID="1" ${attributes}><ofd:Appearance Boundary="100 50 60 6">${text(0, words, "", "", 0)}</ofd:Appearance></ofd:Annot>`;
    const parts = [
      {
        name: "Doc_0/Annots.xml",
        data: `<ofd:Annotations ${NS}><ofd:Page PageID="10"><ofd:FileLoc>A.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
      },
      {
        name: "Doc_0/A.xml",
        data: `<ofd:PageAnnot ${NS}>${annotation('Type="Highlight"', "3.35")}${annotation('Type="Path" Visible="false"', "9")}${annotation('Type="Watermark"', "8")}</ofd:PageAnnot>`,
      },
    ];
    const root = document("Content.xml", "", "<ofd:Annotations>Annots.xml</ofd:Annotations>");
    expect(await lines(text(50, "接待费"), "", parts, root)).toEqual(["接待费 3.35"]);
  });

  test("a template's own resources are loaded", async () => {
    const parts = [
      {
        name: "Doc_0/Tpl/Content.xml",
        data: page(
          '<ofd:CompositeObject ResourceID="77" Boundary="0 0 210 297"/>',
          "<ofd:PageRes>Res.xml</ofd:PageRes>",
        ),
      },
      {
        name: "Doc_0/Tpl/Res.xml",
        data: `<ofd:Res ${NS} BaseLoc="."><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="77"><ofd:Content>${text(20, "单位：万元")}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`,
      },
    ];
    const root = document("Content.xml", '<ofd:TemplatePage ID="5" BaseLoc="Tpl/Content.xml"/>');
    expect(await lines(text(40, "3.35"), "", parts, root, '<ofd:Template TemplateID="5"/>')).toEqual([
      "单位：万元",
      "3.35",
    ]);
  });

  test("a pale watermark at a slant is no text", async () => {
    const pale = '<ofd:FillColor Value="200 200 200"/>';
    const marks = [20, 60, 100].map((y) => text(y, "财政局", 'CTM="0.8 0.6 -0.6 0.8 0 0"', pale)).join("");
    expect(await lines(marks + text(40, "3.35"))).toEqual(["3.35"]);
  });
});
