import { once } from "node:events";
import type { ExtractionError } from "../lib/errors.ts";
import { jsonLine } from "../lib/json-line.ts";
import { asWrittenNames } from "../lib/written-name.ts";
import { messages } from "./language.ts";

/** Writes to standard output and waits where the reader is slow, so that a long output is not piled up in memory. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** Writes one line to standard output. */
export const printLine = (text: string): Promise<void> => print(`${text}\n`);

export { jsonLine };

/**
 * One row about what the store holds, named as its columns are named in the exports (`fiscal_year`); `names` says what else a field is
 * called there. Records of a document (facts, findings, …) keep the names of their contract: {@link jsonLine}.
 */
export const rowLine = (row: object, names: Readonly<Record<string, string>> = {}): string =>
  jsonLine(asWrittenNames(row, names));

/** A line for people, beside the data: standard error. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A file may be named with a line break or a terminal's control sequence: a line about it stays one line and does nothing. */
export const oneLine = (text: string): string =>
  text.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/gu,
    (c) => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Why something was not read, in one line: wording, place, detail. */
export function troubleLine(path: string, error: Pick<ExtractionError, "code" | "where" | "message">): string {
  const place = error.where !== null && error.where !== path ? ` [${error.where}]` : "";
  return oneLine(`${path}${place}: ${messages.trouble[error.code]} (${error.message})`);
}

/** A reader that closes early (`| head`) is no error: the program ends quietly. */
export function endQuietlyWhenReaderLeaves(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
}
