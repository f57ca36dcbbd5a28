import type Database from "better-sqlite3";
import { inserter, statement } from "../statements.ts";

/** Tables a decision about bodies may change. */
export type ChangedTable = "entity" | "entity_name" | "file_entity";
/** What a decision does. */
export type EntityAction = "merge" | "split" | "rename" | "alias" | "parent" | "undo";
type Row = Readonly<Record<string, string | number | null>>;

/** One row as it was and as it became; null before = new, null after = gone. */
export interface Change {
  readonly table: ChangedTable;
  readonly key: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

const KEY: Record<ChangedTable, string> = { entity: "id", entity_name: "id", file_entity: "sha256" };
const keyValue = (table: ChangedTable, key: string): string | bigint => (table === "file_entity" ? key : BigInt(key));

function rowOf(db: Database.Database, table: ChangedTable, key: string): Row | null {
  const row = statement(db, `SELECT * FROM ${table} WHERE ${KEY[table]} = ?`).get(keyValue(table, key)) as
    | Record<string, string | bigint | null>
    | undefined;
  if (!row) return null;
  return Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === "bigint" ? Number(v) : v]));
}

/** Records what a decision changes: rows are named before they are touched, and compared when it is made. */
export class Recorder {
  readonly #db: Database.Database;
  readonly #before = new Map<string, { table: ChangedTable; key: string; row: Row | null }>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** To be called before the row is changed or made. */
  touch(table: ChangedTable, key: bigint | string): void {
    const name = `${table}/${key}`;
    if (!this.#before.has(name))
      this.#before.set(name, { table, key: String(key), row: rowOf(this.#db, table, String(key)) });
  }

  /** To be called for a row that did not exist before. */
  made(table: ChangedTable, key: bigint | string): void {
    this.#before.set(`${table}/${key}`, { table, key: String(key), row: null });
  }

  changes(): Change[] {
    return [...this.#before.values()]
      .map(({ table, key, row }) => ({ table, key, before: row, after: rowOf(this.#db, table, key) }))
      .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  }
}

/** Appends a decision with its changes to the history. */
export function appendEvent(
  db: Database.Database,
  action: EntityAction,
  note: string,
  changes: readonly Change[],
  undoes: bigint | null = null,
): bigint {
  const event = inserter(db, "entity_event", "action,note,undoes")(action, note, undoes);
  const insert = inserter(db, "entity_change", "event_id,seq,table_name,row_key,before,after");
  for (const [seq, { table, key, before, after }] of changes.entries())
    insert(event, seq, table, key, before && JSON.stringify(before), after && JSON.stringify(after));
  return event;
}

/** The changes of a decision, in the order in which they were made. */
export function changesOf(db: Database.Database, event: bigint): Change[] {
  const rows = statement(
    db,
    `SELECT table_name AS "table", row_key AS key, before, after FROM entity_change WHERE event_id = ? ORDER BY seq`,
  ).all(event) as { table: ChangedTable; key: string; before: string | null; after: string | null }[];
  const parse = (text: string | null): Row | null => (text === null ? null : (JSON.parse(text) as Row));
  return rows.map(({ before, after, ...row }) => ({ ...row, before: parse(before), after: parse(after) }));
}

/** Turns a change back, in the columns it changed. False where the row has been changed otherwise since. */
export function revert(db: Database.Database, { table, key, before, after }: Change): boolean {
  const now = rowOf(db, table, key);
  if ((now === null) !== (after === null)) return false;
  const columns = Object.keys(before ?? after ?? {}).filter((c) => before?.[c] !== after?.[c]);
  if (now !== null && after !== null && before !== null && columns.some((c) => now[c] !== after[c])) return false;
  const at = keyValue(table, key);
  // A body that another was merged into since cannot go.
  if (before === null && table === "entity" && statement(db, "SELECT 1 FROM entity WHERE merged_into = ?").get(at))
    return false;
  if (before === null) statement(db, `DELETE FROM ${table} WHERE ${KEY[table]} = ?`).run(at);
  else if (now === null) {
    const all = Object.keys(before);
    inserter(db, table, all.join(","))(...all.map((c) => before[c]!));
    // A decision that is older than ids remembers none.
    if (table === "entity" && before.uid === undefined)
      statement(db, "UPDATE entity SET uid = 'entity-' || id WHERE id = ?").run(at);
  } else
    statement(db, `UPDATE ${table} SET ${columns.map((c) => `${c} = ?`).join(", ")} WHERE ${KEY[table]} = ?`).run(
      ...columns.map((c) => before[c]!),
      at,
    );
  return true;
}
