import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import { BODY } from "./common.ts";
import { type Dataset, exactColumn } from "./dataset.ts";
import { documents } from "./documents.ts";
import { economicLines, facts, functionalLines, projectLines } from "./facts.ts";
import { findingSides, findings } from "./findings.ts";
import { evaluations, indicators, objectives } from "./performance.ts";
import { entities, reports, reportTexts } from "./registry.ts";
import { sections } from "./sections.ts";

export type { ColumnType, Dataset } from "./dataset.ts";

/** Every dataset in the order in which it is exported and documented. */
export const DATASETS: readonly Dataset[] = [
  documents,

  ...sections,
  functionalLines,
  economicLines,
  projectLines,
  indicators,
  objectives,
  evaluations,
  findings,
  findingSides,
  entities,
  reports,
  reportTexts,
  facts,
];

/** A row: values in the order of the columns; money in 分, counts and flags as bigint. */
export type DatasetRow = readonly (string | bigint | null)[];

/** Documents in the order of the exports: by body, year and contents. */
const DOCUMENTS = `SELECT document.id, file.sha256 FROM document JOIN file ON file.id = document.file_id
ORDER BY ${BODY}, document.fiscal_year, file.sha256`;

/** What of a dataset is asked for: everything, or the rows of what changed after a number of the sequence. */
export interface RowQuestion {
  readonly since?: number | undefined;
}

const CHANGED = "SELECT key FROM change WHERE subject = ? AND gone = 0 AND seq > ?";

/** All rows of a dataset in a fixed order, however the files came in; or those of documents, bodies and reports that changed. */
export function* datasetRows(store: Store, dataset: Dataset, { since }: RowQuestion = {}): Generator<DatasetRow> {
  const { db } = store;
  const { name, per, order } = dataset;
  const columns = dataset.columns.map((c) => c.name);
  const changed = since === undefined ? null : new Set(statement(db, CHANGED).pluck().all(per, since) as string[]);
  // A statement of its own: two readers of one dataset do not disturb each other.
  const rows = db
    .prepare(
      `SELECT ${dataset.columns.map(exactColumn).join(", ")} FROM ${name}${per === "document" ? " WHERE document_id = ?" : ""} ORDER BY ${order}`,
    )
    .raw();
  if (per === "document") {
    for (const { id, sha256 } of statement(db, DOCUMENTS).all() as { id: bigint; sha256: string }[])
      if (changed?.has(sha256) ?? true) yield* rows.iterate(id) as IterableIterator<DatasetRow>;
    return;
  }
  const at = columns.indexOf(per === "entity" ? "entity_id" : "report");
  for (const row of rows.iterate() as IterableIterator<DatasetRow>)
    if (changed?.has(String(row[at])) ?? true) yield row;
}
