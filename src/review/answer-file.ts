import type { Cell, ExportTable } from "../export/table.ts";
import type { Question } from "../questions/index.ts";
import { columnsOf, isPaged, type RowColumn, rowOf, writtenNames, writtenRow } from "../questions/rows.ts";
import type { Store } from "../store/index.ts";

/** Rows asked for at once while a whole answer is written. */
const PAGE = 1000;

type Row = Readonly<Record<string, unknown>>;

/** Every row of a question, page after page: what is in memory is one page. */
export function* allRows(store: Store, asked: Question, params: Row): Generator<Row> {
  let cursor: string | null | undefined;
  do {
    const paging = isPaged(asked) ? { limit: PAGE, cursor: cursor ?? undefined } : {};
    const answer = asked.ask(store, { ...params, ...paging }) as { rows: Row[]; next?: string | null } | null;
    yield* answer?.rows ?? [];
    cursor = answer?.next;
  } while (cursor);
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

/** Writes a whole answer as Parquet or XLSX through the writers of `export`; gives the number of rows. */
export async function writeAnswer(
  store: Store,
  asked: Question,
  params: Row,
  kind: "parquet" | "xlsx",
  path: string,
): Promise<number> {
  const columns = columnsOf(rowOf(asked)!);
  const written = columns.flatMap((column) => writtenNames([column]).map((name) => exportColumn(name, column)));
  const table: ExportTable = {
    name: asked.name,
    title: asked.title,
    row: asked.title,
    columns: written,
    rows: function* () {
      for (const row of allRows(store, asked, params)) {
        const fields = writtenRow(columns, row);
        yield written.map(({ type }, n) => exportCell(type, fields[n]!));
      }
    },
  };
  if (kind === "parquet") return await (await import("../export/parquet.ts")).writeParquet(path, table);
  return (await import("../export/xlsx/index.ts")).writeXlsx(path, [table]);
}
