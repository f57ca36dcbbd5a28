import { describe, expect, it } from "vitest";
import { pageBlocks } from "../../src/layout/table/index.ts";
import type { Grid } from "../../src/lib/layout.ts";
import { drawnPage, gridText } from "../support/drawn-page.ts";

const grids = (notation: string): Grid[] => pageBlocks(drawnPage(notation)).filter((block) => block.kind === "grid");
const first = (notation: string): string[] => gridText(grids(notation)[0]!);

describe("ruled tables", () => {
  it("reads cells merged over columns and rows from the lines that are missing", () => {
    expect(
      first(`
        box 50,100 290,160
        h 120 130-290
        h 140 50-290
        v 130 100-160
        v 210 120-160
        t 60,120 项目
        t 180,110 本年支出
        t 140,130 合计
        t 220,130 基本支出
        t 60,150 合 计
        t >205,150 9,759.38
        t >285,150 5,377.64`),
    ).toEqual(["项目*2x1|本年支出*1x2", "合计|基本支出", "合计|9,759.38|5,377.64"]);
  });

  it("joins a line drawn in pieces, dashes and open joints included", () => {
    const dotted = Array.from({ length: 40 }, (_, i) => `h 120 ${50 + i * 5}-${53 + i * 5}`).join("\n");
    expect(
      first(`
        h 100 50-148
        h 100.4 150-250
        ${dotted}
        h 140 50-250
        v 50 102-118
        v 50 121-140
        v 150 100-140
        v 250 100-140
        t 60,110 单位名称
        t 160,110 备注
        t 60,130 本级
        t 160,130 无`),
    ).toEqual(["单位名称|备注", "本级|无"]);
  });

  it("takes a double rule for one line", () => {
    expect(
      first(`
        box 50,100 250,140
        box 52,102 248,138
        h 120 50-250
        v 150 100-140
        t 60,110 收入
        t 160,110 支出
        t 60,130 1.00
        t 160,130 2.00`),
    ).toEqual(["收入|支出", "1.00|2.00"]);
  });

  it("reads a table drawn as one rectangle a cell, with spacing between", () => {
    expect(
      first(`
        box 50,100 148,118
        box 150,100 250,118
        box 50,120 148,138
        box 150,120 250,138
        t 60,110 收入
        t 160,110 支出
        t 60,130 1.00
        t 160,130 2.00`),
    ).toEqual(["收入|支出", "1.00|2.00"]);
  });

  it("closes a table printed without its outer left and right lines", () => {
    expect(
      first(`
        h 100 50-290
        h 120 50-290
        h 140 50-290
        v 130 100-140
        v 210 100-140
        t 60,110 项目
        t 140,110 预算数
        t 220,110 决算数
        t 60,130 合计
        t >205,130 12.00
        t >285,130 11.50`),
    ).toEqual(["项目|预算数|决算数", "合计|12.00|11.50"]);
  });

  it("keeps the text of a row the page break left open", () => {
    expect(
      first(`
        h 100 50-250
        h 120 50-250
        v 50 100-160
        v 150 100-160
        v 250 100-160
        t 60,110 指标
        t 160,110 完成情况
        t 60,130 质量指标
        t 160,130 按时完成
        t 160,145 全部任务，`),
    ).toEqual(["指标|完成情况", "质量指标|按时完成/全部任务，"]);
  });

  it("splits a text run that crosses a cell border", () => {
    expect(
      first(`
        grid 50,100 60,60 20,20
        t 60,110 决算数
        t 120,110 增减
        t 80,130 112.88154.20`),
    ).toEqual(["决算数|增减", "112.88|154.20"]);
  });

  it("finds two tables on a page, and two side by side, in reading order", () => {
    const found = grids(`
      grid 50,100 60,60 20,20
      t 55,110 甲一
      t 115,110 甲二
      grid 300,100 60,60 20,20
      t 305,110 乙一
      t 365,110 乙二
      grid 50,300 60,60 20,20
      t 55,310 丙一
      t 115,310 丙二`);
    expect(found.map((grid) => grid.cells[0]!.text)).toEqual(["甲一", "乙一", "丙一"]);
  });

  it("leaves prose in a frame to the paragraphs", () => {
    const blocks = pageBlocks(drawnPage("box 50,100 300,200\nt 60,120 本表反映部门本年度收支情况。"));
    expect(blocks.map((block) => block.kind)).toEqual(["paragraph"]);
  });

  it("drops a watermark that lies over the rows", () => {
    expect(
      first(`
        grid 50,100 60,60 20,20,20
        t40 70,130 密
        t 55,110 项目
        t 115,110 金额
        t 55,130 甲
        t 115,130 1.00
        t 55,150 乙
        t 115,150 2.00`),
    ).toEqual(["项目|金额", "甲|1.00", "乙|2.00"]);
  });

  it("does not take a diagonal header's words apart", () => {
    expect(
      first(`
        grid 50,100 60,60 30,20
        t 80,107 项目
        t 55,122 年度
        t 115,115 金额
        t 55,140 2024
        t 115,140 1.00`),
    ).toEqual(["项目/年度|金额", "2024|1.00"]);
  });
});
