import type { Report } from "../schemas/index.ts";
import { ingest, ingestBytes } from "./ingest/index.ts";
import type { LayoutOptions } from "./layout/options.ts";
import { ExtractionError } from "./lib/errors.ts";
import { reportOf } from "./lib/report/index.ts";
import { process } from "./pipeline.ts";

export * from "../schemas/index.ts";
export { ExtractionError, type TroubleCode } from "./lib/errors.ts";
export { reportOf } from "./lib/report/index.ts";

/** How the file is read: PDF engine, OCR. */
export interface ReadOptions extends LayoutOptions {}

/** A report with what could not be read of its file: never silent. */
export interface FileReport extends Report {
  readonly trouble: readonly ExtractionError[];
}

/**
 * Reads one disclosure: `const report = await read("x.pdf"); report.sangong?.reception.actual?.yuan`. Bytes are called `bytes`.
 * Throws `ExtractionError` where the file cannot be read, and where it is an archive of several documents (see `readAll`).
 */
export async function read(file: string | Uint8Array, options: ReadOptions = {}): Promise<FileReport> {
  const reports: FileReport[] = [];
  for await (const report of readAll(file, options)) {
    if (report instanceof ExtractionError) throw report;
    reports.push(report);
  }
  const [report, another] = reports;
  const path = typeof file === "string" ? file : "bytes";
  if (!report) throw new ExtractionError("empty-file", "the archive holds no document", path);
  if (another)
    throw new ExtractionError("unsupported-format", `an archive of ${reports.length} documents: use readAll`, path);
  return report;
}

/** Reads every document of a file or an archive; what cannot be read comes as the error itself, and the rest goes on. */
export async function* readAll(
  from: string | Uint8Array,
  options: ReadOptions = {},
): AsyncGenerator<FileReport | ExtractionError> {
  for await (const file of typeof from === "string" ? ingest(from) : ingestBytes(from, "bytes")) {
    if ("error" in file) {
      yield file.error;
      continue;
    }
    try {
      const { document, records, findings, trouble } = await process(file, options);
      yield { ...reportOf(document, records, findings), trouble };
    } catch (error) {
      if (!(error instanceof ExtractionError)) throw error;
      yield error;
    }
  }
}
