import type { StoredTrouble } from "../store/index.ts";
import { pool, SILENCE_S } from "./pool.ts";
import type { ReadOptions } from "./read-options.ts";
import { walk } from "./walk.ts";
import type { FileResult, PagePicture, WholeFile } from "./worker-messages.ts";

/** How files are read one after the other. */
export interface OneByOne extends ReadOptions {
  /** A file whose thread is silent for so long fails. Seconds. */
  readonly silence?: number;
  /** Has the pages of PDFs painted with what was found on them, each handed over before its file. */
  readonly onPicture?: (picture: PagePicture) => void;
}

/** One file read to the end, or why it was not. */
export type Outcome = WholeFile | { readonly path: string; readonly error: StoredTrouble };

/**
 * Files and folders, one file after the other, in a thread of their own: a file that hangs, runs out of memory or crashes its reader is one
 * outcome among others.
 */
export async function* read(paths: readonly string[], options: OneByOne = {}): AsyncGenerator<Outcome> {
  const { silence = SILENCE_S, onPicture, ...reading } = options;
  const threads = pool(1, silence);
  threads.begin({ options: reading, engine: "", known: new Set(), give: onPicture ? "drawn" : "whole" });
  try {
    for (const path of (await walk(paths)).paths) {
      const results: FileResult[] = [];
      let wake = (): void => {};
      let ended = false;
      const told = (): Promise<void> => new Promise((resolve) => (wake = resolve));
      let more = told();
      const onFile = (result: FileResult): void => {
        results.push(result);
        wake();
      };
      void threads.read(path, { onFile, onPage: () => {}, ...(onPicture && { onPicture }) }).then(() => {
        ended = true;
        wake();
      });
      while (!ended || results.length > 0) {
        const result = results.shift();
        if (result === undefined) {
          await more;
          more = told();
        } else if (result.kind === "whole") yield result.whole;
        else if (result.kind === "failed") yield { path: result.path, error: result.trouble };
      }
    }
  } finally {
    await threads.close();
  }
}
