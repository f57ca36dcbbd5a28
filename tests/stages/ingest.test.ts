import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import CFB from "cfb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type IngestOptions, ingest } from "../../src/ingest/index.ts";
import { sevenZipList } from "../../src/ingest/seven-zip-list.ts";
import { ExtractionError } from "../../src/lib/errors.ts";
import { docxOf, p } from "../support/docx-writer.ts";
import { LOCKED_CONTENTS_7Z, LOCKED_NAMES_7Z, PACKED_7Z } from "../support/packed-seven-zips.ts";
import { rar4Of, rarOf, sevenZipOf } from "../support/stored-archives.ts";
import { type ZipPart, zipOf } from "../support/zip-writer.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mingzhang-ingest-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What comes of a file: `path type` or `path !code`, the folder left off. */
async function taken(name: string, bytes: Uint8Array | string, options: IngestOptions = {}): Promise<string[]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const out: string[] = [];
  for await (const item of ingest(path, options))
    out.push(`${item.path.slice(folder.length + 1)} ${"error" in item ? `!${item.error.code}` : item.mediaType}`);
  return out;
}

const pdf = "%PDF-1.4\n";
const compound = (stream: string): Uint8Array => {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, stream, Buffer.alloc(600, 1));
  return CFB.write(file, { type: "buffer" }) as Uint8Array;
};
/** A Word 97 document of so many bytes whose head says that its text is locked, or not. */
const word = (size: number, flags: number): Uint8Array => {
  const file = CFB.utils.cfb_new();
  const stream = Buffer.alloc(size, 1);
  stream.writeUInt16LE(0xa5ec, 0);
  stream[11] = flags;
  CFB.utils.cfb_add(file, "1Table", Buffer.alloc(600, 1));
  CFB.utils.cfb_add(file, "WordDocument", stream);
  return CFB.write(file, { type: "buffer" }) as Uint8Array;
};
const openDocument = (kind: string, list: string): Uint8Array =>
  zipOf([
    { name: "mimetype", data: `application/vnd.oasis.opendocument.${kind}` },
    { name: "META-INF/manifest.xml", data: list },
  ]);
const xlsx = () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["项目"]]), "表");
  return write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
};

describe("a file is what its content says, whatever it is called", () => {
  test.each<[string, Uint8Array | string, string]>([
    ["PDF", pdf, "pdf"],
    ["Word", docxOf(p("正文")), "docx"],
    ["Word 97, WPS", compound("WordDocument"), "doc"],
    ["Word 97 without a password", word(600, 0xf0), "doc"],
    ["OpenDocument text", openDocument("text", "<manifest:manifest/>"), "doc"],
    ["Excel 97", compound("Workbook"), "xls"],
    ["workbook", xlsx(), "xlsx"],
    ["OFD", zipOf([{ name: "OFD.xml", data: "<OFD/>" }]), "ofd"],
    ["page called xls", "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table><tr><td>1</table>", "html"],
    ["page in UTF-16", Buffer.from("\ufeff<html><p>正文</p></html>", "utf16le"), "html"],
    ["page saved whole", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", "html"],
    ["RTF", "{\\rtf1\\ansi x}", "doc"],
    ["spreadsheet as XML", '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "xls"],
    ["text in UTF-8", "2023年度收入支出总计526.43万元。", "text"],
    ["text in GB18030", Buffer.from("b5a5cebba3bacdf2d4aa", "hex"), "text"],
    ["text in UTF-16 without mark", Buffer.from("单位：万元", "utf16le"), "text"],
    ["picture", Buffer.from("89504e470d0a1a0a00", "hex"), "image"],
  ])("%s", async (_, bytes, type) => {
    expect(await taken("文件.bin", bytes)).toEqual([`文件.bin ${type}`]);
  });

  test.each<[string, Uint8Array | string, string]>([
    ["an empty file", "", "empty-file"],
    ["noise", Buffer.from([0, 1, 2, 3, 255, 254, 0, 9, 128, 7]), "unknown-format"],
    ["an encrypted workbook", compound("EncryptedPackage"), "password"],
    ["a locked Word 97 document", word(600, 0xf1), "password"],
    ["a locked Word 97 document of several sectors", word(9000, 1), "password"],
    ["a locked OpenDocument text", openDocument("text", "<manifest:encryption-data/>"), "password"],
    ["a locked OpenDocument sheet", openDocument("spreadsheet", "<manifest:encryption-data/>"), "password"],
    ["a presentation", compound("PowerPoint Document"), "unsupported-format"],
    [
      "an office file without its text",
      zipOf([{ name: "[Content_Types].xml", data: "<Types/>" }]),
      "unsupported-format",
    ],
    ["the head of an Excel 97 workbook", compound("Workbook").subarray(0, 800), "damaged"],
    ["the first bytes of one", compound("Workbook").subarray(0, 40), "damaged"],
    [
      "an OFD document whose every part is encrypted",
      zipOf([
        { name: "Encryptions.xml", data: "<Encryptions/>" },
        { name: "1.dat", data: "x" },
      ]),
      "password",
    ],
    ["half a zip", zipOf([{ name: "a.txt", data: "x".repeat(500) }]).subarray(0, 60), "damaged"],
  ])("%s is one clear line", async (_, bytes, code) => {
    expect(await taken("x.pdf", bytes)).toEqual([`x.pdf !${code}`]);
  });

  test("a missing file, a folder", async () => {
    for (const path of [join(folder, "none"), folder]) {
      const items = [];
      for await (const item of ingest(path)) items.push(item);
      expect(items).toMatchObject([{ path, error: { code: "not-found" } }]);
    }
  });
});

describe("archives", () => {
  const zip = (parts: ZipPart[], options?: IngestOptions) => taken("公开.zip", zipOf(parts), options);

  test("members keep their container; names without a flag are GB18030", async () => {
    const path = join(folder, "公开.zip");
    writeFileSync(path, zipOf([{ name: "", raw: Buffer.from("bef6cbe32f31d4c22e706466", "hex"), data: pdf }]));
    for await (const item of ingest(path))
      expect(item).toMatchObject({
        path: `${path}/决算/1月.pdf`,
        name: "1月.pdf",
        containers: [path],
        mediaType: "pdf",
      });
  });

  test("leftovers are skipped and told, bad members cost one line each", async () => {
    const skipped: string[] = [];
    expect(
      await zip(
        [
          { name: "决算/决算.pdf", data: pdf },
          { name: "__MACOSX/._决算.pdf", data: "x" },
          { name: "Thumbs.db", data: "x" },
          { name: "空.docx", data: "" },
          { name: "锁.pdf", data: pdf, encrypted: true },
          { name: "长.txt", data: "年".repeat(50), statedSize: 40 },
          { name: "../外.pdf", data: pdf },
          { name: "/etc/绝.pdf", data: pdf },
          { name: "章.png", data: Buffer.from("89504e470d0a1a0a00", "hex") },
        ],
        { onSkipped: (path) => skipped.push(path.slice(folder.length + 1)) },
      ),
    ).toEqual([
      "公开.zip/决算/决算.pdf pdf",
      "公开.zip/空.docx !empty-file",
      "公开.zip/锁.pdf !password",
      "公开.zip/长.txt !damaged",
      "公开.zip/../外.pdf !unsafe-path",
      "公开.zip//etc/绝.pdf !unsafe-path",
    ]);
    expect(skipped).toEqual(["公开.zip/__MACOSX/._决算.pdf", "公开.zip/Thumbs.db", "公开.zip/章.png"]);
  });

  test("pictures are documents where there are no others", async () => {
    expect(await zip([{ name: "1.png", data: Buffer.from("89504e470d0a1a0a00", "hex") }])).toEqual([
      "公开.zip/1.png image",
    ]);
  });

  test("an archive in an archive is opened once", async () => {
    const inner = zipOf([{ name: "表.pdf", data: pdf }]);
    expect(await zip([{ name: "内.zip", data: inner }])).toEqual(["公开.zip/内.zip/表.pdf pdf"]);
    const deep = zipOf([{ name: "更内.zip", data: inner }]);
    expect(await zip([{ name: "内.zip", data: deep }])).toEqual(["公开.zip/内.zip/更内.zip !limit-exceeded"]);
  });

  test("limits on count, sizes, ratio and time", async () => {
    const parts = [
      { name: "a.pdf", data: pdf },
      { name: "b.pdf", data: pdf + " ".repeat(10_000_000) },
    ];
    const limited = (limits: IngestOptions["limits"]) => zip(parts, { limits: limits! });
    expect(await limited({ members: 1 })).toEqual(["公开.zip !limit-exceeded"]);
    expect(await limited({ totalBytes: 1000 })).toEqual(["公开.zip !limit-exceeded"]);
    expect(await limited({ memberBytes: 1000 })).toEqual(["公开.zip/a.pdf pdf", "公开.zip/b.pdf !limit-exceeded"]);
    expect(await limited({ ratio: 10 })).toEqual(["公开.zip/a.pdf pdf", "公开.zip/b.pdf !limit-exceeded"]);
    expect(await limited({ fileBytes: 10 })).toEqual(["公开.zip !limit-exceeded"]);
    expect(await limited({ milliseconds: -1 })).toEqual(["公开.zip !timeout"]);
  });

  test("an archive without documents says so", async () => {
    expect(await zip([])).toEqual(["公开.zip !empty-file"]);
  });

  test.each([
    ["公开.rar", rarOf, "决算/决算.pdf"],
    ["公开.7z", sevenZipOf, "决算/决算.pdf"],
  ] as const)("%s", async (name, archive, member) => {
    const bytes = archive([
      { name: "决算/决算.pdf", data: Buffer.from(pdf) },
      { name: "Thumbs.db", data: Buffer.from("x") },
    ]);
    expect(await taken(name, bytes)).toEqual([`${name}/${member} pdf`]);
    expect(await taken(name, bytes.subarray(0, bytes.length - 30))).toContain(`${name} !damaged`);
  });

  test("names and members of a 7z are found where both are packed, empty files and folders among them", async () => {
    expect(await taken("包.7z", PACKED_7Z)).toEqual([
      "包.7z/预算/空.docx !empty-file",
      "包.7z/决算/决算.pdf pdf",
      "包.7z/决算/附表/一.pdf pdf",
      "包.7z/预算/说明.txt text",
    ]);
  });

  test("a password on a 7z hides the contents, or the names too", async () => {
    expect(await taken("锁.7z", LOCKED_CONTENTS_7Z)).toEqual([
      "锁.7z/预算/空.docx !empty-file",
      "锁.7z/决算/决算.pdf !password",
      "锁.7z/决算/附表/一.pdf !password",
      "锁.7z/预算/说明.txt !password",
    ]);
    expect(await taken("全锁.7z", LOCKED_NAMES_7Z)).toEqual(["全锁.7z !password"]);
  });

  test("a 7z with any byte of its header changed gives names, none or says why, and never breaks", () => {
    const whole = sevenZipOf([{ name: "决算.pdf", data: Buffer.from(pdf) }]);
    const names = (bytes: Buffer): string[] | null | undefined => {
      try {
        return sevenZipList(bytes, () => new Uint8Array(0), "a.7z")?.map(({ name }) => name) ?? null;
      } catch (error) {
        if (!(error instanceof ExtractionError)) throw error;
        return undefined;
      }
    };
    expect(names(whole)).toEqual(["决算.pdf"]);
    expect(names(PACKED_7Z)).toBeNull();
    for (let at = 12; at < whole.length; at++)
      for (const value of [0, 1, 0x7f, 0xff]) {
        const changed = Buffer.from(whole);
        changed[at] = value;
        expect(() => names(changed)).not.toThrow();
      }
  });

  test("a member whose bytes have another checksum than the archive says is damaged, the others are read", async () => {
    const files = [
      { name: "甲.pdf", data: Buffer.from(`${pdf}9.60`) },
      { name: "乙.pdf", data: Buffer.from(`${pdf}7.36`) },
    ];
    const changed = (archive: Uint8Array): Buffer => {
      const bytes = Buffer.from(archive);
      bytes[bytes.indexOf("9.60")] = 0x32;
      return bytes;
    };
    const raw = files.map(({ name, data }) => ({ raw: Buffer.from(name), data }));
    const checksums = zipOf([
      { name: "甲.pdf", data: pdf, statedChecksum: 1 },
      { name: "乙.pdf", data: pdf },
    ]);
    for (const [name, bytes] of [
      ["a.rar", changed(rarOf(files))],
      ["4.rar", changed(rar4Of(raw))],
      ["a.7z", changed(sevenZipOf(files))],
      ["a.zip", checksums],
    ] as const)
      expect(await taken(name, bytes)).toEqual([`${name}/甲.pdf !damaged`, `${name}/乙.pdf pdf`]);
  });

  test("an archive that stores another at its end is opened as what it is", async () => {
    const inner = docxOf(p("说明"));
    const rar = rarOf([
      { name: "决算.pdf", data: Buffer.from(pdf) },
      { name: "说明.docx", data: inner },
    ]);
    expect(await taken("外.rar", rar)).toEqual(["外.rar/决算.pdf pdf", "外.rar/说明.docx docx"]);
  });

  test("limits hold for every kind of archive", async () => {
    const files = ["甲", "乙", "丙"].map((name) => ({ name: `${name}.pdf`, data: Buffer.from(pdf) }));
    for (const [name, bytes] of [
      ["三.rar", rarOf(files)],
      ["三.7z", sevenZipOf(files)],
      ["三.zip", zipOf(files)],
    ] as const)
      expect((await taken(name, bytes, { limits: { members: 2 } })).at(-1)).toBe(`${name} !limit-exceeded`);
  });

  test("RAR 4 names are GB18030", async () => {
    const bytes = rar4Of([{ raw: Buffer.from("bef6cbe35c31d4c22e706466", "hex"), data: Buffer.from(pdf) }]);
    expect(await taken("旧.rar", bytes)).toEqual(["旧.rar/决算/1月.pdf pdf"]);
  });
});
