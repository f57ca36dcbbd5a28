import { nameKey } from "../entities/names.ts";
import { lineage, regionName, samePlace } from "../entities/regions.ts";
import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import type { Expected } from "./list.ts";

/** `superseded`: out, and an older text of it was replaced; `late`: out after the day it was due, by the date that is known. */
export type CoverageStatus = "published" | "missing" | "unreadable" | "superseded" | "late";

/** Where a date is from: the list of what is expected, the dates of files, the portal it was collected from, or the form itself (填报日期). */
export type DateSource = "list" | "file" | "portal" | "form";

/** An expected disclosure with what is held of it. */
export interface CoverageRow extends Expected {
  readonly status: CoverageStatus;
  /** The name shown for it: the body, or the region. */
  readonly label: string;
  /** Texts with different contents. */
  readonly versions: number;
  /** The best date known of it: when it came out, else when it was filled in. */
  readonly date: string | null;
  readonly dateFrom: DateSource | null;
  readonly path: string | null;
}

interface Held {
  readonly file: bigint;
  readonly versions: bigint;
  readonly filledOn: string | null;
  /** Facts, indicators, objectives and evaluations: what the text says; an announcement of it says nothing. */
  readonly said: bigint;
  readonly path: string;
  readonly region: string | null;
}

const SAID = ["observation", "indicator", "objective", "evaluation"]
  .map((table) => `(SELECT count(*) FROM ${table} AS s WHERE s.run_id = run.id)`)
  .join(" + ");
const HELD = `
SELECT (SELECT max(version) FROM report_version WHERE report_id = report.id) AS versions, document.filled_on AS filledOn, ${SAID} AS said, document.file_id AS file,
  (SELECT min(path) FROM acquisition WHERE acquisition.file_id = document.file_id) AS path, entity.region_code AS region
FROM report JOIN entity ON entity.id = report.entity_id
  JOIN report_version AS v ON v.report_id = report.id AND v.effective = 1
  JOIN document ON document.id = v.document_id JOIN run ON run.document_id = document.id
WHERE report.fiscal_year = :year AND report.kind = :kind AND (:scope IS NULL OR report.scope = :scope)`;

const BY_NAME = `${HELD} AND report.entity_id IN (
  SELECT coalesce(e.merged_into, e.id) FROM entity_name AS n JOIN entity AS e ON e.id = n.entity_id WHERE n.name_key = :key)
ORDER BY report.part, report.id`;
const BY_REGION = `${HELD} AND entity.region_code = :region ORDER BY report.part, report.id`;

const PUBLISHED = `
SELECT min(published) FROM acquisition_source JOIN acquisition ON acquisition.id = acquisition_source.acquisition_id WHERE file_id = ?`;

/** What is held of each expected disclosure, in the order of the list; `dates` tells when files came out, by path or name. */
export function coverage(
  store: Store,
  expected: readonly Expected[],
  dates: ReadonlyMap<string, string> = new Map(),
): CoverageRow[] {
  const unread = (
    statement(store.db, "SELECT path, coalesce(called, '') AS called FROM unread_file ORDER BY path").all() as {
      path: string;
      called: string;
    }[]
  ).map(({ path, called }) => ({ path, key: nameKey(`${path}\n${called}`) }));
  return expected.map((row) => {
    const held = heldOf(store, row);
    const label = row.entity ?? regionName(row.region!, row.fiscalYear);
    // Beside the text itself its announcement may be held, a page with nothing but the link.
    const best = held.reduce<Held | undefined>(
      (most, other) => (most && most.said >= other.said ? most : other),
      undefined,
    );
    if (best) {
      const dated = dateOf(store, row, best, dates);
      const status = statusOf(row, best, dated.date);
      return { ...row, label, status, versions: Number(best.versions), ...dated, path: best.path };
    }
    // A file that could not be read counts for the body and year that its path names, or the portal it was collected from.
    const named = nameKey(label);
    const broken = unread.find(({ key }) => key.includes(named) && key.includes(String(row.fiscalYear)));
    const status = broken ? "unreadable" : "missing";
    const date = row.published;
    const dateFrom = date === null ? null : "list";
    return { ...row, label, status, versions: 0, date, dateFrom, path: broken?.path ?? null };
  });
}

/** The list knows best when a disclosure came out, then the dates of its file, then its portal; a form's own date is when it was filled in. */
function dateOf(
  { db }: Store,
  { published }: Expected,
  { file, filledOn }: Held,
  dates: ReadonlyMap<string, string>,
): Pick<CoverageRow, "date" | "dateFrom"> {
  if (published !== null) return { date: published, dateFrom: "list" };
  if (dates.size > 0) {
    const names = statement(db, "SELECT path, name FROM acquisition WHERE file_id = ? ORDER BY path").all(file);
    for (const { path, name } of names as { path: string; name: string }[]) {
      const date = dates.get(path) ?? dates.get(name);
      if (date !== undefined) return { date, dateFrom: "file" };
    }
  }
  const portal = statement(db, PUBLISHED).pluck().get(file) as string | null;
  if (portal !== null) return { date: portal, dateFrom: "portal" };
  return { date: filledOn, dateFrom: filledOn === null ? null : "form" };
}

function statusOf({ due }: Expected, { said, versions }: Held, date: string | null): CoverageStatus {
  if (said === 0n) return "unreadable";
  if (due !== null && date !== null && date > due) return "late";
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
