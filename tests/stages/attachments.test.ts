import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ingest } from "../../src/ingest/index.ts";
import { stream, writePdf } from "../support/write-pdf.ts";
import { zipOf } from "../support/zip-writer.ts";

/** Names of what comes out of a file, from the file's own on; names in brackets could not be taken, skipped ones come last. */
async function members(name: string, bytes: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "mingzhang-test-"));
  try {
    const path = join(folder, name);
    await writeFile(path, bytes);
    const skipped: string[] = [];
    const out: string[] = [];
    for await (const found of ingest(path, { onSkipped: (place) => skipped.push(`-${place.slice(path.length)}`) }))
      out.push("mediaType" in found ? found.path.slice(folder.length + 1) : `(${found.error.code})`);
    return [...out, ...skipped];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const PAGE = "<html><table><tr><td>接待费</td><td>3.35</td></tr></table></html>";
const file = (content: string): string => stream("/Type /EmbeddedFile", content);
const specification = (name: string, at: number): string =>
  `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${at} 0 R >> >>`;

test("files a PDF carries are members of it: listed ones, those behind a paper clip, and the PDF itself", async () => {
  const extra = [
    file("<html><table><tr><td>a</td></tr></table></html>"),
    specification("a.html", 6),
    file("b,1\nc,2\nd,3\n"),
    specification("b.csv", 8),
    "<< /Type /Annot /Subtype /FileAttachment /Rect [10 10 20 20] /FS 9 0 R >>",
    file("<?xml version='1.0'?><invoice/>"),
    specification("invoice.xml", 11),
  ];
  const catalog = "/Names << /EmbeddedFiles << /Names [(a) 7 0 R (x) 12 0 R] >> >>";
  const bytes = writePdf(
    [{ content: "BT /F1 12 Tf 50 700 Td (3.35) Tj ET", entries: "/Annots [10 0 R]" }],
    extra,
    "",
    catalog,
  );
  expect(await members("c.pdf", bytes)).toEqual(["c.pdf", "c.pdf/a.html", "c.pdf/b.csv", "-/invoice.xml"]);
});

test("a file that hangs on the document alone (/AF, ISO 32000-2, 14.13) is told", async () => {
  const bytes = writePdf(
    [{ content: "BT /F1 12 Tf 50 700 Td (3.35) Tj ET" }],
    [file("b,1"), specification("b.csv", 6)],
    "",
    "/AF [7 0 R]",
  );
  expect(await members("c.pdf", bytes)).toEqual(["c.pdf", "(unsupported-format)"]);
});

test("files an OFD document carries are members of it", async () => {
  const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const bytes = zipOf([
    {
      name: "OFD.xml",
      data: `<ofd:OFD ${NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    },
    {
      name: "Doc_0/Attachs/Attachments.xml",
      data: `<ofd:Attachments ${NS}><ofd:Attachment ID="1" Name="附表" Format="HTML"><ofd:FileLoc>/Doc_0/Attachs/a.html</ofd:FileLoc></ofd:Attachment><ofd:Attachment ID="2" Name="b.html"><ofd:FileLoc>b.html</ofd:FileLoc></ofd:Attachment></ofd:Attachments>`,
    },
    { name: "Doc_0/Attachs/a.html", data: PAGE },
  ]);
  expect(await members("d.ofd", bytes)).toEqual(["d.ofd", "d.ofd/附表.html", "(damaged)"]);
});
