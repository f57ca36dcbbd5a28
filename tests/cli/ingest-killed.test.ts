import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore, type Store } from "../../src/store/index.ts";
import { contents } from "../support/database-contents.ts";
import { killedAfter, mingzhang, temporaryFolder } from "../support/mingzhang.ts";

const KILLS = 50;

/** Small disclosures, one table each: many transactions in a short run. */
function disclosures(folder: string): string {
  const path = join(folder, "公开");
  mkdirSync(path);
  const cells = (tag: string, texts: readonly string[]): string =>
    `<tr>${texts.map((t) => `<${tag}>${t}</${tag}>`).join("")}</tr>`;
  for (let n = 0; n < 30; n++) {
    const rows = ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"].map((item, k) =>
      cells("td", [item, `${n + k}.36`, `${n + k}.20`]),
    );
    const table = `<table>${cells("th", ["项目", "年初预算数", "决算数"])}${rows.join("")}</table>`;
    const title = "财政拨款“三公”经费支出决算表";
    writeFileSync(
      join(path, `${n}.html`),
      `<!doctype html><meta charset="utf-8"><h1>清河县第${n}中学2024年度部门决算</h1><h2>${title}</h2><p>单位：万元</p>${table}`,
    );
  }
  return path;
}

/** The same moments in every run of the test: a linear congruential sequence from 0 to 1. */
function* moments(): Generator<number> {
  for (let state = 20261120; ; state = (state * 1103515245 + 12345) % 2 ** 31) yield state / 2 ** 31;
}

test(`killed at ${KILLS} moments the database is whole, and the next run finishes the work`, async () => {
  const folder = temporaryFolder();
  const source = disclosures(folder);
  const args = (database: string) => ["ingest", source, "--db", database, "--jobs", "1"];

  const undisturbed = join(folder, "undisturbed.sqlite");
  const started = performance.now();
  expect(mingzhang(args(undisturbed)).code).toBe(0);
  const whole = performance.now() - started;
  const inspect = <T>(path: string, look: (store: Store) => T): T => {
    const store = openStore(path);
    expect(store.db.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(store.db.pragma("foreign_key_check")).toEqual([]);
    const seen = look(store);
    store.close();
    return seen;
  };
  const runs = (store: Store): number => Number(store.db.prepare("SELECT count(*) FROM run").pluck().get());
  const expected = inspect(undisturbed, contents);
  const files = inspect(undisturbed, runs);
  expect(expected).toContain("observation: ");

  let kills = 0;
  let partial = 0;
  let generation = 0;
  for (const moment of moments()) {
    const database = join(folder, `${generation}.sqlite`);
    const end = await killedAfter(moment * whole, args(database));
    if (end === "killed") {
      kills++;
      const held = inspect(database, runs);
      if (held > 0 && held < files) partial++;
    }
    // Every few kills the work is finished and compared, then begun anew.
    if (end === "ended" || kills % 10 === 0) {
      if (end === "killed") expect(mingzhang(args(database)).code).toBe(0);
      expect(inspect(database, contents)).toBe(expected);
      generation++;
    }
    if (kills === KILLS) break;
  }
  // Some kills fell between the first file and the last.
  expect(partial).toBeGreaterThan(0);
}, 120_000);
