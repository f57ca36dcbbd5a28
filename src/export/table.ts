import {
  type ColumnType,
  changesSince,
  DATASETS,
  type Dataset,
  datasetRows,
  type Store,
  yuanText,
} from "../store/index.ts";

/** As in the store, with money as exact 元 of two decimals instead of 分. */
export type ExportType = Exclude<ColumnType, "fen" | "points"> | "yuan";

/** A column of an exported table. */
export interface ExportColumn {
  readonly name: string;
  readonly type: ExportType;
  /** What stands in it: Chinese, English. */
  readonly note: readonly [string, string];
}

/** `yuan` as integer 分, counts, years and flags as bigint, everything else as text. */
export type Cell = string | bigint | null;
/** One row, in the order of the columns. */
export type Row = readonly Cell[];

/** One table of an export. */
export interface ExportTable {
  readonly name: string;
  readonly title: readonly [string, string];
  readonly row: readonly [string, string];
  readonly columns: readonly ExportColumn[];
  /** Columns that tell every row from the others. */
  readonly key?: readonly string[];
  /** Every row in a fixed order; each call reads anew. */
  readonly rows: () => Iterable<Row>;
}

/** `amount_fen` leaves as `amount_yuan`. */
const exported = ({ name, type, note }: Dataset["columns"][number]): ExportColumn =>
  type === "fen"
    ? { name: name.replace(/_fen$/u, "_yuan"), type: "yuan", note: [`${note[0]}（元）`, `${note[1]}, in 元`] }
    : { name, type: type === "points" ? "decimal" : type, note };

/** The columns of a dataset as they are exported. */
export const columnsOf = (dataset: Dataset): ExportColumn[] => dataset.columns.map(exported);

/** What changed, for whoever keeps a copy: which rows to take out before the exported ones are put in. */
export const CHANGES: Omit<ExportTable, "rows"> = {
  name: "changes",
  title: ["变动", "changes"],
  row: ["每个变动的文件、单位、报告一行", "one document, body or report that changed"],
  key: ["subject", "key"],
  columns: [
    { name: "seq", type: "integer", note: ["变动的序号", "number of the change; later ones are higher"] },
    {
      name: "subject",
      type: "text",
      note: ["document 文件、entity 单位、report 报告", "document, entity or report"],
    },
    {
      name: "key",
      type: "code",
      note: [
        "它的标识：各表 document、entity_id、report 列的值；先删去旧行，再放入导出的行",
        "its key: what the columns document, entity_id or report hold; take the old rows out, then put the exported ones in",
      ],
    },
    { name: "gone", type: "boolean", note: ["已没有了：只删不放", "it is no more: nothing takes its place"] },
  ],
};

/** Every table a store gives, in a fixed order; with `since` the rows that changed after that number, and what changed. */
export function exportTables(store: Store, since?: number): ExportTable[] {
  const tables = DATASETS.map(
    (dataset): ExportTable => ({
      name: dataset.name,
      title: dataset.title,
      row: dataset.row,
      key: dataset.key,
      columns: columnsOf(dataset),
      rows: () => datasetRows(store, dataset, { since }),
    }),
  );
  if (since === undefined) return tables;
  const rows = (): Row[] =>
    changesSince(store, since).map(({ seq, subject, key, gone }) => [BigInt(seq), subject, key, gone ? 1n : 0n]);
  return [{ ...CHANGES, rows }, ...tables];
}

/** A cell as text; null where it is empty. Flags are 1 and 0. */
export function cellText(type: ExportType, cell: Cell): string | null {
  if (cell === null) return null;
  if (typeof cell === "string") return cell;
  return type === "yuan" ? yuanText(cell) : cell.toString();
}
