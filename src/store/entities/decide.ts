import type Database from "better-sqlite3";
import { fileDocuments } from "../reports/file-documents.ts";
import { guarded } from "../save.ts";
import { inserter, statement } from "../statements.ts";
import type { Store } from "../store.ts";
import { appendEvent, type Change, changesOf, type EntityAction, Recorder, revert } from "./changes.ts";
import { DecisionError, findEntity, findFile } from "./find.ts";
import { kindOfName, nameKey } from "./names.ts";
import { addName, insertEntity, rootOf } from "./resolve.ts";

/** Years in which a name was in use, inclusive; null = without limit. */
export interface Years {
  readonly from: number | null;
  readonly to: number | null;
}

/** Documents of `gone` are filed under `kept` from now on; `gone` keeps its names and its place in the history. */
export function mergeEntities(store: Store, kept: string, gone: string): bigint {
  return decided(store, "merge", `${gone} → ${kept}`, (db, record) => {
    const into = rootOf(db, findEntity(db, kept));
    const from = findEntity(db, gone);
    if (rootOf(db, from) === into) throw new DecisionError("same-body", `${kept}, ${gone}`);
    const merged = statement(db, "SELECT merged_into FROM entity WHERE id = ?").pluck().get(from);
    if (merged !== null) throw new DecisionError("merged-already", gone);
    record.touch("entity", from);
    statement(db, "UPDATE entity SET merged_into = ? WHERE id = ?").run(into, from);
  });
}

/** Some names or files of a body become a body of their own. */
export function splitEntity(
  store: Store,
  body: string,
  newName: string,
  { names, files }: { readonly names: readonly string[]; readonly files: readonly string[] },
): bigint {
  const note = `${body} → ${newName} (${[...names, ...files].join(", ")})`;
  return decided(store, "split", note, (db, record) => {
    if (names.length + files.length === 0) throw new DecisionError("nothing", body);
    const from = findEntity(db, body);
    const old = statement(db, "SELECT region_code AS region, level FROM entity WHERE id = ?").get(from) as {
      region: string | null;
      level: string | null;
    };
    const key = nameKey(newName);
    const to = insertEntity(db, { ...old, name: newName, kind: kindOfName(key), origin: "decision", key });
    record.made("entity", to);
    for (const name of names) {
      const rows = statement(
        db,
        `SELECT n.id FROM entity_name AS n JOIN entity ON entity.id = n.entity_id
         WHERE n.name_key = :key AND (n.entity_id = :from OR entity.merged_into = :from)`,
      )
        .pluck()
        .all({ key: nameKey(name), from }) as bigint[];
      if (rows.length === 0) throw new DecisionError("no-name", name);
      for (const row of rows) {
        record.touch("entity_name", row);
        statement(db, "UPDATE entity_name SET entity_id = ? WHERE id = ?").run(to, row);
      }
    }
    for (const file of files) {
      const sha256 = findFile(db, file);
      record.touch("file_entity", sha256);
      statement(db, "INSERT OR REPLACE INTO file_entity (sha256, entity_id) VALUES (?, ?)").run(sha256, to);
    }
    const moved = names.some((name) => nameKey(name) === key);
    const taken = statement(db, "SELECT 1 FROM entity_name WHERE name_key = ? AND entity_id <> ?").get(key, to);
    if (!moved && !taken) record.made("entity_name", addName(db, to, newName, key, "split"));
  });
}

/** The body is called so now; the names it had still find it. */
export function renameEntity(store: Store, body: string, name: string, years: Years): bigint {
  return decided(store, "rename", `${body} → ${name}`, (db, record) => {
    const id = findEntity(db, body);
    record.touch("entity", id);
    statement(db, "UPDATE entity SET name = ? WHERE id = ?").run(name, id);
    named(db, record, id, name, years, "rename");
  });
}

/** Another name by which documents are given to the body. */
export function aliasEntity(store: Store, body: string, name: string, years: Years): bigint {
  return decided(store, "alias", `${body} = ${name}`, (db, record) => {
    named(db, record, findEntity(db, body), name, years, "alias");
  });
}

/** The body is part of `parent` (本级 or 单位 of a 部门). */
export function setParent(store: Store, body: string, parent: string): bigint {
  return decided(store, "parent", `${parent} > ${body}`, (db, record) => {
    const [id, above] = [findEntity(db, body), findEntity(db, parent)];
    if (id === above) throw new DecisionError("same-body", body);
    record.touch("entity", id);
    statement(db, "UPDATE entity SET parent_id = ? WHERE id = ?").run(above, id);
  });
}

function named(db: Database.Database, record: Recorder, id: bigint, name: string, years: Years, source: string): void {
  const key = nameKey(name);
  const known = statement(db, "SELECT 1 FROM entity_name WHERE name_key = ? AND entity_id = ?").get(key, id);
  if (known && source === "rename") return;
  const { region } = statement(db, "SELECT region_code AS region FROM entity WHERE id = ?").get(id) as {
    region: string | null;
  };
  const taken = statement(
    db,
    `SELECT 1 FROM entity_name JOIN entity ON entity.id = entity_name.entity_id
     WHERE name_key = ? AND (region_code IS ? OR region_code IS NULL)`,
  ).get(key, region);
  if (taken) throw new DecisionError("name-taken", name);
  record.made(
    "entity_name",
    inserter(db, "entity_name", "entity_id,name,name_key,valid_from,valid_to,source")(
      id,
      name,
      key,
      years.from,
      years.to,
      source,
    ),
  );
}

/** Turns a decision back, the last one standing where none is named; that is a decision in the history too. */
export function undoDecision(store: Store, event: bigint | null): bigint {
  return guarded(store, () => {
    const { db } = store;
    const target =
      event ??
      (statement(
        db,
        `SELECT max(id) FROM entity_event AS e WHERE action <> 'undo' AND NOT EXISTS (SELECT 1 FROM entity_event AS u WHERE u.undoes = e.id
           AND NOT EXISTS (SELECT 1 FROM entity_event AS again WHERE again.undoes = u.id))`,
      )
        .pluck()
        .get() as bigint | null);
    if (target === null) throw new DecisionError("no-event", "");
    const known = statement(db, "SELECT 1 FROM entity_event WHERE id = ?").get(target);
    if (!known) throw new DecisionError("no-event", String(target));
    db.pragma("defer_foreign_keys = ON");
    const changes = changesOf(db, target);
    for (const change of [...changes].reverse())
      if (!revert(db, change)) throw new DecisionError("changed-since", String(target));
    const back = changes.map(({ table, key, before, after }) => ({ table, key, before: after, after: before }));
    const id = appendEvent(db, "undo", String(target), back, target);
    refile(db, changes);
    return id;
  });
}

function decided(
  store: Store,
  action: EntityAction,
  note: string,
  work: (db: Database.Database, record: Recorder) => void,
): bigint {
  return guarded(store, () => {
    const record = new Recorder(store.db);
    work(store.db, record);
    const changes = record.changes();
    if (changes.length === 0) throw new DecisionError("nothing", note);
    const event = appendEvent(store.db, action, note, changes);
    refile(store.db, changes);
    return event;
  });
}

/** Files the documents anew that a change of bodies, names or files concerns. */
function refile(db: Database.Database, changes: readonly Change[]): void {
  const documents = new Set<bigint>();
  const add = (sql: string, value: string | number): void => {
    for (const id of statement(db, sql).pluck().all(value) as bigint[]) documents.add(id);
  };
  const ofBody = "SELECT DISTINCT document_id FROM filing WHERE entity_id = ?";
  for (const { table, key, before, after } of changes)
    for (const row of [before, after]) {
      if (row === null) continue;
      if (table === "entity") add(ofBody, Number(key));
      else add(ofBody, row.entity_id!);
      if (row.merged_into) add(ofBody, row.merged_into);
      if (table === "entity_name") add("SELECT DISTINCT document_id FROM filing WHERE name_key = ?", row.name_key!);
      if (table === "file_entity")
        add("SELECT document.id FROM document JOIN file ON file.id = document.file_id WHERE file.sha256 = ?", key);
    }
  const refiled = [...documents].sort((a, b) => (a < b ? -1 : 1));
  fileDocuments(db, refiled);
  // Other documents are theirs to agree with now.
  for (const document of refiled)
    statement(db, "DELETE FROM compared_run WHERE run_id = (SELECT id FROM run WHERE document_id = ?)").run(document);
}
