import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLedgerHead } from "../../src/layout/plain/drawn/ledger/head.ts";
import { placeAmounts } from "../../src/layout/plain/drawn/ledger/missing-cells.ts";
import { plainBlocks } from "../../src/layout/plain/index.ts";
import { readLines } from "../../src/layout/plain/lines.ts";
import type { Grid } from "../../src/lib/layout.ts";
import { process as read } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";

const grids = (text: string): Grid[] => plainBlocks(text).filter((block): block is Grid => block.kind === "grid");
const rowsOf = (grid: Grid): string[] =>
  Array.from({ length: grid.rows }, (_, r) =>
    grid.cells
      .filter((cell) => cell.r === r)
      .map(({ text }) => text)
      .join("|"),
  );
const facts = async (text: string): Promise<string[]> => {
  const { records } = await read(sourceFile(text, "text", "a.txt"));
  return records.flatMap((record) =>
    record.kind === "fact"
      ? [`${record.concept} ${record.item} ${record.measure} ${record.fiscalYear} ${record.value}${record.unit}`]
      : [],
  );
};

/** A line of a half: its label, its number, its amount; blank ones are left out and made up for at the row's end. */
type Half = readonly [label: string, order: number, amount: string];
const madeUp = (cells: readonly string[]): string => {
  const filled = cells.filter((cell) => cell !== "");
  return `${filled.join(" | ")} |${cells.length > filled.length ? ` ${"|".repeat(cells.length - filled.length)}` : ""}`;
};
const HEAD = [
  ["收入", "支出", "", "", "", ""],
  ["项目", "行次", "决算数", "项目", "行次", "决算数"],
];
const printed = (left: readonly Half[], right: readonly Half[]): string[][] => [
  ...HEAD,
  ...left.map((half, i) => [...half, ...right[i]!].map(String)),
];
const CLASSES = ["一、一般公共服务支出", "二、外交支出", "三、国防支出", "四、公共安全支出", "五、教育支出"];
const SOURCES = ["一、财政拨款收入", "二、上级补助收入", "三、事业收入", "四、经营收入", "五、其他收入"];

describe("two halves numbered in 行次 whose blank cells were put at the end of the row", () => {
  const rows = printed(
    [
      ["一、财政拨款收入", 1, "412.50"],
      ["二、上级补助收入", 2, ""],
      ["三、事业收入", 3, ""],
      ["", 4, ""],
      ["本年收入合计", 5, "412.50"],
    ],
    [
      ["一、一般公共服务支出", 9, ""],
      ["二、外交支出", 10, ""],
      ["三、国防支出", 11, "3.00"],
      ["四、公共安全支出", 12, "409.50"],
      ["本年支出合计", 13, "412.50"],
    ],
  );
  const head = "白鹭县档案馆2023年度部门决算\n收入支出决算总表\n单位：万元\n";
  const right = [
    "revenue.appropriation 财政拨款收入 actual 2023 412.50万元",
    "function 国防支出 actual 2023 3.00万元",
    "function 公共安全支出 actual 2023 409.50万元",
    "revenue.current 本年收入合计 actual 2023 412.50万元",
    "expenditure.current 本年支出合计 actual 2023 412.50万元",
  ].sort();
  test("a row a line", async () => {
    expect((await facts(head + rows.map(madeUp).join("\n"))).sort()).toEqual(right);
  });
  test("a cell a line", async () => {
    const text = rows.map((row) => madeUp(row).replaceAll(" | ", " |\n")).join("\n");
    expect((await facts(head + text)).sort()).toEqual(right);
  });
  test("in traditional characters, captions too", async () => {
    const text =
      "白鷺縣檔案館2023年度部門決算\n收入支出決算總表\n單位：萬元\n收入 | 支出 | ||||\n項目 | 行次 | 決算數 | 項目 | 行次 | 決算數 |";
    const body =
      "\n一、財政撥款收入 | 1 | 412.50 | 一、一般公共服務支出 | 9 | |\n二、上級補助收入 | 2 | 二、外交支出 | 10 | ||\n三、事業收入 | 3 | 三、國防支出 | 11 | 412.50 | |";
    const found = await facts(text + body);
    expect(found.map((fact) => fact.split(" ").toSpliced(1, 1).join(" "))).toEqual([
      "revenue.appropriation actual 2023 412.50万元",
      "function actual 2023 412.50万元",
    ]);
  });
  test("whatever is blank, every amount stands beside its own label", () => {
    const amount = fc.option(
      fc.integer({ min: 1, max: 999_999 }).map((n) => `${(n / 100).toFixed(2)}`),
      { nil: "" },
    );
    const half = fc.array(amount, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(half, half, fc.integer({ min: 7, max: 40 }), (left, right, second) => {
        const table = printed(
          left.map((value, i) => [SOURCES[i]!, i + 1, value]),
          right.map((value, i) => [CLASSES[i]!, second + i, value]),
        );
        const [grid, ...more] = grids(table.map(madeUp).join("\n"));
        expect(more).toEqual([]);
        expect(rowsOf(grid!).slice(2)).toEqual(table.slice(2).map((row) => row.join("|")));
      }),
    );
  });
});

describe("heads and rows as text keeps them", () => {
  test("two years of “三公”经费, each over its items, one row of amounts", async () => {
    const text = [
      "白鹭县档案馆“三公经费”公开表",
      "单位：万元",
      "2012年“三公经费”财政拨款决算数",
      "2013年“三公经费”财政拨款预算数",
      ...["小计", "因公出国（境）费", "公务用车购置及运行费", "公务接待费"],
      ...["小计", "因公出国（境）费", "公务用车购置及运行费", "公务接待费"],
      ...["18.30", "0.00", "12.10", "6.20", "17.00", "0.00", "12.00", "5.00"],
    ].join("\n");
    const found = await facts(text);
    expect(found).toContain("sangong.total 小计 actual 2012 18.30万元");
    expect(found).toContain("sangong.reception 公务接待费 initial_budget 2013 5.00万元");
    expect(found).toHaveLength(8);
  });
  test("a line of heads that every row below it fills", async () => {
    const head = "白鹭县档案馆“三公”经费情况\n单位：万元\n公车购置运行维护费 因公出国(境)费 公务接待费 三公经费总数\n";
    const found = await facts(`${head}2012年决算 12.10 0.00 6.20 18.30\n2013年预算 12.00 0.00 5.00 17.00`);
    expect(found).toContain("sangong.vehicle 公车购置运行维护费 actual 2012 12.10万元");
    expect(found).toContain("sangong.total 三公经费总数 initial_budget 2013 17.00万元");
    expect(found).toHaveLength(8);
    // a row with a blank cell: nothing tells which
    expect(await facts(`${head}2012年决算 12.10 0.00 6.20 18.30\n2013年预算 12.00 5.00 17.00`)).toEqual([]);
  });
  test("a header whose first head is set apart, a group of changes against last year", () => {
    const cells =
      "项  目\n上年\n决算数\n本年\n决算数\n较上年增减情况\n增、减额\n增、减幅度\n合  计\n52.00\n18.00\n34.00\n65.38%";
    const rest = "1、因公出国（境）费\n2、公务接待费\n52.00\n18.00\n34.00\n65.38%";
    expect(rowsOf(grids(`“三公”经费对比情况表\n单位：万元\n${cells}\n${rest}`)[0]!)).toEqual([
      "项目|上年决算数|本年决算数|较上年增减情况",
      "增、减额|增、减幅度",
      "合计|52.00|18.00|34.00|65.38%",
      "1、因公出国（境）费||||",
      "2、公务接待费|52.00|18.00|34.00|65.38%",
    ]);
  });
  test("a row that numbers the columns states nothing, codes of lines below it are no amounts", async () => {
    const text = [
      "白鹭县档案馆2023年度部门决算",
      "支出决算表",
      "单位：万元",
      "项 目 本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出",
      "支出功能分 科目名称",
      "类科目编码",
      "类 款 项 栏次 1 2 3 4 5 6",
      "合计",
      "208 社会保障和就业支出 14.00 14.00",
      "20805 行政事业单位养老支出 14.00 14.00",
    ].join("\n\n");
    expect((await facts(text)).filter((fact) => / 1万元| 208万元|合计|上缴/u.test(fact))).toEqual([]);
  });
  test("the first name of the body begins above its code", () => {
    const lines = readLines(
      "项目\n合计 基本支出 项目支出\n科目名称\n科目编码\n文化旅游体育与传媒\n207 17.62 7.19 10.43\n支出",
    );
    expect(readLedgerHead(lines, 0)?.next).toBe(4);
  });
  test("amounts that add up but for rounding are placed", () => {
    const paths = ["本年支出合计", "基本支出", "项目支出", "经营支出"].map((head) => [head]);
    const [rounded, wrong] = placeAmounts(
      [
        { code: "208", amounts: ["3,019.34", "2,439.14", "580.19"] },
        { code: "212", amounts: ["3,019.44", "2,439.14", "580.19"] },
      ],
      paths,
    );
    expect(rounded!.cells[0]).toBe("3,019.34");
    expect(rounded!.unplaced).toEqual(["2,439.14", "580.19"]);
    expect(wrong!.cells).toEqual(["", "", "", ""]);
  });
  test("收入 and 支出 over heads that name every column; a bar that closes every row is no column", async () => {
    const rows = [
      ["内容", "2015年预算数", "内容", "2015年预算数", "备注"],
      ["事业收入", "14365000", "工资福利支出", "8990000", "含奖金"],
      ["经营收入", "", "商品和服务支出", "367000", ""],
      ["上级补助收入", "20000", "对个人和家庭的补助", "", "含抚恤"],
      ["其他收入", "365000", "其他支出", "836000", ""],
      ["收入合计", "14750000", "支出合计", "10193000", ""],
    ];
    const cells = rows.flatMap((row) => [...row, ""].map((text) => (text === "" ? "|" : `${text}\n|`)));
    const text = ["白鹭县职业学校2015年预算收支表", "单位：元", "收入\n|\n支出\n|\n|\n|||", ...cells].join("\n");
    const found = await facts(text);
    expect(found).toContain("economic 工资福利支出 initial_budget 2015 8990000元");
    expect(found).toContain("economic 其他支出 initial_budget 2015 836000元");
    expect(found).toContain("revenue.other 其他收入 initial_budget 2015 365000元");
    expect(found).toHaveLength(8);
  });
});

test("a head with its year beside “三公”经费 is a column of its own: nothing is read one column aside", async () => {
  const text = (head: string): string =>
    [
      "白鹭街道2024年部门预算\n部门“三公”经费和机关运行经费预算表\n单位：万元",
      `2024年“三公”经费预算数\n${head}`,
      "合计\n因公出国(境)费\n公务接待费\n公务用车购置及运行费\n小计\n购置费\n运行费",
      "47.91\n0\n1.35\n46.56\n25\n21.56\n443.18",
    ].join("\n");
  const found = await facts(text("2024年机关运行经费预算数"));
  expect(found).toContain("sangong.vehicle_operation 运行费 initial_budget 2024 21.56万元");
  expect(found).toContain("operating_costs 2024年机关运行经费预算数 initial_budget 2024 443.18万元");
  // a head that no form declares: the sums say that the amounts are not those of the heads that are left
  const unknown = await facts(text("2024年某某新项经费"));
  expect(unknown.filter((fact) => /vehicle_/u.test(fact))).toEqual([]);
});

test("编制单位4个 are bodies that report, no posts", async () => {
  expect(await facts("白鹭县残联2015年决算说明\n2015年度决算编制单位4个。年末在职人员62人。")).toEqual([
    "staff.actual 年末在职人员 count 2015 62人",
  ]);
});
