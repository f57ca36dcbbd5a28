import { describe, expect, test } from "vitest";
import { textKind } from "../../src/ingest/text-kind.ts";
import { workOut } from "../../src/layout/sheet/formula.ts";
import { shownNumber } from "../../src/layout/sheet/number-format.ts";
import { readSheets } from "../../src/layout/sheet/sheet.ts";
import { type RawCell, rawWorkbook, words } from "../support/raw-workbook.ts";
import { blocksOf, printed, sourceFile } from "../support/source-file.ts";
import { zipOf } from "../support/zip-writer.ts";

describe("a number as its format shows it (ECMA-376 part 1, 18.8.31)", () => {
  test.each([
    ["0.00,,\n%", 163456, "16.35"],
    ["0.00,,%", 163456, "16.35%"],
    ["0\\.0,", 163456, "16.3"],
    ['0"."0000', 163456, "16.3456"],
    ["0.00万元", 16.3456, "16.35万元"],
    ["#,##0.00,", 1234567, "1,234.57"],
    ["0.00", 1.005, "1.01"],
    ["0.00", 0.285, "0.29"],
    ["#,##0.00", 1234567.125, "1,234,567.13"],
    ["#,##0.00;[Red]#,##0.00", -3.5, "-3.50"],
    ["#,##0.00;[红色]#,##0.00", -3.5, "-3.50"],
    ["0.00;[Color3]0.00", -3.5, "-3.50"],
    ["#,##0.00_);[Red]\\(#,##0.00\\)", -3.5, "(3.50)"],
    ["0.00;△0.00", -3.5, "△3.50"],
    ["0.00;[Red]0.00", -0.001, "0.00"],
    ["0.00;[White]0.00", -3.5, ""],
    ['G/通用格式"万元"', 3.5, "3.5万元"],
    [";;;", 3.5, ""],
  ])("%j shows %d as %j", (pattern, value, text) => {
    expect(shownNumber(value, pattern)?.text.trim()).toBe(text);
  });

  test("a negative that nothing shows keeps its other reading", () => {
    expect(shownNumber(-3.5, "0.00;0.00")).toEqual({ text: "3.50", alternative: "-3.50" });
  });
});

describe("formulas nobody has worked out (18.3.1.96: the value is optional)", () => {
  const cells: Record<string, number | string> = { "1,0": 4.35, "1,1": 12, "1,2": "小计", "1,3": 0.1, "1,4": 0.2 };
  const lookup = (_: string | null, column: number, row: number) => cells[`${column},${row}`] ?? null;
  test.each([
    ["B1+B2", "16.35"],
    ["SUM(B1:B3)", "16.35"],
    ["$B$2-B1", "7.65"],
    ["B4+B5", "0.3"],
    ["ROUND(B1*2/3,2)", "2.9"],
    ["-(B1+B9)", "-4.35"],
    ["SUBTOTAL(9,B1:B2)", "16.35"],
    ['IF(B1+B2=0,"",B1+B2)', "16.35"],
    ["IF(B1>=B2,B1,B2-B1)", "7.65"],
  ])("%s is %s", (formula, value) => {
    expect(workOut(formula, lookup)).toBe(value);
  });
  test("anything else, words and rings of formulas are not guessed", () => {
    expect(workOut("VLOOKUP(A1,B:C,2)", lookup)).toBeNull();
    expect(workOut("B1+B3", lookup)).toBeNull();
    expect(workOut("B1/B9", lookup)).toBeNull();
    expect(workOut('IF(B1>0,"",B1)', lookup)).toBeNull();
    expect(workOut("SUBTOTAL(1,B1:B2)", lookup)).toBeNull();
    // A sum of sums would count twice.
    expect(workOut("SUBTOTAL(9,C1:C2)", () => ({ formula: "1+1" }))).toBeNull();
    expect(workOut("A1+1", () => ({ formula: "A1+A1" }))).toBeNull();
    expect(workOut("B3", lookup)).toEqual({ text: "小计" });
  });
});

const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.00"/></numFmts>' +
  '<fonts count="3"><font/><font><strike/></font><font><color rgb="FFFFFFFF"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E78"/></patternFill></fill></fills>' +
  '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="164" fontId="0" fillId="0"/>' +
  '<xf numFmtId="31" fontId="0" fillId="0"/><xf numFmtId="164" fontId="1" fillId="0"/>' +
  '<xf numFmtId="164" fontId="2" fillId="0"/><xf numFmtId="164" fontId="2" fillId="2"/></cellXfs>';
const inline = (at: string, text: string): RawCell => ({ at, type: "inlineStr", xml: words(text) });
const number = (at: string, value: string, style = 1): RawCell => ({ at, style, xml: `<v>${value}</v>` });

test("dates by number alone, struck-out cells, white on white and raised runs of a sheet", async () => {
  const rows = [
    inline("A1", "项目"),
    inline("B1", "金额"),
    inline("C1", "日期"),
    inline("A2", "接待费"),
    number("B2", "3.35"),
    { at: "C2", style: 2, xml: "<v>45356</v>" },
    inline("A3", "出国费"),
    number("B3", "8", 3),
    number("C3", "9", 4),
    inline("A4", "合计"),
    { at: "B4", style: 1, xml: "<f>B2+B3</f>" },
    number("C4", "7", 5),
    inline("A5", "会议费"),
    {
      at: "B5",
      type: "inlineStr",
      xml: '<is><r><rPr><strike/></rPr><t>8</t></r><r><t>9.00</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></is>',
    },
    { at: "C5", style: 1, xml: "<f>VLOOKUP(A5,A1:B4,2)</f>" },
  ];
  const layout = await readSheets(sourceFile(rawWorkbook(rows, STYLES), "xlsx"));
  expect(printed(layout)[1]).toEqual([
    "项目 | 金额 | 日期",
    "接待费 | 3.35 | 2024年3月5日",
    "出国费 |  | ",
    "合计 | 11.35 | 7.00",
    "会议费 | 9.00² | =VLOOKUP(A5,A1:B4,2)",
  ]);
  expect(layout.trouble.map(({ code, where }) => [code, where])).toEqual([
    ["hidden-part", "表一"],
    ["number-unreadable", "表一!C5"],
  ]);
});

describe("what a worksheet says about what it shows", () => {
  const RULED =
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.00"/></numFmts><fonts><font/></fonts><fills><fill/><fill/></fills>' +
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="164" fontId="0" fillId="0"/></cellXfs>' +
    '<dxfs><dxf><numFmt numFmtId="190" formatCode="0\\.0000"/></dxf><dxf><font><color rgb="FFFFFFFF"/></font></dxf></dxfs>';
  const table = (budget: string, actual: string) => [
    inline("A1", "项目"),
    inline("B1", "预算数"),
    inline("C1", "决算数"),
    inline("A2", "接待费"),
    number("B2", "3.35"),
    number("C2", "2.15"),
    inline("A3", "出国费"),
    number("B3", budget),
    number("C3", actual),
  ];
  const read = async (...args: Parameters<typeof rawWorkbook>) => readSheets(sourceFile(rawWorkbook(...args), "xlsx"));

  test("zeros that the view hides (18.3.1.87) are blank, not zero", async () => {
    const before = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>';
    expect(printed(await read(table("0", "1.00"), RULED, { before }))[1]).toEqual([
      "项目 | 预算数 | 决算数",
      "接待费 | 3.35 | 2.15",
      "出国费 |  | 1.00",
    ]);
  });

  test("rows without height and columns without width are hidden (18.3.1.13, 18.3.1.73, 18.3.1.81)", async () => {
    const rows = { "3": 'ht="0" customHeight="1"' };
    const before = '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>';
    const layout = await read(table("8", "9"), RULED, { before, rows });
    expect(printed(layout)[1]).toEqual(["项目 | 决算数", "接待费 | 2.15"]);
    expect(layout.trouble.map(({ message }) => message)).toEqual([
      "1 hidden rows were not read",
      "1 hidden columns were not read",
    ]);
    const low = '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>';
    const tall = { "1": 'ht="15" customHeight="1"', "2": 'ht="15" customHeight="1"' };
    expect(printed(await read(table("8", "9"), RULED, { before: low, rows: tall }))[1]).toHaveLength(2);
  });

  test("a rule's number format is shown where its condition holds, and listed where that is not worked out (18.3.1.10)", async () => {
    const rule = (inside: string) =>
      `<conditionalFormatting sqref="B2:C3"><cfRule priority="1" ${inside}</cfRule></conditionalFormatting>`;
    const big = rule('type="cellIs" dxfId="0" operator="greaterThan"><formula>1000</formula>');
    expect(printed(await read(table("33500", "0"), RULED, { after: big }))[1]?.[2]).toBe("出国费 | 3.3500 | 0.00");
    const white = rule('type="cellIs" dxfId="1" operator="equal"><formula>0</formula>');
    expect(printed(await read(table("0", "1"), RULED, { after: white }))[1]?.[2]).toBe("出国费 |  | 1.00");
    const unknown = await read(table("8", "9"), RULED, {
      after: rule('type="expression" dxfId="0"><formula>$A3&gt;0</formula>'),
    });
    expect(printed(unknown)[1]?.[2]).toBe("出国费 | ### | ###");
    expect(unknown.trouble.map(({ code }) => code)).toEqual(Array(4).fill("number-unreadable"));
  });

  test("the unit stands in a text box or in the page header (18.3.1.46)", async () => {
    const drawing =
      '<d xmlns:a="a"><s><txBody><a:p><a:r><a:t>单位：万元</a:t></a:r></a:p><a:p><a:r><a:t>说明一句</a:t></a:r></a:p></txBody></s></d>';
    const boxed = await read(table("8", "9"), RULED, { drawing });
    expect(printed(boxed).map((block) => (typeof block === "string" ? block : "表"))).toEqual([
      "表一",
      "单位：万元",
      "表",
      "说明一句",
    ]);
    const after = '<headerFooter><oddHeader>&amp;C表&amp;R&amp;"宋体"&amp;10单位：万元</oddHeader></headerFooter>';
    const headed = await read(table("8", "9"), RULED, { after });
    expect(printed(headed)[1]).toBe("单位：万元");
  });

  test("a run in the paper's colour inside a cell's text is not read, and told", async () => {
    const cells = [
      ...table("8", "9"),
      {
        at: "D3",
        type: "inlineStr",
        xml: '<is><r><rPr><color rgb="FFFFFFFF"/></rPr><t>8</t></r><r><t>9.00</t></r></is>',
      },
    ];
    const layout = await read(cells, RULED);
    expect(printed(layout)[1]?.[2]).toBe("出国费 | 8.00 | 9.00 | 9.00");
    expect(layout.trouble.map(({ code }) => code)).toEqual(["hidden-part"]);
  });
});

test("an OpenDocument cell shows its own paragraph (OpenDocument 1.2 part 1, 9.1.4)", async () => {
  const cell = (text: string, value = "", style = "") =>
    `<c ${value && `office:value="${value}"`} ${style && `table:style-name="${style}"`}><text:p>${text}</text:p></c>`.replaceAll(
      /(<\/?)c(?=[ >])/g,
      "$1table:table-cell",
    );
  const row = (...cells: string[]) => `<table:table-row>${cells.join("")}</table:table-row>`;
  const content =
    '<o:document-content xmlns:o="o" xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:number="n" xmlns:fo="f"><o:automatic-styles>' +
    '<number:number-style style:name="N1"><style:text-properties fo:color="#ff0000"/></number:number-style>' +
    '<style:style style:name="red" style:data-style-name="N1"/>' +
    '<style:style style:name="gone"><style:text-properties style:text-line-through-style="solid"/></style:style>' +
    '<style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style></o:automatic-styles>' +
    '<o:body><o:spreadsheet><table:table table:name="表一"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="2"/>' +
    row(cell("项目"), cell("底稿"), cell("预算数"), cell("决算数")) +
    row(cell("接待费"), cell("9", "9"), cell("16.3", "163456"), cell("3.50", "-3.5", "red")) +
    row(
      cell("会议费"),
      cell("9", "9"),
      cell('<text:span text:style-name="gone">8</text:span>9.00<text:span text:style-name="up">1</text:span>'),
      cell("3.50", "-3.5"),
    ) +
    "</table:table></o:spreadsheet></o:body></o:document-content>";
  const layout = await readSheets(sourceFile(zipOf([{ name: "content.xml", data: content }]), "xls"));
  expect(printed(layout)[1]).toEqual(["项目 | 预算数 | 决算数", "接待费 | 16.3 | -3.50", "会议费 | 9.00¹ | 3.50"]);
  const grid = blocksOf(layout).find((block) => block.kind === "grid");
  expect(grid?.cells.find((one) => one.alternatives)?.alternatives).toEqual(["-3.50"]);
  expect(layout.trouble.map(({ message }) => message)).toEqual(["1 hidden columns were not read"]);
});

test("an OpenDocument sheet: zeros not shown, conditions of styles, text boxes and the page header (16.3, 19.695, 10.3)", async () => {
  const content =
    '<o:document-content xmlns:o="o" xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:fo="f" xmlns:draw="d"><o:automatic-styles>' +
    '<style:style style:name="ta1" style:family="table" style:master-page-name="M"/>' +
    '<style:style style:name="white" style:data-style-name="N0"><style:text-properties fo:color="#ffffff"/></style:style>' +
    '<style:style style:name="wan" style:data-style-name="N7"/>' +
    '<style:style style:name="a" style:data-style-name="N0"><style:map style:condition="cell-content()&lt;5" style:apply-style-name="white"/></style:style>' +
    '<style:style style:name="b" style:data-style-name="N0"><style:map style:condition="cell-content-is-between(10,99)" style:apply-style-name="wan"/></style:style>' +
    '</o:automatic-styles><o:body><o:spreadsheet><table:table table:name="表一" table:style-name="ta1">' +
    [
      ["项目", "预算数", "决算数"],
      ["接待费", '4" table:style-name="a', '7" table:style-name="a'],
      ["会议费", '20" table:style-name="b', '8" table:style-name="b'],
      ["培训费", "0", "6"],
    ]
      .map(
        (row) =>
          `<table:table-row>${row
            .map((cell) =>
              /^\d/.test(cell)
                ? `<table:table-cell office:value="${cell}"><text:p>${cell.split('"')[0]}</text:p></table:table-cell>`
                : `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`,
            )
            .join("")}</table:table-row>`,
      )
      .join("") +
    "<table:shapes><draw:frame><draw:text-box><text:p>说明一句</text:p></draw:text-box></draw:frame></table:shapes></table:table></o:spreadsheet></o:body></o:document-content>";
  const styles =
    '<o:document-styles xmlns:o="o" xmlns:style="s" xmlns:text="x"><o:master-styles><style:master-page style:name="M"><style:header><style:region-right><text:p>单位：万元</text:p></style:region-right></style:header></style:master-page></o:master-styles></o:document-styles>';
  const settings =
    '<o:document-settings xmlns:o="o" xmlns:config="c"><o:settings><config:config-item-set config:name="x"><config:config-item config:name="ShowZeroValues">false</config:config-item></config:config-item-set></o:settings></o:document-settings>';
  const parts = { "content.xml": content, "styles.xml": styles, "settings.xml": settings };
  const bytes = zipOf(Object.entries(parts).map(([name, data]) => ({ name, data })));
  const layout = await readSheets(sourceFile(bytes, "xls"));
  expect(printed(layout).slice(1)).toEqual([
    "单位：万元",
    ["项目 | 预算数 | 决算数", "接待费 |  | 7", "会议费 | ### | 8", "培训费 |  | 6"],
    "说明一句",
  ]);
  expect(layout.trouble.map(({ code }) => code)).toEqual(["hidden-part", "number-unreadable"]);
});

test("an OpenDocument spreadsheet in one piece of XML is read like its package (3.1.2)", async () => {
  const row = (...cells: string[]) =>
    `<table:table-row>${cells.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join("")}</table:table-row>`;
  const whole = `<?xml version="1.0"?><office:document xmlns:office="o" xmlns:table="t" xmlns:text="x" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="表一">${row("项目", "决算数")}${row("接待费", "16.35")}</table:table></office:spreadsheet></office:body></office:document>`;
  expect(textKind(Buffer.from(whole))).toBe("xls");
  const layout = await readSheets(sourceFile(whole, "xls"));
  expect(printed(layout)[1]).toEqual(["项目 | 决算数", "接待费 | 16.35"]);
});
