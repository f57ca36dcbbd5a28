import { type PlainTable, writeTables, yuanText } from "../store/index.ts";
import type { Cell, ExportTable, ExportType } from "./table.ts";

/** Declared types that BI tools read: numbers are NUMERIC, dates DATE, codes TEXT. */
const TYPES: Readonly<Record<ExportType, string>> = {
  text: "TEXT",
  code: "TEXT",
  year: "INTEGER",
  integer: "INTEGER",
  yuan: "DECIMAL(18, 2)",
  decimal: "NUMERIC",
  boolean: "BOOLEAN",
  date: "DATE",
};

/** Columns that people filter and join by. */
const KEYS: readonly (readonly string[])[] = [
  ["document"],
  ["entity", "fiscal_year"],
  ["concept", "measure", "fiscal_year"],
];

/** An amount a column of numbers cannot hold exactly also stands as whole 分 in `…_fen`; `value` keeps its print in `value_printed`. */
function plainTable({ name, columns, rows }: ExportTable): PlainTable {
  const plain = columns.flatMap((column, at) => {
    const own = {
      name: column.name,
      type: TYPES[column.type],
      of: (row: readonly Cell[]) => plainCell(column.type, row[at]!),
    };
    if (column.type === "yuan" && column.name === "amount_yuan")
      return [own, { name: "amount_fen", type: "INTEGER", of: (row: readonly Cell[]) => row[at]! }];
    if (column.type === "decimal" && column.name === "value")
      return [own, { name: "value_printed", type: "TEXT", of: (row: readonly Cell[]) => row[at]! }];
    return [own];
  });
  const has = new Set(plain.map((column) => column.name));
  return {
    name,
    columns: plain,
    keys: KEYS.filter((key) => key.every((column) => has.has(column))),
    rows: cells(rows(), plain),
  };
}

function* cells(
  rows: Iterable<readonly Cell[]>,
  columns: readonly { of: (row: readonly Cell[]) => Cell }[],
): Generator<Cell[]> {
  for (const row of rows) yield columns.map(({ of }) => of(row));
}

const plainCell = (type: ExportType, cell: Cell): Cell =>
  type === "yuan" && cell !== null ? yuanText(cell as bigint) : cell;

/** All tables as plain typed tables of one SQLite file; gives the rows of all. */
export const writeSqlite = (path: string, tables: readonly ExportTable[]): number =>
  writeTables(path, tables.map(plainTable));
