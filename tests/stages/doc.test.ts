import { describe, expect, test } from "vitest";
import { textKind } from "../../src/ingest/text-kind.ts";
import { readDoc } from "../../src/layout/word/doc.ts";
import { findLibreOffice } from "../../src/layout/word/libre-office.ts";
import { printed, sourceFile } from "../support/source-file.ts";

const program = findLibreOffice();
const rtf = String.raw`{\rtf1\ansi\ansicpg936 {\b Final accounts}\par\trowd\cellx2000\cellx4000\intbl Item\cell Amount\cell\row\trowd\cellx2000\cellx4000\intbl Travel\cell 3.20\cell\row\pard The end.\par}`;

describe("documents only LibreOffice reads", () => {
  test.skipIf(program === null)(
    program === null ? "through LibreOffice (not installed: skipped)" : "through LibreOffice, tables as grids",
    async () => {
      const layout = await readDoc(sourceFile(rtf, "doc"));
      expect(printed(layout)).toEqual(["Final accounts", ["Item | Amount", "Travel | 3.20"], "The end."]);
      expect(layout.trouble).toEqual([]);
    },
  );

  test("without LibreOffice are one clear line", async () => {
    await expect(readDoc(sourceFile(rtf, "doc"), undefined, null)).rejects.toMatchObject({ code: "missing-program" });
  });

  test("a damaged .doc is damaged", async () => {
    const head = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000, 7)]);
    await expect(readDoc(sourceFile(head, "doc"), undefined, null)).rejects.toMatchObject({ code: "damaged" });
  });
});

test("a package in one piece of XML (Flat OPC) is the document it stands for, without any other program", async () => {
  const part = (name: string, xml: string) =>
    `<pkg:part pkg:name="/${name}" pkg:contentType="x"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const whole = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part(
    "_rels/.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  )}${part(
    "word/document.xml",
    `<w:document ${W}><w:body><w:tbl><w:tr>${cell("接待费")}${cell("3.20")}</w:tr></w:tbl></w:body></w:document>`,
  )}</pkg:package>`;
  expect(textKind(Buffer.from(whole))).toBe("doc");
  const layout = await readDoc(sourceFile(whole, "doc"), undefined, null);
  expect(printed(layout)).toEqual([["接待费 | 3.20"]]);
});
