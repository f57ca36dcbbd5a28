import type Database from "better-sqlite3";
import { bodyId, reportId } from "../ids.ts";
import { inserter, statement } from "../statements.ts";
import { type EntityKind, kindOfName, nameKey, stemOf } from "./names.ts";
import { samePlace } from "./regions.ts";

/** What a document says of the body it is from. */
export interface PrintedBody {
  readonly sha256: string;
  /** Null where the document does not say whose it is; then the file stands for a body of its own. */
  readonly name: string | null;
  readonly fileName: string;
  readonly region: string | null;
  readonly level: string | null;
  readonly fiscalYear: number | null;
}

interface Candidate {
  readonly id: bigint;
  readonly region: string | null;
}

/** Bodies found by this name in this year; a body merged into another is that other. */
const CANDIDATES = `
WITH RECURSIVE found(id) AS (
  SELECT entity_id FROM entity_name
  WHERE name_key = :key AND (:year IS NULL OR (coalesce(valid_from, :year) <= :year AND coalesce(valid_to, :year) >= :year))
  UNION SELECT entity.merged_into FROM entity JOIN found ON found.id = entity.id WHERE entity.merged_into IS NOT NULL
)
SELECT entity.id, entity.region_code AS region FROM entity JOIN found ON found.id = entity.id
WHERE entity.merged_into IS NULL ORDER BY entity.id`;

/**
 * The body a document is from, made where it is unknown. A person's decision about the file comes first, then the name: the same by
 * its key and of the same place. A name without a place belongs to the only body that has it.
 */
export function resolveEntity(db: Database.Database, body: PrintedBody): { readonly id: bigint; readonly key: string } {
  const key = body.name === null ? `sha256:${body.sha256}` : nameKey(body.name);
  const given = statement(db, "SELECT entity_id FROM file_entity WHERE sha256 = ?").pluck().get(body.sha256);
  if (given !== undefined) return { id: rootOf(db, given as bigint), key };
  const candidates = statement(db, CANDIDATES).all({ key, year: body.fiscalYear }) as Candidate[];
  const found = choose(candidates, body.region);
  if (found === null) return { id: create(db, body, key), key };
  if (found.region === null && body.region !== null) {
    statement(db, "UPDATE entity SET region_code = ?, level = coalesce(level, ?) WHERE id = ?").run(
      body.region,
      body.level,
      found.id,
    );
    placed(db, found.id, bodyId(key, body.region));
  }
  return { id: found.id, key };
}

/** A body whose place became known has the id it would have had from the start, and so have its reports. */
function placed(db: Database.Database, id: bigint, uid: string): void {
  const body = freeUid(db, uid, id);
  statement(db, "UPDATE entity SET uid = ? WHERE id = ?").run(body, id);
  const reports = statement(
    db,
    `SELECT id, fiscal_year AS fiscalYear, kind, scope, project, part FROM report WHERE entity_id = ?`,
  ).all(id) as { id: bigint; fiscalYear: bigint | null; kind: string; scope: string; project: string; part: bigint }[];
  for (const report of reports)
    statement(db, "UPDATE report SET uid = ? WHERE id = ?").run(reportId({ ...report, body }), report.id);
}

/** The id, or with a number behind it where another body has it: two bodies of one name and place, told apart by a decision. */
function freeUid(db: Database.Database, uid: string, own: bigint | null): string {
  const taken = statement(db, "SELECT 1 FROM entity WHERE uid = ? AND id IS NOT ?");
  let free = uid;
  for (let n = 2; taken.get(free, own) !== undefined; n++) free = `${uid}-${n}`;
  return free;
}

function choose(candidates: readonly Candidate[], region: string | null): Candidate | null {
  const unplaced = candidates.filter((c) => c.region === null);
  const placed = candidates.filter((c) => c.region !== null);
  // Without a place it is the only body of that name that has one; of several none.
  if (region === null) return placed.length === 1 ? placed[0]! : (unplaced[0] ?? null);
  const there = candidates.filter((c) => c.region !== null && samePlace(c.region, region));
  return there.find((c) => c.region === region) ?? there[0] ?? (candidates.length === 1 ? (unplaced[0] ?? null) : null);
}

/** The body another was merged into in the end. */
export function rootOf(db: Database.Database, id: bigint): bigint {
  const next = statement(db, "SELECT merged_into FROM entity WHERE id = ?").pluck().get(id) as bigint | null;
  return next === null ? id : rootOf(db, next);
}

function create(db: Database.Database, body: PrintedBody, key: string): bigint {
  const kind: EntityKind = body.name === null ? "unnamed" : kindOfName(key);
  const id = insertEntity(db, {
    name: body.name ?? body.fileName,
    kind,
    region: body.region,
    level: body.level,
    origin: "document",
    key,
  });
  addName(db, id, body.name ?? body.fileName, key, "document");
  return id;
}

/** An office belongs to the department of its name and place, whichever came first; a person's decision about it stays. */
export function linkOffices(db: Database.Database, id: bigint): void {
  const kind = statement(db, "SELECT kind FROM entity WHERE id = ?").pluck().get(id) as EntityKind | undefined;
  const key = statement(db, "SELECT name_key FROM entity_name WHERE entity_id = ? ORDER BY id LIMIT 1").pluck().get(id);
  if (kind === undefined || kind === "unnamed" || key === undefined) return;
  // Those of other places too: a body whose place became known leaves an office of unknown place.
  const family = ofStem(db, stemOf(key as string));
  for (const { id: child, office, decided, parent, region } of family) {
    if (office === 0n || decided === 1n) continue;
    const department = family.find((other) => other.office === 0n && sameOrNone(other.region, region))?.id ?? null;
    if (parent !== department) statement(db, "UPDATE entity SET parent_id = ? WHERE id = ?").run(department, child);
  }
}

const NEWEST = `
SELECT document.entity AS name, document.region_code AS region, document.level FROM filing JOIN document ON document.id = filing.document_id
WHERE filing.entity_id = :id AND filing.name_key = :key
ORDER BY document.fiscal_year IS NULL, document.fiscal_year DESC, document.entity, document.region_code`;

/** A body that no person named is called as its newest document prints its name, and lies where that says: whichever came first. */
export function nameByNewest(db: Database.Database, id: bigint): void {
  const body = statement(
    db,
    "SELECT name, region_code AS region, level FROM entity WHERE id = ? AND kind <> 'unnamed'",
  ).get(id) as { name: string; region: string | null; level: string | null } | undefined;
  if (body === undefined) return;
  const rows = statement(db, NEWEST).all({ id, key: nameKey(body.name) }) as (typeof body)[];
  if (rows.length === 0) return;
  const first = <K extends "region" | "level">(column: K): string | null =>
    rows.find((row) => row[column] !== null)?.[column] ?? body[column];
  const now = { id, name: rows[0]!.name, region: first("region"), level: first("level") };
  if (now.name !== body.name || now.region !== body.region || now.level !== body.level)
    statement(db, "UPDATE entity SET name = :name, region_code = :region, level = :level WHERE id = :id").run(now);
  const key = nameKey(now.name);
  statement(
    db,
    "UPDATE entity_name SET name = :name WHERE entity_id = :id AND name_key = :key AND source = 'document' AND name <> :name",
  ).run({ id, key, name: now.name });
}

/** A body of the same name but for the ending, and whether a person decided something about it. */
interface Relative {
  readonly id: bigint;
  readonly office: bigint;
  readonly parent: bigint | null;
  readonly region: string | null;
  readonly decided: bigint;
}

const sameOrNone = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && samePlace(a, b));

/** Bodies whose names differ in the ending alone. */
function ofStem(db: Database.Database, stem: string): Relative[] {
  const endings = ["", "本级", "(本级)", "(机关本级)", "(局本级)", "(机关)", "(汇总)", "(部门)", "(部门汇总)", "汇总"];
  const keys = endings.map((ending) => stem + ending);
  return statement(
    db,
    `SELECT DISTINCT entity.id, entity.kind = 'office' AS office, entity.parent_id AS parent, entity.region_code AS region, EXISTS (
       SELECT 1 FROM entity_change WHERE table_name = 'entity' AND row_key = CAST(entity.id AS TEXT)) AS decided
     FROM entity_name JOIN entity ON entity.id = entity_name.entity_id
     WHERE entity_name.name_key IN (${keys.map(() => "?").join(",")}) AND entity.kind <> 'unit'
     ORDER BY entity.kind = 'department' DESC, entity.uid`,
  ).all(...keys) as Relative[];
}

/** A new body. */
export function insertEntity(
  db: Database.Database,
  row: {
    readonly name: string;
    readonly kind: EntityKind;
    readonly region: string | null;
    readonly level: string | null;
    readonly origin: "document" | "decision";
    /** The name as names are compared. */
    readonly key: string;
  },
): bigint {
  const { name, kind, region, level, origin, key } = row;
  const uid = freeUid(db, bodyId(key, region), null);
  return inserter(db, "entity", "name,kind,region_code,level,origin,uid")(name, kind, region, level, origin, uid);
}

/** Another name of a body; gives the name's id. */
export function addName(db: Database.Database, entity: bigint, name: string, key: string, source: string): bigint {
  return BigInt(
    statement(db, "INSERT INTO entity_name (entity_id, name, name_key, source) VALUES (?, ?, ?, ?)").run(
      entity,
      name,
      key,
      source,
    ).lastInsertRowid,
  );
}

/** A body that only documents made goes when no document and no decision speaks of it any more. */
export function dropUnused(db: Database.Database, id: bigint): void {
  statement(
    db,
    `DELETE FROM entity WHERE id = :id AND origin = 'document'
       AND NOT EXISTS (SELECT 1 FROM filing WHERE entity_id = :id) AND NOT EXISTS (SELECT 1 FROM report WHERE entity_id = :id)
       AND NOT EXISTS (SELECT 1 FROM file_entity WHERE entity_id = :id) AND NOT EXISTS (SELECT 1 FROM entity WHERE merged_into = :id)
       AND NOT EXISTS (SELECT 1 FROM entity_change WHERE table_name = 'entity' AND row_key = CAST(:id AS TEXT))
       AND NOT EXISTS (SELECT 1 FROM entity_name JOIN entity_change ON table_name = 'entity_name' AND row_key = CAST(entity_name.id AS TEXT)
         WHERE entity_name.entity_id = :id)`,
  ).run({ id });
}
