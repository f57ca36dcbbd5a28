import { cellText, type ExportColumn, type ExportTable, type Row } from "./table.ts";

/** Significant digits a double keeps. */
const EXACT_DIGITS = 15;

/** Whether a double keeps every digit of a decimal. */
export const fitsDouble = (decimal: string): boolean =>
  decimal.replace(/\D/gu, "").replace(/^0+/u, "").length <= EXACT_DIGITS;

/** A table whose rows are looked at as they pass, and which of its columns of numbers need their text beside them. */
export interface Watched {
  readonly table: ExportTable;
  /** To be asked when the rows have passed: `value`, whose last zeros count, and columns with a number too long for a double. */
  readonly printed: () => readonly ExportColumn[];
}

/** For programs that hold numbers as doubles. */
export function watched(table: ExportTable): Watched {
  const numbers = table.columns.flatMap((column, at) =>
    column.type === "yuan" || column.type === "decimal" ? [{ column, at }] : [],
  );
  const printed = new Set(numbers.flatMap(({ column }) => (column.name === "value" ? [column] : [])));
  function* rows(): Generator<Row> {
    for (const row of table.rows()) {
      for (const { column, at } of numbers) {
        const text = cellText(column.type, row[at]!);
        if (text !== null && !fitsDouble(text)) printed.add(column);
      }
      yield row;
    }
  }
  return { table: { ...table, rows }, printed: () => table.columns.filter((column) => printed.has(column)) };
}
