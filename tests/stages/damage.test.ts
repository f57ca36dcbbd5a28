import { deflateSync } from "node:zlib";
import { utils, write } from "@e965/xlsx";
import CFB from "cfb";
import { describe, expect, test } from "vitest";
import { readHtml } from "../../src/layout/html/html.ts";
import { layout } from "../../src/layout/index.ts";
import { pdfDamage } from "../../src/layout/pdf/integrity.ts";
import { xlsxDamage } from "../../src/layout/sheet/xlsx-damage.ts";
import { readDocx } from "../../src/layout/word/docx.ts";
import { rtfDamage } from "../../src/layout/word/rtf-damage.ts";
import { compoundDamage } from "../../src/lib/compound-damage.ts";
import { openZip, PACKAGE_LIMITS } from "../../src/lib/zip-archive.ts";
import { docxOf, p } from "../support/docx-writer.ts";
import { sourceFile } from "../support/source-file.ts";
import { stream, writePdf } from "../support/write-pdf.ts";
import { zipOf } from "../support/zip-writer.ts";

const SOUND = { list: false, misplaced: 0, streams: 0 };

describe("a PDF", () => {
  const packed = deflateSync("BT /F1 10 Tf 100 700 Td (208.8) Tj ET ".repeat(20)).toString("latin1");
  const whole = writePdf([{ content: "BT ET" }], [stream("/Filter /FlateDecode", packed)]);
  const changed = (change: (text: string) => string): Uint8Array =>
    Uint8Array.from(change(Buffer.from(whole).toString("latin1")), (c) => c.charCodeAt(0));

  test("that is whole has none", () => {
    expect(pdfDamage(whole)).toEqual(SOUND);
    expect(pdfDamage(Buffer.concat([Buffer.from("\n\n"), whole]))).toEqual(SOUND);
  });

  test.each<[string, (text: string) => string, Partial<typeof SOUND>]>([
    [
      "one bit of a packed stream",
      (t) => t.replace(packed, packed.slice(0, 12) + "\x01" + packed.slice(13)),
      { streams: 1 },
    ],
    ["its end is missing", (t) => t.slice(0, -40), { list: true }],
    ["a piece of its middle is missing", (t) => t.replace(packed, packed.slice(5)), { list: true }],
    ["an object is not where it says", (t) => t.replace("\n3 0 obj", "\n8 0 obj"), { misplaced: 1 }],
    ["a stream is not as long as it says", (t) => t.replace("/Length 5 ", "/Length 4 "), { streams: 1 }],
  ])("%s", (_, change, found) => {
    expect(pdfDamage(changed(change))).toEqual({ ...SOUND, ...found });
  });

  test("is read, and says so", async () => {
    const misplaced = changed((t) => t.replace("startxref\n", "startxref\n9"));
    const { trouble } = await layout(sourceFile(misplaced, "pdf"), { ocr: "never" });
    expect(trouble).toMatchObject([{ code: "damaged", where: "file.pdf" }]);
  });
});

describe("a workbook", () => {
  const workbook = (): Uint8Array => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([["项目", "决算数"]]), "收入");
    utils.book_append_sheet(book, utils.aoa_to_sheet([["培训费", 7.36]]), "支出");
    return write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
  };
  const damage = async (change: (name: string, data: string) => string | null): Promise<string[]> => {
    const parts = [];
    for (const member of await openZip(workbook(), PACKAGE_LIMITS, "a.xlsx")) {
      const data = change(member.name, Buffer.from(await member.read()).toString("utf8"));
      if (data !== null) parts.push({ name: member.name, data });
    }
    const members = await openZip(zipOf(parts), PACKAGE_LIMITS, "a.xlsx");
    const found = await xlsxDamage(new Map(members.map((m) => [m.name, m])), "a.xlsx");
    return found.map(({ where, message }) => `${where}: ${message}`);
  };
  const second = (name: string): boolean => name.endsWith("sheet2.xml");

  test("that is whole has none", async () => {
    expect(await damage((_, data) => data)).toEqual([]);
  });

  test.each<[string, (name: string, data: string) => string | null, RegExp]>([
    ["a sheet is missing", (name, data) => (second(name) ? null : data), /^支出: the part .* is missing$/],
    [
      "a sheet is cut short",
      (name, data) => (second(name) ? data.slice(0, -30) : data),
      /^支出: the part .* is damaged/,
    ],
    [
      "a sheet is something else",
      (name, data) => (second(name) ? "<theme/>" : data),
      /^支出: .* something else: theme$/,
    ],
  ])("%s", async (_, change, said) => {
    expect(await damage(change)).toEqual([expect.stringMatching(said)]);
  });
});

describe("a Word document", () => {
  test("whose part is missing or is no document says so", async () => {
    const parts = async (change: (name: string, data: string) => string | null) => {
      const kept = [];
      for (const member of await openZip(docxOf(p("正文"), { styles: "" }), PACKAGE_LIMITS, "a.docx")) {
        const data = change(member.name, Buffer.from(await member.read()).toString("utf8"));
        if (data !== null) kept.push({ name: member.name, data });
      }
      return (await readDocx(sourceFile(zipOf(kept), "docx"))).trouble.map(({ code, message }) => `${code} ${message}`);
    };
    expect(await parts((_, data) => data)).toEqual([]);
    expect(await parts((name, data) => (name === "word/styles.xml" ? null : data))).toEqual([
      "damaged the package lacks word/styles.xml",
    ]);
    expect(await parts((name, data) => (name === "word/document.xml" ? "<w:theme xmlns:w='w'/>" : data))).toEqual([
      "damaged the part word/document.xml holds no body of a document",
    ]);
  });

  test("of the old kind that stops before its end", () => {
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, "WordDocument", Buffer.alloc(40_000, 1));
    const whole = CFB.write(file, { type: "buffer" }) as Buffer;
    expect(compoundDamage(whole)).toBeNull();
    expect(compoundDamage(whole.subarray(0, whole.length - 2_000))).not.toBeNull();
  });

  test("as RTF whose groups do not close", () => {
    const whole = Buffer.from("{\\rtf1 {\\b 正文 \\{ \\} } {\\pict \\bin3 {{{}}");
    expect(rtfDamage(whole)).toBeNull();
    expect(rtfDamage(whole.subarray(0, -1))).not.toBeNull();
    expect(rtfDamage(Buffer.from("正文"))).toBeNull();
  });
});

describe("a web page", () => {
  const page = "<html><body><p>说明</p><table><tr><td>项目</td><td>7.36</td></tr></table></body></html>";
  const said = async (source: string | Uint8Array): Promise<string[]> =>
    (await readHtml(sourceFile(source, "html"))).trouble.map(({ message }) => message);

  test("that is whole has none, nor has a piece of one", async () => {
    expect(await said(page)).toEqual([]);
    expect(await said("<table><tr><td>项目<td>7.36</table>")).toEqual([]);
  });

  test("that stops before its end, or in a table", async () => {
    expect(await said(page.slice(0, -9))).toEqual(["the page stops before its end"]);
    expect(await said("<p>说明</p><table><tr><td>项目</td><td>7.3")).toEqual(["the page stops in a table"]);
  });

  test("saved whole, without its last part", async () => {
    const saved = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${page}\r\n--b`;
    expect(await said(`${saved}--\r\n`)).toEqual([]);
    expect(await said(saved)).toEqual(["the last part of the saved page is missing"]);
  });

  test("with a stretch that was never written", async () => {
    expect(await said(page.replace("项目", "\0".repeat(40)))).toEqual(["40 characters of the text are damaged"]);
    const packed = Buffer.from(page).toString("base64");
    const saved = (body: string): string =>
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--b--\r\n`;
    expect(await said(saved(packed))).toEqual([]);
    const lost = packed.slice(0, 40) + "\0".repeat(8) + packed.slice(48);
    expect(await said(saved(lost))).toEqual(["a part of the saved page is not whole"]);
  });

  test("in UTF-8 with a few bad bytes is still read as UTF-8, and they are counted", async () => {
    const bytes = Buffer.from(page.replace("说明", "决算公开说明".repeat(10)));
    bytes[bytes.indexOf("公") + 1] = 0x20;
    const read = await readHtml(sourceFile(bytes, "html"));
    expect(read.trouble).toMatchObject([{ code: "damaged" }]);
    expect(JSON.stringify(read.pages)).toContain("开说明决算公开说明");
  });
});

test("a document that holds nothing says so", async () => {
  const { trouble } = await layout(sourceFile(docxOf(p("")), "docx"));
  expect(trouble).toMatchObject([{ code: "empty-file" }]);
});
