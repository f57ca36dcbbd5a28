import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { mingzhang, temporaryFolder } from "../support/mingzhang.ts";

/** A page with two tables: merged cells, a bar and a line break in a cell, a text that a spreadsheet would take for a formula. */
const PAGE = `<html><body><p>白鹭镇人民政府2023年度部门决算</p><p>收入决算表</p><p>单位：万元</p>
<table><tr><th>项目</th><th>本年收入合计</th><th>财政拨款收入</th></tr>
<tr><td rowspan="2">城乡|社区支出</td><td>12.30</td><td>12.30</td></tr><tr><td>4.00</td><td>4.00</td></tr>
<tr><td>=1+1类<br>合计</td><td>16.30</td><td>16.30</td></tr></table>
<p>支出决算表</p><p>单位：万元</p>
<table><tr><th>项目</th><th>本年支出合计</th></tr><tr><td>合计</td><td>16.30</td></tr></table></body></html>`;
const FIRST = [
  ["项目", "本年收入合计", "财政拨款收入"],
  ["城乡|社区支出", "12.30", "12.30"],
  ["", "4.00", "4.00"],
];

let folder = "";
let file = "";
beforeAll(() => {
  folder = temporaryFolder();
  file = join(folder, "公开.html");
  writeFileSync(file, PAGE);
});

test("--csv writes a file for each table, and the Excel variant no formula", () => {
  const plain = join(folder, "plain");
  expect(mingzhang(["tables", file, "--csv", plain]).code).toBe(0);
  expect(
    readdirSync(plain)
      .filter((name) => !name.startsWith("."))
      .sort(),
  ).toEqual(["公开.html.t1.csv", "公开.html.t2.csv"]);
  const rows = parse(readFileSync(join(plain, "公开.html.t1.csv"), "utf8")) as string[][];
  expect(rows.slice(0, 3)).toEqual(FIRST);
  expect(rows[3]![0]).toMatch(/^=1\+1类\s*合计$/u);

  const excel = join(folder, "excel");
  expect(mingzhang(["tables", file, "--csv", excel, "--excel"]).code).toBe(0);
  const text = readFileSync(join(excel, "公开.html.t1.csv"), "utf8");
  expect(text.startsWith("\ufeff项目,")).toBe(true);
  expect(text).toContain("\r\n");
  expect((parse(text, { bom: true }) as string[][])[3]![0]).toMatch(/^'=1\+1类/u);
});

test("another's file is not replaced unless asked: ours gets a name of its own", () => {
  const there = join(folder, "there");
  mkdirSync(there);
  writeFileSync(join(there, "公开.html.t2.csv"), "别人的");
  const beside = mingzhang(["tables", file, "--csv", there]);
  expect(beside.code).toBe(0);
  expect(beside.err).toContain("公开.html-2.t2.csv");
  expect(readFileSync(join(there, "公开.html-2.t2.csv"), "utf8")).toContain("16.30");
  expect(readFileSync(join(there, "公开.html.t2.csv"), "utf8")).toBe("别人的");
  expect(mingzhang(["tables", file, "--csv", there, "--overwrite"]).code).toBe(0);
  expect(readFileSync(join(there, "公开.html.t2.csv"), "utf8")).toContain("16.30");
});

test("--xlsx writes a workbook a file, a sheet a table, every cell as text", () => {
  const out = join(folder, "books");
  expect(mingzhang(["tables", file, "--xlsx", out]).code).toBe(0);
  const book = read(readFileSync(join(out, "公开.html.xlsx")));
  const sheets = book.SheetNames.map((name) => book.Sheets[name]!);
  const with12 = sheets
    .map((sheet) => utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false }))
    .find((rows) => rows.some((row) => row.includes("12.30")));
  expect(with12!.some((row) => row.includes("城乡|社区支出"))).toBe(true);
  expect(
    sheets.flatMap((sheet) => Object.values(sheet)).some((cell) => typeof cell === "object" && cell.f !== undefined),
  ).toBe(false);
});

test("--md writes tables that Markdown keeps together", () => {
  const { code, out } = mingzhang(["tables", file, "--md"]);
  expect(code).toBe(0);
  expect(out).toContain(
    "| 项目 | 本年收入合计 | 财政拨款收入 |\n| --- | --- | --- |\n| 城乡\\|社区支出 | 12.30 | 12.30 |",
  );
  expect(out).toMatch(/\| =1\+1类(?:<br>)?合计 \| 16\.30 \| 16\.30 \|/u);
});
