import { type ColumnType, DATASETS, type Dataset, datasetRows, type Store, yuanText } from "../store/index.ts";

/** As in the store, with money as exact 元 of two decimals instead of 分. */
export type ExportType = Exclude<ColumnType, "fen"> | "yuan";

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
  /** Every row in a fixed order; each call reads anew. */
  readonly rows: () => Iterable<Row>;
}

/** `amount_fen` leaves as `amount_yuan`. */
const exported = ({ name, type, note }: Dataset["columns"][number]): ExportColumn =>
  type === "fen"
    ? { name: name.replace(/_fen$/u, "_yuan"), type: "yuan", note: [`${note[0]}（元）`, `${note[1]}, in 元`] }
    : { name, type, note };

/** The columns of a dataset as they are exported. */
export const columnsOf = (dataset: Dataset): ExportColumn[] => dataset.columns.map(exported);

/** Every table a store gives, in a fixed order. */
export function exportTables(store: Store): ExportTable[] {
  return DATASETS.map((dataset) => ({
    name: dataset.name,
    title: dataset.title,
    row: dataset.row,
    columns: columnsOf(dataset),
    rows: () => datasetRows(store, dataset),
  }));
}

/** A cell as text; null where it is empty. Flags are 1 and 0. */
export function cellText(type: ExportType, cell: Cell): string | null {
  if (cell === null) return null;
  if (typeof cell === "string") return cell;
  return type === "yuan" ? yuanText(cell) : cell.toString();
}
