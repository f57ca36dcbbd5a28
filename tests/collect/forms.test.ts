import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dayIn, dayOfAddress, daysOf } from "../../src/collect/days.ts";
import { fileName, nameInAddress, plainName } from "../../src/collect/file-name.ts";
import { catalogueTable } from "../../src/collect/forms/catalogue.ts";
import { filesOf, picturesOf } from "../../src/collect/forms/files.ts";
import type { ListReading } from "../../src/collect/forms/form.ts";
import { hanwebList } from "../../src/collect/forms/hanweb.ts";
import { readList } from "../../src/collect/forms/index.ts";
import { plainList } from "../../src/collect/forms/plain.ts";
import { trsPages } from "../../src/collect/forms/trs.ts";
import { leadsOn } from "../../src/collect/leads-on.ts";
import { openPage, type Page, textOf } from "../../src/collect/page.ts";
import { tagsOf, titleOf } from "../../src/collect/tags.ts";
import { packageRoot } from "../../src/lib/package-root.ts";

const saved = (name: string, address: string, contentType = "text/html"): Page =>
  openPage(readFileSync(join(packageRoot, "tests/collect/pages", name)), contentType, new URL(address));
const page = (html: string, address = "http://a.example/x/"): Page =>
  openPage(Buffer.from(html), "text/html; charset=utf-8", new URL(address));
const shown = ({ entries }: ListReading) =>
  entries.map(({ address, words, listed, publisher }) => [address.href, words, listed, publisher]);

describe("hanweb", () => {
  const YUANXI = "http://www.yuanxi.example";

  test("the first page stands in a datastore, more are asked of its proxy", () => {
    const reading = hanwebList(saved("hanweb-list.html", `${YUANXI}/col/col1207/index.html`));
    expect(shown(reading)).toEqual([
      [
        `${YUANXI}/art/2023/8/25/art_1207_90417.html`,
        "沅溪县粮食和物资储备中心2022年度部门决算公开",
        "2023-08-25",
        null,
      ],
      [`${YUANXI}/art/2023/8/24/art_1207_90390.html`, "沅溪县融媒体中心2022年度部门决算公开", "2023-08-24", null],
      [`${YUANXI}/art/2023/8/20/art_1207_90211.html`, "关于开展国债宣传的通知", "2023/8/20", null],
    ]);
    expect(reading.more.map(({ pathname, searchParams }) => [pathname, searchParams.get("page")])).toEqual([
      ["/module/web/jpage/dataproxy.jsp", "1"],
    ]);
  });

  test("an answer of the proxy is a list, and counts to its last page", () => {
    const proxy = (n: number): ListReading =>
      hanwebList(
        saved("hanweb-proxy.xml", `${YUANXI}/module/web/jpage/dataproxy.jsp?page=${n}&unitid=88231`, "text/xml"),
      );
    expect(shown(proxy(1)).map(([address, words]) => [address, words])).toEqual([
      [`${YUANXI}/art/2022/9/1/art_1207_81003.html`, "沅溪县融媒体中心2021年度部门决算公开"],
      [`${YUANXI}/art/2022/8/30/art_1207_80977.html`, "沅溪县交通运输局2021年度部门决算公开"],
    ]);
    expect(proxy(1).more.map(({ search }) => search)).toEqual(["?page=2&unitid=88231"]);
    expect(proxy(3).more).toEqual([]);
  });

  test("without an address for more, the script's own words give it", () => {
    const html = readFileSync(join(packageRoot, "tests/collect/pages/hanweb-list.html"), "utf8");
    const bare = openPage(
      Buffer.from(html.replace(/<nextgroup>.*<\/nextgroup>/u, "")),
      "",
      new URL(`${YUANXI}/col/col1207/index.html`),
    );
    const [more] = hanwebList(bare).more;
    expect([more!.pathname, Object.fromEntries(more!.searchParams)]).toEqual([
      "/module/jpage/dataproxy.jsp",
      {
        page: "1",
        col: "1",
        appid: "1",
        webid: "9",
        path: "/",
        columnid: "1207",
        sourceContentType: "1",
        unitid: "88231",
        webname: "沅溪县人民政府",
        permissiontype: "0",
      },
    ]);
  });

  test("an article's files: download programs with names, and the file a viewer shows", () => {
    const article = saved("hanweb-article.html", `${YUANXI}/art/2023/8/25/art_1207_90417.html`);
    const files = filesOf(article);
    expect(files.map(({ address, words }) => [nameInAddress(address), words])).toEqual([
      ["沅溪县粮储中心2022年决算.pdf", "附件1"],
      ["77d0e1c2b3a44d5e.xls", "2022年度部门决算表.xls"],
      ["2308251604.pdf", ""],
    ]);
    const tags = tagsOf(article);
    expect(tags).toMatchObject({
      siteName: "沅溪县人民政府",
      siteIdCode: "4300990001",
      columnName: "财政预决算",
      contentSource: "沅溪县粮食和物资储备中心",
    });
    expect(daysOf(article.address, tags, textOf(article.root), "2023-08-26")).toEqual([
      { day: "2023-08-25", from: "meta", text: "2023-08-25 16:04:11" },
      { day: "2023-08-25", from: "address", text: "/2023/8/25/" },
      { day: "2023-08-25", from: "printed", text: "发布日期 2023年8月25" },
      { day: "2023-08-26", from: "list", text: "2023-08-26" },
    ]);
    expect(leadsOn(article)).toBeNull();
    expect(leadsOn(saved("hanweb-list.html", `${YUANXI}/`))).toBeNull();
  });
});

describe("TRS", () => {
  const LIZHOU = "http://czj.lizhou.example/zwgk/ysjs";
  const list = saved("trs-list.html", "http://mirror.example/anywhere/index.shtml");

  test("pages are files beside the first; links start from <base>", () => {
    expect(trsPages(list).more.map(({ href }) => href)).toEqual([1, 2, 3].map((n) => `${LIZHOU}/index_${n}.shtml`));
    expect(shown(plainList(list))).toEqual([
      [`${LIZHOU}/202309/t20230914_338121.shtml`, "澧州市林业局2022年部门决算", "2023-09-14", null],
      ["http://czj.lizhou.example/zwgk/tzgg/202309/t20230912_337990.shtml", "关于2022年市级决算的公告", null, null],
      [`${LIZHOU}/202309/P020230911555123456789.pdf`, "澧州市气象局2022年部门决算.pdf", "2023-09-11", null],
    ]);
  });

  test.each([
    ["createPageHTML(3, 1, 'index', 'html')", ["index_2.html"]],
    ['createPageHTML("page_div",3, 0,"list","htm",45)', ["list_1.htm", "list_2.htm"]],
    ["createPageHTML(1, 0, 'index', 'html')", []],
    ["createPageHTML(countPage, 0, 'index', 'html')", []],
    ["createPageHTML(99999, 0, 'index', 'html')", []],
    ["createPageHTML(3, 0, '../../x', 'html')", []],
  ])("%s", (call, files) => {
    const { more } = trsPages(page(`<script>${call};</script>`));
    expect(more.map(({ href }) => href.slice("http://a.example/x/".length))).toEqual(files);
  });

  test("an article without tags: title, printed date before that of the last change, files beside it", () => {
    const article = saved("trs-article.shtml", `${LIZHOU}/202309/t20230914_338121.shtml`);
    const tags = tagsOf(article);
    expect(titleOf(article, tags)).toBe("澧州市林业局2022年部门决算");
    expect(daysOf(article.address, tags, textOf(article.root), null)).toEqual([
      { day: "2023-09-14", from: "address", text: "/t20230914_338121" },
      { day: "2023-09-14", from: "printed", text: "发布时间 2023-09-14" },
    ]);
    expect(filesOf(article).map(({ address }) => address.pathname.split("/").at(-1))).toEqual([
      "P020230914373551234567.pdf",
      "P020230914373559999999.docx",
    ]);
    expect(picturesOf(article).map(({ href }) => href)).toEqual([`${LIZHOU}/202309/W020230914373550000001.jpg`]);
  });
});

describe("信息公开目录", () => {
  const list = saved("catalogue.html", "http://www.linxi.example/xxgk/xxgk_list.aspx?page=2");
  const LINXI = "http://www.linxi.example/xxgk";

  test("a line for each disclosure, with its publisher; the day of writing is no day of publication", () => {
    expect(shown(catalogueTable(list))).toEqual([
      [`${LINXI}/xxgk_show.aspx?id=1822`, "2022年度部门决算及“三公”经费决算", "2023年8月18", "临溪区司法局"],
      [`${LINXI}/xxgk_show.aspx?id=1799`, "临溪区审计局2022年度部门决算", null, "临溪区审计局"],
    ]);
  });

  test("together the forms find each entry once, the next page, and what only a script opens", () => {
    const reading = readList(list);
    expect(reading.entries.filter(({ publisher }) => publisher !== null)).toHaveLength(2);
    expect(reading.more.map(({ search }) => search)).toEqual(["?page=3"]);
    expect(reading.scripted).toEqual(["临溪区统计局2022年度部门决算"]);
  });

  test.each(["<table><tr><td>名称</td></tr><tr><td><a href='a.html'>甲</a></td></tr></table>", "<p>名称 发布日期</p>"])(
    "%s is none",
    (html) => expect(catalogueTable(page(html)).entries).toEqual([]),
  );
});

describe("where pages lead on", () => {
  test.each([
    ['<meta http-equiv="Refresh" content="0;URL=\'/b.html\'">', "refresh", "/b.html"],
    ["<script>top.location='b.html';</script>", "location", "/x/b.html"],
    ['<script>window.location.replace("//b.example/c");</script>', "location", "/c"],
  ])("%s", (html, by, path) => {
    const to = leadsOn(page(html));
    expect(to).toMatchObject({ by });
    expect((to as { address: URL }).address.pathname).toBe(path);
  });

  test.each([
    '<meta http-equiv="refresh" content="300">',
    '<meta http-equiv="refresh" content="60;url=/b.html">',
    "<script>location.href = base + '/b.html';</script>",
    "<script>var mylocation = '/b.html';</script>",
    `<p>${"有正文的页。".repeat(30)}</p><script>location.href='/b.html';</script>`,
    "<a href='/b.html'>进入</a><script>function go(){location.href='/b.html';}</script>",
  ])("%s leads nowhere", (html) => expect(leadsOn(page(html))).toBeNull());

  test("a page that only sets a cookie is a challenge", () => {
    expect(leadsOn(page("<script>document.cookie='a=1';location.href='/x/';</script>"))).toEqual({ by: "challenge" });
  });
});

describe("days", () => {
  test.each([
    ["2023-08-15", "2023-08-15"],
    ["[2023/8/5]", "2023-08-05"],
    ["2023年08月15日", "2023-08-15"],
    ["2023.8.15 10:20", "2023-08-15"],
    ["——", null],
    ["2023-02-30", null],
    ["12023-08-15", null],
    ["2022年度部门决算", null],
  ])("%s", (text, day) => expect(dayIn(text)?.day ?? null).toBe(day));

  test.each([
    ["http://a.example/art/2023/8/5/art_1_2.html", "2023-08-05"],
    ["http://a.example/202308/t20230815_12.shtml", "2023-08-15"],
    ["http://a.example/202308/P020230815373551234567.pdf", "2023-08-15"],
    ["http://a.example/20230815/ab12.html", "2023-08-15"],
    ["http://a.example/2023-08/15/c_1.htm", "2023-08-15"],
    ["http://a.example/col/col20230815/index.html", null],
    ["http://a.example/t20231315_12.shtml", null],
  ])("%s", (address, day) => expect(dayOfAddress(new URL(address))?.day ?? null).toBe(day));

  test("the date of the last change, of writing and of printing is none", () => {
    const at = new URL("http://a.example/1.html");
    expect(daysOf(at, null, "更新时间：2024-01-05 成文日期：2023-08-01 填报日期：2023-07-01", null)).toEqual([]);
    const printed = daysOf(at, null, "更新时间：2024-01-05 发布时间：2023-08-15", null);
    expect(printed.map(({ day }) => day)).toEqual(["2023-08-15"]);
  });
});

describe("names of files", () => {
  const at = (address: string): URL => new URL(address, "http://a.example/");
  const raw = (bytes: string | number[]): string => Buffer.from(bytes as string).toString("latin1");
  const GBK = [0xbe, 0xf6, 0xcb, 0xe3];

  test.each([
    [
      "RFC 5987 before the plain one",
      `attachment; filename="x.pdf"; filename*=UTF-8''%E5%86%B3%E7%AE%97.pdf`,
      "决算.pdf",
    ],
    ["RFC 5987 in GBK", "attachment; filename*=GB2312''%BE%F6%CB%E3.xls", "决算.xls"],
    ["raw UTF-8", `attachment; filename="${raw("决算.pdf")}"`, "决算.pdf"],
    ["raw GBK", `attachment; filename=${raw(GBK)}.pdf`, "决算.pdf"],
    ["percent-encoded", "attachment;filename=%E5%86%B3%E7%AE%97.pdf", "决算.pdf"],
    ["never a path", `attachment; filename="..\\..\\windows\\${raw("决算.pdf")}"`, "决算.pdf"],
    ["no ending", `attachment; filename="${raw("决算")}"`, "决算.pdf"],
    ["nothing: the words of the link", "inline", "附件1：决算公开.pdf"],
  ])("%s", (_, disposition, name) => {
    expect(fileName(disposition, "附件1：决算公开", at("/d.jsp?f=1"), "pdf")).toBe(name);
  });

  test("without words the address names it, in whatever encoding", () => {
    expect(fileName("", null, at("/a/%BE%F6%CB%E3.pdf"), "pdf")).toBe("决算.pdf");
    expect(fileName("", null, at("/a/"), "html")).toBe("index.html");
    expect(nameInAddress(at("/d.jsp?classid=0&filename=..%2F..%2Fetc%2Fpasswd"))).toBe("passwd");
  });

  test.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\a\\b.pdf", "b.pdf"],
    ["a\u0000b\u202e.pdf", "ab.pdf"],
    ["...", ""],
    ['a<b>:"|?*.pdf', "ab.pdf"],
    [`${"长".repeat(200)}.pdf`, `${"长".repeat(76)}.pdf`],
  ])("%s", (name, plain) => expect(plainName(name)).toBe(plain));
});

describe("encodings", () => {
  test("a page in GBK asks for the part behind the question mark in its own encoding", () => {
    const link = (head: string, tail: Uint8Array): Buffer =>
      Buffer.concat([Buffer.from(`<a href="${head}`), tail, Buffer.from('">1</a>')]);
    const gbk = Uint8Array.of(0xbe, 0xf6, 0xcb, 0xe3);
    const found = (html: Buffer): string | undefined =>
      plainList(openPage(html, "", new URL("http://a.example/x/"))).entries[0]?.address.href;
    expect(found(link("down.asp?f=1&n=", gbk))).toBe("http://a.example/x/down.asp?f=1&n=%BE%F6%CB%E3");
    expect(found(link("", gbk))).toBe("http://a.example/x/%E5%86%B3%E7%AE%97");
    expect(found(link("down.asp?n=", Buffer.from("决算")))).toBe("http://a.example/x/down.asp?n=%E5%86%B3%E7%AE%97");
  });

  const bytes = (...parts: (string | number[])[]): Buffer => Buffer.concat(parts.map((p) => Buffer.from(p as string)));
  test.each([
    [
      "gb2312 in the page, GBK in the bytes",
      bytes('<meta charset="gb2312"><p>', [0xe9, 0x46], "</p>"),
      "text/html",
      "镕",
    ],
    [
      "utf-8 in the header, GBK in the bytes",
      bytes("<p>", [0xbe, 0xf6, 0xcb, 0xe3], "</p>"),
      "text/html; charset=utf-8",
      "决算",
    ],
    ["gb2312 in the header, UTF-8 in the bytes", bytes("<p>决算</p>"), "text/html; charset=gb2312", "决算"],
    ["big5 in the header alone", bytes("<p>", [0xa8, 0x4d, 0xba, 0xe2], "</p>"), "text/html; charset=big5", "決算"],
    ["an unknown name", bytes("<p>决算</p>"), "text/html; charset=x-nonsense", "决算"],
  ])("%s", (_, html, contentType, text) => {
    expect(textOf(openPage(html, contentType, new URL("http://a.example/")).root)).toBe(text);
  });
});
