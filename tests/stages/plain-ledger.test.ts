import { describe, expect, test } from "vitest";
import { plainBlocks } from "../../src/layout/plain/index.ts";
import type { Grid } from "../../src/lib/layout.ts";

/** A grid as text: one row a line, merged cells as `text{rows,columns}`. */
const drawn = (grid: Grid): string[] =>
  Array.from({ length: grid.rows }, (_, r) =>
    grid.cells
      .filter((cell) => cell.r === r)
      .map((cell) => cell.text + (cell.rs > 1 || cell.cs > 1 ? `{${cell.rs},${cell.cs}}` : ""))
      .join("|"),
  );
/** Rows `a | b` → text as Word saves it: a cell a line behind a tab, an empty line after the row. */
const saved = (rows: string): string =>
  rows
    .trim()
    .split("\n")
    .map((row) =>
      row
        .split("|")
        .map((cell) => `\t${cell.trim()}\n`)
        .join(""),
    )
    .join("\n");
const grids = (text: string): Grid[] => plainBlocks(text).filter((block): block is Grid => block.kind === "grid");
const ledger = (rows: string): string[] => drawn(grids(saved(rows))[0]!);

describe("tables of accounts saved from Word", () => {
  test("收入 and 支出 stand over three columns each, though both halves have other heads", () => {
    expect(
      ledger(`
        收入 | 支出
        项目 | 行次 | 金额 | 项目（按功能分类） | 行次 | 金额
        栏次 |  | 1 | 栏次 |  | 2
        一、财政拨款收入 | 1 | 19.88 | 一、一般公共服务支出 | 31 |
        | 2 | | 二、外交支出 | 32 | 19.88
      `),
    ).toEqual([
      "收入{1,3}|支出{1,3}",
      "项目|行次|金额|项目（按功能分类）|行次|金额",
      "栏次||1|栏次||2",
      "一、财政拨款收入|1|19.88|一、一般公共服务支出|31|",
      "|2||二、外交支出|32|19.88",
    ]);
  });
  test("类, 款 and 项 below their code, 合计 beside them, codes over all three", () => {
    expect(
      ledger(`
        项目 | 本年支出合计 | 基本支出 | 项目支出
        支出功能分类科目编码 | 科目名称 | | |
        类 | 款 | 项 | 栏次 | 1 | 2 | 3
        | | | 合计 | 170.88 | 149.88 | 21.00
        217 | 金融支出 | 163.55 | 142.55 | 21.00
        2210201 | 住房公积金 | 7.33 | 7.33 |
      `),
    ).toEqual([
      "项目{1,4}|本年支出合计{2,1}|基本支出{2,1}|项目支出{2,1}",
      "支出功能分类科目编码{1,3}|科目名称",
      "类{2,1}|款{2,1}|项{2,1}|栏次|1|2|3",
      "合计|170.88|149.88|21.00",
      "217{1,3}|金融支出|163.55|142.55|21.00",
      "2210201{1,3}|住房公积金|7.33|7.33|",
    ]);
  });
  test("预算数 and 决算数 below every item, the items in two levels", () => {
    expect(
      ledger(`
        财政拨款“三公”经费
        合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | 公务接待费
        | | 小计 | 购置费 | 运行维护费 |
        预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数
        7.46 | 3.72 | 0.00 | 0.00 | 5.69 | 2.84 | 0.00 | 0.00 | 5.69 | 2.84 | 1.77 | 0.88
      `).slice(0, 3),
    ).toEqual([
      "财政拨款“三公”经费{1,12}",
      "合计{2,2}|因公出国（境）费{2,2}|公务用车购置及运行维护费{1,6}|公务接待费{2,2}",
      "小计{1,2}|购置费{1,2}|运行维护费{1,2}",
    ]);
  });
  test("two sums in one row of three lanes: their labels reach over the columns before them", () => {
    expect(
      ledger(`
        人员经费 | 公用经费
        科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额
        301 | 工资福利支出 | 15.00 | 302 | 商品和服务支出 | 12.00 | 310 | 资本性支出 | 1.36
        30101 | 基本工资 | 15.00 | 30201 | 办公费 | 12.00 | 31002 | 办公设备购置 | 1.36
        人员经费合计 | 15.00 | 公用经费合计 | 13.36
      `),
    ).toEqual([
      "人员经费{1,3}|公用经费{1,6}",
      "科目编码|科目名称|金额|科目编码|科目名称|金额|科目编码|科目名称|金额",
      "301|工资福利支出|15.00|302|商品和服务支出|12.00|310|资本性支出|1.36",
      "30101|基本工资|15.00|30201|办公费|12.00|31002|办公设备购置|1.36",
      "人员经费合计{1,2}|15.00|公用经费合计{1,5}|13.36",
    ]);
  });
  test("the title and caption of the next table are no rest of the last cell", () => {
    const table = saved("项目 | 预算数 | 决算数\n公务接待费 | 2 | 1.88");
    const blocks = plainBlocks(
      `三公经费支出决算表\n编制单位：某市水利局\n${table}\n收入决算表\n编制单位：某市水利局\n单位：万元\n${table}`,
    );
    expect(
      blocks.map((block) => (block.kind === "grid" ? "grid" : block.kind === "paragraph" ? block.text : "")),
    ).toEqual([
      "三公经费支出决算表",
      "编制单位：某市水利局",
      "grid",
      "收入决算表",
      "编制单位：某市水利局",
      "单位：万元",
      "grid",
    ]);
  });
});
