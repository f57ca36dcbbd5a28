import { expect, test } from "vitest";
import { choose, isArticleAddress, isListAddress, USUAL_WORDS, yearsIn } from "../../src/collect/choose.ts";
import { findExpected } from "../../src/collect/expected.ts";
import { readStarts, roleOf, startOf } from "../../src/collect/starts.ts";
import type { Expected } from "../../src/store/index.ts";

const at = (path: string): URL => new URL(path, "http://www.bailu.example/");
const WANTED = { words: USUAL_WORDS, years: { from: 2022, to: 2023 }, hosts: new Set(["www.bailu.example"]) };
const chosen = (words: string, path = "/t20230815_1.html", listed: string | null = "2023-08-15") =>
  choose({ address: at(path), words, listed, publisher: null }, WANTED);

test.each([
  ["白鹭县水利局2022年部门决算", { take: "article" }],
  ["白鹭县水利局二〇二二年部门决算", { take: "article" }],
  ["白鹭县水利局２０２２年部门决算", { take: "article" }],
  ["白鹭县水利局部门决算", { take: "article" }],
  ["2023年预算及2021年决算", { take: "article" }],
  ["白鹭县水利局2021年部门决算", { left: "other-year" }],
  ["白鹭县水利局二〇一九年部门决算", { left: "other-year" }],
  ["防汛通知", { left: "no-words" }],
])("%s", (words, choice) => {
  expect(chosen(words)).toEqual(choice);
});

test("a link of the page's frame is no entry; a file, another list and another host are told apart", () => {
  expect(chosen("网站首页", "/", null)).toBeNull();
  expect(chosen("2022年决算", "/P020230815000001.pdf")).toEqual({ take: "attachment" });
  expect(chosen("2022年决算", "/module/download/downfile.jsp?classid=0&filename=a.xls")).toEqual({
    take: "attachment",
  });
  expect(chosen("2022年决算", "/zwgk/js/")).toEqual({ left: "another-list" });
  expect(chosen("2022年决算", "http://czj.bailu.example/1.html")).toEqual({ left: "other-host" });
  expect(chosen("2022年决算", "http://files.bailu.example/1.pdf")).toEqual({ take: "attachment" });
});

test.each([
  ["2022年度", [2022]],
  ["2022-2023年", [2022, 2023]],
  ["二〇二二年", [2022]],
  ["电话20228888", []],
])("years in %s", (words, years) => expect(yearsIn(words)).toEqual(years));

test.each([
  ["/zwgk/", true, false],
  ["/zwgk/index_2.shtml", true, false],
  ["/col/col1207/index.html", true, false],
  ["/art/2023/8/25/art_1207_9.html", false, true],
  ["/202308/t20230825_9.shtml", false, true],
  ["/show.aspx?id=1", false, false],
  ["/?id=1", false, false],
])("%s is a list: %s, an article: %s", (path, isList, isArticle) => {
  expect([isListAddress(at(path)), isArticleAddress(at(path))]).toEqual([isList, isArticle]);
});

test("a list of addresses: by its columns, each line's fault told", () => {
  expect(
    readStarts("\ufeff单位,网址\n白鹭县水利局,www.bailu.example/a/#top\n,https://www.bailu.example/t20230815_1.html\n"),
  ).toEqual([
    { address: at("/a/"), entity: "白鹭县水利局" },
    { address: new URL("https://www.bailu.example/t20230815_1.html"), entity: null },
  ]);
  expect(() => readStarts("单位\n甲\n")).toThrow(/no-columns: line 1/);
  expect(() => readStarts("网址\n")).toThrow(/no-address/);
  expect(() => readStarts("网址\nwww.a.example\nhttp://[\n")).toThrow(/bad-address: line 3/);
  expect(() => startOf("file:///etc/passwd")).toThrow(/bad-address/);
  expect(["/a/", "/a.pdf", "/t20230815_1.html"].map((path) => roleOf(at(path)))).toEqual([
    "list",
    "attachment",
    "article",
  ]);
});

const row = (entity: string | null, more: Partial<Expected> = {}): Expected => ({
  entity,
  region: null,
  fiscalYear: 2022,
  kind: "final_accounts",
  scope: null,
  due: null,
  published: null,
  ...more,
});
const status = (expected: Expected, name: string, publishers: string[] = []): string =>
  findExpected([expected], [{ address: "a", names: [name], publishers, disclosure: "a" }], ["l"])[0]!.status;

test.each([
  ["白鹭县水利局2022年度部门决算.pdf", "found"],
  ["附件1：2022年度白鹭县水利局（本级）决算公开报表", "found"],
  ["白鹭县 水利局２０２２年部门决算", "found"],
  ["白鹭县水利局水库管理所2022年决算", "missing"],
  ["大白鹭县水利局2022年决算", "missing"],
  ["白鹭县水利局2022年部门预算", "missing"],
  ["白鹭县水利局2021年度部门决算", "missing"],
  ["白鹭县水利局2023年预算及2022年决算", "missing"],
])("the final accounts of 白鹭县水利局 for 2022 in %s: %s", (name, found) => {
  expect(status(row("白鹭县水利局"), name)).toBe(found);
});

test("a name that holds one of the common words, a publisher, a region, a reach", () => {
  expect(status(row("白鹭县预算绩效评价中心"), "白鹭县预算绩效评价中心2022年决算")).toBe("found");
  expect(status(row("白鹭县水利局"), "2022年度部门决算", ["白鹭县水利局"])).toBe("found");
  expect(status(row("白鹭县水利局"), "2022年度部门决算", ["白鹭县水利局办公室"])).toBe("missing");
  expect(status(row(null, { region: "430212" }), "渌口区教育局2022年部门决算")).toBe("found");
  expect(status(row(null, { region: "430212" }), "天元区教育局2022年部门决算")).toBe("missing");
  const office = row("白鹭县水利局", { scope: "office" });
  expect(status(office, "白鹭县水利局本级2022年决算")).toBe("found");
  expect(status(office, "白鹭县水利局2022年部门决算")).toBe("missing");
  expect(status(row("白鹭县水利局", { scope: "department" }), "白鹭县水利局本级2022年决算")).toBe("missing");
});
