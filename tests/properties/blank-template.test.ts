import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { process } from "../../src/pipeline.ts";
import { sourceFile } from "../support/source-file.ts";

/** Lines of the classifications, invented names aside as every budget prints them. */
const FUNCTIONAL: readonly (readonly [string, string])[] = [
  ["201", "一般公共服务支出"],
  ["20106", "财政事务"],
  ["2010601", "行政运行"],
  ["205", "教育支出"],
  ["20502", "普通教育"],
  ["2050205", "高等教育"],
  ["208", "社会保障和就业支出"],
  ["20805", "行政事业单位养老支出"],
  ["2080505", "机关事业单位基本养老保险缴费支出"],
  ["221", "住房保障支出"],
  ["2210201", "住房公积金"],
];
const ECONOMIC: readonly (readonly [string, string])[] = [
  ["301", "工资福利支出"],
  ["30101", "基本工资"],
  ["30102", "津贴补贴"],
  ["302", "商品和服务支出"],
  ["30215", "会议费"],
  ["30217", "公务接待费"],
  ["30231", "公务用车运行维护费"],
  ["303", "对个人和家庭的补助"],
];
const FORMS = [
  ["收入决算表", ["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入"], FUNCTIONAL],
  ["支出决算表", ["本年支出合计", "基本支出", "项目支出"], FUNCTIONAL],
  ["一般公共预算财政拨款支出决算表", ["合计", "基本支出", "项目支出"], FUNCTIONAL],
  ["一般公共预算财政拨款基本支出决算表", ["决算数"], ECONOMIC],
] as const;

/** How text copied out of a file prints the rows of a table whose amounts are not filled in. */
const CARRIERS: readonly ((rows: readonly (readonly string[])[]) => string[])[] = [
  (rows) => rows.flat(),
  (rows) => rows.map((row) => row.join(" ")),
  (rows) => rows.map((row) => row.map((cell) => cell.padEnd(20)).join("")),
  (rows) => rows.map((row) => row.join("\t")),
  (rows) => rows.map((row) => `| ${row.join(" | ")} |`),
  // a column at a time
  (rows) => (rows[0] ?? []).flatMap((_, c) => rows.map((row) => row[c] ?? "").filter((cell) => cell !== "")),
];

const template = fc.record({
  form: fc.constantFrom(...FORMS),
  carrier: fc.constantFrom(...CARRIERS),
  from: fc.nat(4),
  count: fc.integer({ min: 1, max: 8 }),
  unit: fc.constantFrom("单位：万元", "金额单位：元"),
});

describe("a template that nobody has filled in", () => {
  test("gives no fact, however it was copied", async () => {
    await fc.assert(
      fc.asyncProperty(template, async ({ form: [title, heads, lines], carrier, from, count, unit }) => {
        const rows = [
          ["科目编码", "科目名称", ...heads],
          ["", "合计"],
          ...lines.slice(from, from + count).map(([code, name]) => [code, name]),
        ];
        const text = ["2024年度某某局部门决算", "", title, unit, ...carrier(rows), ""].join("\n");
        const { records } = await process(sourceFile(text, "text"));
        expect(records.filter(({ kind }) => kind === "fact")).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
