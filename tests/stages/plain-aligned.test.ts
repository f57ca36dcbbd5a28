import { describe, expect, test } from "vitest";
import { readAlignedTable } from "../../src/layout/plain/aligned/index.ts";
import { readLines } from "../../src/layout/plain/lines.ts";

/** The rows of the table that begins at the first line, cells parted by bars, and how many lines it takes. */
function read(text: string): { rows: string[]; next: number } | null {
  const found = readAlignedTable(readLines(text.replace(/^\n/u, "")), 0);
  if (found === null) return null;
  const { grid, next } = found;
  const rows = Array.from({ length: grid.rows }, (_, r) =>
    grid.cells
      .filter((cell) => cell.r === r)
      .map(({ text: own, cs }) => (cs > 1 ? `${own}*${cs}` : own))
      .join("|"),
  );
  return { rows, next };
}

/** Rows between bars as text that keeps places: heads in the middle of their columns, names at the left, numbers at the right; `*n` is over n. */
function laid(widths: readonly number[], rows: string): string {
  let body = false;
  return rows
    .trim()
    .split("\n")
    .map((row) => {
      body ||= /\d\.\d/u.test(row);
      let c = 0;
      return row
        .trim()
        .split("|")
        .map((cell) => {
          const [, text = "", span = "1"] = /^(.*?)(?:\*(\d))?$/u.exec(cell)!;
          const width = widths.slice(c, c + Number(span)).reduce((sum, one) => sum + one, 0);
          c += Number(span);
          if (/\d\.\d/u.test(text)) return `${text.padStart(width - 1)} `;
          return (" ".repeat(body ? 0 : Math.floor((width - text.length) / 2)) + text).padEnd(width);
        })
        .join("");
    })
    .join("\n");
}

describe("tables of accounts in text that keeps the places of words", () => {
  test("amounts stand under the heads above them, whatever is blank between; heads and names broken over lines", () => {
    const widths = [10, 16, 14, 12, 12, 14, 14];
    const found = read(
      laid(
        widths,
        `
        项目*2
        |||||对附属单位补|
        功能分类||本年支出合计|基本支出|项目支出||上缴上级支出
        |科目名称||||助支出|
        科目编码
        |合计|430.50|180.50|250.00
        205|教育支出|400.00|150.00|250.00
        2050299|其他普通教育支出里|250.00||250.00
        |的一个很长的名称
        |机关事业单位基本养老
        2080505||30.50|30.50
        |保险缴费支出
        注：本表反映支出情况。`,
      ),
    );
    expect(found?.rows).toEqual([
      "项目*2|本年支出合计|基本支出|项目支出|对附属单位补助支出|上缴上级支出",
      "功能分类科目编码|科目名称",
      "|合计|430.50|180.50|250.00||",
      "205|教育支出|400.00|150.00|250.00||",
      "2050299|其他普通教育支出里的一个很长的名称|250.00||250.00||",
      "2080505|机关事业单位基本养老保险缴费支出|30.50|30.50|||",
    ]);
  });

  test("two halves beside each other, and heads over several columns", () => {
    const found = read(
      laid(
        [16, 12, 16, 12, 16, 16],
        `
        收入*2|支出*4
        项目|预算数|项目|合计|一般公共预算|政府性基金预算
        一、一般公共预算拨款|300.00|一、教育支出|280.00|280.00
        二、政府性基金预算拨款|20.00|二、其他支出|40.00|20.00|20.00
        收入总计|320.00|支出总计|320.00|300.00|20.00`,
      ),
    );
    expect(found?.rows).toEqual([
      "收入*2|支出*4",
      "项目|预算数|项目|合计|一般公共预算|政府性基金预算",
      "一、一般公共预算拨款|300.00|一、教育支出|280.00|280.00|",
      "二、政府性基金预算拨款|20.00|二、其他支出|40.00|20.00|20.00",
      "收入总计|320.00|支出总计|320.00|300.00|20.00",
    ]);
  });

  test("a page without a header goes on only where its columns are those of the page before", () => {
    const head = laid(
      [10, 12, 10, 12, 12],
      "科目编码|科目名称|合计|基本支出|项目支出\n205|教育支出|500.00|300.00|200.00",
    );
    const page = laid(
      [10, 10, 9, 10, 10],
      "2050201|学前教育|100.00|40.00|60.00\n2050202|小学教育|400.00|260.00|140.00",
    );
    expect(read(`${head}\n\f${page}`)?.rows.slice(2)).toEqual([
      "2050201|学前教育|100.00|40.00|60.00",
      "2050202|小学教育|400.00|260.00|140.00",
    ]);
    // one column of three: which one it is nobody says
    expect(read(`${head}\n\f2050201   学前教育       40.00\n`)?.next).toBe(2);
  });

  test("an amount between two heads is under neither, unless the sums tell", () => {
    const between = laid([10, 12, 8, 6, 8], "科目编码|科目名称|基本支出||经营支出\n205|教育支出||30.00|");
    expect(read(between)).toBeNull();
  });
});

test("one amount below two heads stands where its row puts it: its place says nothing", () => {
  const text = `项目  年初预算数  决算数
合计
1.因公出国（境）费  1.00
2.公务用车购置及运行维护费
3.公务接待费`;
  expect(read(text)).toBeNull();
  // two rows that keep the place show that the text keeps places
  expect(read(`${text}           2.00`.replace("1.00", "     1.00"))?.rows.at(-1)).toMatch(/\|2\.00$/u);
});
