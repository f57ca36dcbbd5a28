import { DATASETS } from "./datasets/index.ts";
import { statement } from "./statements.ts";
import type { Store } from "./store.ts";

/** A column of a table or a view. */
export interface ShapeColumn {
  readonly name: string;
  readonly type: string;
  /** `table.column` it leads to. */
  readonly leadsTo: string | null;
}

/** A table or a view of the store: its columns, what tells its rows apart, where it leads. */
export interface Shape {
  readonly name: string;
  readonly kind: "table" | "view";
  readonly columns: readonly ShapeColumn[];
  readonly key: readonly string[];
}

const COLUMNS = "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid";
const LEADS = `SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)`;
const TABLES = `
SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'page_text%'
ORDER BY name`;

/** Columns of views that hold the key of another view's rows. */
const VIEW_LEADS: Readonly<Record<string, string>> = {
  document: "documents.document",
  document_id: "document.id",
  entity_id: "entities.entity_id",
  parent_id: "entities.entity_id",
  merged_into: "entities.entity_id",
  report: "reports.report",
  side_document: "documents.document",
  record: "facts.record",
};

/** Every view that people query, in the order of the exports, then every table by name. */
export function shapes(store: Store): Shape[] {
  const { db } = store;
  const columnsOf = (name: string) => statement(db, COLUMNS).all(name) as { name: string; type: string; pk: bigint }[];
  const views = DATASETS.map(({ name, key }): Shape => {
    const columns = columnsOf(name).map(({ name: column, type }) => {
      const to = VIEW_LEADS[column] ?? null;
      return { name: column, type, leadsTo: to === `${name}.${column}` ? null : to };
    });
    return { name, kind: "view", columns, key };
  });
  const tables = (statement(db, TABLES).pluck().all() as string[]).map((name): Shape => {
    const leads = new Map(
      (statement(db, LEADS).all(name) as { from: string; table: string; to: string | null }[]).map((row) => [
        row.from,
        `${row.table}.${row.to ?? "id"}`,
      ]),
    );
    const columns = columnsOf(name);
    return {
      name,
      kind: "table",
      columns: columns.map(({ name: column, type }) => ({ name: column, type, leadsTo: leads.get(column) ?? null })),
      key: columns
        .filter(({ pk }) => pk > 0n)
        .sort((a, b) => Number(a.pk - b.pk))
        .map(({ name: column }) => column),
    };
  });
  return [...views, ...tables];
}
