import type Database from "better-sqlite3";

/** An open database. Statements of a store are prepared once and kept. */
export interface Store {
  readonly path: string;
  readonly db: Database.Database;
  close(): void;
}
