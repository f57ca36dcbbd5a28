import Database from "better-sqlite3";
import { defineFunctions } from "../../src/store/functions.ts";
import type { Store } from "../../src/store/index.ts";
import { MIGRATIONS } from "../../src/store/migrations/index.ts";

/** A store as the program of an earlier version left it: its tables after the first `version` migrations, with the rows of `store`. */
export function olderStore(store: Store, path: string, version: number): void {
  const older = new Database(path);
  older.pragma("foreign_keys = OFF");
  defineFunctions(older);
  for (const sql of MIGRATIONS.slice(0, version)) older.exec(sql);
  const tables = older
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  const columns = (db: Database.Database, table: string): string[] =>
    db.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(table) as string[];
  older.prepare("ATTACH ? AS newer").run(store.path);
  for (const table of tables) {
    const known = new Set(columns(store.db, table));
    const shared = columns(older, table)
      .filter((column) => known.has(column))
      .join(", ");
    older.exec(`INSERT INTO main.${table} (${shared}) SELECT ${shared} FROM newer.${table}`);
  }
  older.exec("DETACH newer");
  older.pragma(`application_id = ${store.db.pragma("application_id", { simple: true })}`);
  older.pragma(`user_version = ${version}`);
  older.close();
}
