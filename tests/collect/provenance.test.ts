import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CollectedRequest } from "../../schemas/collected.ts";
import { provenance } from "../../src/batch/provenance.ts";
import { changesSince, lastChange, openStore, save, saveAcquisition } from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFile } from "../support/stored-file.ts";

const SHA = "ab".repeat(32);
const request = (more: Partial<CollectedRequest>): CollectedRequest => ({
  line: "request",
  round: 1,
  address: "http://www.bailu.example/a.zip",
  role: "attachment",
  hops: [],
  final: "http://www.bailu.example/a.zip",
  foundOn: "http://www.bailu.example/t20230815_1.html",
  words: "附件",
  at: "2026-03-02T01:00:00.000Z",
  status: 200,
  headers: {},
  outcome: "stored",
  reason: null,
  sha256: SHA,
  bytes: 9,
  kind: "zip",
  file: `files/ab/${SHA}.zip`,
  name: "附件.zip",
  title: "白鹭县水利局2022年度部门决算",
  publisher: null,
  site: "白鹭县人民政府",
  dates: [
    { day: "2023-08-16", from: "list", text: "2023-08-16" },
    { day: "2023-08-15", from: "meta", text: "2023-08-15" },
  ],
  ...more,
});

function collection(lines: readonly unknown[]): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "files/ab"), { recursive: true });
  writeFileSync(join(folder, "collected.jsonl"), `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`);
  return folder;
}

test("a file of a collection, a part of it, and the members of its archives lead to the addresses; newest words, oldest time", async () => {
  const folder = collection([
    request({}),
    request({ round: 2, at: "2026-04-02T01:00:00.000Z", outcome: "same", words: "附件（更名）" }),
    request({ address: "http://www.bailu.example/b.zip", outcome: "same" }),
    request({
      address: "http://www.bailu.example/list/",
      role: "list",
      sha256: "cd".repeat(32),
      file: ".lists/cd/x.html",
    }),
    request({
      address: "http://www.bailu.example/c.zip",
      outcome: "left",
      reason: "http-404",
      sha256: null,
      file: null,
    }),
    { line: "end", round: 2, at: "2026-04-02T01:00:00.000Z" },
    { line: "of a later version" },
  ]);
  for (const root of [folder, join(folder, "files"), join(folder, "files/ab")]) {
    const { ofFile, badLines } = await provenance([root]);
    expect(badLines).toBe(1);
    const own = ofFile(join(folder, `files/ab/${SHA}.zip`), SHA);
    expect(own.map(({ address }) => address)).toEqual([
      "http://www.bailu.example/a.zip",
      "http://www.bailu.example/b.zip",
    ]);
    expect(own[0]).toMatchObject({
      words: "附件（更名）",
      published: "2023-08-15",
      publishedFrom: "meta",
      firstAt: "2026-03-02T01:00:00.000Z",
      lastAt: "2026-04-02T01:00:00.000Z",
    });
    expect(ofFile(join(folder, `files/ab/${SHA}.zip/内/决算.pdf`), "ef".repeat(32))).toEqual(own);
    expect(ofFile("elsewhere/a.pdf", "cd".repeat(32))).toEqual([]);
  }
});

test("addresses are noted once, and the sequence of changes hears of what is new", async () => {
  const folder = collection([request({})]);
  const sources = (await provenance([folder])).ofFile("", SHA);
  const store = openStore(join(temporaryFolder(), "s.sqlite"));
  try {
    const stored = storedFile({ name: "a.pdf" });
    save(store, stored);
    const before = lastChange(store);
    saveAcquisition(store, { ...stored.file, sources });
    const noted = lastChange(store);
    expect(changesSince(store, Number(before)).map(({ subject, key }) => [subject, key])).toContainEqual([
      "document",
      stored.file.sha256.slice(0, 16),
    ]);
    saveAcquisition(store, { ...stored.file, sources });
    expect(lastChange(store)).toBe(noted);
    expect(store.db.prepare("SELECT address, published, first_at FROM acquisition_source").all()).toEqual([
      { address: "http://www.bailu.example/a.zip", published: "2023-08-15", first_at: "2026-03-02T01:00:00.000Z" },
    ]);
  } finally {
    store.close();
  }
});
