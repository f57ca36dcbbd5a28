import { utils, type WorkSheet, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { readSheets } from "../../src/layout/sheet/sheet.ts";
import type { Grid, Paragraph } from "../../src/lib/layout.ts";
import { openZip, PACKAGE_LIMITS } from "../../src/lib/zip-archive.ts";
import { blocksOf, coversOnce, printed, sourceFile } from "../support/source-file.ts";
import { zipOf } from "../support/zip-writer.ts";

const workbook = (sheets: Record<string, WorkSheet>, bookType: "xlsx" | "biff8" = "xlsx", hidden: string[] = []) => {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Workbook = { Sheets: book.SheetNames.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) };
  const bytes = new Uint8Array(write(book, { type: "buffer", bookType }) as Buffer);
  return readSheets(sourceFile(bytes, bookType === "xlsx" ? "xlsx" : "xls"));
};
const sheet = (rows: unknown[][], merges: string[] = []): WorkSheet => {
  const made = utils.aoa_to_sheet(rows);
  made["!merges"] = merges.map((range) => utils.decode_range(range));
  return made;
};

const FORM = [
  ["收入决算表", null, null],
  [null, null, "公开02表"],
  ["部门：某市水利局", "2023年度", "金额单位：万元"],
  ["项目", "本年收入", null],
  [null, "合计", "其中：财政拨款"],
  ["合计", 1521, 1500.5],
  ["农林水支出", 21, 0],
  ["注：本表反映本年度取得的各项收入情况。", null, null],
  ["2. 金额单位转换可能有尾差。", null, null],
];
const MERGES = ["A1:C1", "A4:A5", "B4:C4", "A8:C8", "A9:C9"];

describe("a form on a sheet", () => {
  const made = sheet(FORM, MERGES);
  for (const address of ["B6", "C6", "B7", "C7"]) made[address].z = "#,##0.00";

  test.each(["xlsx", "biff8"] as const)("%s: head and notes are paragraphs, numbers are as displayed", async (type) => {
    const layout = await workbook({ 公开02表: made }, type);
    expect(printed(layout)).toEqual([
      "收入决算表",
      "公开02表",
      "部门：某市水利局",
      "2023年度",
      "金额单位：万元",
      ["项目[2×1] | 本年收入[1×2]", "合计 | 其中：财政拨款", "合计 | 1,521.00 | 1,500.50", "农林水支出 | 21.00 | 0.00"],
      "注：本表反映本年度取得的各项收入情况。",
      "2.金额单位转换可能有尾差。",
    ]);
    const grid = blocksOf(layout)[5] as Grid;
    expect(coversOnce(grid)).toBe(true);
    expect(grid.cells.find((cell) => cell.text === "21.00")?.address).toBe("公开02表!B7");
    expect((blocksOf(layout)[0] as Paragraph).align).toBe("center");
  });
});

test("several tables on one sheet are parted by blank rows and their titles", async () => {
  const layout = await workbook({
    Sheet1: sheet([
      ["表一 收入情况表"],
      ["项目", "金额"],
      ["一、财政拨款", 1],
      [],
      ["二、其他收入", 2],
      [],
      ["表二 支出情况表"],
      ["单位：元"],
      ["项目", "金额"],
      ["基本支出", 3],
    ]),
  });
  expect(printed(layout)).toEqual([
    "表一 收入情况表",
    ["项目 | 金额", "一、财政拨款 | 1", "二、其他收入 | 2"],
    "表二 支出情况表",
    "单位：元",
    ["项目 | 金额", "基本支出 | 3"],
  ]);
});

test("a form's name right under another table begins the next; sentences under a table are no rows", async () => {
  const layout = await workbook({
    Sheet1: sheet([
      ["支出决算表"],
      ["单位：元"],
      ["编码", "名称", "金额"],
      [208, "社会保障支出", 134279530.52],
      ["财政拨款“三公”经费支出决算表"],
      ["单位：万元"],
      ["“三公”经费"],
      ["合计", "出国费", "接待费"],
      [3, 1, 2],
      ["情况说明"],
      ["本年“三公”经费支出3万元，比上年减少1万元，主要是厉行节约，压减一般性支出。"],
    ]),
  });
  expect(printed(layout)).toEqual([
    "支出决算表",
    "单位：元",
    ["编码 | 名称 | 金额", "208 | 社会保障支出 | 134279530.52"],
    "财政拨款“三公”经费支出决算表",
    "单位：万元",
    ["“三公”经费 |  | ", "合计 | 出国费 | 接待费", "3 | 1 | 2"],
    "情况说明",
    "本年“三公”经费支出3万元，比上年减少1万元，主要是厉行节约，压减一般性支出。",
  ]);
});

test("a sheet of scores right under a form begins the next", async () => {
  const layout = await workbook({
    Sheet1: sheet([
      ["整体支出绩效评价基础数据表"],
      ["经费控制情况", "2019年预算数", "2019年决算数"],
      ["三公经费", "14.00万元", "9.87万元"],
      ["部门整体支出绩效评价指标评分表"],
      ["一级指标", "三级指标", "得分"],
      ["投入", "在职人员控制率", 2],
    ]),
  });
  expect(printed(layout)).toEqual([
    "整体支出绩效评价基础数据表",
    ["经费控制情况 | 2019年预算数 | 2019年决算数", "三公经费 | 14.00万元 | 9.87万元"],
    "部门整体支出绩效评价指标评分表",
    ["一级指标 | 三级指标 | 得分", "投入 | 在职人员控制率 | 2"],
  ]);
});

test("two tables side by side, each with its own unit line", async () => {
  const layout = await workbook({
    Sheet1: sheet([
      ["收入表", null, null, "支出表", null],
      [null, "单位：万元", null, null, "单位：元"],
      ["项目", "金额", null, "项目", "金额"],
      ["拨款", 1, null, "基本", 2],
    ]),
  });
  expect(printed(layout)).toEqual([
    "收入表",
    "单位：万元",
    ["项目 | 金额", "拨款 | 1"],
    "支出表",
    "单位：元",
    ["项目 | 金额", "基本 | 2"],
  ]);
});

test("hidden sheets, rows and columns are told, not read", async () => {
  const shown = sheet([
    ["项目", "备查", "金额"],
    ["甲", "x", 1],
    ["乙", "y", 2],
  ]);
  shown["!cols"] = [{}, { hidden: true }, {}];
  shown["!rows"] = [{}, { hidden: true }, {}];
  const layout = await workbook({ 支出表: shown, 底稿: sheet([["9.99"]]) }, "xlsx", ["底稿"]);
  expect(printed(layout)).toEqual(["支出表", ["项目 | 金额", "乙 | 2"]]);
  expect(layout.trouble.map((t) => [t.code, t.where])).toEqual([
    ["hidden-part", "支出表"],
    ["hidden-part", "支出表"],
    ["hidden-part", "底稿"],
  ]);
});

test("a sheet of prose is paragraphs", async () => {
  const layout = await workbook({
    Sheet1: sheet([["三公经费说明"], ["2023年公务接待费1.17万元。"], ["与上年持平。"]]),
  });
  expect(printed(layout)).toEqual(["三公经费说明", "2023年公务接待费1.17万元。", "与上年持平。"]);
});

test("a member that unpacks beyond its stated size is refused", async () => {
  const bytes = zipOf([{ name: "xl/workbook.xml", data: " ".repeat(100_000), statedSize: 10 }]);
  await expect(readSheets(sourceFile(bytes, "xlsx"))).rejects.toMatchObject({ code: "damaged" });
});

test("a picture over many cells is kept for reading, a seal is not", async () => {
  const relations = (inner: string) => `<Relationships>${inner}</Relationships>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`;
  const anchor = (rows: number, id: string) =>
    `<xdr:twoCellAnchor xmlns:xdr="x" xmlns:a="a" xmlns:r="r"><xdr:from><xdr:col>0</xdr:col><xdr:row>1</xdr:row></xdr:from>` +
    `<xdr:to><xdr:col>5</xdr:col><xdr:row>${1 + rows}</xdr:row></xdr:to><xdr:pic><a:blip r:embed="${id}"/></xdr:pic></xdr:twoCellAnchor>`;
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet([["附图"]]), "表一");
  const plain = await openZip(write(book, { type: "buffer", bookType: "xlsx" }) as Buffer, PACKAGE_LIMITS, "x");
  const parts = await Promise.all(plain.map(async (m) => ({ name: m.name, data: await m.read() })));
  const bytes = zipOf([
    ...parts.filter(({ name }) => !name.endsWith("sheet1.xml.rels")),
    {
      name: "xl/worksheets/_rels/sheet1.xml.rels",
      data: relations(relation("rId1", "drawing", "../drawings/drawing1.xml")),
    },
    {
      name: "xl/drawings/drawing1.xml",
      data: `<xdr:wsDr xmlns:xdr="x">${anchor(20, "a")}${anchor(2, "b")}</xdr:wsDr>`,
    },
    {
      name: "xl/drawings/_rels/drawing1.xml.rels",
      data: relations(relation("a", "image", "../media/a.png") + relation("b", "image", "/xl/media/b.png")),
    },
    { name: "xl/media/a.png", data: "table" },
    { name: "xl/media/b.png", data: "seal" },
  ]);
  const layout = await readSheets(sourceFile(bytes, "xlsx"));
  expect(layout.pictures?.map(({ name, address }) => [name, address])).toEqual([["xl/media/a.png", "表一"]]);
});
