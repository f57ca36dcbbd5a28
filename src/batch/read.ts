import { ingest, type Unreadable } from "../ingest/index.ts";
import { ExtractionError } from "../lib/errors.ts";
import type { SourceFile } from "../lib/source-file.ts";
import { type Processed, process as readFile } from "../pipeline.ts";
import { walk } from "./walk.ts";

/** What `process` takes besides the file. */
export type ReadOptions = NonNullable<Parameters<typeof readFile>[1]>;

/** One file read to the end, or why it was not. */
export type Outcome = { readonly file: SourceFile; readonly processed: Processed } | Unreadable;

/** Files and folders, one file after the other in this process; a file that fails is one outcome among others. */
export async function* read(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Outcome> {
  for (const path of (await walk(paths)).paths)
    for await (const file of ingest(path)) {
      if ("error" in file) {
        yield file;
        continue;
      }
      try {
        yield { file, processed: await readFile(file, options) };
      } catch (error) {
        yield { path: file.path, error: asTrouble(error, file.path) };
      }
    }
}

/** Any failure as trouble with a code: a bug of ours counts as `crashed`, with the error itself as cause. */
export function asTrouble(error: unknown, path: string): ExtractionError {
  if (error instanceof ExtractionError) return error;
  return new ExtractionError("crashed", error instanceof Error ? error.message : String(error), path, error);
}
