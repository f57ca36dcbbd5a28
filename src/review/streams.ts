import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { withoutFormula } from "../lib/formula.ts";
import type { Question, QuestionName } from "../questions/index.ts";
import { columnsOf, isPaged, rowOf, writtenNames, writtenRow } from "../questions/rows.ts";
import type { Asker } from "./asker.ts";
import type { StreamKind } from "./openapi.ts";

/** Rows asked for at once while a whole answer is sent. */
const PAGE = 1000;

type Row = Readonly<Record<string, unknown>>;

/** Every row of a question, page after page: what is in memory is one page. */
async function* pagesOf(
  asker: Asker,
  name: QuestionName,
  asked: Question,
  params: Row,
): AsyncGenerator<readonly Row[]> {
  let cursor: string | null | undefined;
  do {
    const paging = isPaged(asked) ? { limit: PAGE, cursor: cursor ?? undefined } : {};
    const answer = (await asker.ask(name, { ...params, ...paging })) as { rows: Row[]; next?: string | null } | null;
    yield answer?.rows ?? [];
    cursor = answer?.next;
  } while (cursor);
}

/** A whole answer as CSV or JSON Lines, written while it is asked for. JSON Lines end with a line that counts the rows. */
export function textStream(
  kind: "csv" | "ndjson",
  asker: Asker,
  name: QuestionName,
  asked: Question,
  params: Row,
  excel: boolean,
): ReadableStream<Uint8Array> {
  const columns = columnsOf(rowOf(asked)!);
  const delimiter = { record_delimiter: excel ? "\r\n" : "\n" } as const;
  const csvLines = (rows: readonly Row[]): string =>
    stringify(
      rows.map((row) => writtenRow(columns, row).map((field) => (field === null ? null : withoutFormula(field)))),
      delimiter,
    );
  async function* pieces(): AsyncGenerator<string> {
    let rows = 0;
    if (kind === "csv") yield (excel ? "\ufeff" : "") + stringify([writtenNames(columns)], delimiter);
    for await (const page of pagesOf(asker, name, asked, params)) {
      rows += page.length;
      if (page.length === 0) continue;
      yield kind === "csv" ? csvLines(page) : page.map((row) => `${JSON.stringify(row)}\n`).join("");
    }
    if (kind === "ndjson") yield `${JSON.stringify({ kind: "end", rows })}\n`;
  }
  return Readable.toWeb(Readable.from(pieces(), { objectMode: false })) as ReadableStream<Uint8Array>;
}

/** How many rows a whole answer has: counted before a CSV begins, so that a reader can tell a cut one. */
export async function countRows(asker: Asker, name: QuestionName, asked: Question, params: Row): Promise<number> {
  let rows = 0;
  for await (const page of pagesOf(asker, name, asked, params)) rows += page.length;
  return rows;
}

/** A whole answer as Parquet or XLSX: written by a thread into a folder that goes when it is sent. */
export async function fileStream(
  kind: Extract<StreamKind, "parquet" | "xlsx">,
  asker: Asker,
  name: QuestionName,
  params: Row,
): Promise<{ readonly stream: ReadableStream<Uint8Array>; readonly rows: number }> {
  const folder = await mkdtemp(join(tmpdir(), "mingzhang-answer-"));
  const path = join(folder, `answer.${kind}`);
  const rows = await asker.write(name, params, kind, path);
  const file = createReadStream(path);
  file.on("close", () => void rm(folder, { recursive: true, force: true }));
  return { stream: Readable.toWeb(file) as ReadableStream<Uint8Array>, rows };
}
