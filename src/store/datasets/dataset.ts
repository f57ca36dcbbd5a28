/**
 * What a column holds. `fen` is money as integer 分; `decimal` a printed decimal: a number in the view, with the text as it is printed
 * beside it (`value`, `value_printed`); `points` a place on a page; `code` digits that are a name, never a number; `boolean` 0 or 1;
 * `date` `YYYY-MM-DD`.
 */
export type ColumnType = "text" | "code" | "year" | "integer" | "fen" | "decimal" | "points" | "boolean" | "date";

/** Chinese, then English. */
export type Words = readonly [string, string];

/** A column of a view. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** What stands in it. */
  readonly note: Words;
  /** Where it comes from, as SQL. */
  readonly sql: string;
}

/** A view of the store with typed columns: what people query, and what is exported. */
export interface Dataset {
  /** Name of the view and of the exported table. */
  readonly name: string;
  readonly title: Words;
  /** What one row is. */
  readonly row: Words;
  readonly columns: readonly Column[];
  /** Everything behind the column list: FROM, WHERE, GROUP BY. Where rows lie in several tables, one after the other. */
  readonly from: readonly string[];
  /**
   * What its rows change with, and by which column: with a document they have a `document_id` and are read document by document, otherwise
   * the whole view is one question. The column holds the document's key, the body's id or the report's id.
   */
  readonly per: "document" | "entity" | "report";
  /** Columns that tell every row from the others. */
  readonly key: readonly string[];
  /** Columns that put the rows in order; inside one document where it is read so. */
  readonly order: string;
}

/** A column by its parts; the note is Chinese, then English. */
export const column = (name: string, type: ColumnType, sql: string, zh: string, en: string): Column => ({
  name,
  type,
  note: [zh, en],
  sql,
});

/** A column as exports read it: exact, so a decimal as it is printed. */
export const exactColumn = ({ name, type }: Column): string =>
  type === "decimal" ? `${name}_printed` : type === "points" ? `CAST(round(${name}, 2) AS TEXT)` : name;

/** The dataset's view as SQL. */
export function viewOf({ name, columns, from, per }: Dataset): string {
  const list = [
    ...(per === "document" ? ["document.id AS document_id"] : []),
    ...columns.flatMap(({ name: as, type, sql }) =>
      type === "decimal" ? [`CAST(${sql} AS REAL) AS ${as}`, `${sql} AS ${as}_printed`] : [`${sql} AS ${as}`],
    ),
  ].join(",\n  ");
  return `CREATE VIEW ${name} AS ${from.map((source) => `SELECT\n  ${list}\n  ${source}`).join("\nUNION ALL ")}`;
}
