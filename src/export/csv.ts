import { stringify } from "csv-stringify/sync";
import { withoutFormula } from "../lib/formula.ts";
import { writeRows } from "./out-file.ts";
import { cellText, type ExportTable, type Row } from "./table.ts";

/** For whom the CSV is. */
export interface CsvOptions {
  /** For Excel: a byte order mark, CRLF, and no text that it would take for a formula. Plain CSV is UTF-8 and loses nothing. */
  readonly excel?: boolean;
}

/** A table as CSV with a header line; gives the number of rows. An empty field is an absent value. */
export function writeCsv(path: string, { columns, rows }: ExportTable, { excel = false }: CsvOptions = {}): number {
  const options = excel ? { record_delimiter: "\r\n" } : { record_delimiter: "\n" };
  const field = (row: Row, n: number): string | null => {
    const { type } = columns[n]!;
    const text = cellText(type, row[n]!);
    return excel && text !== null && (type === "text" || type === "code") ? withoutFormula(text) : text;
  };
  const head = stringify([columns.map(({ name }) => name)], options);
  return writeRows(path, `${excel ? "\ufeff" : ""}${head}`, rows(), (batch) =>
    stringify(
      batch.map((row) => columns.map((_, n) => field(row, n))),
      options,
    ),
  );
}
