import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import { openStore } from "../../src/store/index.ts";
import { type Ended, temporaryFolder } from "../support/mingzhang.ts";
import { list, type Portal, pdf, portal } from "../support/portal.ts";
import { zipOf } from "../support/zip-writer.ts";

const TITLE = "清河县第三中学2024年度部门决算";
const cells = (tag: string, texts: readonly string[]): string =>
  `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join("")}</tr>`;
const disclosure = (title: string, files: string): string => `<!doctype html><meta charset="utf-8">
<meta name="SiteName" content="清河县人民政府"><meta name="PubDate" content="2025-09-02 10:00">
<h1>${title}</h1><h2>财政拨款“三公”经费支出决算表</h2><p>单位：万元</p><table>${cells("th", ["项目", "年初预算数", "决算数"])}
${["合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"].map((item, n) => cells("td", [item, `${n}.36`, `${n}.20`])).join("")}</table>
${files}`;

/** The built program; the test's own site goes on answering meanwhile. */
const mingzhang = (...args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(packageRoot, "dist/src/cli/main.js"), ...args],
      { env: { ...process.env, LC_ALL: "zh_CN.UTF-8", LANG: "zh_CN.UTF-8" } },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

let site: Portal;
let folder: string;
const path = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = temporaryFolder();
  const zip = zipOf([{ name: "附件/三公.html", data: disclosure("清河县第三中学2024年度部门决算附表", "") }]);
  site = await portal({
    "/list/": list([
      ["/art/2025/9/2/art_1_2.html", TITLE],
      ["/other/", "预算公开专栏"],
    ]),
    "/art/2025/9/2/art_1_2.html": disclosure(
      TITLE,
      `<a href="/a.zip">附件</a><a href="/broken.pdf">清河县第四中学2024年度部门决算</a>`,
    ),
    "/a.zip": { body: zip },
    "/broken.pdf": { body: pdf("没有内容") },
  });
});
afterAll(() => site.close());

const args = (...more: string[]): string[] => [
  "collect",
  `${site.origin}/list/`,
  "--contact",
  "a@example.org",
  ...more,
];

test("addresses inside a house are refused unless their host is named", async () => {
  const { code, out } = await mingzhang(...args("--out", path("none")));
  expect([code, out.includes("内网或本机地址"), site.asked.length]).toEqual([1, true, 0]);
  const named = await mingzhang(...args("--out", path("none"), "--intranet", "127.0.0.2"));
  expect([named.code, site.asked.length]).toEqual([1, 0]);
});

test.each([
  [["collect", "http://www.example.org/", "--contact", "a@example.org"], "缺少选项：--out"],
  [["collect", "http://www.example.org/", "--out", "x"], "缺少选项：--contact"],
  [["collect", "http://www.example.org/", "--out", "x", "--contact", "nobody"], "联系方式"],
  [
    ["collect", "http://www.example.org:x/", "--out", "x", "--contact", "a@example.org"],
    "不是网址: http://www.example.org:x/",
  ],
  [["collect", "gone.csv", "--out", "x", "--contact", "a@example.org"], "gone.csv: 找不到"],
  [["collect", "a.cn", "--words", " ,", "--out", "x", "--contact", "a@example.org"], "要写词"],
])("%s: a wrong usage in one line", async (wrong, said) => {
  const { code, err } = await mingzhang(...wrong);
  expect([code, err]).toEqual([2, expect.stringContaining(said)]);
});

test("from the portal to the coverage: every document leads back to where it was published, and says when", async () => {
  writeFileSync(path("列表.csv"), `网址,单位\n${site.origin}/list/,\n`);
  writeFileSync(
    path("应公开.csv"),
    "单位,年度,种类,期限\n清河县第三中学,2024,决算,2025-08-31\n清河县第四中学,2024,决算,\n",
  );
  const source = ["collect", path("列表.csv"), "--contact", "a@example.org", "--intranet", "127.0.0.1"];

  const dry = await mingzhang(...source, "--dry-run");
  expect([dry.code, dry.out]).toEqual([0, expect.stringContaining(`${site.origin}/art/2025/9/2/art_1_2.html`)]);
  expect(site.times("/art/2025/9/2/art_1_2.html")).toBe(0);

  const collected = path("采集");
  const run = await mingzhang(...source, "--out", collected, "--expected", path("应公开.csv"));
  expect(run.code).toBe(0);
  expect(run.err).toContain("127.0.0.1 第 1 次");
  expect(run.err).toContain("收 3 份（不同的文件 3 个），未取 1 条");
  expect(run.out).toContain("是另一个列表，要采集请指名");
  expect(run.err).toContain("应公开 2 份：找到 2, 多份 0, 未见 0");

  const db = path("a.sqlite");
  const ingested = await mingzhang("ingest", collected, "--db", db);
  // The PDF of the fourth school has nothing in it that could be read.
  expect(ingested.code).toBe(1);
  const store = openStore(db, { readonly: true });
  try {
    const rows = store.db
      .prepare(
        `SELECT acquisition.name, relative, address, found_on, words, published, published_from, site FROM acquisition_source
         JOIN acquisition ON acquisition.id = acquisition_id ORDER BY address, relative`,
      )
      .all() as Record<string, string>[];
    expect(rows.map(({ name, address, found_on }) => [name, address, found_on])).toEqual([
      ["三公.html", `${site.origin}/a.zip`, `${site.origin}/art/2025/9/2/art_1_2.html`],
      [`${TITLE}.html`, `${site.origin}/art/2025/9/2/art_1_2.html`, `${site.origin}/list/`],
    ]);
    for (const { published, published_from, site: named } of rows)
      expect([published, published_from, named]).toEqual(["2025-09-02", "meta", "清河县人民政府"]);
    expect(rows[1]!.relative).toMatch(/^files\/[0-9a-f]{2}\/[0-9a-f]{64}\.html$/);
  } finally {
    store.close();
  }
  const coverage = await mingzhang("coverage", path("应公开.csv"), "--db", db, "--json");
  const rows = coverage.out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(rows.map(({ entity, coverage, date, date_from }) => [entity, coverage, date, date_from])).toEqual([
    ["清河县第三中学", "late", "2025-09-02", "portal"],
    ["清河县第四中学", "unreadable", null, null],
  ]);
  expect(existsSync(join(collected, "collected.jsonl"))).toBe(true);
  expect(readFileSync(join(collected, "collected.jsonl"), "utf8")).not.toContain(folder);
}, 120_000);
