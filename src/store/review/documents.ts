import { FILE } from "../datasets/common.ts";
import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import { keyOf, type Page, type Paging, pageOf } from "./cursor.ts";

/** A document in a list. */
export interface DocumentRow {
  readonly sha256: string;
  readonly file: string;
  readonly title: string | null;
  readonly entity: string | null;
  readonly entityId: string | null;
  readonly regionCode: string | null;
  readonly fiscalYear: number | null;
  readonly types: readonly string[];
  readonly pages: number;
  readonly ocr: boolean;
  readonly records: number;
  readonly tables: number;
  readonly unclaimed: number;
  readonly unread: number;
  readonly doubtful: number;
  readonly troubles: number;
  readonly findings: number;
  /** Whether some report counts it as its effective text. */
  readonly current: boolean;
}

/** Which documents are asked for. */
export interface DocumentsQuestion extends Paging {
  readonly words?: string | undefined;
  readonly entityId?: string | undefined;
  readonly place?: string | undefined;
  readonly fiscalYear?: number | undefined;
  readonly kind?: string | undefined;
  /** Only those with something of this sort. */
  readonly having?: "unread" | "doubtful" | "trouble" | "unclaimed" | undefined;
}

const COLUMNS = `file.sha256 AS sha256, ${FILE} AS file, document.id AS id, document.title AS title,
  coalesce(entity.name, document.entity) AS entity, entity.uid AS entityId, document.region_code AS regionCode,
  document.fiscal_year AS fiscalYear, document.pages AS pages, document.ocr AS ocr, run.records AS records, run.tables AS tables,
  run.unclaimed AS unclaimed, run.unread_cells AS unread, run.troubles + run.units_unknown AS troubles,
  (SELECT count(*) FROM observation AS o WHERE o.run_id = run.id AND o.uncertain = 1) AS doubtful,
  (SELECT count(*) FROM finding WHERE finding.run_id = run.id AND finding.severity <> 'info')
    + (SELECT count(*) FROM across_finding AS f WHERE f.run_id = run.id AND f.severity <> 'info') AS findings,
  (SELECT group_concat(type, ' ') FROM (SELECT type FROM document_type AS t WHERE t.document_id = document.id ORDER BY type)) AS types,
  EXISTS (SELECT 1 FROM current_document AS c WHERE c.id = document.id) AS current`;
const FROM = `document JOIN file ON file.id = document.file_id JOIN run ON run.document_id = document.id
  LEFT JOIN entity ON entity.id = (SELECT filing.entity_id FROM filing WHERE filing.document_id = document.id LIMIT 1)`;

const LIST = `
SELECT ${COLUMNS} FROM ${FROM}
WHERE document.id > :after
  AND (:words IS NULL OR instr(coalesce(document.title, ''), :words) > 0 OR instr(coalesce(entity.name, document.entity, ''), :words) > 0
    OR instr(${FILE}, :words) > 0)
  AND (:entityId IS NULL OR entity.uid = :entityId)
  AND (:place IS NULL OR substr(coalesce(document.region_code, entity.region_code), 1, length(:place)) = :place)
  AND (:fiscalYear IS NULL OR document.fiscal_year = :fiscalYear)
  AND (:kind IS NULL OR EXISTS (SELECT 1 FROM document_type AS t WHERE t.document_id = document.id AND t.type = :kind))
  AND (:having IS NULL OR CASE :having WHEN 'unread' THEN run.unread_cells > 0 WHEN 'trouble' THEN run.troubles + run.units_unknown > 0
    WHEN 'unclaimed' THEN run.unclaimed > 0
    ELSE EXISTS (SELECT 1 FROM observation AS o WHERE o.run_id = run.id AND o.uncertain = 1) END)
ORDER BY document.id LIMIT :limit`;
const ONE = `SELECT ${COLUMNS} FROM ${FROM} WHERE file.sha256 = ?`;

type Stored = Record<string, bigint | string | null>;

function shown(row: Stored): DocumentRow {
  const number = (name: string): number => Number(row[name]);
  return {
    sha256: String(row.sha256),
    file: String(row.file),
    title: row.title as string | null,
    entity: row.entity as string | null,
    entityId: row.entityId as string | null,
    regionCode: row.regionCode as string | null,
    fiscalYear: row.fiscalYear === null ? null : number("fiscalYear"),
    types: row.types === null ? [] : String(row.types).split(" "),
    pages: number("pages"),
    ocr: row.ocr === 1n,
    records: number("records"),
    tables: number("tables"),
    unclaimed: number("unclaimed"),
    unread: number("unread"),
    doubtful: number("doubtful"),
    troubles: number("troubles"),
    findings: number("findings"),
    current: row.current === 1n,
  };
}

/** Documents in the order in which they came. Throws CursorError. */
export function documents(store: Store, question: DocumentsQuestion): Page<DocumentRow> {
  const { words, entityId, place, fiscalYear, kind, having, limit } = question;
  const [after] = keyOf(question.cursor, 1) ?? [0];
  const rows = statement(store.db, LIST).all({
    words: words ?? null,
    entityId: entityId ?? null,
    place: place ?? null,
    fiscalYear: fiscalYear ?? null,
    kind: kind ?? null,
    having: having ?? null,
    after: after as number,
    limit: limit + 1,
  }) as Stored[];
  return pageOf(rows, limit, shown, (row) => [Number(row.id)]);
}

/** Where the bytes of a document came from and how its pages are. */
export interface DocumentDetail extends DocumentRow {
  readonly mediaType: string;
  readonly bytes: number;
  readonly level: string | null;
  readonly filledOn: string | null;
  readonly reader: string;
  readonly engine: string;
  readonly paths: readonly string[];
  /** Where a collection had it from: addresses at a portal, the earliest publication first. */
  readonly sources: readonly {
    readonly address: string;
    readonly foundOn: string | null;
    readonly words: string | null;
    readonly title: string | null;
    readonly site: string | null;
    readonly published: string | null;
    readonly publishedFrom: string | null;
    readonly firstAt: string;
    readonly lastAt: string;
  }[];
  readonly sheets: readonly {
    readonly number: number;
    readonly width: number;
    readonly height: number;
    readonly origin: string;
    readonly confidence: number | null;
  }[];
  readonly trouble: readonly { readonly code: string; readonly place: string | null; readonly message: string }[];
  readonly versions: readonly {
    readonly report: string;
    readonly kind: string;
    readonly scope: string;
    readonly version: number;
    readonly relation: string;
    readonly effective: boolean;
    readonly sha256: string;
    readonly file: string;
  }[];
}

const MORE = `
SELECT run.id AS run, document.id AS document, file.media_type AS mediaType, file.bytes AS bytes, document.level AS level,
  document.filled_on AS filledOn, run.reader AS reader, run.engine AS engine
FROM file JOIN document ON document.file_id = file.id JOIN run ON run.document_id = document.id WHERE file.sha256 = ?`;
const SOURCES = `
SELECT address, found_on AS foundOn, words, title, site, published, published_from AS publishedFrom,
  min(first_at) AS firstAt, max(last_at) AS lastAt
FROM acquisition_source JOIN acquisition ON acquisition.id = acquisition_id JOIN file ON file.id = acquisition.file_id
WHERE sha256 = ? GROUP BY address ORDER BY published IS NULL, published, address`;
const VERSIONS = `
SELECT report.uid AS report, report.kind AS kind, report.scope AS scope, v.version AS version, v.relation AS relation,
  v.effective AS effective, file.sha256 AS sha256, ${FILE} AS file
FROM report_version AS mine JOIN report ON report.id = mine.report_id JOIN report_version AS v ON v.report_id = report.id
  JOIN document ON document.id = v.document_id JOIN file ON file.id = document.file_id
WHERE mine.document_id = ? ORDER BY report.kind, report.id, v.version, file`;

/** One document with its pages, its trouble and the versions of its reports; null where the store has no such file. */
export function documentDetail(store: Store, sha256: string): DocumentDetail | null {
  const { db } = store;
  const row = statement(db, ONE).get(sha256) as Stored | undefined;
  if (!row) return null;
  const more = statement(db, MORE).get(sha256) as Stored;
  const all = <T>(sql: string, id: unknown): T[] => statement(db, sql).all(id) as T[];
  return {
    ...shown(row),
    mediaType: String(more.mediaType),
    bytes: Number(more.bytes),
    level: more.level as string | null,
    filledOn: more.filledOn as string | null,
    reader: String(more.reader),
    engine: String(more.engine),
    paths: statement(
      db,
      "SELECT path FROM acquisition JOIN file ON file.id = acquisition.file_id WHERE sha256 = ? ORDER BY path",
    )
      .pluck()
      .all(sha256) as string[],
    sources: all(SOURCES, sha256),
    sheets: all<Record<string, bigint | number | string | null>>(
      "SELECT number, width, height, origin, confidence FROM page WHERE run_id = ? ORDER BY number",
      more.run,
    ).map(({ number, width, height, origin, confidence }) => ({
      number: Number(number),
      width: Number(width),
      height: Number(height),
      origin: String(origin),
      confidence: confidence === null ? null : Number(confidence),
    })),
    trouble: all("SELECT code, place, message FROM trouble WHERE run_id = ? ORDER BY seq", more.run),
    versions: all<Record<string, bigint | string>>(VERSIONS, more.document).map((v) => ({
      report: String(v.report),
      kind: String(v.kind),
      scope: String(v.scope),
      version: Number(v.version),
      relation: String(v.relation),
      effective: v.effective === 1n,
      sha256: String(v.sha256),
      file: String(v.file),
    })),
  };
}
