import { yuanText } from "../money.ts";
import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import { keyOf, type Page, type Paging, pageOf } from "./cursor.ts";

/** A box on a page: left, top, right, bottom in points. */
export type StoredBox = readonly [number, number, number, number];

/** One number of a document with its meaning and its place. */
export interface RecordRow {
  readonly slot: string;
  readonly concept: string;
  readonly item: string | null;
  readonly code: string | null;
  readonly measure: string;
  readonly fiscalYear: number | null;
  readonly scope: string | null;
  readonly fund: string | null;
  readonly basis: string;
  /** As it counts: corrected where a person corrected it. */
  readonly value: string;
  readonly unit: string | null;
  /** 元 as a decimal; null where it is no money. */
  readonly yuan: string | null;
  /** What the program read, where that is not what counts. */
  readonly read: string | null;
  readonly status: string;
  readonly uncertain: boolean;
  readonly alternatives: readonly string[];
  readonly approximate: boolean;
  readonly page: number;
  readonly box: StoredBox | null;
  readonly table: number | null;
  readonly row: number | null;
  readonly col: number | null;
  readonly quote: string | null;
  readonly extractor: string | null;
}

const RECORDS = `
SELECT o.id AS id, o.slot AS slot, o.concept AS concept, o.item AS item, o.code AS code, o.measure AS measure, o.fiscal_year AS fiscalYear,
  o.scope AS scope, o.fund AS fund, o.basis AS basis, CASE e.status WHEN 'corrected' THEN e.value ELSE o.value END AS value,
  CASE e.status WHEN 'corrected' THEN e.unit ELSE o.unit END AS unit, CASE e.status WHEN 'corrected' THEN e.fen ELSE o.fen END AS fen,
  CASE WHEN e.status = 'corrected' THEN o.value || coalesce(o.unit, '') END AS read,
  coalesce(e.status, CASE o.added WHEN 1 THEN 'added' ELSE 'machine' END) AS status, o.uncertain AS uncertain,
  o.alternatives AS alternatives, o.approximate AS approximate, o.page AS page, o.x0 AS x0, o.y0 AS y0, o.x1 AS x1, o.y1 AS y1,
  grid.number AS "table", o.row AS row, o.col AS col, o.quote AS quote, o.extractor AS extractor
FROM file JOIN document ON document.file_id = file.id JOIN run ON run.document_id = document.id JOIN observation AS o ON o.run_id = run.id
  LEFT JOIN observation_effect AS e ON e.observation_id = o.id LEFT JOIN grid ON grid.id = o.grid_id
WHERE file.sha256 = :sha256 AND (:page IS NULL OR o.page = :page) AND (:doubtful = 0 OR o.uncertain = 1) AND o.id > :after
ORDER BY o.id LIMIT :limit`;

type Stored = Record<string, bigint | number | string | null>;

/** The corners as a box; null where the record has none. */
export const boxOf = ({ x0, y0, x1, y1 }: Stored): StoredBox | null =>
  x0 === null || x0 === undefined ? null : [Number(x0), Number(y0), Number(x1), Number(y1)];

/** A number of the database as JSON has it. */
export const numberOrNull = (n: bigint | number | string | null | undefined): number | null =>
  n === null || n === undefined ? null : Number(n);

const shown = (row: Stored): RecordRow => ({
  slot: String(row.slot),
  concept: String(row.concept),
  item: row.item as string | null,
  code: row.code as string | null,
  measure: String(row.measure),
  fiscalYear: numberOrNull(row.fiscalYear),
  scope: row.scope as string | null,
  fund: row.fund as string | null,
  basis: String(row.basis),
  value: String(row.value),
  unit: row.unit as string | null,
  yuan: row.fen === null ? null : yuanText(row.fen as bigint),
  read: row.read as string | null,
  status: String(row.status),
  uncertain: row.uncertain === 1n,
  alternatives: row.alternatives === null ? [] : String(row.alternatives).split("\n"),
  approximate: row.approximate === 1n,
  page: Number(row.page),
  box: boxOf(row),
  table: numberOrNull(row.table),
  row: numberOrNull(row.row),
  col: numberOrNull(row.col),
  quote: row.quote as string | null,
  extractor: row.extractor as string | null,
});

/** Which numbers of a document are asked for. */
export interface RecordsQuestion extends Paging {
  readonly sha256: string;
  readonly page?: number | undefined;
  readonly doubtful?: boolean | undefined;
}

/** The numbers of a document in the order in which they were read. Throws CursorError. */
export function records(store: Store, { sha256, page, doubtful, cursor, limit }: RecordsQuestion): Page<RecordRow> {
  const [after] = keyOf(cursor, 1) ?? [0];
  const rows = statement(store.db, RECORDS).all({
    sha256,
    page: page ?? null,
    doubtful: doubtful ? 1 : 0,
    after: after as number,
    limit: limit + 1,
  }) as Stored[];
  return pageOf(rows, limit, shown, (row) => [Number(row.id)]);
}

/** An indicator of a self-evaluation, on its page. */
export interface IndicatorRow {
  readonly scope: string | null;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly level3: string;
  readonly target: string | null;
  readonly actual: string | null;
  readonly weight: string | null;
  readonly score: string | null;
  readonly reason: string | null;
  readonly uncertain: boolean;
  readonly page: number;
  readonly box: StoredBox | null;
}

const INDICATORS = `
SELECT i.scope, i.level1, i.level2, i.level3, i.target, i.actual, i.weight, i.score, i.reason, i.uncertain, i.page, i.x0, i.y0, i.x1, i.y1
FROM file JOIN document ON document.file_id = file.id JOIN run ON run.document_id = document.id JOIN indicator AS i ON i.run_id = run.id
WHERE file.sha256 = :sha256 AND (:page IS NULL OR i.page = :page) ORDER BY i.seq`;

/** The indicators of a document, or of one of its pages. */
export function indicatorRows(store: Store, sha256: string, page: number | null): IndicatorRow[] {
  return (statement(store.db, INDICATORS).all({ sha256, page }) as Stored[]).map((row) => ({
    ...(row as unknown as IndicatorRow),
    uncertain: row.uncertain === 1n,
    page: Number(row.page),
    box: boxOf(row),
  }));
}
