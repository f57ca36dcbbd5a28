import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { QuestionName } from "../questions/index.ts";
import { asWritten, rowsOf } from "../questions/rows.ts";
import type { FileKind } from "./answer-file.ts";
import { type Asker, answersOf } from "./asker.ts";

type Row = Readonly<Record<string, unknown>>;

/** A whole answer as JSON Lines, written while it is asked for. They end with a line that counts the rows. */
export function jsonLines(asker: Asker, name: QuestionName, params: Row): ReadableStream<Uint8Array> {
  async function* pieces(): AsyncGenerator<string> {
    let rows = 0;
    for await (const answer of answersOf(asker, name, params)) {
      const read = rowsOf(answer);
      rows += read.length;
      if (read.length > 0) yield read.map((row) => `${JSON.stringify(asWritten(row))}\n`).join("");
    }
    yield `${JSON.stringify({ kind: "end", rows })}\n`;
  }
  return Readable.toWeb(Readable.from(pieces(), { objectMode: false })) as ReadableStream<Uint8Array>;
}

/** A whole answer as CSV, Parquet or XLSX: written by a thread into a folder that goes when it is sent. */
export async function fileStream(
  kind: FileKind,
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
