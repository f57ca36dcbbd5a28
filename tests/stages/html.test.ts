import { describe, expect, test } from "vitest";
import { readHtml } from "../../src/layout/html/html.ts";
import type { Grid, Paragraph } from "../../src/lib/layout.ts";
import { blocksOf, coversOnce, printed, sourceFile } from "../support/source-file.ts";

const read = async (html: string | Uint8Array) => readHtml(sourceFile(html, "html"));

describe("what a browser shows", () => {
  test("scripts, styles and hidden parts are not shown", async () => {
    const layout = await read(
      "<html><head><title>题</title><style>.gone{display:none}</style></head><body><script>var x='9.99'</script>" +
        "<p class=gone>隐</p><p style='display:none'>隐</p><p>显<span style='mso-hide:all'>隐</span>示</p><noscript>无</noscript></body></html>",
    );
    expect(printed(layout)).toEqual(["显示"]);
  });

  test("white space collapses, a source line break between Han characters is none, <br> ends a line", async () => {
    const layout = await read("<p>本年收入合计\n   526.43万元，\n其中：\t财政拨款</p><div>甲<br>乙</div>丙");
    expect(printed(layout)).toEqual(["本年收入合计526.43万元，其中：财政拨款", "甲", "乙", "丙"]);
  });

  test("headings, alignment, size and weight are kept", async () => {
    const layout = await read(
      "<style>p.tt { font-size:18pt; text-align:center } @media print { p { text-align:right } }</style>" +
        "<h2>第一部分</h2><p class='tt'>决算表</p><p align=right><b>单位：万元</b></p><font size=5>大</font>",
    );
    expect((blocksOf(layout) as Paragraph[]).map((b) => [b.text, b.size, b.bold, b.align, b.level])).toEqual([
      ["第一部分", 18, true, "left", 2],
      ["决算表", 18, undefined, "center", undefined],
      ["单位：万元", 12, true, "right", undefined],
      ["大", 18, undefined, "left", undefined],
    ]);
  });

  test("ordered lists show their numbers", async () => {
    expect(printed(await read("<ol start=3><li>甲</li><li><p>乙</p></li></ol><ul><li>丙</li></ul>"))).toEqual([
      "3. 甲",
      "4. 乙",
      "丙",
    ]);
  });

  test("attachments are kept as links", async () => {
    const layout = await read("<p><a href='./P0202.xls'>附件：决算公开表 </a><a href='/index.html'>首页</a></p>");
    expect(layout.attachments).toEqual([{ text: "附件：决算公开表", href: "./P0202.xls" }]);
  });
});

test("elements nested without end are no crash", async () => {
  for (const tag of ["div", "span", "table><tr><td"]) {
    const layout = await read(`<p>前</p>${`<${tag}>`.repeat(20_000)}深`);
    expect(printed(layout)[0]).toBe("前");
  }
});

describe("tables", () => {
  test("spans, heads and captions", async () => {
    const layout = await read(
      "<table><caption>收入决算表</caption><tbody><tr><td rowspan=2>合计<td>1.00<td>2.00</tr><tr><td colspan=5>3.00</tr></tbody>" +
        "<thead><tr><th>项目</th><th>甲</th><th>乙</th></tr></thead></table>",
    );
    expect(printed(layout)).toEqual(["收入决算表", ["项目 | 甲 | 乙", "合计[2×1] | 1.00 | 2.00", "3.00[1×2]"]]);
    expect(coversOnce(blocksOf(layout)[1] as Grid)).toBe(true);
  });

  test("layout tables are unwrapped, hidden rows are not shown, an empty table is none", async () => {
    const layout = await read(
      "<table><tr><td>某某局</td></tr><tr><td><p>标题</p><table><tr><td>a<td>1</tr><tr style='display:none'><td>b<td>2</tr></table></td></tr></table>" +
        "<table><tr><td></td><td></td></tr></table>",
    );
    expect(printed(layout)).toEqual(["某某局", "标题", ["a | 1"]]);
  });

  test("a rowspan does not leave its row group, and never asks for more than the table has", async () => {
    const layout = await read(
      "<table><tbody><tr><td rowspan=60000>a<td>b</tr></tbody><tbody><tr><td>c<td>d</tr></tbody></table>",
    );
    expect(printed(layout)).toEqual([["a | b", "c | d"]]);
  });
});

describe("encodings", () => {
  // 单位：万元 in GB18030
  const gb = Buffer.from("b5a5cebba3bacdf2d4aa", "hex");
  test.each([
    ["GB18030, stated", Buffer.concat([Buffer.from("<meta charset=gb2312><p>"), gb])],
    ["GB18030, not stated", Buffer.concat([Buffer.from("<p>"), gb])],
    ["UTF-8, not stated", Buffer.from("<p>单位：万元")],
    ["UTF-8 that says gb2312", Buffer.from("<meta charset='gb2312'><p>单位：万元")],
    ["UTF-16 with mark", Buffer.from("\ufeff<p>单位：万元", "utf16le")],
    ["UTF-16 without mark", Buffer.from("<p>单位：万元", "utf16le")],
  ])("%s", async (_, bytes) => {
    expect(printed(await read(bytes))).toEqual(["单位：万元"]);
  });

  test("a page saved whole (MHTML)", async () => {
    const mhtml =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_b"\r\n\r\n------=_b\r\nContent-Location: file:///a.htm\r\n' +
      'Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n' +
      "<meta charset=3Dgb2312><p>=B5=A5=CE=BB=\r\n=A3=BA=CD=F2=D4=AA</p>\r\n------=_b\r\nContent-Type: image/png\r\n\r\nxx\r\n------=_b--";
    expect(printed(await read(mhtml))).toEqual(["单位：万元"]);
  });
});
