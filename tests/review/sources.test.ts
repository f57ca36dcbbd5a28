import { afterAll, beforeAll, expect, test } from "vitest";
import type { FileSource } from "../../src/store/index.ts";
import { storedFact, storedFile } from "../support/stored-file.ts";
import { databaseWith, pagesOver } from "./support.ts";

const source = (address: string, more: Partial<FileSource> = {}): FileSource => ({
  address,
  foundOn: null,
  words: null,
  name: null,
  title: null,
  site: null,
  published: null,
  publishedFrom: null,
  firstAt: "2026-03-02T01:00:00.000Z",
  lastAt: "2026-03-02T01:00:00.000Z",
  ...more,
});
const file = storedFile({ name: "a.pdf", records: [storedFact({ value: "7.36", yuan: "73600" })] });
const ADDRESS = 'http://www.bailu.example/P020230815000001.pdf?a=1&b="2"';
let pages: ReturnType<typeof pagesOver>;
beforeAll(() => {
  const sources = [
    source(ADDRESS, {
      foundOn: "http://www.bailu.example/t20230815_1.html",
      words: "附件：2022年<部门>决算",
      site: "白鹭县人民政府",
      published: "2023-08-15",
      publishedFrom: "meta",
    }),
    source("javascript:alert(1)", { words: "点我", published: "2023-08-16", publishedFrom: "list" }),
  ];
  pages = pagesOver(databaseWith([{ ...file, file: { ...file.file, sources } }]));
});
afterAll(() => pages.close());

test("a document leads back to where it was published, with the day and what says so", async () => {
  const html = await (await pages.ask(`/documents/${file.file.sha256}`)).text();
  expect(html).toContain('href="http://www.bailu.example/P020230815000001.pdf?a=1&amp;b=&quot;2&quot;"');
  expect(html).toContain("附件：2022年&lt;部门&gt;决算");
  expect(html).toContain("2023-08-15 公开（页面标签）");
  expect(html).toContain('href="http://www.bailu.example/t20230815_1.html"');
  // An address that a journal only claims to be one is no link.
  expect(html).not.toContain('href="javascript:');
});

test("the same is told as JSON", async () => {
  const answer = await pages.ask(`/api/v1/documents/${file.file.sha256}`);
  const { sources } = (await answer.json()) as {
    sources: { address: string; published: string; published_from: string }[];
  };
  expect(sources.map(({ address, published, published_from: from }) => [address, published, from])).toEqual([
    [ADDRESS, "2023-08-15", "meta"],
    ["javascript:alert(1)", "2023-08-16", "list"],
  ]);
});
