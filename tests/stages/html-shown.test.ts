import { describe, expect, test } from "vitest";
import { readHtml } from "../../src/layout/html/html.ts";
import { printed, sourceFile } from "../support/source-file.ts";

const read = async (html: string | Uint8Array) => readHtml(sourceFile(html, "html"));

describe("what stands on a page and is no part of its numbers", () => {
  test("note marks in <sup>, struck-out text in <del>, <s> and by style (HTML, 4.5.19 and 4.7.2)", async () => {
    const layout = await read(
      "<p>3.35<sup>1</sup> 9.00<sup>[<a>2</a>]</sup> 30m<sup>2</sup></p><p><del>8</del>9.00 <s>1</s>3.35</p>" +
        "<p><span style='text-decoration:line-through'>7</span>4.00 5.00<span style='vertical-align:super'>3</span></p>",
    );
    expect(printed(layout)).toEqual(["3.35¹ 9.00² 30m²", "9.00 3.35", "4.00 5.00³"]);
    expect(layout.trouble.map(({ code }) => code)).toEqual(["hidden-part"]);
  });

  test("text in the colour of its ground is not seen; white on a dark band is", async () => {
    const layout = await read(
      "<p>甲<span style='color:#fff'>8</span>9.00</p><p style='background:#036'><span style='color:white'>乙</span></p>" +
        "<table><tr bgcolor=#003366><td><font color=#ffffff>项目</font></td><td><font color=white>金额</font></td></tr><tr><td>接待</td><td>3<font color='#FFFFFF'>5</font></td></tr></table>" +
        "<p style='opacity:0'>丙</p><p style='font-size:0'>丁</p>",
    );
    expect(printed(layout)).toEqual(["甲9.00", "乙", ["项目 | 金额", "接待 | 3"]]);
  });

  test("white text stays where the ground may come from a sheet out of reach", async () => {
    const layout = await read(
      "<head><link rel=stylesheet href=a.css></head><p><span style='color:#fff'>标题</span></p>",
    );
    expect(printed(layout)).toEqual(["标题"]);
  });
});

describe("style sheets as a screen shows them", () => {
  test.each([
    ["below another element", "table td .x{text-decoration:line-through}"],
    ["right below another", "td > i.x{display:none}"],
    ["by attribute", "[class=x]{display:none}"],
    ["for screens", "@media screen{.x{display:none}}"],
    ["more important than the element's own", "i{display:none!important}"],
    ["far outside", ".x{position:absolute;left:-9999px}"],
    ["without colour", ".x{color:transparent}"],
    ["in a box of no width", ".x{display:inline-block;width:0;overflow:hidden}"],
  ])("hidden or struck out %s", async (_, css) => {
    const layout = await read(
      `<style>${css}</style><table><tr><td>接待费</td><td><i class="x" style="display:inline">9</i>3.35</td></tr></table>`.replace(
        css.includes("important") ? "" : ' style="display:inline"',
        "",
      ),
    );
    expect(printed(layout)).toEqual([["接待费 | 3.35"]]);
  });

  test("rules for paper and for what does not stand there change nothing", async () => {
    const css = "@media print{i{display:none}} p > i{display:none} table table i{display:none}";
    expect(printed(await read(`<style>${css}</style><table><tr><td>甲</td><td><i>3.35</i></td></tr></table>`))).toEqual(
      [["甲 | 3.35"]],
    );
  });

  test("words a sheet prints around an element (CSS 2.2, 12.2)", async () => {
    const css = 'td:after{content:"万元"} b::before{content:"约"} i::before{content:"\\e801"}';
    expect(
      printed(await read(`<style>${css}</style><table><tr><td>3.35</td><td><b>2</b><i></i></td></tr></table>`)),
    ).toEqual([["3.35万元 | 约2万元"]]);
  });

  test("a collapsed column (CSS 2.2, 17.5.5)", async () => {
    const page =
      "<table><colgroup><col><col style='visibility:collapse'><col></colgroup><tr><td colspan=2>项目</td><td>金额</td></tr><tr><td>接待费</td><td>8</td><td>9</td></tr></table>";
    expect(printed(await read(page))).toEqual([["项目 | 金额", "接待费 | 9"]]);
  });
});

test("what stands below the line, in ruby, reversed, raised by moving or in mathematics is no digit of the number", async () => {
  const layout = await read(
    "<p>3.35<sub>1</sub></p><p><ruby>3.35<rt>9</rt></ruby></p><p><bdo dir=rtl>53.3</bdo></p><p>3.&shy;35</p>" +
      "<p>3.35<span style='position:relative;top:-5px;font-size:8px'>1</span></p><p><math><msup><mn>3.35</mn><mn>1</mn></msup></math></p>",
  );
  expect(printed(layout)).toEqual(["3.35₁", "3.35", "3.35", "3.35", "3.35¹", "3.35¹"]);
});

test("a page in a frame's own attribute, a table typed with tabs", async () => {
  const rows = "项目\t预算数\t决算数\n合计\t45.60\t38.27\n接待费\t15.60\t11.42";
  const layout = await read(`<p>甲</p><pre>${rows}</pre><iframe srcdoc="<p>乙</p>"></iframe>`);
  expect(printed(layout)).toEqual([
    "甲",
    ["项目 | 预算数 | 决算数", "合计 | 45.60 | 38.27", "接待费 | 15.60 | 11.42"],
    "乙",
  ]);
});

test("characters only the page's own font knows are told", async () => {
  const layout = await read("<table><tr><td>接待费</td><td>\ue003.\ue003\ue005</td></tr></table>");
  expect(layout.trouble.map(({ code }) => code)).toEqual(["number-unreadable"]);
});

describe("tables written by scripts", () => {
  const script = (rest: string) =>
    `<div id=t></div><script>var d=[["合计","45.60"],["接待费","15.60"]];t.innerHTML="<table><tr><th>项目</th><th>决算数</th></tr>"+${rest}+"</table>"</script>`;

  test("rows that the script itself shows to be printed as they stand", async () => {
    const layout = await read(script('d.map(r=>"<tr><td>"+r.join("</td><td>")+"</td></tr>").join("")'));
    expect(printed(layout)).toEqual([["项目 | 决算数", "合计 | 45.60", "接待费 | 15.60"]]);
    expect(layout.trouble).toEqual([]);
  });

  test.each([
    ["sorted", script('d.sort().map(r=>"<tr><td>"+r.join("</td><td>")+"</td></tr>").join("")')],
    ["only picked from", script('d.map(r=>"<tr><td>"+r[0]+"</td></tr>").join("")')],
    ["data", '<script type="application/json">{"a":["1.00","2.00",3.25,"4.00","5.00"]}</script>'],
  ])("%s: told, not guessed", async (_, page) => {
    const layout = await read(page);
    expect(printed(layout)).toEqual([]);
    expect(layout.trouble.map(({ code }) => code)).toEqual(["unsupported-format"]);
  });
});

test("a form's boxes show their values (HTML, 4.10.5)", async () => {
  const layout = await read(
    "<table><tr><td>接待费</td><td><input readonly value='3.35'></td><td><input type=hidden value=9></td></tr>" +
      "<tr><td>单位</td><td><select><option>元<option selected>万元</select></td><td><textarea>无</textarea></td></tr></table>",
  );
  expect(printed(layout)).toEqual([["接待费 | 3.35 | ", "单位 | 万元 | 无"]]);
});

describe("tables laid out without <table>", () => {
  const row = (tag: string, ...texts: string[]) => texts.map((text) => `<${tag}>${text}</${tag}>`).join("");
  const lines: [string, string, string][] = [
    ["项目", "预算数", "决算数"],
    ["合计", "45.60", "38.27"],
    ["接待费", "15.60", "11.42"],
  ];
  const expected = [lines.map((line) => line.join(" | "))];
  test.each([
    ["flex rows", lines.map((l) => `<div style="display:flex">${row("div", ...l)}</div>`).join("")],
    [
      "display:table",
      `<style>.r{display:table-row}.r div{x:y}</style>${lines.map((l) => `<div class=r>${row("div", ...l)}</div>`).join("")}`,
    ],
    [
      "a grid of three columns",
      `<div style="display:grid;grid-template-columns:repeat(3, 1fr)">${lines.map((l) => row("span", ...l)).join("")}</div>`,
    ],
    [
      "floats in a list",
      `<style>b{float:left}</style><ul>${lines.map((l) => `<li>${row("b", ...l)}</li>`).join("")}</ul>`,
    ],
  ])("%s", async (_, html) => {
    expect(printed(await read(html))).toEqual(expected);
  });
  test("boxes without amounts and pieces of a sentence are no table", async () => {
    const menu = ["首页", "公开", "服务"].map((a) => `<div style="display:flex"><div>${a}</div><div>更多</div></div>`);
    const prose = ["甲3.5", "乙4.5", "丙5.5"].map((a) => `<p><span>${a}</span><span>万元</span></p>`);
    expect(printed(await read(menu.join("") + prose.join(""))).every((block) => typeof block === "string")).toBe(true);
  });
});

test("the sheets of a workbook saved as one web page stand in its frames (RFC 2557); hidden ones are told", async () => {
  const part = (location: string, html: string) =>
    `--b\r\nContent-Location: file:///C:/x/${location}\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${Buffer.from(html).toString("base64")}\r\n`;
  const root =
    "<meta charset=utf-8><!--[if gte mso 9]><xml><x:WorksheetSource HRef='t.files/sheet001.htm'/><x:WorksheetSource HRef='t.files/sheet002.htm'/><x:WorksheetSource HRef='t.files/sheet003.htm'/></xml><![endif]-->" +
    "<frameset><frame src='t.files/sheet001.htm'><frame src='t.files/tabstrip.htm'></frameset>";
  const sheet = (name: string, more = "") =>
    `<meta charset=utf-8>${more}<table><tr><td>${name}</td><td>3.35</td></tr></table>`;
  const file =
    `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n说明\r\n` +
    part("t.htm", root) +
    part("t.files/sheet001.htm", sheet("甲")) +
    part("t.files/sheet002.htm", sheet("乙")) +
    part("t.files/sheet003.htm", sheet("丙", "<!--<x:Visible>SheetHidden</x:Visible>-->")) +
    part("t.files/tabstrip.htm", "<table><tr><td>标签</td></tr></table>") +
    "--b--";
  const layout = await read(Buffer.from(file));
  expect(printed(layout)).toEqual([["甲 | 3.35"], ["乙 | 3.35"]]);
  expect(layout.trouble.map(({ code }) => code)).toEqual(["hidden-part"]);
});

test("a table that a script writes is told, not read", async () => {
  const layout = await read(
    "<h1>决算</h1><div id=t></div><script>t.innerHTML='<table><tr><td>3.35</td></tr></table>'</script>",
  );
  expect(layout.trouble.map(({ code }) => code)).toEqual(["unsupported-format"]);
});
