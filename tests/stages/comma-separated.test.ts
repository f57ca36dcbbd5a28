import { describe, expect, test } from "vitest";
import { readPlainText } from "../../src/layout/plain/index.ts";
import { printed, sourceFile } from "../support/source-file.ts";

const read = async (text: string | Uint8Array) => printed(await readPlainText(sourceFile(text, "text")));
/** 项目,金额 in GB18030, then rows in ASCII. */
const GB18030 = Buffer.from([
  0xcf,
  0xee,
  0xc4,
  0xbf,
  0x2c,
  0xbd,
  0xf0,
  0xb6,
  0xee,
  0x0a,
  ...Buffer.from("a,1.00\nb,2.00\n"),
]);

describe("comma-separated values (RFC 4180)", () => {
  test("a byte order mark, titles of fewer fields, quoted commas, quotes and line breaks", async () => {
    const text =
      '\ufeff支出决算表,,\r\n部门：某局,,单位：元\r\n项目,预算数,决算数\r\n合计,"163,500.00","123,500.00"\r\n"其他（“""办公""”）","1\r\n行",2\r\n';
    expect(await read(text)).toEqual([
      "支出决算表",
      "部门：某局",
      "单位：元",
      ["项目 | 预算数 | 决算数", "合计 | 163,500.00 | 123,500.00", '其他（“"办公"”） | 1¶行 | 2'],
    ]);
  });
  test("GB18030 as Chinese Excel writes it, semicolons, and sep=", async () => {
    expect(await read(GB18030)).toEqual([["项目 | 金额", "a | 1.00", "b | 2.00"]]);
    expect(await read("sep=;\n项目;金额\n甲;1,50\n乙;2,50\n")).toEqual([["项目 | 金额", "甲 | 1,50", "乙 | 2,50"]]);
  });
  test("prose with commas and amounts cut by them are no records", async () => {
    expect(await read("收入增加,支出减少。\n接待费3万元,与上年持平。\n会议费2万元,比上年减少。\n")).toHaveLength(3);
    const cut = await read("合计,1,234.56,3\n甲,2,345.67,4\n乙,3,456.78,5\n");
    expect(cut.every((block) => typeof block === "string")).toBe(true);
  });
});

test("texts shielded by a formula, and full-width commas between fields", async () => {
  const rows = ["项目,预算数,决算数", '合计,"=""45.60""","=""38.27"""', '接待费,="15.60",="11.42"'];
  const table = [["项目 | 预算数 | 决算数", "合计 | 45.60 | 38.27", "接待费 | 15.60 | 11.42"]];
  expect(await read(rows.join("\n"))).toEqual(table);
  expect(await read("项目，预算数，决算数\n合计，45.60，38.27\n接待费，15.60，11.42")).toEqual(table);
});

describe("a quoted field that never ends", () => {
  const HEAD = 'XX表,,\n项目,预算数,决算数\n合计,"1,600.00","1,500.00"\n甲,"1,100.00",900.00\n乙,500.00,600.00\n';
  const READ = ["合计 | 1,600.00 | 1,500.00", "甲 | 1,100.00 | 900.00", "乙 | 500.00 | 600.00"];
  test.each([
    ["the text is cut in it", `${HEAD}"其他`, ["其他 |  | "]],
    ["a quote too many", `${HEAD}"丙,20.00,30.00\n丁,20.00,30.00\n`, ["丙 | 20.00 | 30.00", "丁 | 20.00 | 30.00"]],
  ])("%s: what stands before and behind it is read, and told", async (_, text, rest) => {
    const layout = await readPlainText(sourceFile(text, "text"));
    expect(printed(layout).at(-1)).toEqual(["项目 | 预算数 | 决算数", ...READ, ...rest]);
    expect(layout.trouble).toMatchObject([{ code: "damaged" }]);
  });
  test("whole ones, and quotes inside fields, are no trouble", async () => {
    for (const text of [HEAD, `${HEAD}5"管,1.00,2.00\n`, `${HEAD}"他说""好""",1.00,2.00`])
      expect((await readPlainText(sourceFile(text, "text"))).trouble).toEqual([]);
  });
});
