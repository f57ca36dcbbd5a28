import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import type { EntityKind } from "./names.ts";
import { lineage, type RegionRow, regionsNamed } from "./regions.ts";

/** A body with its names and what is held of it. */
export interface EntityRow {
  readonly id: number;
  readonly name: string;
  readonly kind: EntityKind;
  readonly region: string | null;
  readonly level: string | null;
  readonly parent: string | null;
  readonly mergedInto: number | null;
  /** All names, with years and source, and the years of the documents that print them. */
  readonly names: readonly NameRow[];
  readonly documents: number;
  readonly reports: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** A name of a body: the years it is valid for, and those of the documents that print it. */
export interface NameRow {
  readonly name: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly source: "document" | "alias" | "rename" | "split";
  readonly seenFrom: number | null;
  readonly seenTo: number | null;
}

const ENTITIES = `
SELECT e.id, e.name, e.kind, e.region_code AS region, e.level, p.name AS parent, e.merged_into AS mergedInto,
  (SELECT count(DISTINCT document_id) FROM filing WHERE entity_id = e.id) AS documents,
  (SELECT count(*) FROM report WHERE entity_id = e.id) AS reports,
  (SELECT min(fiscal_year) FROM filing WHERE entity_id = e.id) AS firstYear,
  (SELECT max(fiscal_year) FROM filing WHERE entity_id = e.id) AS lastYear
FROM entity AS e LEFT JOIN entity AS p ON p.id = e.parent_id
WHERE (:words IS NULL OR EXISTS (SELECT 1 FROM entity_name AS n WHERE n.entity_id = e.id AND instr(n.name, :words) > 0) OR instr(e.name, :words) > 0)
  AND (:id IS NULL OR e.id = :id)
ORDER BY e.region_code, e.name, e.id`;

const NAMES = `
SELECT n.name, n.valid_from AS "from", n.valid_to AS "to", n.source, min(f.fiscal_year) AS seenFrom, max(f.fiscal_year) AS seenTo
FROM entity_name AS n LEFT JOIN filing AS f ON f.name_key = n.name_key
WHERE n.entity_id = ? GROUP BY n.id ORDER BY coalesce(n.valid_from, 0), n.id`;

/** Which bodies are asked for. */
export interface EntityQuestion {
  /** Part of one of its names. */
  readonly words?: string;
  /** A code or name of a region: bodies of this place under all codes it had. */
  readonly region?: string;
  /** Its number in the store. */
  readonly id?: number;
}

/** The bodies of the store, by region and name. */
export function entities(store: Store, { words, region, id }: EntityQuestion = {}): EntityRow[] {
  const codes = region === undefined ? null : new Set(regionLine(region).map(({ code }) => code));
  const rows = statement(store.db, ENTITIES).all({ words: words ?? null, id: id ?? null }) as Record<string, unknown>[];
  return rows
    .filter((row) => codes === null || codes.has(String(row.region)))
    .map((row) => ({
      ...(numbers(row) as unknown as Omit<EntityRow, "names">),
      names: (statement(store.db, NAMES).all(row.id) as Record<string, unknown>[]).map(
        (name) => numbers(name) as unknown as NameRow,
      ),
    }));
}

/** A place under all codes it had, earliest first: 430221 株洲县 (1981–2018) → 430212 渌口区 (2018–). */
export function regionLine(codeOrName: string): RegionRow[] {
  const found = new Map<string, RegionRow>();
  for (const { code } of regionsNamed(codeOrName))
    for (const row of lineage(code)) found.set(`${row.code}/${row.from}`, row);
  return [...found.values()];
}

/** One decision about bodies. */
export interface EventRow {
  readonly id: number;
  readonly action: string;
  readonly note: string;
  readonly undoneBy: number | null;
}

/** What was decided about bodies, oldest first. */
export function entityHistory(store: Store): EventRow[] {
  const rows = statement(
    store.db,
    `SELECT id, action, note, (SELECT max(u.id) FROM entity_event AS u WHERE u.undoes = e.id) AS undoneBy
     FROM entity_event AS e ORDER BY id`,
  ).all() as Record<string, unknown>[];
  return rows.map((row) => numbers(row) as unknown as EventRow);
}

const numbers = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === "bigint" ? Number(v) : v]));
