import { describe, expect, it } from "vitest";
import type { Block } from "../../src/lib/layout.ts";
import { tableRecord } from "../../src/lib/table-record.ts";
import { sections } from "../../src/sections/index.ts";
import { layoutOf, line, textGrid, title } from "../support/layout.ts";

const GRID = textGrid("项目|决算数\n合计|12.00");
const table = (...blocks: Block[]) => {
  const found = sections(layoutOf(blocks)).find((section) => section.kind === "table");
  return found?.kind === "table" ? found : undefined;
};

describe("what stands over and under a table", () => {
  it("tells title, form number, entity, year and unit apart", () => {
    expect(
      table(
        line("第二部分 2023年度部门决算表", { align: "center" }),
        title("收入支出决算总表"),
        line("公开01表"),
        line("编制单位：某县某局 2023年度 金额单位：万元"),
        GRID,
        line("注：1. 本表反映收支情况。"),
        line("2. 因四舍五入可能存在尾差。"),
        line("第三部分 情况说明", { align: "center" }),
      ),
    ).toMatchObject({
      title: "收入支出决算总表",
      unit: { text: "万元", from: "caption" },
      entity: "某县某局",
      year: 2023,
      headings: ["第二部分 2023年度部门决算表"],
      caption: [{ text: "公开01表" }, { text: "编制单位：某县某局 2023年度 金额单位：万元" }],
      notes: [{ text: "注：1. 本表反映收支情况。" }, { text: "2. 因四舍五入可能存在尾差。" }],
    });
  });

  it.each([
    "预算02-2表",
    "财决01-1表",
    "部门预算05表",
    "部门公开表6",
    "公开表5",
    "预算公开04表",
    "财预公开01表",
    "部门预算公开表3",
  ])("takes %s under a title for the form's number", (number) => {
    expect(table(title("财政拨款收支总表"), line(number), line("单位：万元"), GRID)).toMatchObject({
      title: "财政拨款收支总表",
    });
  });

  it("takes title, unit and note rows out of a grid that holds them", () => {
    const found = table(
      textGrid(`
        支出决算表*1x3
        公开03表*1x3
        部门：某县某局*1x2|金额单位：元
        项目|合计|基本支出
        合计|12.00|12.00
        注：本表反映支出。*1x3`),
    );
    expect(found).toMatchObject({ title: "支出决算表", unit: { text: "元" }, entity: "某县某局", grid: { rows: 2 } });
    expect(found!.notes).toHaveLength(1);
  });

  it("leaves a form's own rows in the grid", () => {
    expect(table(textGrid("项目名称|某项目*1x2\n主管部门|某局|100"))!.grid.rows).toBe(2);
    const form = "一、项目基本情况*1x3\n主管部门|某局|100\n实施单位|某中心|100\n说明：资金已全部支付。*1x3";
    expect(table(textGrid(form))!.grid.rows).toBe(4);
  });

  it("reads the entity behind a bracketed label, and a unit printed in the heading", () => {
    const found = table(line("一、收入情况（单位：万元）"), line("部门（单位）名称：某市某局"), GRID);
    expect(found).toMatchObject({ entity: "某市某局", unit: { text: "万元" } });
  });

  it("does not take the sentence before a table for its title", () => {
    expect(table(line("具体情况见下表："), GRID)).toMatchObject({ title: null, unit: null });
  });

  it("gives prose its headings, outermost first", () => {
    const prose = sections(
      layoutOf([
        line("第三部分 2024年度部门决算情况说明", { align: "center" }),
        line("一、收入支出决算总体情况说明"),
        line("2024年度收、支总计12.00万元。"),
        line("二、三公经费支出决算情况说明"),
        line("（一）因公出国（境）费"),
        line("本年度未发生。"),
        line("（二）公务接待费支出0.31万元"),
      ]),
    );
    expect(prose.map((section) => [section.headings.slice(1).join(">"), section.year])).toEqual([
      ["一、收入支出决算总体情况说明", 2024],
      ["二、三公经费支出决算情况说明>（一）因公出国（境）费", 2024],
    ]);
    expect(prose[1]).toMatchObject({
      paragraphs: [{ text: "本年度未发生。" }, { text: "（二）公务接待费支出0.31万元" }],
    });
  });

  it("prints table sections as table records", () => {
    const records = sections(layoutOf([title("收入决算表"), line("单位：万元"), GRID])).flatMap((section) =>
      section.kind === "table" ? [tableRecord(section)] : [],
    );
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      kind: "table",
      title: "收入决算表",
      unit: "万元",
      rows: 2,
      cols: 2,
      pages: [1],
    });
  });

  it("joins a part's title broken in two, and forgets the word 目录", () => {
    const centred = (text: string) => line(text, { align: "center" });
    const prose = sections(
      layoutOf([
        centred("目　录"),
        line("一、单位职责"),
        centred("第三部分 某市某局2024年度部门决算"),
        centred("情况说明"),
        line("一、收入决算情况说明"),
        line("本年收入合计12.00万元。"),
      ]),
    );
    expect(prose.map((section) => section.headings)).toEqual([
      ["第三部分 某市某局2024年度部门决算 情况说明", "一、收入决算情况说明"],
    ]);
  });

  it("keeps the items of a list as text", () => {
    const prose = sections(
      layoutOf([
        line("二、决算单位构成"),
        line("纳入编制范围的单位包括："),
        line("1.某市某局本级"),
        line("2.某市某中心"),
      ]),
    );
    expect(prose).toHaveLength(1);
    expect(prose[0]).toMatchObject({ paragraphs: [{}, { text: "1.某市某局本级" }, { text: "2.某市某中心" }] });
  });

  it("takes a line of the classification that goes on below for no heading", () => {
    const prose = sections(
      layoutOf([
        line("（三）支出决算具体情况"),
        line("5、社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休"),
        line("（项）。年初预算为85.55万元。"),
      ]),
    );
    expect(prose).toHaveLength(1);
    expect(prose[0]).toMatchObject({ headings: ["（三）支出决算具体情况"], paragraphs: [{}, {}] });
  });

  it("puts a table title of two lines together", () => {
    const centred = (text: string) => line(text, { align: "center", size: 16, bold: true });
    expect(
      table(centred("某市某局一般公共预算财政拨款基本支出"), centred("决算情况表"), line("单位：元"), GRID)?.title,
    ).toBe("某市某局一般公共预算财政拨款基本支出决算情况表");
  });
});
