import type { Fact, Fund, Measure } from "../../schemas/index.ts";
import { conceptNamed } from "../lib/concept.ts";
import { yuanText } from "./money.ts";
import { statement } from "./statements.ts";
import type { Store } from "./store.ts";

/** One document with what it states of the whole body in the amounts and counts that another document can repeat. */
export interface BodyDocument {
  /** The document's id in the store. */
  readonly document: string;
  readonly file: string;
  readonly entity: string;
  readonly title: string | null;
  readonly region: string | null;
  readonly fiscalYear: number;
  readonly types: readonly string[];
  readonly facts: readonly Fact[];
}

const FACTS = `
SELECT document.id AS document, body.name AS entity, document.title, document.region_code AS region, document.fiscal_year AS documentYear,
  (SELECT group_concat(type) FROM document_type WHERE document_type.document_id = document.id) AS types,
  (SELECT min(path) FROM acquisition WHERE acquisition.file_id = document.file_id) AS file,
  o.concept, o.item, o.code, o.measure, o.fiscal_year AS fiscalYear, o.fund, o.value, o.unit, o.fen, o.basis,
  o.page, o.quote, grid.number AS tableNumber
FROM entity AS body CROSS JOIN document CROSS JOIN run ON run.document_id = document.id
  CROSS JOIN effective_observation AS o ON o.run_id = run.id
  LEFT JOIN grid ON grid.id = o.grid_id
WHERE body.id = :body AND document.id IN (
    SELECT document_id FROM filing WHERE entity_id = :body
    EXCEPT SELECT document_id FROM report_version WHERE relation = 'same_content'
      AND document_id IN (SELECT document_id FROM filing WHERE entity_id = :body)
      AND NOT EXISTS (SELECT 1 FROM report_version AS own WHERE own.document_id = report_version.document_id AND own.relation <> 'same_content')
  )
  AND o.scope IS NULL AND o.approximate = 0 AND o.uncertain = 0 AND o.change_of IS NULL
  AND document.fiscal_year IS NOT NULL AND o.fiscal_year IS NOT NULL
  AND o.measure IN ('actual', 'initial_budget', 'count') AND o.concept NOT IN ('function', 'economic', 'project')
ORDER BY documentYear, document.id, o.basis = 'narrative', o.id`;

interface Row {
  readonly document: bigint;
  readonly entity: string;
  readonly title: string | null;
  readonly region: string | null;
  readonly documentYear: bigint;
  readonly types: string | null;
  readonly file: string;
  readonly concept: string;
  readonly item: string | null;
  readonly code: string | null;
  readonly measure: Measure;
  readonly fiscalYear: bigint;
  readonly fund: Fund | null;
  readonly value: string;
  readonly unit: string | null;
  readonly fen: bigint | null;
  readonly basis: "table" | "narrative";
  readonly page: bigint;
  readonly quote: string | null;
  readonly tableNumber: bigint | null;
}

/**
 * The documents filed under one body, ordered by year, with the values that count: what rules between documents compare. A copy that
 * says nothing but what another text says is not among them.
 */
export function bodyDocuments(store: Store, body: bigint): BodyDocument[] {
  const documents = new Map<bigint, BodyDocument & { readonly facts: Fact[] }>();
  for (const row of statement(store.db, FACTS).iterate({ body }) as IterableIterator<Row>) {
    let known = documents.get(row.document);
    if (!known) {
      const { file, title, region } = row;
      known = {
        document: row.document.toString(),
        file,
        title,
        region,
        entity: row.entity,
        fiscalYear: Number(row.documentYear),
        types: (row.types ?? "").split(","),
        facts: [],
      };
      documents.set(row.document, known);
    }
    known.facts.push(factOf(row));
  }
  return [...documents.values()];
}

const factOf = (row: Row): Fact => ({
  kind: "fact",
  concept: conceptNamed(row.concept),
  item: row.item,
  code: row.code,
  measure: row.measure,
  fiscalYear: Number(row.fiscalYear),
  scope: null,
  fund: row.fund,
  value: row.value,
  unit: row.unit,
  yuan: row.fen === null ? null : yuanText(row.fen),
  basis: row.basis,
  source: {
    page: Number(row.page),
    bbox: null,
    table: row.tableNumber === null ? null : Number(row.tableNumber),
    row: null,
    col: null,
    quote: row.quote,
  },
});
