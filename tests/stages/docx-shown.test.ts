import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { layout as laidOut } from "../../src/layout/index.ts";
import { readDocx } from "../../src/layout/word/docx.ts";
import { equationText } from "../../src/layout/word/equation-field.ts";
import type { Layout } from "../../src/lib/layout.ts";
import { openZip, PACKAGE_LIMITS } from "../../src/lib/zip-archive.ts";
import { docxOf, p, tbl, tc } from "../support/docx-writer.ts";
import { printed, sourceFile } from "../support/source-file.ts";
import { zipOf } from "../support/zip-writer.ts";

const read = async (body: string, parts = {}): Promise<Layout> =>
  readDocx(sourceFile(docxOf(body, parts), "docx"), async () => laidOut);
const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const para = (...runs: string[]) => `<w:p>${runs.join("")}</w:p>`;
const UP = '<w:vertAlign w:val="superscript"/>';
const WHITE = '<w:color w:val="FFFFFF"/>';

describe("runs that are no part of the number beside them", () => {
  test("raised marks, struck-out digits (ECMA-376 part 1, 17.3.2.37 and 17.3.2.42)", async () => {
    const layout = await read(
      para(run("3.35"), run("1", UP), run("万元")) +
        para(run("8", "<w:strike/>"), run("9.00"), run("7", "<w:dstrike/>")) +
        para(run("4.00"), run("[2]", '<w:position w:val="8"/>')) +
        para(run("5.00", '<w:strike w:val="0"/>')),
    );
    expect(printed(layout)).toEqual(["3.35¹万元", "9.00", "4.00²", "5.00"]);
    expect(layout.trouble.map(({ code }) => code)).toEqual(["hidden-part"]);
  });

  test("white on paper is not seen; white in a shaded cell, a painted table style or a text box is", async () => {
    const dark = '<w:shd w:val="clear" w:fill="1F4E78"/>';
    const styles =
      '<w:style w:type="table" w:styleId="a"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="333333"/></w:tcPr></w:tblStylePr></w:style>';
    const styled = tbl([tc(para(run("科目", WHITE)))]).replace(
      "<w:tblGrid/>",
      '<w:tblPr><w:tblStyle w:val="a"/></w:tblPr><w:tblGrid/>',
    );
    const layout = await read(
      para(run("甲"), run("8", WHITE), run("9.00")) +
        tbl([tc(para(run("项目", WHITE)), dark), tc("金额")], [tc("接待"), tc("3.35")]) +
        p("乙") +
        styled,
      { styles },
    );
    expect(printed(layout)).toEqual(["甲9.00", ["项目 | 金额", "接待 | 3.35"], "乙", "科目"]);
  });
});

test("lowered digits, specks, a field inside a condition, signs of text fonts, numbers of lists are no digits", async () => {
  const field = (inside: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${inside}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const told = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
  const listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const sign = (char: string, font: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
  const layout = await read(
    para(run("3.35"), run("1", '<w:vertAlign w:val="subscript"/>')) +
      para(run("8", '<w:sz w:val="2"/>'), run("9.00")) +
      para(field(told("IF ") + field(told("MERGEFIELD a"), "99") + told(" > 1 7 8"), "4.00")) +
      para(sign("0035", "宋体"), run("."), sign("F030", "Symbol"), sign("F030", "Arial"), sign("F034", "Wingdings")) +
      p("6.00", listed) +
      p("合计", listed),
    { numbering },
  );
  expect(printed(layout)).toEqual(["3.35₁", "9.00", "4.00", "5.00", "6.00", "2合计"]);
});

test("a cell taken out by a tracked change (17.13.5.1)", async () => {
  const gone = tc("9", '<w:cellDel w:id="1" w:author="a"/>');
  const layout = await read(tbl([tc("接待费"), gone, tc("3.35")], [tc("出国费"), tc("2.00")]));
  expect(printed(layout)).toEqual([["接待费 | 3.35", "出国费 | 2.00"]]);
});

test("paragraphs set with tabs are a table, contents are not; a table of figures in a page header is read", async () => {
  const tabbed = (...cells: string[]) => para(cells.map((text) => run(text)).join("<w:r><w:tab/></w:r>"));
  const body =
    tabbed("一、概况", "1") +
    tabbed("项目", "预算数", "决算数") +
    tabbed("合计", "45.60", "38.27") +
    tabbed("接待费", "15.60", "11.42") +
    '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>';
  const header = `${p("某局")}${tbl([tc("年初数"), tc("1.50")], [tc("年末数"), tc("2.50")])}`;
  expect(printed(await read(body, { header }))).toEqual([
    "一、概况 1",
    ["项目 | 预算数 | 决算数", "合计 | 45.60 | 38.27", "接待费 | 15.60 | 11.42"],
    "某局",
    ["年初数 | 1.50", "年末数 | 2.50"],
  ]);
  const letterhead = `${p("某局")}${tbl([tc("地址"), tc("某路 5 号")])}`;
  expect(printed(await read('<w:sectPr><w:headerReference r:id="rId1"/></w:sectPr>', { header: letterhead }))).toEqual(
    [],
  );
});

describe("fields and formulas that keep no result", () => {
  const field = (instruction: string, data = "", result = "") =>
    `<w:r><w:fldChar w:fldCharType="begin">${data}</w:fldChar></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
    `${result && `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const list =
    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="否"/><w:listEntry w:val="是"/></w:ddList></w:ffData>';

  test("a drop-down list prints its chosen entry once (17.16.5.21)", async () => {
    const layout = await read(para(field("FORMDROPDOWN", list)) + para(field("FORMDROPDOWN", list, "是")));
    expect(printed(layout)).toEqual(["是", "是"]);
  });
  test.each([
    ["eq \\o\\ac(○,1)", "①"],
    ["EQ \\f(3.35,16.35)", "3.35/16.35"],
    ["eq 3.35\\s\\up5(2)", "3.35²"],
    ["eq \\r(2,\\f(1,2))", "21/2"],
    ["eq 12\\,5", "12,5"],
    ["PAGE", ""],
  ])("%s", (instruction, text) => {
    expect(equationText(instruction)).toBe(text);
  });
  test("a fraction, a power and brackets of a formula (22.1.2)", async () => {
    const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const layout = await read(
      para(
        `<m:oMath xmlns:m="m">${t("执行率=")}<m:f><m:num>${t("3+4")}</m:num><m:den>${t("计划")}</m:den></m:f>${t("×")}<m:sSup><m:e>${t("10")}</m:e><m:sup>${t("2")}</m:sup></m:sSup><m:d><m:e>${t("%")}</m:e></m:d></m:oMath>`,
      ),
    );
    expect(printed(layout)).toEqual(["执行率=(3+4)/计划×10²(%)"]);
  });
  test("the same place prints another sign in another font of symbols", async () => {
    const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    expect(
      printed(await read(para(sym("Symbol", "F0A3"), run("5 "), sym("Wingdings 2", "F0A3"), sym("Symbol", "F0B3")))),
    ).toEqual(["≤5□≥"]);
  });
});

test("a unit that only the page header prints stands over the tables of its section without one of their own", async () => {
  const table = tbl([tc("项目"), tc("金额")], [tc("接待费"), tc("3.35")]);
  const section = '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr></w:pPr></w:p>';
  const layout = await read(`${p("表一") + table + p("单位：元") + table + section + p("表三") + table}<w:sectPr/>`, {
    header: p("某局2023年度部门决算　金额单位：万元"),
  });
  expect(printed(layout).filter((block) => typeof block === "string")).toEqual([
    "表一",
    "金额单位：万元",
    "单位：元",
    "表三",
    "金额单位：万元",
  ]);
});

test("the second of two tables side by side in a layout table shares the caption of the first", async () => {
  const table = tbl([tc("项目"), tc("金额")], [tc("接待费"), tc("3.35")]);
  const { pages } = await read(p("表一") + tbl([tc(table + p("")), tc(table + p(""))]));
  expect(pages[0]!.blocks.map((block) => block.kind === "grid" && block.beside === true)).toEqual([false, false, true]);
});

test("embedded workbooks show their active sheet; altChunk parts stand where they are called (17.17.2.1)", async () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["底稿", 9.99]]), "底稿");
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ["项目", "金额"],
      ["接待费", 3.35],
    ]),
    "三公",
  );
  const plain = write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
  const members = await openZip(plain, PACKAGE_LIMITS, "x");
  const sheets = await Promise.all(members.map(async (m) => ({ name: m.name, data: await m.read() })));
  const active = zipOf(
    sheets.map(({ name, data }) =>
      name === "xl/workbook.xml"
        ? {
            name,
            data: Buffer.from(data)
              .toString()
              .replace(/<sheets>/, '<bookViews><workbookView activeTab="1"/></bookViews><sheets>'),
          }
        : { name, data },
    ),
  );
  const object =
    '<w:r><w:object><v:shape xmlns:v="v" style="width:400pt;height:150pt"><v:imagedata r:id="pic"/></v:shape><o:OLEObject xmlns:o="o" r:id="book"/></w:object></w:r>';
  const outer = await openZip(
    docxOf(`${p("前") + para(object)}<w:altChunk r:id="page"/>${p("后")}`),
    PACKAGE_LIMITS,
    "x",
  );
  const parts = await Promise.all(outer.map(async (m) => ({ name: m.name, data: await m.read() })));
  const relation = (id: string, target: string) => `<Relationship Id="${id}" Type="x/package" Target="${target}"/>`;
  const bytes = zipOf([
    ...parts.filter(({ name }) => name !== "word/_rels/document.xml.rels"),
    {
      name: "word/_rels/document.xml.rels",
      data: `<Relationships>${relation("book", "embeddings/a.xlsx")}${relation("page", "a.html")}${relation("pic", "media/a.emf")}</Relationships>`,
    },
    { name: "word/embeddings/a.xlsx", data: active },
    { name: "word/media/a.emf", data: "emf" },
    { name: "word/a.html", data: "<html><table><tr><td>会议费</td><td>1.00</td></tr></table></html>" },
  ]);
  const layout = await readDocx(sourceFile(bytes, "docx"), async () => laidOut);
  expect(printed(layout)).toEqual(["前", "三公", ["项目 | 金额", "接待费 | 3.35"], ["会议费 | 1.00"], "后"]);
  expect(layout.trouble).toEqual([]);
});
