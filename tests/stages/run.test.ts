import { join } from "node:path";
import { expect, test } from "vitest";
import type { Pool } from "../../src/batch/pool.ts";
import { type FileReport, run } from "../../src/batch/run.ts";
import type { FileResult, WorkerStart } from "../../src/batch/worker-messages.ts";
import { openStore, type Store, type StoredFile, type StoredTrouble } from "../../src/store/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFile } from "../support/stored-file.ts";

const store = (): Store => openStore(join(temporaryFolder(), "s.sqlite"));

/** One run over what the reading threads would say of each path; files the run calls known are not read. */
async function ran(db: Store, files: readonly StoredFile[], retry = false): Promise<FileReport[]> {
  const byPath = new Map(files.map((stored) => [stored.file.path, stored]));
  let start: WorkerStart;
  const threads: Pool = {
    begin: (told) => {
      start = told;
    },
    read: async (path, { onFile }) => {
      const stored = { ...byPath.get(path)!, engine: start.engine };
      const known = start.known.has(stored.file.sha256);
      const result: FileResult = known ? { kind: "known", file: stored.file } : { kind: "read", stored, seconds: 0 };
      onFile(result);
    },
    close: async () => {},
  };
  return run(db, { paths: [...byPath.keys()], skipped: [], roots: ["."], options: {}, jobs: 1, threads }, {}, retry);
}

const outcomes = (reports: readonly FileReport[]): string[] => reports.map(({ path, outcome }) => `${path} ${outcome}`);
const trouble = (code: StoredTrouble["code"]): StoredTrouble => ({ code, where: "page 1", message: "…" });

test("a file the store refuses fails alone, with its name and the cause; the one after it is read", async () => {
  const db = store();
  const good = storedFile({ name: "乙.pdf" });
  const [section] = good.sections;
  if (section?.kind !== "table") throw new Error("the sample begins with a table");
  const { grid } = section;
  const twice = { ...section, grid: { ...grid, cells: [...grid.cells, grid.cells[1]!] } };
  const reports = await ran(db, [storedFile({ name: "甲.pdf", sections: [twice] }), good]);
  expect(outcomes(reports)).toEqual(["公开/甲.pdf failed", "公开/乙.pdf new"]);
  expect(reports[0]).toMatchObject({ trouble: [{ code: "not-stored", where: "公开/甲.pdf" }] });
  expect(db.db.prepare("SELECT path, code FROM unread_file").all()).toEqual([
    { path: "公开/甲.pdf", code: "not-stored" },
  ]);
  expect(db.db.prepare("SELECT count(*) FROM document").pluck().get()).toBe(1n);
  db.close();
});

test("a reading that something passing cut short is read again by the next run, one with lasting trouble by a retry only", async () => {
  const db = store();
  const cut = storedFile({ name: "甲.doc", trouble: [trouble("helper-ended")] });
  const whole = storedFile({ name: "甲.doc", trouble: [] });
  const lasting = storedFile({ name: "乙.pdf", trouble: [trouble("unsupported-format")] });
  expect(outcomes(await ran(db, [cut, lasting]))).toEqual(["公开/甲.doc incomplete", "公开/乙.pdf new"]);
  expect(outcomes(await ran(db, [cut, lasting]))).toEqual(["公开/甲.doc incomplete", "公开/乙.pdf unchanged"]);
  expect(outcomes(await ran(db, [whole, lasting]))).toEqual(["公开/甲.doc replaced", "公开/乙.pdf unchanged"]);
  expect(outcomes(await ran(db, [whole, lasting], true))).toEqual(["公开/甲.doc unchanged", "公开/乙.pdf replaced"]);
  db.close();
});

test("a complete reading stays where a newer one was cut short", async () => {
  const db = store();
  await ran(db, [storedFile({ name: "甲.doc", trouble: [] })]);
  db.db.exec("UPDATE run SET engine = 'an earlier version'");
  const cut = storedFile({ name: "甲.doc", records: [], trouble: [trouble("timeout")] });
  expect(outcomes(await ran(db, [cut]))).toEqual(["公开/甲.doc incomplete"]);
  expect(db.db.prepare("SELECT records, incomplete FROM run").all()).toMatchObject([{ incomplete: 0n }]);
  expect(db.db.prepare("SELECT count(*) > 0 FROM observation").pluck().get()).toBe(1n);
  db.close();
});
