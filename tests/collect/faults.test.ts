import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CollectedLine, type CollectedRequest } from "../../schemas/collected.ts";
import { type CollectOptions, type CollectReport, collect, startOf } from "../../src/collect/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { type Answers, article, type Handler, list, type Portal, pdf, portal, TestClock } from "../support/portal.ts";

let folder: string;
let clock: TestClock;
let at: Portal;
beforeEach(() => {
  folder = join(temporaryFolder(), "collected");
  clock = new TestClock();
});
afterEach(() => at.close());

const TITLE = "白鹭县档案馆2022年度部门决算";
/** A list with one article, and that with files. */
async function site(
  files: Readonly<Record<string, Answers>>,
  more: Readonly<Record<string, Answers>> = {},
): Promise<void> {
  at = await portal(
    {
      "/robots.txt": { status: 404 },
      "/list/": list([["/1.html", TITLE]]),
      "/1.html": article(TITLE, Object.keys(files)),
      ...files,
      ...more,
    },
    clock,
  );
}
const gather = (more: Partial<CollectOptions> = {}): Promise<CollectReport> =>
  collect({
    starts: [startOf(`${at.origin}/list/`)],
    folder,
    contact: "a@example.org",
    version: "0",
    inside: ["127.0.0.1"],
    clock,
    ...more,
  });
const requests = (path: string): CollectedRequest[] =>
  readFileSync(join(folder, "collected.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => CollectedLine.parse(JSON.parse(line)))
    .filter((line): line is CollectedRequest => line.line === "request" && new URL(line.address).pathname === path);
const outcomes = (path: string): (string | null)[][] => requests(path).map(({ outcome, reason }) => [outcome, reason]);
const reasons = (report: CollectReport): Record<string, string> =>
  Object.fromEntries(report.left.map(({ address, reason }) => [new URL(address).pathname, reason]));
/** Milliseconds between one request and the next. */
const pauses = (): number[] => at.asked.slice(1).map((asked, n) => asked.at - at.asked[n]!.at);
/** Documents on the disk. */
const held = (): string[] =>
  readdirSync(join(folder, "files"), { recursive: true, encoding: "utf8" }).filter((name) => name.includes("."));

/** Busy once, then as it should be. */
const busyOnce =
  (headers: Record<string, string>, status = 503): Handler =>
  (_, response, times) =>
    times === 1 ? response.writeHead(status, headers).end("busy") : response.writeHead(200).end(pdf("甲"));

test("a host is asked one thing at a time, never sooner than the pause, and more slowly the more slowly it answers", async () => {
  let open = 0;
  let most = 0;
  const slow = (_: unknown, response: ServerResponse): void => {
    most = Math.max(most, ++open);
    void clock.sleep(5_000);
    setImmediate(() => {
      open--;
      response.writeHead(200).end(pdf("慢"));
    });
  };
  await site({ "/a.pdf": slow, "/b.pdf": { body: pdf("快") }, "/c.pdf": { body: pdf("再快") } });
  await gather();
  expect(most).toBe(1);
  // robots, list, article, a, b, c: 2 s each; after an answer that took 5 s, 10 s more.
  expect(pauses()).toEqual([2_000, 2_000, 2_000, 15_000, 2_000]);
});

test("Crawl-delay is kept, rules are kept", async () => {
  const robots = "User-agent: *\nCrawl-delay: 7\nDisallow: /secret/\n\nUser-agent: other\nDisallow: /\n";
  await site({ "/secret/a.pdf": { body: pdf("甲") }, "/b.pdf": { body: pdf("乙") } }, { "/robots.txt": robots });
  const report = await gather();
  // Sent as a page's type, it is still the rules.
  expect(reasons(report)).toEqual({ "/secret/a.pdf": "robots" });
  expect(pauses()).toEqual([7_000, 7_000, 7_000]);
});

test("a Crawl-delay of a day is a word to come another day", async () => {
  await site({}, { "/robots.txt": { body: "User-agent: *\nCrawl-delay: 86400\n" } });
  const report = await gather();
  expect(report.hosts).toEqual([{ host: "127.0.0.1", asked: 1, left: "told-to-wait" }]);
  expect(reasons(report)).toEqual({ "/list/": "told-to-wait" });
});

test("rules that name this program count before those for everyone", async () => {
  await site({}, { "/robots.txt": "User-agent: mingzhang\nDisallow: /list/\n\nUser-agent: *\nAllow: /\n" });
  expect(reasons(await gather())).toEqual({ "/list/": "robots" });
});

test("no robots.txt allows everything; a server that fails puts the host off", async () => {
  await site({}, { "/robots.txt": { status: 500 } });
  const report = await gather();
  expect(reasons(report)).toEqual({ "/list/": "robots-unreachable" });
  expect(at.times("/list/")).toBe(0);
  expect(at.times("/robots.txt")).toBe(4);
  // 2 s doubled each time.
  expect(pauses()).toEqual([4_000, 8_000, 16_000]);
});

test.each([
  ["in seconds", () => ({ "retry-after": "120" }), 120_000],
  ["as a date", () => ({ "retry-after": new Date(clock.now() + 600_000).toUTCString() }), 600_000],
])("Retry-After %s silences the whole host", async (_, headers, silence) => {
  await site({
    "/a.pdf": (request, response, times) => busyOnce(headers(), 429)(request, response, times),
    "/b.pdf": { body: pdf("乙") },
  });
  const report = await gather();
  expect(outcomes("/a.pdf")).toEqual([
    ["again", "http-429"],
    ["stored", null],
  ]);
  expect(report.taken).toHaveLength(3);
  expect(pauses()).toEqual([2_000, 2_000, 2_000, silence, 2_000]);
});

test("Retry-After still holds where the run was ended meanwhile", async () => {
  const ending = new (class extends TestClock {
    ended = false;
    override async sleep(milliseconds: number): Promise<void> {
      if (!this.ended && milliseconds > 60_000) throw new Error("ended");
      await super.sleep(milliseconds);
    }
  })();
  clock = ending;
  await site({ "/a.pdf": busyOnce({ "retry-after": "120" }) });
  await expect(gather()).rejects.toThrow("ended");
  await ending.sleep(30_000);
  ending.ended = true;
  const report = await gather();
  expect(report.taken).toHaveLength(2);
  expect(at.times("/list/")).toBe(1);
  expect(pauses()).toEqual([2_000, 2_000, 2_000, 120_000]);
});

test("a host that asks for a longer silence than an hour is left for another day", async () => {
  await site({ "/a.pdf": busyOnce({ "retry-after": "86400" }), "/b.pdf": { body: pdf("乙") } });
  const report = await gather();
  expect(report.hosts).toEqual([{ host: "127.0.0.1", asked: 4, left: "told-to-wait" }]);
  expect(reasons(report)).toEqual({ "/a.pdf": "told-to-wait", "/b.pdf": "told-to-wait" });
});

test("three refusals and the host is left; a JavaScript challenge is a refusal left to a person", async () => {
  const no = { status: 403 };
  const script = "<script>document.cookie='__jsl_clearance_s=1';location.href=location.pathname</script>";
  await site({
    "/a.pdf": no,
    "/b.pdf": { status: 521, body: script },
    "/c.pdf": { headers: { "content-type": "text/html" }, body: script },
    "/d.pdf": { body: pdf("丁") },
  });
  const report = await gather();
  expect(reasons(report)).toEqual({
    "/a.pdf": "http-403",
    "/b.pdf": "challenge",
    "/c.pdf": "challenge",
    "/d.pdf": "refused-three-times",
  });
  expect(at.times("/d.pdf")).toBe(0);
  expect(outcomes("/b.pdf")).toEqual([["left", "challenge"]]);
});

test("a server that goes on failing is asked four times, with doubled pauses, and listed", async () => {
  await site({ "/a.pdf": { status: 502 }, "/b.pdf": { body: pdf("乙") } });
  const report = await gather();
  expect(reasons(report)).toEqual({ "/a.pdf": "http-502" });
  expect(pauses().slice(3)).toEqual([4_000, 8_000, 16_000, 32_000]);
  expect(outcomes("/b.pdf")).toEqual([["stored", null]]);
});

test("a body that was cut is asked again and never kept", async () => {
  const whole = pdf("很长".repeat(2000));
  const cut =
    (headers: Record<string, string>): Answers =>
    (_, response, times) => {
      if (times > 1) return response.writeHead(200, headers).end(whole);
      response.writeHead(200, headers).write(whole.subarray(0, 900), () => response.socket!.destroy());
    };
  await site({
    // Sent in parts, and with a length; and closed properly, but shorter than the document says.
    "/parts.pdf": cut({}),
    "/length.pdf": cut({ "content-length": String(whole.length) }),
    "/short.pdf": (_, response) => response.writeHead(200, { "content-length": "900" }).end(whole.subarray(0, 900)),
    "/packed.pdf": (_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(whole).subarray(0, 60)),
  });
  const report = await gather();
  for (const path of ["/parts.pdf", "/length.pdf"])
    expect(outcomes(path).map(([outcome]) => outcome)).toEqual(["again", path === "/parts.pdf" ? "stored" : "same"]);
  expect(reasons(report)).toEqual({ "/short.pdf": "cut", "/packed.pdf": "cut" });
  expect(held()).toHaveLength(2);
});

test("a slow drip is waited for while it drips, and given up where it falls silent", async () => {
  const drip =
    (bytes: Buffer, whole: boolean): Answers =>
    (_, response) => {
      response.writeHead(200, { "content-length": String(bytes.length) });
      let sent = 0;
      const next = (): void => {
        if (!whole && sent > 40) return;
        response.write(bytes.subarray(sent, sent + 10));
        sent += 10;
        if (sent < bytes.length) setTimeout(next, 5);
        else response.end();
      };
      next();
    };
  await site({ "/steady.pdf": drip(pdf("滴"), true), "/silent.pdf": drip(pdf("停"), false) });
  const report = await gather({ limits: { silenceMs: 1_500, tries: 2 } });
  expect(outcomes("/steady.pdf")).toEqual([["stored", null]]);
  expect(reasons(report)).toEqual({ "/silent.pdf": "silent" });
  expect(at.times("/silent.pdf")).toBe(2);
}, 30_000);

test("a drip that goes on for ever is given up too", async () => {
  await site({
    "/endless.pdf": (_, response) => {
      response.writeHead(200).write("%PDF");
      const timer = setInterval(() => {
        void clock.sleep(60_000);
        response.write("x");
      }, 5);
      response.on("close", () => clearInterval(timer));
    },
  });
  expect(reasons(await gather({ limits: { tries: 1 } }))).toEqual({ "/endless.pdf": "too-slow" });
});

test("more bytes than allowed, as sent or as unpacked, are not taken", async () => {
  const limits = { bodyBytes: 5_000, unpackedBytes: 20_000 };
  const packed = (length: number): Answers => {
    const body = Buffer.concat([Buffer.alloc(length - pdf("").length, " "), pdf("")]);
    // The kind is told from the first bytes.
    body.write("%PDF-1.4", 0);
    return { headers: { "content-encoding": "gzip" }, body: gzipSync(body) };
  };
  await site({
    "/long.pdf": { body: Buffer.alloc(5_001, "x") },
    "/untold.pdf": (_, response) => response.writeHead(200).end(Buffer.alloc(9_000, "x")),
    "/bomb.pdf": packed(20_001),
    "/just.pdf": packed(20_000),
  });
  const report = await gather({ limits });
  expect(reasons(report)).toEqual({
    "/long.pdf": "too-large",
    "/untold.pdf": "too-large",
    "/bomb.pdf": "unpacks-too-large",
  });
  expect(requests("/just.pdf")[0]).toMatchObject({ outcome: "stored", bytes: 20_000, kind: "pdf" });
});

test("the kind is told by the bytes, whatever the server calls them: a page under .pdf is no file", async () => {
  await site({
    "/page.pdf": { headers: { "content-type": "application/pdf" }, body: "<html><body><p>请先登录</p></body></html>" },
    "/file.pdf": { headers: { "content-type": "text/html" }, body: pdf("是文件") },
    "/table.xls": "<html><body><table><tr><td>决算表</td></tr></table></body></html>",
    "/odd.doc": { body: Buffer.from([0, 1, 2, 3, 4, 5]) },
    "/empty.pdf": { body: "" },
  });
  const report = await gather();
  expect(reasons(report)).toEqual({ "/page.pdf": "not-a-file", "/empty.pdf": "empty" });
  expect(requests("/page.pdf")[0]).toMatchObject({ sha256: null, file: null });
  expect(requests("/file.pdf")[0]!.kind).toBe("pdf");
  expect(requests("/table.xls")[0]!.kind).toBe("html");
  expect(requests("/odd.doc")[0]).toMatchObject({ outcome: "stored", kind: null });
});

test("hops are followed eight times, loops never; a page may lead on by a refresh or a literal location", async () => {
  const to = (location: string): Answers => ({ status: 302, headers: { location } });
  const chain = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`/h${n}.pdf`, to(`/h${n + 1}.pdf`)]));
  await site(
    {
      "/loop.pdf": to("/loop2.pdf"),
      "/h0.pdf": chain["/h0.pdf"]!,
      "/h1.pdf": chain["/h1.pdf"]!,
      "/r.pdf": '<meta http-equiv="refresh" content="0; url=/real.pdf">',
    },
    {
      ...chain,
      "/loop2.pdf": to("/loop.pdf"),
      "/h9.pdf": { body: pdf("远") },
      "/real.pdf": { body: pdf("真") },
      "/list/": list([["/to.html", TITLE]]),
      "/to.html": "<script>window.location.href = '/1.html';</script>",
    },
  );
  const report = await gather();
  expect(reasons(report)).toEqual({ "/loop.pdf": "loop", "/h0.pdf": "too-many-hops" });
  expect(requests("/h1.pdf")[0]).toMatchObject({ outcome: "stored", final: `${at.origin}/h9.pdf` });
  expect(requests("/h1.pdf")[0]!.hops).toHaveLength(8);
  expect(requests("/r.pdf")[0]).toMatchObject({
    final: `${at.origin}/real.pdf`,
    hops: [{ by: "refresh", status: 200 }],
  });
  expect(requests("/to.html")[0]).toMatchObject({ final: `${at.origin}/1.html`, hops: [{ by: "location" }] });
});

test("gb2312 is read as gb18030, in a page and in the name of a file", async () => {
  // 镕 is in GBK and not in GB2312; 决算.pdf in the bytes of GBK.
  const gbk = Buffer.from([0xe9, 0x46]);
  const html = Buffer.concat([
    Buffer.from('<html><head><meta charset="gb2312"><meta name="ArticleTitle" content="'),
    gbk,
    Buffer.from('"></head><body><p>'),
    Buffer.from([0xbe, 0xf6, 0xcb, 0xe3]),
    Buffer.from(`</p><a href="/a.pdf">1</a>${" x".repeat(80)}</body></html>`),
  ]);
  await site(
    {},
    {
      "/1.html": { headers: { "content-type": "text/html" }, body: html },
      "/a.pdf": (_, response) => {
        const name = Buffer.from([0xbe, 0xf6, 0xcb, 0xe3]).toString("latin1");
        response.writeHead(200, { "content-disposition": `attachment; filename="${name}.pdf"` }).end(pdf("甲"));
      },
    },
  );
  await gather();
  expect(requests("/1.html")[0]).toMatchObject({ title: "镕", name: "镕.html" });
  expect(requests("/a.pdf")[0]!.name).toBe("决算.pdf");
});

test("a folder is one collector's at a time, and a line that was never finished is cut off", async () => {
  await site({ "/a.pdf": { body: pdf("甲") } });
  const running = gather();
  await expect(gather()).rejects.toThrow(/folder-in-use/);
  await running;
  const journal = join(folder, "collected.jsonl");
  const whole = readFileSync(journal, "utf8");
  // The end of the round was being written when the machine went off: the round goes on, and there is nothing left to ask.
  writeFileSync(journal, whole.slice(0, -20));
  const asked = at.asked.length;
  await gather();
  expect(at.asked).toHaveLength(asked);
  const ends = (text: string): string => text.replace(/"at":"[^"]*"/gu, "");
  expect(ends(readFileSync(journal, "utf8"))).toBe(ends(whole));
  writeFileSync(journal, `{"line":"request"}\n${whole}`);
  await expect(gather()).rejects.toThrow(/bad-line: line 1/);
});
