import { nameKey } from "../entities/names.ts";
import { lineage, regionName, samePlace } from "../entities/regions.ts";
import type { Store } from "../open.ts";
import { statement } from "../statements.ts";
import type { Expected } from "./list.ts";

/** `superseded`: out, and an older text of it was replaced; `late`: out after the day it was due, by its own date. */
export type CoverageStatus = "published" | "missing" | "unreadable" | "superseded" | "late";

/** An expected disclosure with what is held of it. */
export interface CoverageRow extends Expected {
  readonly status: CoverageStatus;
  /** The name shown for it: the body, or the region. */
  readonly label: string;
  /** Texts with different contents. */
  readonly versions: number;
  readonly filledOn: string | null;
  readonly path: string | null;
}

interface Held {
  readonly versions: bigint;
  readonly filledOn: string | null;
  readonly records: bigint;
  readonly path: string;
  readonly region: string | null;
}

const HELD = `
SELECT (SELECT max(version) FROM report_version WHERE report_id = report.id) AS versions, document.filled_on AS filledOn, run.records,
  (SELECT min(path) FROM acquisition WHERE acquisition.file_id = document.file_id) AS path, entity.region_code AS region
FROM report JOIN entity ON entity.id = report.entity_id
  JOIN report_version AS v ON v.report_id = report.id AND v.effective = 1
  JOIN document ON document.id = v.document_id JOIN run ON run.document_id = document.id
WHERE report.fiscal_year = :year AND report.kind = :kind AND (:scope IS NULL OR report.scope = :scope)`;

const BY_NAME = `${HELD} AND report.entity_id IN (
  SELECT coalesce(e.merged_into, e.id) FROM entity_name AS n JOIN entity AS e ON e.id = n.entity_id WHERE n.name_key = :key)
ORDER BY report.part, report.id`;
const BY_REGION = `${HELD} AND entity.region_code = :region ORDER BY report.part, report.id`;

/** What is held of each expected disclosure, in the order of the list. */
export function coverage(store: Store, expected: readonly Expected[]): CoverageRow[] {
  const unread = (statement(store.db, "SELECT path FROM unread_file ORDER BY path").pluck().all() as string[]).map(
    (path) => ({ path, key: nameKey(path) }),
  );
  return expected.map((row) => {
    const held = heldOf(store, row);
    const label = row.entity ?? regionName(row.region!, row.fiscalYear);
    const best = held.find(({ records }) => records > 1n) ?? held[0];
    if (best)
      return {
        ...row,
        label,
        status: statusOf(row, best),
        versions: Number(best.versions),
        filledOn: best.filledOn,
        path: best.path,
      };
    // A file that could not be read counts for the body and year that its path names.
    const named = nameKey(label);
    const broken = unread.find(({ key }) => key.includes(named) && key.includes(String(row.fiscalYear)));
    const status = broken ? "unreadable" : "missing";
    return { ...row, label, status, versions: 0, filledOn: null, path: broken?.path ?? null };
  });
}

function statusOf({ due }: Expected, { records, filledOn, versions }: Held): CoverageStatus {
  // The document record alone: nothing was understood.
  if (records <= 1n) return "unreadable";
  if (due !== null && filledOn !== null && filledOn > due) return "late";
  return versions > 1n ? "superseded" : "published";
}

function heldOf({ db }: Store, { entity, region, fiscalYear, kind, scope }: Expected): Held[] {
  const asked = { year: fiscalYear, kind, scope };
  if (entity !== null)
    return (statement(db, BY_NAME).all({ ...asked, key: nameKey(entity) }) as Held[]).filter(
      (held) => region === null || held.region === null || samePlace(held.region, region),
    );
  const codes = new Set(
    lineage(region!)
      .map(({ code }) => code)
      .filter((code) => samePlace(code, region!)),
  );
  return [...codes.add(region!)].flatMap((code) => statement(db, BY_REGION).all({ ...asked, region: code }) as Held[]);
}
