import type Database from "better-sqlite3";

/** What a column takes. */
export type Value = string | number | bigint | null;

/** A table's INSERT, prepared once: takes the values in the order of the columns and gives the new row's id. */
export type Insert = (...values: readonly Value[]) => bigint;

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** A prepared statement, kept for as long as its database is open. */
export function statement(db: Database.Database, sql: string): Database.Statement {
  let known = prepared.get(db);
  if (!known) {
    known = new Map();
    prepared.set(db, known);
  }
  let found = known.get(sql);
  if (!found) {
    found = db.prepare(sql);
    known.set(sql, found);
  }
  return found;
}

const inserters = new WeakMap<Database.Database, Map<string, Insert>>();

/** INSERT of one row; `columns` is the list as SQL writes it. Made once for a table and its columns. */
export function inserter(db: Database.Database, table: string, columns: string): Insert {
  let known = inserters.get(db);
  if (!known) {
    known = new Map();
    inserters.set(db, known);
  }
  const into = `${table} (${columns})`;
  const found = known.get(into);
  if (found) return found;
  const marks = columns.split(",").map(() => "?");
  const statement = db.prepare(`INSERT INTO ${into} VALUES (${marks.join(",")})`);
  const insert: Insert = (...values) => BigInt(statement.run(values).lastInsertRowid);
  known.set(into, insert);
  return insert;
}

/** SQLite has no booleans. */
export const flag = (value: boolean | undefined): number => (value ? 1 : 0);

/** A list as text, one a line; null where there is none. */
export const lines = (values: readonly string[] | undefined): string | null =>
  values === undefined || values.length === 0 ? null : values.join("\n");
