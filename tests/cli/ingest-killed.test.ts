import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import { openStore, type Store } from "../../src/store/index.ts";
import { contents } from "../support/database-contents.ts";
import { killedAtLine, mingzhang, temporaryFolder } from "../support/mingzhang.ts";
import { storedFile } from "../support/stored-file.ts";

const KILLS = 50;
const KILLS_A_DATABASE = 10;
const READINGS = 120;

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});

/** What a look at a database says, its file whole. */
const inspect = <T>(path: string, look: (store: Store) => T): T => {
  const store = openStore(path);
  try {
    expect(store.db.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(store.db.pragma("foreign_key_check")).toEqual([]);
    return look(store);
  } finally {
    store.close();
  }
};
const runs = (store: Store): number => Number(store.db.prepare("SELECT count(*) FROM run").pluck().get());

/** A process that does nothing but write readings: it says when it begins, and ends when it is done. */
const WRITER = `
  const [store, readings, database, files] = process.argv.slice(1);
  const { openStore, save } = await import(store);
  const { readFileSync } = await import("node:fs");
  const list = JSON.parse(readFileSync(readings, "utf8"));
  process.stdout.write("begun");
  const opened = openStore(database);
  for (const [n, stored] of list.entries()) {
    save(opened, stored);
    if (String(n + 1) === files) process.kill(process.pid, "SIGKILL");
  }
  opened.close();
`;

/** Runs the writer, killed so many milliseconds after it began to write, or as soon as it has written so many files. */
function writerKilledAfter(
  milliseconds: number,
  readings: string,
  database: string,
  files = 0,
): Promise<{ end: "killed" | "ended"; took: number }> {
  const store = pathToFileURL(join(packageRoot, "dist/src/store/index.js")).href;
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ["--input-type=module", "-e", WRITER, store, readings, database, String(files)],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    let timer: NodeJS.Timeout | undefined;
    let begun = 0;
    child.stdout.once("data", () => {
      begun = performance.now();
      timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    });
    child.on("exit", (_, signal) => {
      clearTimeout(timer);
      resolve({ end: signal === "SIGKILL" ? "killed" : "ended", took: performance.now() - begun });
    });
  });
}

/** The same moments in every run of the test: a linear congruential sequence from 0 to 1. */
function* moments(): Generator<number> {
  for (let state = 20261120; ; state = (state * 1103515245 + 12345) % 2 ** 31) yield state / 2 ** 31;
}

test(`killed at ${KILLS} moments of its writing the database is whole, and the next run finishes the work`, async () => {
  const readings = join(folder, "readings.json");
  writeFileSync(
    readings,
    JSON.stringify(
      Array.from({ length: READINGS }, (_, n) => storedFile({ name: `${n}.pdf`, entity: `清河县第${n}中学` })),
    ),
  );
  const undisturbed = join(folder, "undisturbed.sqlite");
  const { end, took } = await writerKilledAfter(60_000, readings, undisturbed);
  expect(end).toBe("ended");
  const expected = inspect(undisturbed, contents);
  expect(expected).toContain("observation: ");

  // Each database is killed several times on its way; then the work is finished and compared.
  let partial = 0;
  const moment = moments();
  for (let kills = 0, database = undisturbed; kills < KILLS; ) {
    if (kills % KILLS_A_DATABASE === 0) database = join(folder, `${kills}.sqlite`);
    const at = moment.next().value;
    // The first falls between two files, however slow the machine; the others wherever their moment comes.
    const first = kills % KILLS_A_DATABASE === 0;
    const { end } = first
      ? await writerKilledAfter(60_000, readings, database, 1 + Math.floor(at * (READINGS - 1)))
      : await writerKilledAfter((at * took * 2) / KILLS_A_DATABASE, readings, database);
    const held = inspect(database, runs);
    if (held > 0 && held < READINGS) partial++;
    if (end === "killed") kills++;
    else expect(held).toBe(READINGS);
    if (kills % KILLS_A_DATABASE > 0 && end === "killed") continue;
    await writerKilledAfter(60_000, readings, database);
    expect(inspect(database, contents)).toBe(expected);
    if (end === "ended") database = join(folder, `${kills}-again.sqlite`);
  }
  // Some kills fell between the first file and the last.
  expect(partial).toBeGreaterThan(0);
}, 600_000);

/** Small disclosures, one table each: many transactions in a short run. */
function disclosures(count: number): string {
  const path = join(folder, "公开");
  mkdirSync(path);
  const cells = (tag: string, texts: readonly string[]): string =>
    `<tr>${texts.map((t) => `<${tag}>${t}</${tag}>`).join("")}</tr>`;
  for (let n = 0; n < count; n++) {
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

test("the whole program killed as it tells of a file: the next run finishes the work", async () => {
  const source = disclosures(30);
  const args = (database: string) => ["ingest", source, "--db", database, "--jobs", "1"];
  const undisturbed = join(folder, "whole.sqlite");
  expect(mingzhang(args(undisturbed)).code).toBe(0);
  const expected = inspect(undisturbed, contents);
  const database = join(folder, "killed.sqlite");
  for (const line of [1, 7]) {
    expect(await killedAtLine(line, args(database))).toBe("killed");
    expect(inspect(database, runs)).toBeGreaterThan(0);
  }
  expect(mingzhang(args(database)).code).toBe(0);
  expect(inspect(database, contents)).toBe(expected);
}, 600_000);
