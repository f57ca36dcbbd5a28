import { existsSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { makeFolder } from "../lib/make-folder.ts";
import { asStoreError, StoreError } from "./errors.ts";
import { defineFunctions } from "./functions.ts";
import { fileInMemory, isUnwritable } from "./in-memory.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { settle } from "./settle.ts";
import type { Store } from "./store.ts";
import { ensureViews } from "./views.ts";

/** "MZDB": tells a database of this program from any other SQLite file. */
const APPLICATION_ID = 0x4d5a4442;

/** How long a statement waits for another process that is writing, in milliseconds. */
const BUSY_MS = 5_000;

/** Pages of the database kept in memory while writing: enough for the inner pages of the indexes that take rows in no order. */
const CACHE_KB = 16_000;
/**
 * Pages the log holds before they are carried over into the database: most of what a document touches is touched by the next ones too, and
 * is carried once. 64 MB.
 */
const LOG_PAGES = 16_000;
/** A reader's questions go all over the database: more of it stays in memory. */
const READ_CACHE_KB = 64_000;
const READ_MAP_BYTES = 1 << 30;

/** How a database is opened. */
export interface OpenOptions {
  /** Only read: the file must be there. */
  readonly readonly?: boolean;
  readonly busyMs?: number;
}

/**
 * Opens the database at `path`, makes it where there is none and brings it to the newest version. Integers come back as bigint. A reader
 * may ask one that lies where nothing can be written. Throws StoreError where the file is not ours, is held by another process or
 * cannot be opened.
 */
export function openStore(path: string, options: OpenOptions = {}): Store {
  if (options.readonly && !existsSync(path)) throw new StoreError("missing", path);
  try {
    if (!options.readonly) makeFolder(dirname(path));
    let db: Database.Database;
    try {
      db = prepared(new Database(path, { timeout: options.busyMs ?? BUSY_MS }), path, options);
    } catch (error) {
      const copy = options.readonly === true && isUnwritable(error) ? fileInMemory(path) : null;
      if (copy === null) throw error;
      db = prepared(new Database(copy), path, options);
    }
    return { path, db, close: () => db.close() };
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/** Sets a connection up and brings the database to the newest version; closes it where that cannot be done. */
function prepared(db: Database.Database, path: string, options: OpenOptions): Database.Database {
  try {
    db.defaultSafeIntegers(true);
    refuseForeign(db, path);
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = NORMAL");
    db.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    db.pragma("foreign_keys = ON");
    db.pragma(`cache_size = ${options.readonly ? -READ_CACHE_KB : -CACHE_KB}`);
    if (options.readonly) db.pragma(`mmap_size = ${READ_MAP_BYTES}`);
    defineFunctions(db);
    migrate(db, path);
    ensureViews(db);
    if (options.readonly) db.pragma("query_only = ON");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

const numberOf = (db: Database.Database, pragma: string): number => Number(db.pragma(pragma, { simple: true }));

/** A database with tables and without our mark belongs to someone else; an empty one is new. */
function refuseForeign(db: Database.Database, path: string): void {
  const tables = Number(db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get());
  if (tables > 0 && numberOf(db, "application_id") !== APPLICATION_ID) throw new StoreError("not-ours", path);
  if (numberOf(db, "user_version") > MIGRATIONS.length) throw new StoreError("newer", path);
}

/** All missing migrations in one transaction with the mark: killed in between, the file is as before. */
function migrate(db: Database.Database, path: string): void {
  if (numberOf(db, "user_version") === MIGRATIONS.length) return;
  db.transaction(() => {
    // Another process may have migrated while this one waited for the lock.
    const done = numberOf(db, "user_version");
    if (done > MIGRATIONS.length) throw new StoreError("newer", path);
    for (const sql of MIGRATIONS.slice(done)) db.exec(sql);
    settle(db);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${MIGRATIONS.length}`);
  }).immediate();
}
