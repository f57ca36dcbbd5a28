import { describe, expect, it } from "vitest";
import { pageBlocks } from "../../src/layout/table/index.ts";
import { body, drawnPage, gridText } from "../support/drawn-page.ts";

const read = (notation: string): string[] =>
  pageBlocks(drawnPage(notation)).flatMap((block) => (block.kind === "grid" ? gridText(block) : [`P ${block.text}`]));

/** Rows of a table without vertical rules: a label, and amounts ending at 300, 400 and 500. */
const rows = (y: number, step: number, ...lines: readonly string[]): string =>
  lines
    .map((line, i) => {
      const [label, ...amounts] = line.split("|");
      const at = y + i * step;
      const cells = amounts.map((amount, k) => (amount ? `t >${300 + 100 * k},${at} ${amount}` : ""));
      return [label ? `t 72,${at} ${label}` : "", ...cells].join("\n");
    })
    .join("\n");

const HEAD = rows(100, 20, "项目|预算数|决算数|完成率");
const BODY = rows(120, 20, "一般公共服务支出|12.00|11.50|95.83%", "教育支出||7.20|", "合计|12.00|18.70|155.83%");

describe("tables without vertical rules", () => {
  it("finds columns by alignment and leaves the text around alone", () => {
    expect(
      read(
        `t14b 250,60 支出决算表\n${HEAD}\n${BODY}\n${body(200, "注：本表反映部门本年度各项支出情况，金额以万元为单位。")}`,
      ),
    ).toEqual([
      "P 支出决算表",
      "项目|预算数|决算数|完成率",
      "一般公共服务支出|12.00|11.50|95.83%",
      "教育支出||7.20|",
      "合计|12.00|18.70|155.83%",
      "P 注：本表反映部门本年度各项支出情况，金额以万元为单位。",
    ]);
  });

  it("reads a table between three horizontal rules", () => {
    expect(read(`h 90 70-505\n${HEAD}\nh 110 70-505\n${BODY}\nh 172 70-505`)).toHaveLength(4);
  });

  it("takes a head over two columns for their group, and the one beside it for both levels", () => {
    expect(
      read(`
        t 90,110 项目
        t >475,100 其中：预算与决算
        t >300,120 合计
        t >400,120 预算数
        t >500,120 决算数
        ${rows(140, 20, "甲|3.00|1.00|2.00", "乙|5.00|2.00|3.00", "丙|7.00|3.00|4.00")}`).slice(0, 3),
    ).toEqual(["项目*2x1|合计*2x1|其中：预算与决算*1x2", "预算数|决算数", "甲|3.00|1.00|2.00"]);
  });

  it("keeps a label wrapped around its numbers in one row", () => {
    expect(
      read(`
        ${HEAD}
        ${rows(120, 20, "甲|1.00|2.00|3.00")}
        t 72,144 机关事业单位基本养
        ${rows(150, 20, "|4.00|5.00|6.00")}
        t 72,156 老保险缴费支出
        ${rows(180, 20, "乙|7.00|8.00|9.00")}`),
    ).toEqual([
      "项目|预算数|决算数|完成率",
      "甲|1.00|2.00|3.00",
      "机关事业单位基本养/老保险缴费支出|4.00|5.00|6.00",
      "乙|7.00|8.00|9.00",
    ]);
  });

  it("parts numbers printed without a gap at the column's border", () => {
    expect(
      read(`
        ${HEAD}
        ${rows(120, 20, "甲|1.00|2.00|3.00", "乙|4.00|5.00|6.00", "丙|7.00||9.00")}
        t 72,180 丁
        t >300,180 31234567.00
        t >400,180 12345678901234567.00
        t >500,180 1.00`).at(-1),
    ).toBe("丁|31234567.00|12345678901234567.00|1.00");
  });

  it("cuts rows that only numbers side by side tell apart", () => {
    expect(
      read(`
        h 90 60-510
        h 110 60-510
        h 172 60-510
        v 60 90-172
        v 210 90-172
        v 310 90-172
        v 410 90-172
        v 510 90-172
        ${HEAD}
        ${BODY}`),
    ).toEqual([
      "项目|预算数|决算数|完成率",
      "一般公共服务支出|12.00|11.50|95.83%",
      "教育支出||7.20|",
      "合计|12.00|18.70|155.83%",
    ]);
  });

  it("takes no contents, list of addresses or signature block for a table", () => {
    const contents = ["一、收支总表", "二、收入表", "三、支出表", "四、三公表"]
      .map((entry, i) => `t 72,${100 + 20 * i} ${entry}\nt >500,${100 + 20 * i} ${3 + i}`)
      .join("\n");
    expect(read(contents).every((line) => line.startsWith("P "))).toBe(true);
    const signature = "t 72,100 填报人：某某\nt 300,100 审核人：某某\nt 72,120 单位：某局\nt 300,120 日期：某日";
    expect(read(signature).every((line) => line.startsWith("P "))).toBe(true);
  });
});
