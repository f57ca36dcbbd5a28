import { FILE } from "../datasets/common.ts";
import { type EntityRow, entities } from "../entities/list.ts";
import { yuanText } from "../money.ts";
import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import { keyOf, type Page, type Paging, pageOf } from "./cursor.ts";
import { numberOrNull } from "./records.ts";

/** A body in a list. */
export interface BodyRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly regionCode: string | null;
  readonly documents: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** Which bodies are asked for. */
export interface BodiesQuestion extends Paging {
  readonly words?: string | undefined;
  /** Digits of a place. */
  readonly place?: string | undefined;
}

const LIST = `
SELECT e.id AS row, e.uid AS id, e.name, e.kind, e.region_code AS regionCode, count(DISTINCT f.document_id) AS documents,
  min(f.fiscal_year) AS firstYear, max(f.fiscal_year) AS lastYear
FROM entity AS e LEFT JOIN filing AS f ON f.entity_id = e.id
WHERE e.merged_into IS NULL AND e.id > :after
  AND (:words IS NULL OR instr(e.name, :words) > 0 OR EXISTS (SELECT 1 FROM entity_name AS n WHERE n.entity_id = e.id AND instr(n.name, :words) > 0))
  AND (:place IS NULL OR substr(e.region_code, 1, length(:place)) = :place)
GROUP BY e.id ORDER BY e.id LIMIT :limit`;

type Stored = Record<string, bigint | string | null>;

/** Bodies in the order in which they came. Throws CursorError. */
export function bodies(store: Store, { words, place, cursor, limit }: BodiesQuestion): Page<BodyRow> {
  const [after] = keyOf(cursor, 1) ?? [0];
  const rows = statement(store.db, LIST).all({
    words: words ?? null,
    place: place ?? null,
    after: after as number,
    limit: limit + 1,
  }) as Stored[];
  const shown = (row: Stored): BodyRow => ({
    id: String(row.id),
    name: String(row.name),
    kind: String(row.kind),
    regionCode: row.regionCode as string | null,
    documents: Number(row.documents),
    firstYear: numberOrNull(row.firstYear),
    lastYear: numberOrNull(row.lastYear),
  });
  return pageOf(rows, limit, shown, (row) => [Number(row.row)]);
}

/** A body with its names, reports and numbers. */
export interface BodyDetail extends Omit<EntityRow, "id" | "mergedInto" | "reports"> {
  readonly id: string;
  /** The body its documents are filed under by decision. */
  readonly mergedInto: string | null;
  readonly reports: readonly BodyReport[];
  readonly series: readonly BodySeries[];
}

/** A report of a body with its texts. */
export interface BodyReport {
  readonly report: string;
  readonly fiscalYear: number | null;
  readonly kind: string;
  readonly scope: string;
  readonly project: string;
  readonly version: number;
  readonly relation: string;
  readonly effective: boolean;
  readonly sha256: string;
  readonly file: string;
}

/** One number a body states of a year. */
export interface BodySeries {
  readonly concept: string;
  readonly measure: string;
  readonly fiscalYear: number;
  readonly value: string;
  readonly unit: string | null;
  readonly yuan: string | null;
  readonly sha256: string;
  readonly slot: string;
  readonly page: number;
}

const REPORTS = `
SELECT report.uid AS report, report.fiscal_year AS fiscalYear, report.kind, report.scope, report.project, v.version, v.relation, v.effective,
  file.sha256, ${FILE} AS file
FROM report JOIN report_version AS v ON v.report_id = report.id JOIN document ON document.id = v.document_id JOIN file ON file.id = document.file_id
WHERE report.entity_id = ? ORDER BY report.fiscal_year DESC, report.kind, report.id, v.version, file`;
const SERIES = `
SELECT o.concept, o.measure, o.fiscal_year AS fiscalYear, o.value, o.unit, o.fen, file.sha256, o.slot, o.page
FROM filing JOIN current_document AS document ON document.id = filing.document_id JOIN file ON file.id = document.file_id
  JOIN run ON run.document_id = document.id JOIN effective_observation AS o ON o.run_id = run.id
WHERE filing.entity_id = ? AND o.scope IS NULL AND o.fund IS NULL AND o.basis = 'table' AND o.fiscal_year IS NOT NULL
  AND o.measure IN ('actual', 'initial_budget') AND o.concept NOT GLOB 'function*' AND o.concept NOT GLOB 'economic*'
GROUP BY o.concept, o.measure, o.fiscal_year HAVING min(o.id) ORDER BY o.concept, o.measure, o.fiscal_year`;

/** One body by its stable id; null where there is none. */
export function bodyDetail(store: Store, id: string): BodyDetail | null {
  const found = statement(
    store.db,
    "SELECT e.id, into_.uid AS mergedInto FROM entity AS e LEFT JOIN entity AS into_ ON into_.id = e.merged_into WHERE e.uid = ?",
  ).get(id) as { id: bigint; mergedInto: string | null } | undefined;
  if (!found) return null;
  const row = entities(store, { id: Number(found.id) })[0]!;
  const all = (sql: string): Stored[] => statement(store.db, sql).all(found.id) as Stored[];
  return {
    ...row,
    id,
    mergedInto: found.mergedInto,
    reports: all(REPORTS).map((report) => ({
      report: String(report.report),
      fiscalYear: numberOrNull(report.fiscalYear),
      kind: String(report.kind),
      scope: String(report.scope),
      project: String(report.project),
      version: Number(report.version),
      relation: String(report.relation),
      effective: report.effective === 1n,
      sha256: String(report.sha256),
      file: String(report.file),
    })),
    series: all(SERIES).map((value) => ({
      concept: String(value.concept),
      measure: String(value.measure),
      fiscalYear: Number(value.fiscalYear),
      value: String(value.value),
      unit: value.unit as string | null,
      yuan: value.fen === null ? null : yuanText(BigInt(value.fen!)),
      sha256: String(value.sha256),
      slot: String(value.slot),
      page: Number(value.page),
    })),
  };
}
