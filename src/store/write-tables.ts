import { rmSync } from "node:fs";
import Database from "better-sqlite3";

/** A table of a plain database: `type` as SQL declares it. */
export interface PlainTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly keys: readonly (readonly string[])[];
  readonly rows: Iterable<readonly (string | number | bigint | null)[]>;
}

/**
 * A new database with plain typed tables for other programs: no STRICT (it knows no DATE), no views (their columns have no declared
 * types), no WAL (one file). An older file of that name is replaced. Gives the number of rows.
 */
export function writeTables(path: string, tables: readonly PlainTable[]): number {
  for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
  const db = new Database(path);
  try {
    db.pragma("journal_mode = DELETE");
    db.pragma("synchronous = OFF");
    let count = 0;
    db.transaction(() => {
      for (const { name, columns, keys, rows } of tables) {
        db.exec(`CREATE TABLE ${name} (\n  ${columns.map((c) => `${c.name} ${c.type}`).join(",\n  ")}\n)`);
        const insert = db.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => "?").join(", ")})`);
        for (const row of rows) {
          insert.run(row);
          count++;
        }
        for (const key of keys) db.exec(`CREATE INDEX ${[name, ...key].join("_")} ON ${name} (${key.join(", ")})`);
      }
    })();
    return count;
  } finally {
    db.close();
  }
}
