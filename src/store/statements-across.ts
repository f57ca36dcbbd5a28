import type { Fact, Fund, Measure } from "../../schemas/index.ts";
import type { Store } from "./open.ts";
import { statement } from "./statements.ts";

/** One document with what it states of the whole body in the amounts and counts that another document can repeat. */
export interface BodyDocument {
  readonly file: string;
  readonly entity: string;
  readonly fiscalYear: number;
  readonly types: readonly string[];
  readonly facts: readonly Fact[];
}

const FACTS = `
SELECT document.id AS document, body.name AS entity, document.fiscal_year AS documentYear,
  (SELECT group_concat(type) FROM document_type WHERE document_type.document_id = document.id) AS types,
  (SELECT min(path) FROM acquisition WHERE acquisition.file_id = document.file_id) AS file,
  o.concept, o.item, o.code, o.measure, o.fiscal_year AS fiscalYear, o.fund, o.value, o.unit, o.fen, o.basis,
  o.page, o.quote, grid.number AS tableNumber
FROM effective_observation AS o JOIN run ON run.id = o.run_id JOIN document ON document.id = run.document_id
  JOIN entity AS body ON body.id = (SELECT entity_id FROM filing WHERE filing.document_id = document.id LIMIT 1)
  LEFT JOIN grid ON grid.id = o.grid_id
WHERE o.scope IS NULL AND o.approximate = 0 AND o.uncertain = 0 AND o.change_of IS NULL
  AND document.entity IS NOT NULL AND document.fiscal_year IS NOT NULL AND o.fiscal_year IS NOT NULL
  AND o.measure IN ('actual', 'initial_budget', 'count') AND o.concept NOT IN ('function', 'economic', 'project')
  AND (:entity IS NULL OR instr(body.name, :entity) > 0)
ORDER BY body.name, body.id, documentYear, document.id, o.basis = 'narrative', o.id`;

interface Row {
  readonly document: bigint;
  readonly entity: string;
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

/** Documents of bodies, ordered by body and year: what cross-document rules compare. */
export function bodyDocuments(store: Store, entity: string | null = null): BodyDocument[] {
  const documents = new Map<bigint, BodyDocument & { readonly facts: Fact[] }>();
  for (const row of statement(store.db, FACTS).iterate({ entity }) as IterableIterator<Row>) {
    let known = documents.get(row.document);
    if (!known) {
      const { file } = row;
      known = {
        file,
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
  concept: row.concept,
  item: row.item,
  code: row.code,
  measure: row.measure,
  fiscalYear: Number(row.fiscalYear),
  scope: null,
  fund: row.fund,
  value: row.value,
  unit: row.unit,
  yuan: row.fen === null ? null : yuanOf(row.fen),
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

/** 分 → 元 as a decimal: 12345 → "123.45". */
function yuanOf(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
