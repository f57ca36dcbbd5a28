import { DecisionError, findFile } from "../entities/find.ts";
import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import { contentOf, type Said } from "./content.ts";

/** A statement that only one of two texts makes, or that they make differently. */
export interface Difference {
  readonly key: string;
  readonly change: "added" | "removed" | "changed";
  readonly before: Place | null;
  readonly after: Place | null;
}

/** What a text says, and where. */
export type Place = Pick<Said, "value" | "page" | "quote">;

/** A text named by the caller, with its file. */
export interface TextFile {
  readonly document: bigint;
  readonly path: string;
}

/** Two texts beside each other. */
export interface Diff {
  readonly a: TextFile;
  readonly b: TextFile;
  readonly same: number;
  readonly differences: readonly Difference[];
}

const TEXT = `
SELECT document.id AS document, (SELECT min(path) FROM acquisition WHERE acquisition.file_id = file.id) AS path
FROM document JOIN file ON file.id = document.file_id`;

/** A report's version as `REPORT@VERSION` (`12@1`), or a file by path, name or hash. Throws DecisionError. */
export function findText(store: Store, named: string): TextFile {
  const [, report, version] = /^(\d+)@(\d+)$/u.exec(named) ?? [];
  const found =
    report === undefined
      ? statement(store.db, `${TEXT} WHERE file.sha256 = ?`).get(findFile(store.db, named))
      : statement(
          store.db,
          `${TEXT} JOIN report_version AS v ON v.document_id = document.id
           WHERE v.report_id = ? AND v.version = ? ORDER BY v.relation = 'same_content', document.id LIMIT 1`,
        ).get(BigInt(report), BigInt(version!));
  if (!found) throw new DecisionError("no-file", named);
  return found as TextFile;
}

/** What the second text says otherwise than the first, in the order of the first, then what is new. Readings, without corrections. */
export function diffTexts(store: Store, a: TextFile, b: TextFile): Diff {
  const before = contentOf(store.db, a.document);
  const after = contentOf(store.db, b.document);
  const differences: Difference[] = [];
  let same = 0;
  for (const [key, said] of before) {
    const other = after.get(key);
    if (other?.value === said.value) same++;
    else
      differences.push({
        key,
        change: other ? "changed" : "removed",
        before: placeOf(said),
        after: other ? placeOf(other) : null,
      });
  }
  for (const [key, said] of after)
    if (!before.has(key)) differences.push({ key, change: "added", before: null, after: placeOf(said) });
  return { a, b, same, differences };
}

const placeOf = ({ value, page, quote }: Said): Place => ({ value, page, quote });

/** A published text of a logical report. */
export interface VersionRow {
  readonly report: number;
  readonly entity: string;
  readonly fiscalYear: number | null;
  readonly kind: string;
  readonly scope: string;
  readonly project: string;
  readonly part: number;
  readonly version: number;
  readonly relation: "original" | "same_content" | "republished";
  readonly effective: boolean;
  /** What tells which text is the later one; `unknown`: numbers that they state otherwise are disputed. */
  readonly orderBy: "only" | "date" | "words" | "unknown";
  readonly path: string;
}

const VERSIONS = `
SELECT report.id AS report, entity.name AS entity, report.fiscal_year AS fiscalYear, report.kind, report.scope, report.project,
  report.part, v.version, v.relation, v.effective, v.order_by AS orderBy,
  (SELECT min(path) FROM acquisition WHERE acquisition.file_id = document.file_id) AS path
FROM report JOIN entity ON entity.id = report.entity_id JOIN report_version AS v ON v.report_id = report.id
  JOIN document ON document.id = v.document_id
WHERE :all OR EXISTS (SELECT 1 FROM report_version WHERE report_id = report.id AND relation = 'republished')
ORDER BY entity.name, report.fiscal_year, report.kind, report.scope, report.project, report.part, v.version,
  v.relation = 'same_content', path, document.id`;

/** Reports that were published again with changed numbers, with all their texts; with `all`, every report. */
export function versions(store: Store, all = false): VersionRow[] {
  return (statement(store.db, VERSIONS).all({ all: all ? 1 : 0 }) as Record<string, unknown>[]).map((row) => ({
    ...(Object.fromEntries(
      Object.entries(row).map(([k, v]) => [k, typeof v === "bigint" ? Number(v) : v]),
    ) as unknown as VersionRow),
    effective: row.effective === 1n,
  }));
}
