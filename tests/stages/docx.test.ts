import { describe, expect, test } from "vitest";
import { readDocx } from "../../src/layout/word/docx.ts";
import type { Grid, Paragraph } from "../../src/lib/layout.ts";
import { type DocxParts, docxOf, p, tbl, tc } from "../support/docx-writer.ts";
import { blocksOf, coversOnce, gridLines, printed, sourceFile } from "../support/source-file.ts";

const read = async (body: string, parts: DocxParts = {}) => readDocx(sourceFile(docxOf(body, parts), "docx"));

describe("paragraphs", () => {
  test("stand in order with tables between them; headers are left out", async () => {
    const layout = await read(
      p("第二部分 2023年度部门决算表") + tbl([tc("项目"), tc("决算数")], [tc("培训费"), tc("21.00")]) + p("无。"),
      { header: p("某单位2023年度部门决算") },
    );
    expect(printed(layout)).toEqual(["第二部分2023年度部门决算表", ["项目 | 决算数", "培训费 | 21.00"], "无。"]);
  });

  test("a line break ends a line of its own", async () => {
    const layout = await read(
      '<w:p><w:r><w:t>某市水利局</w:t><w:br/><w:t>2023年度部门决算</w:t><w:br w:type="page"/></w:r></w:p>',
    );
    expect(printed(layout)).toEqual(["某市水利局", "2023年度部门决算"]);
  });

  test("insertions are kept, deletions, hidden text and field codes are not", async () => {
    const run = (text: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    const layout = await read(
      `<w:p>${run("支出")}<w:ins>${run("12.30")}</w:ins><w:del><w:r><w:delText>45.60</w:delText></w:r></w:del>${run("（内部）", "<w:vanish/>")}` +
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("万元")}</w:p>`,
    );
    expect(printed(layout)).toEqual(["支出12.30万元"]);
  });

  test("style, alignment, size and outline level come through inheritance", async () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>' +
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="own"/><w:basedOn w:val="1"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>';
    const layout = await read(p("标题", '<w:pStyle w:val="1"/>') + p("副题", '<w:pStyle w:val="2"/>') + p("正文"), {
      styles,
    });
    const looks = (blocksOf(layout) as Paragraph[]).map(({ size, bold, align, level }) => ({
      size,
      bold,
      align,
      level,
    }));
    expect(looks).toEqual([
      { size: 22, bold: true, align: "center", level: 1 },
      { size: 22, bold: undefined, align: "center", level: 1 },
      { size: 16, bold: undefined, align: "left", level: undefined },
    ]);
  });

  test("text boxes and notes follow; of two alternatives one is read", async () => {
    const box = (text: string) => `<wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx>`;
    const layout = await read(
      `<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>${box("框内")}</w:drawing></mc:Choice>` +
        `<mc:Fallback><w:pict>${box("框内")}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${p("下文")}`,
      {
        footnotes: `<w:footnote w:id="0">${p("线")}</w:footnote><w:footnote w:id="2">${p("注：含上年结转。")}</w:footnote>`,
      },
    );
    expect(printed(layout)).toEqual(["正文", "框内", "下文", "注：含上年结转。"]);
  });
});

describe("numbered headings", () => {
  const level = (n: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, "chineseCountingThousand", "%1、")}${level(1, "chineseCounting", "（%2）")}${level(2, "decimal", "%3.")}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
  const numbered = (text: string, at: number, id = 1) =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

  test("get back the numbers Word prints", async () => {
    const layout = await read(
      numbered("总体情况", 0) +
        numbered("收入", 1) +
        numbered("2023年收入", 2) +
        numbered("支出", 1) +
        numbered("三公经费", 0) +
        numbered("总额", 1) +
        numbered("重新开始", 0, 2) +
        numbered("无编号", 0, 0),
      { numbering },
    );
    expect(printed(layout)).toEqual([
      "一、总体情况",
      "（一）收入",
      "1. 2023年收入",
      "（二）支出",
      "二、三公经费",
      "（一）总额",
      "一、重新开始",
      "无编号",
    ]);
  });
});

describe("tables", () => {
  test("keep merged rows and columns; every position has one cell", async () => {
    const layout = await read(
      tbl(
        [tc("项目", '<w:vMerge w:val="restart"/>'), tc("决算数", '<w:gridSpan w:val="2"/>')],
        [tc("", "<w:vMerge/>"), tc("合计"), tc("基本支出")],
        [tc("教育支出"), tc(p("1,234.50") + p("")), tc(p("第一行") + p("第二行"))],
      ),
    );
    const grid = blocksOf(layout)[0] as Grid;
    expect(gridLines(grid)).toEqual([
      "项目[2×1] | 决算数[1×2]",
      "合计 | 基本支出",
      "教育支出 | 1,234.50 | 第一行¶第二行",
    ]);
    expect(coversOnce(grid)).toBe(true);
    expect(grid.address).toBe("table 1");
  });

  test("a missing cell is an empty one, a sliver of a column is none", async () => {
    const layout = await read(
      `<w:tbl><w:tr>${tc("甲", '<w:gridSpan w:val="2"/>')}${tc("乙")}</w:tr><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${tc("丙")}</w:tr></w:tbl>`,
    );
    const grid = blocksOf(layout)[0] as Grid;
    expect(gridLines(grid)).toEqual(["甲 | 乙", " | 丙"]);
    expect(coversOnce(grid)).toBe(true);
  });

  test("spans that are no whole numbers or reach beyond any table stay within the grid", async () => {
    const layout = await read(
      tbl(
        [tc("合计", '<w:gridSpan w:val="1.5"/>'), tc("7.36", '<w:gridSpan w:val="-3"/>')],
        [tc("公务接待费"), tc("2.60", '<w:gridSpan w:val="999999999"/>')],
      ),
    );
    const grid = blocksOf(layout)[0] as Grid;
    expect(gridLines(grid)).toEqual(["合计 | 7.36", "公务接待费 | 2.60"]);
    expect(coversOnce(grid)).toBe(true);
  });

  test("a table that only frames others is no grid; one with data keeps its nested table after it", async () => {
    const inner = tbl([tc("费用"), tc("金额")], [tc("差旅费"), tc("3.20")]);
    expect(printed(await read(tbl([tc(p("表一") + inner + p(""))])))).toEqual([
      "表一",
      ["费用 | 金额", "差旅费 | 3.20"],
    ]);
    const outer = tbl([tc("项目"), tc("内容")], [tc("目标"), tc("完成")], [tc("明细"), tc(inner + p(""))]);
    expect(printed(await read(outer))).toEqual([
      ["项目 | 内容", "目标 | 完成", "明细 | "],
      ["费用 | 金额", "差旅费 | 3.20"],
    ]);
  });

  test("a row deleted by a tracked change is gone", async () => {
    const layout = await read(
      `<w:tbl><w:tr>${tc("留")}${tc("1")}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${tc("删")}${tc("2")}</w:tr></w:tbl>`,
    );
    expect(printed(layout)).toEqual([["留 | 1"]]);
  });
});

describe("trouble", () => {
  test("a document type and its entities are refused", async () => {
    const bomb = docxOf(p("x"));
    await expect(readDocx(sourceFile(bomb.subarray(0, 200), "docx"))).rejects.toMatchObject({ code: "damaged" });
  });

  test("broken XML is damage, not a crash", async () => {
    await expect(read("<w:p><w:r></w:p>")).rejects.toMatchObject({ code: "damaged" });
    await expect(read("<w:p>&secret;</w:p>")).rejects.toMatchObject({ code: "damaged" });
  });
});
