import type { Store } from "../open.ts";
import { statement } from "../statements.ts";
import { BODY } from "./common.ts";
import type { Dataset } from "./dataset.ts";
import { documents } from "./documents.ts";
import { economicLines, facts, functionalLines, projectLines } from "./facts.ts";
import { findingSides, findings } from "./findings.ts";
import { evaluations, indicators, objectives } from "./performance.ts";
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
  facts,
];

/** A row: values in the order of the columns; money in 分, counts and flags as bigint. */
export type DatasetRow = readonly (string | bigint | null)[];

/** Documents in the order of the exports: by body, year and contents. */
const DOCUMENTS = `SELECT document.id FROM document JOIN file ON file.id = document.file_id
ORDER BY ${BODY}, document.fiscal_year, file.sha256`;

/** All rows of a dataset in a fixed order, however the files came in. */
export function* datasetRows(store: Store, dataset: Dataset): Generator<DatasetRow> {
  const { db } = store;
  const columns = dataset.columns.map(({ name }) => name).join(", ");
  // A statement of its own: two readers of one dataset do not disturb each other.
  const rows = db
    .prepare(
      `SELECT ${columns} FROM ${dataset.name}${dataset.perDocument ? " WHERE document_id = ?" : ""} ORDER BY ${dataset.order}`,
    )
    .raw();
  if (!dataset.perDocument) {
    yield* rows.iterate() as IterableIterator<DatasetRow>;
    return;
  }
  const ids = statement(db, DOCUMENTS).pluck().all() as bigint[];
  for (const id of ids) yield* rows.iterate(id) as IterableIterator<DatasetRow>;
}
