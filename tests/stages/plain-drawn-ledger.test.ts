import { describe, expect, test } from "vitest";
import { placeAmounts } from "../../src/layout/plain/drawn/ledger/missing-cells.ts";
import { plainBlocks } from "../../src/layout/plain/index.ts";
import type { Grid } from "../../src/lib/layout.ts";

const drawn = (grid: Grid): string[] =>
  Array.from({ length: grid.rows }, (_, r) =>
    grid.cells
      .filter((cell) => cell.r === r)
      .map((cell) => cell.text + (cell.rs > 1 || cell.cs > 1 ? `{${cell.rs},${cell.cs}}` : ""))
      .join("|"),
  );
/** The grids of a text whose lines are given without their indentation. */
const grids = (text: string): string[][] =>
  plainBlocks(text.replace(/^ +/gmu, ""))
    .filter((block): block is Grid => block.kind === "grid" && block.columnsUnknown !== true)
    .map(drawn);

describe("tables of accounts in text taken out of a PDF", () => {
  test("coded lines: heads and labels broken over lines, blank cells lost, the label's rest behind its amounts", () => {
    const [grid, ...more] = grids(`
      支出决算表
      项目 本年支出合计 基本支出 项目支出
      上缴上级
      支出
      经营支出
      对附属单位补助支
      出
      功能分类科
      目编码
      科目名称
      栏次 1 2 3 4 5 6
      合计 170.88 149.88 21.00 0.00 0.00 0.00

      208 社会保障和就业支出 14.66 14.66
      2080505
      机关事业单位基本养老保险缴费
      支出 14.66 14.66
      217 金融支出 156.22 135.22 21.00
      2170399 其他金融发展 21.00 21.00
      支出
      2170301 行政运行 135.22 135.22
      注：本表反映部门本年度各项支出情况。
    `);
    expect(more).toEqual([]);
    expect(grid).toEqual([
      "项目{1,2}|本年支出合计{2,1}|基本支出{2,1}|项目支出{2,1}|上缴上级支出{2,1}|经营支出{2,1}|对附属单位补助支出{2,1}",
      "功能分类科目编码|科目名称",
      "栏次{1,2}|1|2|3|4|5|6",
      "合计{1,2}|170.88|149.88|21.00|0.00|0.00|0.00",
      "208|社会保障和就业支出|14.66|14.66||||",
      "2080505|机关事业单位基本养老保险缴费支出|14.66|14.66||||",
      "217|金融支出|156.22|135.22|21.00|||",
      "2170399|其他金融发展支出|21.00||21.00|||",
      "2170301|行政运行|135.22|135.22||||",
    ]);
  });
  test("a column of changes in per cent is no group over this year's amounts", () => {
    const [grid] = grids(`
      一般公共预算支出情况表
      功能分类科目 2023年执行数 2024年预算数 2024年预算数比2023年执行数增减%
      科目编码 科目名称 合计 基本支出 项目支出
      合计 980.00 1,020.40 720.40 300.00 4.12
      2070104 图书馆 830.00 860.40 560.40 300.00 3.66
      2080505 机关事业单位基本养老保险缴费支出 85.00 90.00 90.00 5.88
      2210201 住房公积金 65.00 70.00 70.00 7.69
    `);
    expect(grid!.slice(0, 4)).toEqual([
      "科目编码{2,1}|科目名称{2,1}|2023年执行数{2,1}|2024年预算数{1,3}|2024年预算数比2023年执行数增减%{2,1}",
      "合计|基本支出|项目支出",
      "合计{1,2}|980.00|1,020.40|720.40|300.00|4.12",
      "2070104|图书馆|830.00|860.40|560.40|300.00|3.66",
    ]);
  });
  test("heads one a line, those of a group behind their neighbours, and a code behind the amounts: nothing is placed", () => {
    const heads = "合计 公务接待费 公务用车购置及运行费 因公出国（境）费 小计 公务用车购置费 公务用车运行费";
    const text = `一般公共预算“三公”经费支出表 部门（单位）代码 部门（单位）名称 “三公”经费预算数 ${heads}
      合计 6.00 6.00 0.00 0.00 0.00 0.00 038001 某区某局 6.00 6.00 0.00 0.00 0.00 0.00`;
    expect(grids(text.trim().replaceAll(/\s+/gu, "\n"))).toEqual([]);
  });
  test("heads that are not all known: 合计 is the first amount of a line, the others stand apart from all heads", () => {
    const text = `
      财政拨款支出决算明细表
      项目 合计 工资福利支出 公务员医疗支出
      科目编码 科目名称 小计 基本工资 津贴补贴 小计 医疗费补助
      合计 90.00 60.00 40.00 20.00 30.00 30.00
      210 卫生健康支出 90.00 60.00 40.00 20.00 30.00 30.00
      21011 行政事业单位医疗 90.00 60.00 40.00 20.00 30.00 30.00
      2101101 行政单位医疗 50.00 50.00 30.00 20.00
      2101102 事业单位医疗 40.00 10.00 10.00 30.00 30.00
    `;
    expect(grids(text)).toEqual([
      [
        "科目编码|科目名称|合计|{1,6}",
        "合计{1,2}|90.00||60.00|40.00|20.00|30.00|30.00",
        "210|卫生健康支出|90.00||60.00|40.00|20.00|30.00|30.00",
        "21011|行政事业单位医疗|90.00||60.00|40.00|20.00|30.00|30.00",
        "2101101|行政单位医疗|50.00||50.00|30.00|20.00||",
        "2101102|事业单位医疗|40.00||10.00|10.00|30.00|30.00|",
      ],
    ]);
    // a line whose first amount is not its greatest: no amount is known to be the 合计
    expect(grids(text.replace("行政单位医疗 50.00", "行政单位医疗 5.00"))[0]![4]).toBe(
      "2101101|行政单位医疗||5.00|50.00|30.00|20.00||",
    );
    // coded lines in running text have no header over them
    expect(grids(text.replace("科目编码 科目名称", "以下各项，"))).toEqual([]);
  });
  test("projects line by line, known by their sum", () => {
    const text = `
      项目支出表
      类型 项目名称 项目单位 合计 本年拨款
      财政拨款结转结
      余
      合计 60.50 60.50
      其他运转类 河道清淤专项 某县水利局 40.00 40.00
      特定目标类 山塘维修补助 某县水利局 20.50 20.50
    `;
    expect(grids(text)).toEqual([
      [
        "类型|项目名称|项目单位|合计|{1,2}",
        "合计{1,3}|60.50||60.50",
        "其他运转类|河道清淤专项|某县水利局|40.00||40.00",
        "特定目标类|山塘维修补助|某县水利局|20.50||20.50",
      ],
    ]);
    // lines that do not make the 合计: one is missing or its words are not those of the heads
    expect(grids(text.replace("合计 60.50", "合计 61.50"))).toEqual([]);
  });
  test("two halves: 行次 tells which line of which half a number belongs to", () => {
    const [grid] = grids(`
      收入 支出
      项目 行次 金额 项目 行次 合计 一般公共预算
      财政拨款
      政府性基金预算
      财政拨款
      栏次 1 栏次 2 3 4
      一、一般公共预算财政拨款 1 14.66 一、教育支出 5
      二、政府性基金预
      算财政拨款
      2 3.00 二、农林水支出 6 3.00 3.00
      3 三、住房保障支出 7 14.66 14.66
      总计 4 17.66 总计 8 17.66 14.66 3.00
    `);
    expect(grid?.slice(3)).toEqual([
      "一、一般公共预算财政拨款|1|14.66|一、教育支出|5|||",
      "二、政府性基金预算财政拨款|2|3.00|二、农林水支出|6|3.00||3.00",
      "|3||三、住房保障支出|7|14.66|14.66|",
      "总计|4|17.66|总计|8|17.66|14.66|3.00",
    ]);
  });
  test("two halves without 行次: the labels tell income from expenditure", () => {
    const [grid] = grids(`
      本年收入 本年支出
      项目 预算数 项目 预算数
      一、财政拨款收入 24.50 一、教育支出 4.50
      1.一般公共预算 24.50 二、住房保障支出 20.00
      2.政府性基金预算 0.00
      收入总计 24.50 支出总计 24.50
    `);
    expect(grid?.slice(2)).toEqual([
      "一、财政拨款收入|24.50|一、教育支出|4.50",
      "1.一般公共预算|24.50|二、住房保障支出|20.00",
      "2.政府性基金预算|0.00||",
      "收入总计|24.50|支出总计|24.50",
    ]);
  });
  test("类 款 项 printed apart, 合计 last", () => {
    const [grid] = grids(`
      项目 支出预算
      功能分类科目编
      码
      功能分类科目名
      称
      合计 基本支出 项目支出
      类 款 项
      204 公共安全支出 9.50 8.00 1.50
      204 06 司法 9.50 8.00 1.50
      204 06 01 行政运行 9.50 8.00 1.50
      合计 9.50 8.00 1.50
    `);
    expect(grid).toEqual([
      "项目{1,4}|支出预算{1,3}",
      "功能分类科目编码{1,3}|功能分类科目名称{2,1}|合计{2,1}|基本支出{2,1}|项目支出{2,1}",
      "类|款|项",
      "204|||公共安全支出|9.50|8.00|1.50",
      "204|06||司法|9.50|8.00|1.50",
      "204|06|01|行政运行|9.50|8.00|1.50",
      "合计{1,4}|9.50|8.00|1.50",
    ]);
  });
  test("lanes of economic lines, one of them without an amount", () => {
    const [grid] = grids(`
      人员经费 公用经费
      科目编码 科目名称 金额 科目编码 科目名称 金额
      301 工资福利支出 15.00 302 商品和服务支出 1.36
      30101 基本工资 15.00 30201 办公费
      30202 印刷费 1.36
      人员经费合计 15.00 公用经费合计 1.36
    `);
    expect(grid?.slice(2)).toEqual([
      "301|工资福利支出|15.00|302|商品和服务支出|1.36",
      "30101|基本工资|15.00|30201|办公费|",
      "|||30202|印刷费|1.36",
      "人员经费合计{1,2}|15.00|公用经费合计{1,2}|1.36",
    ]);
  });
  test("“三公”经费: two blocks of items over one row of amounts", () => {
    const [grid] = grids(`
      预算数 决算数
      合计
      因公出国（境）
      费
      公务用车购置及运行维护费
      公务接待费 合计
      因公出国（境）
      费
      公务用车购置及运行维护费
      公务接待费
      小计 公务用车购置费 公务用车运行维护费 小计 公务用车购置费 公务用车运行维护费
      1 2 3 4 5 6 7 8 9 10 11 12
      6.43 0.00 5.33 0.00 5.33 1.10 3.21 0.00 2.66 0.00 2.66 0.55
    `);
    expect(grid?.slice(0, 3)).toEqual([
      "预算数{1,6}|决算数{1,6}",
      "合计{2,1}|因公出国（境）费{2,1}|公务用车购置及运行维护费{1,3}|公务接待费{2,1}|合计{2,1}|因公出国（境）费{2,1}|公务用车购置及运行维护费{1,3}|公务接待费{2,1}",
      "小计|公务用车购置费|公务用车运行维护费|小计|公务用车购置费|公务用车运行维护费",
    ]);
  });
  test("two classifications of one line, the group over them no column of its own", () => {
    const [grid] = grids(`
      部门预算支出经
      济分类科目
      政府预算支出经
      济分类科目
      本年一般公共预
      算基本支出
      科目编码 科目名称 科目编码 科目名称 合计 人员经费 公用经费
      合计 23.00 18.00 5.00
      30101 基本工资 50101 工资奖金津补贴 18.00 18.00
      30201 办公费 50201 办公经费 5.00 5.00
    `);
    expect(grid?.slice(2)).toEqual([
      "合计{1,4}|23.00|18.00|5.00",
      "30101|基本工资|50101|工资奖金津补贴|18.00|18.00|",
      "30201|办公费|50201|办公经费|5.00||5.00",
    ]);
  });
  test("units beside codes, codes printed again behind 类 款 项", () => {
    const [grid] = grids(`
      科目编码 单位代码
      单位名称（功能
      科目名称）
      合计 基本支出 项目支出
      类 款 项 小计 人员经费 公用经费
      合计 9.00 5.00 4.00 1.00 4.00
      119 某市水利局 9.00 5.00 4.00 1.00 4.00
      213 213 农林水支出 9.00 5.00 4.00 1.00 4.00
      213 03 05 2130305 水利工程建设 4.00 4.00
      213 03 01 2130301 行政运行 5.00 5.00 4.00 1.00
    `);
    expect(grid?.slice(2)).toEqual([
      "合计{1,5}|9.00|5.00|4.00|1.00|4.00",
      "|||119|某市水利局|9.00|5.00|4.00|1.00|4.00",
      "213|||213|农林水支出|9.00|5.00|4.00|1.00|4.00",
      "213|03|05|2130305|水利工程建设|4.00||||4.00",
      "213|03|01|2130301|行政运行|5.00|5.00|4.00|1.00|",
    ]);
  });
  test("a header with a head that is not known is no header", () => {
    expect(grids("科目编码 科目名称 合计 某种新的栏目\n208 社会保障和就业支出 3.00 3.00")).toEqual([]);
  });
});

describe("forms of items in text", () => {
  test("blanks of a label and broken labels, the header again, words in place of an amount", () => {
    const [grid] = grids(`
      项 目 2016年预算数
      小计 其中:一般公共预算安排数
      一、“三公”经费合计 21.63 21.63
      (一)因公出国(境)费 单位不填列 单位不填列
      (二)公务接待费 14.83 14.83
      二、会议费 7.59 7.50
    `);
    expect(grid).toEqual([
      "项目{2,1}|2016年预算数{1,2}",
      "小计|其中:一般公共预算安排数",
      "一、“三公”经费合计|21.63|21.63",
      "(一)因公出国(境)费|单位不填列|单位不填列",
      "(二)公务接待费|14.83|14.83",
      "二、会议费|7.59|7.50",
    ]);
  });
  test("labels and amounts without a blank between", () => {
    const [grid] = grids(`
      项目2017年预算
      行政经费177.50
      “三公”经费5.60
      其中:(一)因公出国(境)支出
      (二)公务用车运行维护费3.60
      (三)公务接待费支出2.00
    `);
    expect(grid).toEqual([
      "项目|2017年预算",
      "行政经费|177.50",
      "“三公”经费|5.60",
      "其中:(一)因公出国(境)支出|",
      "(二)公务用车运行维护费|3.60",
      "(三)公务接待费支出|2.00",
    ]);
  });
  test("cells one a line", () => {
    const [grid] = grids(
      "项 目\n预算数\n决算数\n合 计\n8.00\n5.17\n公务接待费\n2.00\n1.17\n公务用车购置及运行费\n6.00\n4.00",
    );
    expect(grid).toEqual([
      "项目|预算数|决算数",
      "合计|8.00|5.17",
      "公务接待费|2.00|1.17",
      "公务用车购置及运行费|6.00|4.00",
    ]);
  });
  test("blank cells that were kept as blanks say which column an amount stands in", () => {
    const rows = (gap: string): string => `
      项目 2016-执行数 2017-预算数
      一、支出合计${gap}250000
      2、公务接待费${gap}150000
      3、公务用车费${gap}100000
      4.公务用车保有量(辆) 2 1
    `;
    expect(grids(rows("   "))[0]).toEqual([
      "项目|2016-执行数|2017-预算数",
      "一、支出合计||250000",
      "2、公务接待费||150000",
      "3、公务用车费||100000",
      "4.公务用车保有量(辆)|2|1",
    ]);
    // one blank says nothing
    expect(grids(rows(" "))[0]!.slice(1)).toEqual([
      "一、支出合计||||250000",
      "2、公务接待费||||150000",
      "3、公务用车费||||100000",
      "4.公务用车保有量(辆)|2|1||",
    ]);
  });
  test("bars on lines of their own, heads over two rows, lines named by years", () => {
    const cells =
      "年度 合计 因公出国(境)经费 公务接待费 公车购置及运行维护费 合计 车辆购置 车辆运行 2015年 28 9 14 5 3 2 2016年 23 1 13 9 3 6 2016年比2015年增减% -16 -86 -3 80 0 200";
    const [grid] = grids(`${cells.split(" ").join("\n|\n")}\n|`);
    expect(grid).toEqual([
      "年度{2,1}|合计{2,1}|因公出国(境)经费{2,1}|公务接待费{2,1}|公车购置及运行维护费{1,3}",
      "合计|车辆购置|车辆运行",
      "2015年|28|9|14|5|3|2",
      "2016年|23|1|13|9|3|6",
      "2016年比2015年增减%|-16|-86|-3|80|0|200",
    ]);
    // a line that lost a cell: what stands where is not known, and nothing is counted off
    expect(
      grids(`${cells.replace(" 14 ", " ").split(" ").join(" |\n")} |`)[0]!.every((row) => !/^2015年\|/.test(row)),
    ).toBe(true);
  });
  test("a page's own rows, another table's name: each table by itself", () => {
    const found = grids(
      "索引号 | 01 | 发布机构 | 东溪市财政局 |\n文号 | 无 | 日期 | 2016-05-01 |\n东溪市2016年“三公”经费决算情况统计表 | |||\n单位：万元 | |||\n项目 | 上年决算数 | 本年决算数 |\n合计 | 8.00 | 6.00 |\n公务接待费 | 2.00 | 1.50 |",
    );
    expect(found.map((rows) => rows[0])).toEqual(["索引号|01|发布机构|东溪市财政局", "项目|上年决算数|本年决算数"]);
  });
  test("names where numbers stand: blank cells were left out, and a number alone is the line's whole", () => {
    expect(
      grids(
        "收入 | 支出 | |||\n项目 | 决算数 | 项目 | 决算数 | 政府性基金预算财政拨款 |\n一、财政拨款收入 | 8.70 | 一、教育支出 | 0.0 ||\n（1）专项收入 | 二、公共安全支出 | 8.70 | 8.70 ||\n（2）罚没收入 | 三、住房保障支出 | 0.5 |||",
      )[0]!.slice(2),
    ).toEqual([
      "一、财政拨款收入|8.70|一、教育支出|0.0|",
      "（1）专项收入||二、公共安全支出|8.70|8.70",
      "（2）罚没收入||三、住房保障支出|0.5|",
    ]);
  });
  test("a spanning head printed before its neighbours stands where the sums hold", () => {
    expect(
      grids(
        "本年支出\n科目编码  科目名称  年初结转和结余  本年收入  年末结转和结余\n小计  基本支出  项目支出\n合计  2.00  8.15  7.15  1.15  6.00  3.00\n212  城乡社区支出  2.00  8.15  7.15  1.15  6.00  3.00",
      )[0]![0],
    ).toContain("本年收入{2,1}|本年支出{1,3}|年末结转和结余");
  });
  test("title and unit in bars of their own stand above the table", () => {
    const text =
      "2015年“三公”经费情况统计表 | | |\n | 单位：万元 | |\n项 目 | 本年预算数 | 其中：公共预算财政拨款 |\n合 计 | 8.00 | 7.00 |\n公务接待费 | 2.00 | 1.50 |";
    expect(grids(text)[0]?.[0]).toBe("项 目|本年预算数|其中：公共预算财政拨款");
    expect(plainBlocks(text).flatMap((block) => (block.kind === "paragraph" ? [block.text] : []))).toEqual([
      "2015年“三公”经费情况统计表",
      "单位：万元",
    ]);
  });
  test("pages put through a converter: readings behind traditional characters are no part of the text", () => {
    const text =
      "東溪縣(xiàn)2016年“三公”經(jīng)費(fèi)預(yù)算情況表 | |\n單位:萬(wàn)元 | |\n項(xiàng) 目 | 2016年預(yù)算數(shù) |\n公務(wù)接待費(fèi) | 7.5 |\n公務(wù)用車費(fèi) | 4 |";
    expect(grids(text)[0]).toEqual(["项 目|2016年预算数", "公务接待费|7.5", "公务用车费|4"]);
    // few of them are words of the text
    expect(plainBlocks("公司(co)开发的系统(xt)").map((block) => (block as { text: string }).text)).toEqual([
      "公司(co)开发的系统(xt)",
    ]);
  });
  test("the sums of 三公经费 place what they can", () => {
    const [grid] = grids(`
      项目 预算数 决算数
      合计 8.00 5.17
      因公出国（境）费 1.00
      公务用车购置及运行费 5.00 4.00
      公务接待费 2.00 1.17
    `);
    expect(grid?.[2]).toBe("因公出国（境）费|1.00|");
  });
});

describe("amounts whose blank neighbours were lost", () => {
  const heads = [["合计"], ["基本支出"], ["项目支出"]];
  test("stand apart where nothing tells their column", () => {
    expect(placeAmounts([{ code: "208", amounts: ["3.00", "3.00"] }], heads)).toEqual([
      { cells: ["3.00", "", ""], unplaced: ["3.00"] },
    ]);
  });
  test("are placed by the total they add up to", () => {
    const rows = [
      { code: null, amounts: ["7.00", "5.00", "2.00"] },
      { code: "208", amounts: ["5.00", "5.00"] },
      { code: "213", amounts: ["2.00", "2.00"] },
    ];
    expect(placeAmounts(rows, heads).map(({ cells }) => cells)).toEqual([
      ["7.00", "5.00", "2.00"],
      ["5.00", "5.00", ""],
      ["2.00", "", "2.00"],
    ]);
  });
});
