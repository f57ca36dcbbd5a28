import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Ended, mingzhang, temporaryFolder } from "../support/mingzhang.ts";

/** A disclosure of one table; `total` in 万元. */
const disclosure = (body: string, total: string, reception: string): string => {
  const row = (tag: string, texts: readonly string[]): string =>
    `<tr>${texts.map((t) => `<${tag}>${t}</${tag}>`).join("")}</tr>`;
  const rows = [row("td", ["合计", "9.00", total]), row("td", ["公务接待费", "2.00", reception])];
  return `<!doctype html><meta charset="utf-8"><h1>${body}2024年度部门决算</h1><h2>财政拨款“三公”经费支出决算表</h2><p>单位：万元</p>
    <table>${row("th", ["项目", "年初预算数", "决算数"])}${rows.join("")}</table>`;
};

let folder: string;
let db: string;
const run = (...args: string[]): Ended => mingzhang([...args, "--db", db]);
const SLOT = "sangong.reception|公务接待费|actual|2024|||table|";

beforeAll(() => {
  folder = temporaryFolder();
  db = join(folder, "库.sqlite");
  const files = join(folder, "公开");
  mkdirSync(files);
  writeFileSync(join(files, "a.html"), disclosure("清河县档案馆", "7.36", "1.20"));
  writeFileSync(join(files, "b（更正）.html"), disclosure("清河县档案馆", "7.36", "1.50"));
  writeFileSync(join(files, "c.html"), disclosure("清河县地方志办公室", "3.10", "0.40"));
  expect(run("ingest", files).code).toBe(0);
});

test("bodies are listed, merged and given back, with their history", () => {
  expect(run("entities").out).toMatch(/清河县地方志办公室.*\n.*清河县档案馆/);
  expect(run("entities", "merge", "清河县档案馆", "清河县地方志办公室").out).toContain("编号 1");
  expect(run("entities").out).toContain("已并入");
  expect(run("entities", "undo").code).toBe(0);
  expect(run("entities").out).not.toContain("已并入");
  expect(run("entities", "history").out).toMatch(/1 {2}合并.*2\n.*2 {2}撤销/);
  const refused = run("entities", "merge", "清河县档案馆", "没有的局");
  expect([refused.code, refused.err.trim()]).toEqual([2, "没有这个单位: 没有的局"]);
});

test("a region is shown under all names it had", () => {
  expect(run("entities", "--region", "渌口区").out).toContain("430221 湖南省株洲市株洲县（1981–2018） → 430212");
  expect(run("entities", "--region", "无此区").code).toBe(2);
});

test("rows about the store are named as its columns are, in every command", () => {
  for (const command of [["entities"], ["diff"], ["search", "接待"], ["correct", "slots", "a.html"], ["changes"]]) {
    const lines = run(...command, "--json")
      .out.trim()
      .split("\n");
    expect(lines[0], command.join(" ")).toMatch(/^\{/);
    for (const name of Object.keys(JSON.parse(lines[0] as string)))
      expect(name, command.join(" ")).toMatch(/^[a-z0-9_]+$/);
  }
  expect(JSON.parse(run("search", "接待", "--json").out.split("\n")[0] as string)).toMatchObject({
    file: expect.any(String),
    fiscal_year: 2024,
  });
});

test("what was published again, and what it changed", () => {
  expect(run("diff").out).toMatch(/@1 .*首发.*a\.html\n.*@2 .*重发 +有效.*b（更正）\.html/);
  const diff = run("diff", "a.html", "b（更正）.html", "--json");
  expect(JSON.parse(diff.out)).toMatchObject({
    change: "changed",
    before: { value: "12000.00元", page: 1 },
    after: { value: "15000.00元", page: 1 },
  });
});

describe("corrections", () => {
  test("a value is found by its address and set; the panel shows it", () => {
    expect(run("correct", "slots", "b（更正）.html", "--words", "接待").out).toContain(SLOT);
    const said = run("correct", "set", "b（更正）.html", SLOT, "--value", "1.05", "--reason", "识别错误");
    expect([said.code, said.out.trim()]).toEqual([0, "已记下：已用"]);
    const [head, ...rows] = run("panel", "--concept", "公务接待费", "--csv").out.trim().split("\n");
    expect(head).toMatch(/^entity_id,entity,region_code,scope,fiscal_year,concept,measure,value,unit,basis,status,/);
    expect(rows.join("\n")).toMatch(
      /清河县档案馆,130534,department,2024,sangong\.reception,actual,1\.05,万元,table,corrected,/,
    );
    expect(run("panel", "--concept", "sangong.reception").out).toMatch(/清河县档案馆 +1\.05\*?†/);
    const unknown = run("panel", "--concept", "sangong.total,sangong.recepton");
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("sangong.reception")]);
    expect(run("panel", "--concept", "sangong.reception", "--entity", "没有的局").err).toContain("--entity 之下没有");
    expect(run("concepts", "接待").out).toContain("sangong.reception");
    expect(run("correct", "list").out).toContain("识别错误");
  });

  test("one bad line and nothing of a file is taken", () => {
    const csv = join(folder, "更正.csv");
    writeFileSync(
      csv,
      `file,slot,action,value,reason\nb（更正）.html,${SLOT},set,1.06,重看\nb（更正）.html,无此地址,set,1,重看\n`,
    );
    const refused = run("correct", "import", csv);
    expect([refused.code, refused.err.trim()]).toEqual([2, "文件里没有这个地址的值: 无此地址"]);
    expect(run("correct", "list").out).not.toContain("1.06");
  });
});

test("coverage as table and picture; a list that cannot be understood says where", () => {
  const list = join(folder, "应公开.csv");
  const picture = join(folder, "图.svg");
  writeFileSync(list, "单位,年度,种类\n清河县档案馆,2024,决算\n清河县档案馆,2023,决算\n");
  const { out, err } = run("coverage", list, "--map", picture);
  expect(out).toMatch(/2024 +决算 +已重发[\s\S]*2023 +决算 +未见/);
  expect(err).toContain("应公开 2 份：已重发 1, 未见 1");
  expect(readFileSync(picture, "utf8")).toContain("清河县档案馆");
  writeFileSync(list, "单位,年度,种类\n清河县档案馆,明年,决算\n");
  const refused = run("coverage", list);
  expect([refused.code, refused.err.trim()]).toEqual([2, "第 2 行：年度看不懂: 明年"]);
});

test("codes answer where there are none", () => {
  expect(run("codes").err).toContain("没有编码");
});
