import type { Cell, ExportTable } from "../export/table.ts";
import { withoutFormula } from "../lib/formula.ts";
import type { Question } from "../questions/index.ts";
import { columnsOf, pagesAsked, type RowColumn, rowOf, rowsOf, writtenNames, writtenRow } from "../questions/rows.ts";
import type { Store } from "../store/index.ts";

type Row = Readonly<Record<string, unknown>>;

/** Every row of a question, page after page. */
function* allRows(store: Store, asked: Question, params: Row): Generator<Row> {
  const pages = pagesAsked(asked, params);
  for (let page = pages.next(); !page.done; ) {
    const answer = asked.ask(store, page.value);
    yield* rowsOf(answer);
    page = pages.next(answer);
  }
}

const TYPES = {
  count: "integer",
  flag: "boolean",
  decimal: "decimal",
  text: "text",
  box: "text",
  json: "text",
} as const;

const exportColumn = (name: string, { kind }: RowColumn) => ({ name, type: TYPES[kind], note: [name, name] as const });

const exportCell = (type: string, written: string | null): Cell =>
  written === null ? null : type === "integer" || type === "boolean" ? BigInt(written) : written;

/** How a whole answer is written into a file; `excel` is CSV as Excel takes it. */
export type FileKind = "csv" | "excel" | "parquet" | "xlsx";

/** Writes a whole answer through the writers of `export`; gives the number of rows. No text of it is a formula to whoever opens it. */
export async function writeAnswer(
  store: Store,
  asked: Question,
  params: Row,
  kind: FileKind,
  path: string,
): Promise<number> {
  const columns = columnsOf(rowOf(asked)!);
  const csv = kind === "csv" || kind === "excel";
  const safe = (field: string | null): string | null => (csv && field !== null ? withoutFormula(field) : field);
  const written = columns.flatMap((column) => writtenNames([column]).map((name) => exportColumn(name, column)));
  const table: ExportTable = {
    name: asked.name,
    title: asked.title,
    row: asked.title,
    columns: written,
    rows: function* () {
      for (const row of allRows(store, asked, params)) {
        const fields = writtenRow(columns, row);
        yield written.map(({ type }, n) => exportCell(type, safe(fields[n]!)));
      }
    },
  };
  if (csv) return (await import("../export/csv.ts")).writeCsv(path, table, { excel: kind === "excel" });
  if (kind === "parquet") return await (await import("../export/parquet.ts")).writeParquet(path, table);
  return (await import("../export/xlsx/index.ts")).writeXlsx(path, [table]);
}
