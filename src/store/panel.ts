import type { Measure } from "../../schemas/index.ts";
import { fenIn } from "./money.ts";
import type { Store } from "./open.ts";
import { statement } from "./statements.ts";

/** One number of a panel: what a body said of a year, and where. */
export interface PanelValue {
  /** The reporting body; the file's name where the document does not say whose it is. */
  readonly entity: string;
  readonly fiscalYear: number;
  /** Exact decimal: money in the unit asked for, anything else as printed. */
  readonly value: string;
  readonly unit: string | null;
  readonly approximate: boolean;
  /** How many other values are stated for the same body and year that rounding does not explain. */
  readonly disagreeing: number;
  readonly path: string;
  readonly page: number;
}

export interface PanelQuestion {
  readonly concept: string;
  readonly measure: Measure;
  /** A row label as printed, for concepts that carry one (`function`). */
  readonly item?: string;
  /** Unit of money the values come back in. */
  readonly unit: string;
}

/**
 * The statement that counts for a body and year: of the whole body before that of a project, all funds before one, exact before
 * approximate, the year's own report before a later one, a table before the prose.
 */
const PANEL = `
WITH said AS (
  SELECT body.id AS body, body.name AS entity, o.fiscal_year AS fiscalYear, o.fen AS fen, o.value AS value, o.unit AS unit,
    o.fund AS fund, coalesce(o.quantum_fen, 0) AS quantum, o.approximate AS approximate, o.page AS page,
    (SELECT min(path) FROM acquisition WHERE acquisition.file_id = document.file_id) AS path,
    ROW_NUMBER() OVER (
      PARTITION BY body.id, o.fiscal_year
      ORDER BY o.fund IS NOT NULL, o.approximate, o.uncertain, document.fiscal_year IS NOT o.fiscal_year,
        document.fiscal_year DESC, o.basis = 'narrative', o.quantum_fen, o.id
    ) AS rank
  FROM effective_observation AS o JOIN run ON run.id = o.run_id JOIN current_document AS document ON document.id = run.document_id
    JOIN entity AS body ON body.id = (SELECT entity_id FROM filing WHERE filing.document_id = document.id LIMIT 1)
  WHERE o.concept = :concept AND o.measure = :measure AND o.scope IS NULL AND o.fiscal_year IS NOT NULL AND (:item IS NULL OR o.item = :item)
)
SELECT chosen.entity, chosen.fiscalYear, chosen.fen, chosen.value, chosen.unit, chosen.approximate, chosen.path,
  chosen.page, count(DISTINCT coalesce(other.fen, other.value)) AS disagreeing
FROM said AS chosen LEFT JOIN said AS other ON other.body = chosen.body AND other.fiscalYear = chosen.fiscalYear
  AND other.fund IS chosen.fund AND other.approximate = 0
  AND CASE WHEN chosen.fen IS NULL OR other.fen IS NULL THEN other.value <> chosen.value
      ELSE 2 * abs(other.fen - chosen.fen) > other.quantum + chosen.quantum END
WHERE chosen.rank = 1 GROUP BY chosen.body, chosen.fiscalYear ORDER BY chosen.entity, chosen.body, chosen.fiscalYear`;

/** The values of one concept by body and year, ordered by body and year. */
export function panel(store: Store, question: PanelQuestion): PanelValue[] {
  const rows = statement(store.db, PANEL).all({
    concept: question.concept,
    measure: question.measure,
    item: question.item ?? null,
  }) as (Pick<PanelValue, "entity" | "value" | "unit" | "path"> &
    Record<"fiscalYear" | "approximate" | "disagreeing" | "page", bigint> & { fen: bigint | null })[];
  return rows.map(({ fen, ...row }) => ({
    ...row,
    value: fen === null ? row.value : fenIn(fen, question.unit),
    unit: fen === null ? row.unit : question.unit,
    fiscalYear: Number(row.fiscalYear),
    approximate: row.approximate === 1n,
    disagreeing: Number(row.disagreeing),
    page: Number(row.page),
  }));
}

/** Which measures the store has for a concept, most frequent first: what to ask instead of an empty panel. */
export function measuresOf(store: Store, concept: string): { readonly measure: string; readonly count: number }[] {
  const rows = statement(
    store.db,
    "SELECT measure, count(*) AS count FROM observation WHERE concept = ? GROUP BY measure ORDER BY count DESC, measure",
  ).all(concept) as { measure: string; count: bigint }[];
  return rows.map(({ measure, count }) => ({ measure, count: Number(count) }));
}
