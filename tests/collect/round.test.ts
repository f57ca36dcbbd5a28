import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CollectedLine, type CollectedRequest } from "../../schemas/collected.ts";
import { type CollectOptions, type CollectReport, collect, startOf } from "../../src/collect/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { type Answers, article, list, type Portal, pdf, portal, TestClock } from "../support/portal.ts";

let folder: string;
let clock: TestClock;
const open: Portal[] = [];
beforeEach(() => {
  folder = join(temporaryFolder(), "collected");
  clock = new TestClock();
});
afterEach(async () => {
  for (const site of open.splice(0)) await site.close();
});

const site = async (paths: Readonly<Record<string, Answers>>, host = "127.0.0.1"): Promise<Portal> => {
  const opened = await portal(paths, clock, host);
  open.push(opened);
  return opened;
};
const gather = (at: Portal, more: Partial<CollectOptions> = {}, path = "/list/"): Promise<CollectReport> =>
  collect({
    starts: [startOf(at.origin + path)],
    folder,
    contact: "http://example.org/collector",
    version: "0",
    inside: ["127.0.0.1"],
    clock,
    ...more,
  });
const lines = (): CollectedLine[] =>
  readFileSync(join(folder, "collected.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => CollectedLine.parse(JSON.parse(line)));
const requests = (path?: string): CollectedRequest[] =>
  lines().filter(
    (line): line is CollectedRequest =>
      line.line === "request" &&
      (path === undefined || new URL(line.address).pathname + new URL(line.address).search === path),
  );
const reasons = (report: CollectReport): Record<string, string> =>
  Object.fromEntries(report.left.map(({ address, reason }) => [new URL(address).pathname, reason]));

/** A list with one article and one file. */
const small = (file: Answers = { body: pdf("甲") }): Record<string, Answers> => ({
  "/list/": list([["/t20230815_1.html", "白鹭县档案馆2022年度部门决算"]]),
  "/t20230815_1.html": article("白鹭县档案馆2022年度部门决算", ["/P020230815000001.pdf"]),
  "/P020230815000001.pdf": file,
});

test("list page, article, attachment: each written down with where it was found, and kept under its hash", async () => {
  const at = await site(small());
  const report = await gather(at);
  expect(at.asked.map(({ path }) => path)).toEqual([
    "/robots.txt",
    "/list/",
    "/t20230815_1.html",
    "/P020230815000001.pdf",
  ]);
  expect(report.complete).toBe(true);
  expect(report.taken.map(({ role, published }) => [role, published])).toEqual([
    ["article", "2023-08-15"],
    ["attachment", "2023-08-15"],
  ]);
  const [file] = requests("/P020230815000001.pdf");
  expect(file).toMatchObject({
    role: "attachment",
    foundOn: `${at.origin}/t20230815_1.html`,
    words: "白鹭县档案馆2022年度部门决算附件",
    status: 200,
    outcome: "stored",
    kind: "pdf",
    name: "白鹭县档案馆2022年度部门决算附件.pdf",
    title: "白鹭县档案馆2022年度部门决算",
    site: "白鹭县人民政府",
    bytes: pdf("甲").length,
  });
  expect(file!.dates.map(({ day, from }) => [day, from])).toEqual([
    ["2023-08-15", "meta"],
    ["2023-08-15", "address"],
    ["2023-08-16", "list"],
  ]);
  expect(readFileSync(join(folder, file!.file!))).toEqual(pdf("甲"));
  expect(file!.file).toBe(`files/${file!.sha256!.slice(0, 2)}/${file!.sha256}.pdf`);
  expect(at.asked[0]!.headers["user-agent"]).toBe("mingzhang/0 (+http://example.org/collector)");
});

test("what is not taken is listed with the reason", async () => {
  const other = await site({ "/别处.html": article("白鹭县财政局2022年决算") }, "127.0.0.2");
  const at = await site({
    "/list/": list(
      [
        ["/a.html", "白鹭县水利局2022年部门决算"],
        ["/b.html", "白鹭县水利局2015年部门决算"],
        ["/c.html", "白鹭县防汛通知"],
        [`${other.origin}/d.html`, "白鹭县财政局2022年部门决算"],
        ["/jszx/", "决算中心"],
      ],
      `<a href="javascript:open1('x')">预算公开专栏</a><a href="/about.html">关于我们</a>`,
    ),
    "/a.html": `${article("白鹭县水利局2022年部门决算", ["/gone.pdf"])}<img src="/W020230815000001.jpg">`,
  });
  const report = await gather(at, { years: { from: 2020, to: 2024 } });
  expect(reasons(report)).toEqual({
    "/b.html": "other-year",
    "/c.html": "no-words",
    "/d.html": "other-host",
    "/jszx/": "another-list",
    "/list/": "needs-script",
    "/gone.pdf": "http-404",
    "/W020230815000001.jpg": "picture",
  });
  expect(report.lists).toEqual([{ address: `${at.origin}/list/`, pages: 1, entries: 5, others: 1 }]);
  expect(other.asked).toEqual([]);
  expect(lines().filter(({ line }) => line === "left")).toHaveLength(6);
});

test("an attachment may lie on another host, a list or an article may not; every hop is looked at", async () => {
  const other = await site({ "/f.pdf": { body: pdf("乙") } }, "127.0.0.2");
  const at = await site({
    "/list/": list([
      ["/1.html", "甲局2022年决算"],
      ["/2.html", "乙局2022年决算"],
    ]),
    "/1.html": article("甲局2022年决算", [`${other.origin}/f.pdf`, "/hop.pdf"]),
    "/2.html": { status: 302, headers: { location: `${other.origin}/x.html` } },
    "/hop.pdf": { status: 302, headers: { location: "http://127.0.0.3:9/secret.pdf" } },
  });
  const report = await gather(at, { inside: ["127.0.0.1", "127.0.0.2"] });
  expect(report.taken.map(({ address }) => address)).toContain(`${other.origin}/f.pdf`);
  expect(other.asked.map(({ path }) => path)).toEqual(["/robots.txt", "/f.pdf"]);
  expect(reasons(report)).toEqual({ "/2.html": "other-host", "/hop.pdf": "private-address" });
});

test("a hop to another address of the loopback is refused where only the first was named", async () => {
  const other = await site({ "/f.pdf": { body: pdf("乙") } }, "127.0.0.2");
  const at = await site(small({ status: 302, headers: { location: `${other.origin}/f.pdf` } }));
  const report = await gather(at);
  expect(reasons(report)).toEqual({ "/P020230815000001.pdf": "private-address" });
  expect(other.asked).toEqual([]);
});

test("without a name a house's own address is not asked at all, however it is written", async () => {
  const at = await site(small());
  for (const host of ["127.0.0.1", "2130706433", "0x7f.1", "①②⑦.0.0.1", "localhost", "[::ffff:127.0.0.1]"]) {
    const report = await gather(at, {
      inside: [],
      starts: [startOf(`http://${host}:${at.port}/list/`)],
      folder: null,
    });
    expect(Object.values(reasons(report)), host).toEqual(["private-address"]);
  }
  expect(at.asked).toEqual([]);
});

test("a dry run asks for rules and lists alone and writes nothing", async () => {
  const at = await site(small());
  const report = await gather(at, { folder: null });
  expect(at.asked.map(({ path }) => path)).toEqual(["/robots.txt", "/list/"]);
  expect(report.taken.map(({ address, line, published }) => [address, line, published])).toEqual([
    [`${at.origin}/t20230815_1.html`, null, "2023-08-16"],
  ]);
});

test("the same bytes at two addresses are kept once; new bytes at an old address are kept beside the old", async () => {
  let body = pdf("甲");
  const send: Answers = (request, response) => {
    const etag = `"${body.length}"`;
    if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag }).end(body);
  };
  const at = await site({
    ...small(send),
    "/t20230815_1.html": article("白鹭县档案馆2022年度部门决算", ["/P020230815000001.pdf", "/copy.pdf"]),
    "/copy.pdf": { body: pdf("甲") },
  });
  await gather(at);
  expect(requests("/copy.pdf").map(({ outcome }) => outcome)).toEqual(["same"]);
  expect(requests("/copy.pdf")[0]!.file).toBe(requests("/P020230815000001.pdf")[0]!.file);
  // Nothing new: the server's word is enough. What has no mark of its own is sent again and is the same.
  await gather(at);
  const outcomes = (path: string): unknown[] => requests(path).map(({ round, outcome }) => [round, outcome]);
  expect(outcomes("/P020230815000001.pdf")).toEqual([
    [1, "stored"],
    [2, "unchanged"],
  ]);
  expect(outcomes("/t20230815_1.html")).toEqual([
    [1, "stored"],
    [2, "same"],
  ]);
  body = pdf("改过的");
  await gather(at);
  const [first, second, third] = requests("/P020230815000001.pdf");
  expect([third!.outcome, third!.sha256 === first!.sha256]).toEqual(["stored", false]);
  expect(second!.sha256).toBe(first!.sha256);
  for (const { file, bytes } of [first!, third!]) expect(readFileSync(join(folder, file!))).toHaveLength(bytes!);
});

test("the run ends where it has asked often enough, and the next goes on without asking twice", async () => {
  const at = await site(small());
  const first = await gather(at, { limits: { requests: 3 } });
  expect([first.complete, first.taken.length]).toEqual([false, 1]);
  const second = await gather(at);
  expect([second.complete, second.taken.length, second.round]).toEqual([true, 2, 1]);
  expect(at.asked).toHaveLength(4);
});

test("a file or an article that a person names is taken by itself", async () => {
  const at = await site({ ...small(), "/download/7": { body: pdf("没有扩展名") } });
  const starts = ["/P020230815000001.pdf", "/download/7", "/t20230815_1.html"].map((path) => startOf(at.origin + path));
  const report = await gather(at, { starts });
  expect(report.taken.map(({ address, role }) => [new URL(address).pathname, role])).toEqual([
    ["/P020230815000001.pdf", "attachment"],
    ["/download/7", "attachment"],
    ["/t20230815_1.html", "article"],
  ]);
  expect(requests("/download/7")[0]!.file).toMatch(/^files\//);
  expect(report.left).toEqual([]);
});

test("an expected disclosure ends found, several or missing, by its full name", async () => {
  const titles = [
    "白鹭县水利局2022年度部门决算公开",
    "白鹭县水利局水库管理所2022年度部门决算公开",
    "2022年度白鹭县教育局部门决算及“三公”经费情况说明",
    "关于白鹭县教育局2022年部门决算的公告",
    "2022年度部门决算",
  ];
  const pages = Object.fromEntries(titles.map((title, n) => [`/${n}.html`, article(title)]));
  pages["/4.html"] = article(titles[4]!).replace(
    "<meta name=",
    `<meta name="ContentSource" content="白鹭县财政局"><meta name=`,
  );
  const at = await site({ "/list/": list(titles.map((title, n) => [`/${n}.html`, title])), ...pages });
  const row = (entity: string, kind = "final_accounts") =>
    ({ entity, region: null, fiscalYear: 2022, kind, scope: null, due: null, published: null }) as const;
  const names = ["白鹭县水利局", "白鹭县教育局", "白鹭县财政局", "白鹭县民政局"];
  const report = await gather(at, { expected: [...names.map((name) => row(name)), row("白鹭县水利局", "budget")] });
  expect(report.expected.map(({ label, kind, status, addresses }) => [label, kind, status, addresses.length])).toEqual([
    ["白鹭县水利局", "final_accounts", "found", 1],
    ["白鹭县教育局", "final_accounts", "several", 2],
    ["白鹭县财政局", "final_accounts", "found", 1],
    ["白鹭县民政局", "final_accounts", "missing", 0],
    ["白鹭县水利局", "budget", "missing", 0],
  ]);
  expect(report.expected[3]!.looked).toEqual([`${at.origin}/list/`]);
});
