import type { Measure } from "../../schemas/index.ts";
import { CHOICE } from "./choice.ts";
import { BODY_ID, DOCUMENT_SCOPE, FILE } from "./datasets/common.ts";
import { fenIn } from "./money.ts";
import type { ReportScope } from "./reports/scope.ts";
import { statement } from "./statements.ts";
import type { Store } from "./store.ts";

/** What a panel is asked in: a measure, or `estimated`, what a budget prints as carried out before the accounts were made. */
export type PanelMeasure = Measure | "estimated";

/** What a later report says of the same year, where rounding does not explain the difference. */
export interface Restated {
  readonly value: string;
  /** Year of the latest report that states it otherwise. */
  readonly sourceYear: number;
  readonly path: string;
  readonly page: number;
}

/** One number of a panel: what a body said of a year, and where. Nominal, as stated; nothing is imputed. */
export interface PanelValue {
  readonly concept: string;
  readonly measure: PanelMeasure;
  /** Number of the body in the store: two bodies may have one name. */
  readonly body: number;
  /** Stable id of the body. */
  readonly entityId: string;
  /** The reporting body; the file's name where the document does not say whose it is. */
  readonly entity: string;
  readonly regionCode: string | null;
  /** The body it belongs to, where that is known, and its id. */
  readonly parent: string | null;
  readonly parentId: string | null;
  /** How far the number reaches: 部门 with its units, 本级, 单位 are never one cell. */
  readonly scope: ReportScope | "sum_of_units";
  /** How many units a sum is of; null for what is stated. */
  readonly summed: number | null;
  readonly fiscalYear: number;
  /** Exact decimal: money in the unit asked for, anything else as printed. */
  readonly value: string;
  readonly unit: string | null;
  readonly basis: "table" | "narrative";
  readonly approximate: boolean;
  /**
   * How many other values are stated for the same body, scope and year that rounding does not explain, in texts of unknown order included.
   */
  readonly disagreeing: number;
  /** Findings speak of it, it is stated otherwise elsewhere, or a correction and the reading disagree: never to be shown without a mark. */
  readonly disputed: boolean;
  /** `machine`, or what a person decided: `corrected`, `confirmed`, `added`, `disputed`. */
  readonly status: "machine" | "corrected" | "confirmed" | "added" | "disputed";
  readonly restated: Restated | null;
  /** Findings (errors and warnings) that speak of this number, those between documents included. */
  readonly findings: number;
  /** Year of the report it is taken from: a later one where the year's own report is not held or silent. */
  readonly sourceYear: number | null;
  /** Key of the document, its file, and the key of the record. */
  readonly document: string;
  readonly path: string;
  readonly page: number;
  /** Where on the page: left, top, right, bottom in points. */
  readonly box: readonly [number, number, number, number] | null;
  readonly quote: string | null;
  /** The bytes and the address in them, and both as the key of the record. */
  readonly sha256: string;
  readonly slot: string;
  readonly record: string;
}

/** What a panel is asked for. */
export interface PanelQuestion {
  readonly concept: string;
  readonly measure: PanelMeasure;
  /** Only numbers that reach so far. */
  readonly scope?: ReportScope;
  /** A row label as printed, for concepts that carry one (`function`). */
  readonly item?: string;
  /** Part of the body's name. */
  readonly entity?: string;
  /** Only these bodies, by their numbers in the store. */
  readonly bodies?: readonly number[];
  /** First and last year, both included. */
  readonly from?: number;
  readonly to?: number;
  /** Unit of money the values come back in. */
  readonly unit: string;
}

/** Every body: by the concept. */
const OF_ALL = `effective_observation AS o JOIN run ON run.id = o.run_id JOIN current_document AS document ON document.id = run.document_id
  WHERE o.concept = :concept AND o.measure = :measure AND o.estimated = :estimated`;
/** Some bodies: from them to their documents, and there by the address of the statement, which begins with the concept. */
const ofSome = (bodies: string): string => `(
    SELECT DISTINCT document_id FROM filing WHERE entity_id IN (${bodies})
  ) AS asked CROSS JOIN current_document AS document ON document.id = asked.document_id
  CROSS JOIN run ON run.document_id = document.id CROSS JOIN effective_observation AS o ON o.run_id = run.id
  WHERE o.slot >= :concept || '|' AND o.slot < :concept || '}' AND +o.concept = :concept AND +o.measure = :measure
    AND o.estimated = :estimated`;

/**
 * Other values of the number in another text of the report, where nothing tells which text is the later one: from the report to its texts and
 * there by the address, never through all statements of the concept.
 */
const RIVALS = `
    SELECT count(DISTINCT rival.value) FROM report_version AS own CROSS JOIN report_version AS other ON other.report_id = own.report_id
      CROSS JOIN run ON run.document_id = other.document_id CROSS JOIN effective_observation AS rival ON rival.run_id = run.id
    WHERE own.document_id = said.documentId AND own.effective = 1 AND own.order_by = 'unknown'
      AND other.version <> own.version AND other.relation <> 'same_content'
      AND rival.slot >= :concept || '|' AND rival.slot < :concept || '}' AND +rival.concept = :concept AND +rival.measure = :measure
      AND +rival.fiscal_year = said.fiscalYear AND rival.scope IS NULL AND rival.fund IS said.fund AND rival.approximate = 0
      AND CASE WHEN rival.fen IS NULL OR said.fen IS NULL THEN rival.value <> said.value
        ELSE 2 * abs(rival.fen - said.fen) > said.quantum + coalesce(rival.quantum_fen, 0) END`;

/** Every statement of the number by body, scope and year, the one that counts first. */
const saidBy = (source: string): string => `
WITH said AS (
  SELECT o.id AS id, ${BODY_ID} AS body, ${DOCUMENT_SCOPE} AS scope, o.fiscal_year AS fiscalYear, document.id AS documentId,
    o.fen AS fen, o.value AS value, o.unit AS unit, o.fund AS fund, coalesce(o.quantum_fen, 0) AS quantum, o.status AS status,
    o.basis AS basis, o.approximate AS approximate, document.fiscal_year AS sourceYear, o.page AS page, ${FILE} AS path,
    (SELECT sha256 FROM file WHERE file.id = document.file_id) AS sha256, o.slot AS slot, o.quote AS quote, o.x0, o.y0, o.x1, o.y1,
    row_number() OVER (PARTITION BY ${BODY_ID}, ${DOCUMENT_SCOPE}, o.fiscal_year ORDER BY ${CHOICE}) AS choice
  FROM ${source} AND o.scope IS NULL AND (:item IS NULL OR o.item = :item)
    AND o.fiscal_year >= :from AND o.fiscal_year <= :to
)
SELECT said.*, entity.uid AS entityId, entity.name AS entity, entity.region_code AS regionCode, parent.name AS parent, parent.uid AS parentId,
  CASE choice WHEN 1 THEN (
    SELECT count(DISTINCT finding.id) FROM finding_side JOIN finding ON finding.id = finding_side.finding_id
    WHERE finding_side.observation_id = said.id AND finding.severity <> 'info' AND finding.settled = 0) + (
    SELECT count(DISTINCT finding.id) FROM across_side JOIN across_finding AS finding ON finding.id = across_side.finding_id
    WHERE across_side.observation_id = said.id AND finding.severity <> 'info') ELSE 0 END AS findings,
  CASE choice WHEN 1 THEN (${RIVALS}) ELSE 0 END AS rivals
FROM said JOIN entity ON entity.id = said.body LEFT JOIN entity AS parent ON parent.id = entity.parent_id
WHERE (:entity IS NULL OR instr(entity.name, :entity) > 0) AND (:scope IS NULL OR said.scope = :scope)
ORDER BY entity.name, entity.region_code, entity.uid, said.scope, said.fiscalYear, said.choice`;
const SAID_OF_ALL = saidBy(OF_ALL);
const SAID_OF_NAMED = saidBy(ofSome("SELECT id FROM entity WHERE instr(name, :entity) > 0"));
const SAID_OF_LISTED = saidBy(ofSome("SELECT value FROM json_each(:bodies)"));

interface Said {
  readonly body: bigint;
  readonly entityId: string;
  readonly entity: string;
  readonly regionCode: string | null;
  readonly parent: string | null;
  readonly parentId: string | null;
  readonly scope: ReportScope;
  readonly status: PanelValue["status"];
  readonly sha256: string;
  readonly slot: string;
  readonly quote: string | null;
  readonly x0: number | null;
  readonly y0: number | null;
  readonly x1: number | null;
  readonly y1: number | null;
  readonly rivals: bigint;
  readonly fiscalYear: bigint;
  readonly fen: bigint | null;
  readonly value: string;
  readonly unit: string | null;
  readonly fund: string | null;
  readonly quantum: bigint;
  readonly basis: "table" | "narrative";
  readonly approximate: bigint;
  readonly sourceYear: bigint | null;
  readonly page: bigint;
  readonly path: string;
  readonly choice: bigint;
  readonly findings: bigint;
}

/** Years of a question that names none. */
export const EARLIEST = 0;
export const LATEST = 9999;

/** A measure as statements carry it: what was estimated is an amount spent, marked. */
export const storedMeasure = (measure: PanelMeasure): { readonly measure: Measure; readonly estimated: 0 | 1 } =>
  measure === "estimated" ? { measure: "actual", estimated: 1 } : { measure, estimated: 0 };

/** The values of one concept by body and year, ordered by body and year. */
export function panel(store: Store, question: PanelQuestion): PanelValue[] {
  const { concept, measure, item = null, entity = null, scope = null, from = EARLIEST, to = LATEST, bodies } = question;
  const said = bodies !== undefined ? SAID_OF_LISTED : entity === null ? SAID_OF_ALL : SAID_OF_NAMED;
  const rows = statement(store.db, said).iterate({
    ...(bodies === undefined ? {} : { bodies: JSON.stringify(bodies) }),
    concept,
    ...storedMeasure(measure),
    item,
    entity,
    scope,
    from,
    to,
  }) as IterableIterator<Said>;
  const values: PanelValue[] = [];
  let cell: Said[] = [];
  const close = (): void => {
    if (cell.length > 0) values.push(panelValue(cell, question));
  };
  for (const row of rows) {
    if (row.choice === 1n) {
      close();
      cell = [];
    }
    cell.push(row);
  }
  close();
  return values;
}

function panelValue(said: readonly Said[], { concept, measure, unit }: PanelQuestion): PanelValue {
  const [chosen, ...rest] = said as [Said, ...Said[]];
  const shown = (row: Said): string => (row.fen === null ? row.value : fenIn(row.fen, unit));
  const others = rest.filter((row) => row.fund === chosen.fund && row.approximate === 0n && differ(row, chosen));
  const later = others
    .filter(({ sourceYear }) => sourceYear !== null && sourceYear > (chosen.sourceYear ?? chosen.fiscalYear))
    .reduce<Said | null>((last, row) => (last === null || row.sourceYear! > last.sourceYear! ? row : last), null);
  const disagreeing =
    new Set(others.map(({ fen, value }) => (fen === null ? value : String(fen)))).size + Number(chosen.rivals);
  const findings = Number(chosen.findings);
  const document = chosen.sha256.slice(0, 16);
  return {
    concept,
    measure,
    body: Number(chosen.body),
    entityId: chosen.entityId,
    scope: chosen.scope,
    summed: null,
    parentId: chosen.parentId,
    entity: chosen.entity,
    regionCode: chosen.regionCode,
    parent: chosen.parent,
    fiscalYear: Number(chosen.fiscalYear),
    value: shown(chosen),
    unit: chosen.fen === null ? chosen.unit : unit,
    basis: chosen.basis,
    approximate: chosen.approximate === 1n,
    disagreeing,
    disputed: disagreeing > 0 || findings > 0 || chosen.status === "disputed",
    status: chosen.status,
    restated: later && {
      value: shown(later),
      sourceYear: Number(later.sourceYear),
      path: later.path,
      page: Number(later.page),
    },
    findings,
    sourceYear: chosen.sourceYear === null ? null : Number(chosen.sourceYear),
    document,
    path: chosen.path,
    page: Number(chosen.page),
    box: chosen.x0 === null ? null : [Number(chosen.x0), Number(chosen.y0), Number(chosen.x1), Number(chosen.y1)],
    quote: chosen.quote,
    sha256: chosen.sha256,
    slot: chosen.slot,
    record: `${document}:${chosen.slot}`,
  };
}

/** Whether two statements differ by more than half of both printed steps. */
function differ(a: Said, b: Said): boolean {
  if (a.fen === null || b.fen === null) return a.value !== b.value;
  const difference = a.fen - b.fen;
  return 2n * (difference < 0n ? -difference : difference) > a.quantum + b.quantum;
}
