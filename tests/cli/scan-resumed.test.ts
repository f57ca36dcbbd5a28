import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import { openStore } from "../../src/store/index.ts";
import { contents } from "../support/database-contents.ts";
import { killedAtLine, mingzhang, temporaryFolder } from "../support/mingzhang.ts";
import { pdfOfPictures, photographed } from "../support/scanned.ts";

const sample = (name: string): Uint8Array => readFileSync(join(packageRoot, "samples", name, `${name}.pdf`));

/** The readings kept in a cache: file by file, when each was written. */
function readings(cache: string): Map<string, bigint> {
  const folder = join(cache, "readings");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".reading"));
  return new Map(names.sort().map((name) => [name, statSync(join(folder, name), { bigint: true }).mtimeNs]));
}

const stored = (path: string): string => {
  const store = openStore(path);
  try {
    return contents(store);
  } finally {
    store.close();
  }
};

test("a scan whose reading was stopped goes on at the page it was on", { timeout: 600_000 }, async () => {
  const folder = temporaryFolder();
  const scan = join(folder, "扫描件.pdf");
  const pages = [await photographed(sample("contradictions"), 1, { dpi: 150 })];
  pages.push(await photographed(sample("sangong-columns"), 1, { dpi: 150 }));
  writeFileSync(scan, await pdfOfPictures(pages));
  const args = (name: string): string[] => ["ingest", scan, "--jobs", "1", "--db", join(folder, `${name}.sqlite`)];
  const env = { MINGZHANG_CACHE: join(folder, "cache") };

  // the first line tells of whichever page was done first: two are read at a time
  expect(await killedAtLine(1, args("stopped"), env)).toBe("killed");
  const kept = readings(env.MINGZHANG_CACHE);
  expect(kept.size).toBeGreaterThan(0);

  const resumed = mingzhang(args("stopped"), "zh_CN.UTF-8", env);
  expect(resumed.code).toBe(0);
  expect(resumed.err).toMatch(/扫描件\.pdf 第 [12]\/2 页，[\d.]+ 页\/秒/);
  const all = readings(env.MINGZHANG_CACHE);
  // what was read before the end was not read again; the rest was read
  for (const [name, written] of kept) expect(all.get(name)).toBe(written);
  expect(all.size).toBeGreaterThan(kept.size);

  // a third run, into another database, reads nothing and says the same
  expect(mingzhang(args("again"), "zh_CN.UTF-8", env).code).toBe(0);
  expect(readings(env.MINGZHANG_CACHE)).toEqual(all);
  expect(stored(join(folder, "again.sqlite"))).toBe(stored(join(folder, "stopped.sqlite")));
});
