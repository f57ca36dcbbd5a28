import type { StoredTrouble } from "../store/index.ts";
import { pool, SILENCE_S } from "./pool.ts";
import type { ReadOptions } from "./read-options.ts";
import { walk } from "./walk.ts";
import type { FileRecords, FileResult, PagePicture, WholeFile, WorkerStart } from "./worker-messages.ts";

/** How files are read one after the other. */
export interface OneByOne extends ReadOptions {
  /** A file whose thread is silent for so long fails. Seconds. */
  readonly silence?: number;
  /** Has the pages of PDFs painted with what was found on them, each handed over before its file. */
  readonly onPicture?: (picture: PagePicture) => void;
}

/** A file that could not be read. */
export interface Unreadable {
  readonly path: string;
  readonly error: StoredTrouble;
}

/** One file read to the end, or why it was not. */
export type Outcome = WholeFile | Unreadable;

/**
 * Files and folders, one file after the other, in a thread of their own: a file that hangs, runs out of memory or crashes its reader is one
 * outcome among others.
 */
export async function* read(paths: readonly string[], options: OneByOne = {}): AsyncGenerator<Outcome> {
  for await (const result of results(paths, options, options.onPicture ? "drawn" : "whole"))
    if (result.kind === "whole") yield result.whole;
    else if (result.kind === "failed") yield { path: result.path, error: result.trouble };
}

/** As `read`, of each file its records alone. */
export async function* readRecords(
  paths: readonly string[],
  options: OneByOne = {},
): AsyncGenerator<FileRecords | Unreadable> {
  for await (const result of results(paths, options, "records"))
    if (result.kind === "records") yield result.of;
    else if (result.kind === "failed") yield { path: result.path, error: result.trouble };
}

async function* results(
  paths: readonly string[],
  options: OneByOne,
  give: WorkerStart["give"],
): AsyncGenerator<FileResult> {
  const { silence = SILENCE_S, onPicture, ...reading } = options;
  const threads = pool(1, silence);
  threads.begin({ options: reading, engine: "", known: new Set(), give });
  try {
    for (const path of (await walk(paths)).paths) {
      const read: FileResult[] = [];
      let wake = (): void => {};
      let ended = false;
      const told = (): Promise<void> => new Promise((resolve) => (wake = resolve));
      let more = told();
      const onFile = (result: FileResult): void => {
        read.push(result);
        wake();
      };
      void threads.read(path, { onFile, onPage: () => {}, ...(onPicture && { onPicture }) }).then(() => {
        ended = true;
        wake();
      });
      while (!ended || read.length > 0) {
        const result = read.shift();
        if (result !== undefined) yield result;
        else {
          await more;
          more = told();
        }
      }
    }
  } finally {
    await threads.close();
  }
}
