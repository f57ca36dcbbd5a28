import { describe, expect, it } from "vitest";
import { documentPages, pageBlocks } from "../../src/layout/table/index.ts";
import { body, drawnPage } from "../support/drawn-page.ts";

const texts = (notation: string): string[] =>
  pageBlocks(drawnPage(notation)).map((block) => (block.kind === "paragraph" ? block.text : "[grid]"));

const DUTIES =
  "本单位负责辖区内规划编制与实施的组织、协调、监督和检查等工作任务以及有关自然资源的合理开发利用，并按照规定承担上级交办的其他事项，年度收入九千七百万元。";
const REPORTS =
  "按照规定承担其他任务，定期报告进展情况与成果资料，组织开展辖区内的宣传、培训、统计和档案管理工作，确保各项工作有序推进并取得实效。";
const PAGE = `t14b 234,80 第一部分 单位概况\n${body(120, DUTIES)}\n${body(160, REPORTS)}`;

describe("paragraphs", () => {
  it("joins wrapped lines and begins anew at an indented line", () => {
    expect(texts(PAGE)).toEqual(["第一部分 单位概况", DUTIES, REPORTS]);
  });

  it("marks a centred bold title", () => {
    expect(pageBlocks(drawnPage(PAGE))[0]).toMatchObject({ size: 14, bold: true, align: "center" });
  });

  it("takes page numbers and running headers off, and joins a sentence over the page break", () => {
    const page = (number: number, text: string) =>
      drawnPage(`t 72,40 某市某局部门决算\n${text}\nt 290,800 - ${number} -`, number);
    const cut = `${body(120, DUTIES)}\n${body(160, REPORTS.slice(0, 43))}`;
    const pages = documentPages(
      [page(1, cut), page(2, `t 72,120 ${REPORTS.slice(43)}`), page(3, body(120, DUTIES))],
      "text",
    );
    expect(pages.map((p) => p.blocks.map((block) => (block.kind === "paragraph" ? block.text : "[grid]")))).toEqual([
      [DUTIES, REPORTS],
      [],
      [DUTIES],
    ]);
  });

  it("leaves a contents page with dotted leaders alone", () => {
    expect(
      texts(`
        t16 270,80 目 录
        t 72,120 一、收入支出决算总表……………………………………………………………………3
        t 72,140 二、收入决算表…………………………………………………………………………4
        t 72,160 三、支出决算表…………………………………………………………………………5`),
    ).toHaveLength(4);
  });

  it("takes no form's number for the rest of a title, however long the title is", () => {
    const title = "2022年部门预算一般公共预算拨款“三公”经费及会议费、培训费支出预算表";
    expect(texts(`t 90,100 ${title}\nt 72,116 表11\nt 72,132 单位：万元`)).toEqual([title, "表11", "单位：万元"]);
  });

  it("keeps apart what stands apart on one line", () => {
    expect(texts("t 72,100 编制单位：某市某局\nt 420,100 单位：万元")).toEqual(["编制单位：某市某局 单位：万元"]);
  });
});
