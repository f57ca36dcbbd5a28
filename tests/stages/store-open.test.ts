import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { asStoreError } from "../../src/store/errors.ts";
import { fileInMemory, isUnwritable } from "../../src/store/in-memory.ts";
import { openStore, StoreError, save } from "../../src/store/index.ts";
import { MIGRATIONS } from "../../src/store/migrations/index.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFile } from "../support/stored-file.ts";

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
  return undefined;
};

describe("a database that cannot be used says why", () => {
  test("not SQLite", () => {
    const path = join(temporaryFolder(), "notes.txt");
    writeFileSync(path, "会议记录\n".repeat(1000));
    expect(codeOf(() => openStore(path))).toBe("not-a-database");
  });

  test("SQLite of another program, which stays as it was", () => {
    const path = join(temporaryFolder(), "other.sqlite");
    const other = new Database(path);
    other.exec("CREATE TABLE invoice (id INTEGER)");
    other.close();
    expect(codeOf(() => openStore(path))).toBe("not-ours");
    const again = new Database(path);
    expect(again.prepare("SELECT count(*) FROM sqlite_schema").pluck().get()).toBe(1);
    again.close();
  });

  test("a newer version of this program", () => {
    const path = join(temporaryFolder(), "newer.sqlite");
    const store = openStore(path);
    store.db.pragma("user_version = 999");
    store.close();
    expect(codeOf(() => openStore(path))).toBe("newer");
  });

  test("nothing there to read", () => {
    expect(codeOf(() => openStore(join(temporaryFolder(), "none.sqlite"), { readonly: true }))).toBe("missing");
  });

  test("a folder", () => {
    expect(codeOf(() => openStore(temporaryFolder()))).toBe("cannot-open");
    const file = join(temporaryFolder(), "notes.txt");
    writeFileSync(file, "");
    expect(codeOf(() => openStore(join(file, "store.sqlite")))).toBe("cannot-open");
  });

  test("SQLite compiled for another Node", () => {
    const told = asStoreError(
      Object.assign(new Error("wrong NODE_MODULE_VERSION"), { code: "ERR_DLOPEN_FAILED" }),
      "a.sqlite",
    );
    expect(
      codeOf(() => {
        throw told;
      }),
    ).toBe("not-built");
  });

  test("SQLite that was never compiled", () => {
    const told = asStoreError(new Error("Could not locate the bindings file. Tried:\n → …"), "a.sqlite");
    expect(told).toMatchObject({ name: "StoreError", code: "not-built" });
  });

  test("held by another process", async () => {
    const path = join(temporaryFolder(), "held.sqlite");
    openStore(path).close();
    const holder = spawn(
      process.execPath,
      [
        "-e",
        `const D = require("better-sqlite3"); const d = new D(${JSON.stringify(path)}); d.exec("BEGIN EXCLUSIVE"); console.log("held"); process.stdin.resume()`,
      ],
      { stdio: ["pipe", "pipe", "inherit"] },
    );
    await new Promise((resolve) => holder.stdout.once("data", resolve));
    try {
      expect(
        codeOf(() => {
          const store = openStore(path, { busyMs: 50 });
          save(store, storedFile());
        }),
      ).toBe("locked");
    } finally {
      holder.kill();
    }
  });
});

test("a database that is opened again has every table once, and its version", () => {
  const path = join(temporaryFolder(), "again.sqlite");
  openStore(path).close();
  const store = openStore(path);
  expect(store.db.pragma("user_version", { simple: true })).toBe(BigInt(MIGRATIONS.length));
  expect(store.db.pragma("journal_mode", { simple: true })).toBe("wal");
  const loose = store.db.prepare(
    "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'",
  );
  expect(loose.pluck().all()).toEqual([]);
  store.close();
});

test("a reader takes a database into memory where nothing can be written beside it, unless its log has more", () => {
  const path = join(temporaryFolder(), "shelf.sqlite");
  const written = openStore(path);
  save(written, storedFile());
  expect(fileInMemory(path)).toBeNull();
  written.close();
  const copy = new Database(fileInMemory(path)!);
  expect(copy.prepare("SELECT count(*) FROM observation").pluck().get()).toBe(1);
  expect(copy.pragma("journal_mode", { simple: true })).toBe("memory");
  copy.close();
  expect(isUnwritable(Object.assign(new Error(), { code: "SQLITE_READONLY_DIRECTORY" }))).toBe(true);
  expect(isUnwritable(Object.assign(new Error(), { code: "SQLITE_BUSY" }))).toBe(false);
});
