import { describe, expect, test } from "vitest";
import { plainBlocks } from "../../src/layout/plain/index.ts";
import type { Grid } from "../../src/lib/layout.ts";

/** The rows of the only table of a text whose lines stand as they were printed, blank cells lost. */
const rows = (text: string): string[] => {
  const [grid, ...more] = plainBlocks(text.replace(/^\s+/gmu, "")).filter(
    (block): block is Grid => block.kind === "grid" && block.columnsUnknown !== true,
  );
  expect(more).toEqual([]);
  return Array.from({ length: grid?.rows ?? 0 }, (_, r) =>
    grid!.cells
      .filter((cell) => cell.r === r)
      .map(({ text: own, cs }) => own + (cs > 1 ? `*${cs}` : ""))
      .join("|"),
  );
};

describe("lines as they were printed, parted by one blank", () => {
  test("a head broken above and below the others stands where its form prints it", () => {
    expect(
      rows(`部门收入总表
        项目 收入预算
        功能分类科目编码 事业单位
        功能分类科目名称 合计 财政拨款收入 事业收入 其他收入
        类 款 项 经营收入
        204 公共安全支出 760.00 500.00 200.00 40.00 20.00
        204 06 司法 760.00 500.00 200.00 40.00 20.00
        合计 760.00 500.00 200.00 40.00 20.00`).slice(-4),
    ).toEqual([
      "类|款",
      "204||公共安全支出|760.00|500.00|200.00|40.00|20.00",
      "204|06|司法|760.00|500.00|200.00|40.00|20.00",
      "合计*3|760.00|500.00|200.00|40.00|20.00",
    ]);
    expect(
      rows(`部门收入总表
        项目 收入预算
        功能分类科目编码 事业单位
        功能分类科目名称 合计 财政拨款收入 事业收入 其他收入
        类 款 项 经营收入
        204 公共安全支出 760.00 500.00 200.00 40.00 20.00
        合计 760.00 500.00 200.00 40.00 20.00`)[1],
    ).toContain("财政拨款收入|事业收入|事业单位经营收入|其他收入");
  });

  test("heads in an order no form prints say nothing of the broken one's place", () => {
    expect(
      rows(`部门收入总表
        功能分类科目编码 事业单位
        功能分类科目名称 合计 其他收入 事业收入 财政拨款收入
        类 款 项 经营收入
        204 公共安全支出 760.00 500.00 200.00 40.00 20.00
        合计 760.00 500.00 200.00 40.00 20.00`),
    ).toEqual([]);
  });

  test("two lanes of codes: the codes' head in pieces, names broken above and below their code", () => {
    expect(
      rows(`基本支出决算表
        经济分
        经济分
        类
        类科目 科目名称 决算数 科目名称 决算数
        科目编
        编码
        码
        301 工资福利支出 120.50 302 商品和服务支出 30.25
        30101 基本工资 90.00 30201 办公费 10.00
        30102 津贴补贴 0.00 30203 咨询费 0.00
        机关事业单位基
        30108 30.50 30205 水费 20.25
        本养老保险缴费
        人员经费合计 120.50 公用经费合计 30.25
        注：本表反映基本支出。`),
    ).toEqual([
      "经济分类科目编码|科目名称|决算数|经济分类科目编码|科目名称|决算数",
      "301|工资福利支出|120.50|302|商品和服务支出|30.25",
      "30101|基本工资|90.00|30201|办公费|10.00",
      "30102|津贴补贴|0.00|30203|咨询费|0.00",
      "30108|机关事业单位基本养老保险缴费|30.50|30205|水费|20.25",
      "人员经费合计*2|120.50|公用经费合计*2|30.25",
    ]);
  });
});

describe("a cell a line, without bars", () => {
  const cells = (text: string): string => text.trim().replace(/\|/gu, "\n\n").replace(/\n\s+/gu, "\n\n");
  test("rows as full as each other, two halves beside each other", () => {
    expect(
      rows(
        cells(`收入|执行数|决算数|支出|执行数|决算数
          总计|9,100|9,180|总计|9,100|9,180
          一、本级收入|4,000|4,000|一、本级支出|7,000|7,020
          税收收入|3,000|3,000|二、转移性支出|2,100|2,160`),
      ),
    ).toEqual([
      "收入|执行数|决算数|支出|执行数|决算数",
      "总计|9,100|9,180|总计|9,100|9,180",
      "一、本级收入|4,000|4,000|一、本级支出|7,000|7,020",
      "税收收入|3,000|3,000|二、转移性支出|2,100|2,160",
    ]);
  });
  test("a blank half lets the lines of expenditure slide into the other: nothing is read", () => {
    expect(
      rows(
        cells(`收入|执行数|决算数|支出|执行数|决算数
          总计|9,100|9,180|总计|9,100|9,180
          一、本级收入|4,000|4,000|一、本级支出|7,000|7,020
          二、转移性支出|2,100|2,160|三、债务还本支出|100|110`),
      ),
    ).toEqual([]);
  });
});
