import { bodyKey } from "../lib/body-name.ts";
import { statement } from "./statements.ts";
import type { Store } from "./store.ts";

/** A reading that no other was compared with yet, and the bodies it is filed under. */
export interface FreshReading {
  readonly run: bigint;
  readonly body: bigint | null;
}

/** Readings since the last comparison, those of a run that was killed before it included. */
export function uncomparedReadings(store: Store): readonly FreshReading[] {
  return statement(
    store.db,
    `SELECT DISTINCT run.id AS run, filing.entity_id AS body FROM run LEFT JOIN filing ON filing.document_id = run.document_id
     WHERE NOT EXISTS (SELECT 1 FROM compared_run WHERE compared_run.run_id = run.id) ORDER BY run.id`,
  ).all() as FreshReading[];
}

/** Bodies whose reports list this one among their units. */
export function departmentsListing(store: Store, body: bigint): readonly bigint[] {
  const name = statement(store.db, "SELECT name FROM entity WHERE id = ?").pluck().get(body) as string;
  return statement(
    store.db,
    `SELECT DISTINCT filing.entity_id FROM listed_unit JOIN run ON run.id = listed_unit.run_id
       JOIN filing ON filing.document_id = run.document_id
     WHERE listed_unit.name_key = ? ORDER BY filing.entity_id`,
  )
    .pluck()
    .all(bodyKey(name)) as bigint[];
}

/** The units each report of a body lists, in printed order, by the document's id. */
export function unitLists(store: Store, body: bigint): ReadonlyMap<string, readonly string[]> {
  const rows = statement(
    store.db,
    `SELECT run.document_id AS document, listed_unit.name AS name FROM run
       JOIN listed_unit ON listed_unit.run_id = run.id
     WHERE run.document_id IN (SELECT document_id FROM filing WHERE entity_id = ?)
     ORDER BY run.document_id, listed_unit.seq`,
  ).all(body) as { document: bigint; name: string }[];
  const lists = new Map<string, string[]>();
  for (const { document, name } of rows) {
    const list = lists.get(document.toString());
    if (list) list.push(name);
    else lists.set(document.toString(), [name]);
  }
  return lists;
}

/** Every body of the store by the key of its name: an office has that of its department. */
export function bodiesByKey(store: Store): ReadonlyMap<string, readonly bigint[]> {
  const bodies = new Map<string, bigint[]>();
  const rows = statement(store.db, "SELECT id, name FROM entity ORDER BY id");
  for (const { id, name } of rows.iterate() as IterableIterator<{ id: bigint; name: string }>) {
    const list = bodies.get(bodyKey(name));
    if (list) list.push(id);
    else bodies.set(bodyKey(name), [id]);
  }
  return bodies;
}
