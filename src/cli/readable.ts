import { type OneByOne, read, readRecords, type Unreadable } from "../batch/read.ts";
import { walk } from "../batch/walk.ts";
import type { FileRecords, WholeFile } from "../batch/worker-messages.ts";
import { EXIT } from "./exit-codes.ts";
import { messages } from "./language.ts";
import { tellLeftovers } from "./leftovers.ts";
import { say, troubleLine } from "./print.ts";
import { skippedLine } from "./skipped.ts";

/** The files that could be read, one after the other; of each other file one line is said, and the exit code tells that there were some. */
export async function* readable(paths: readonly string[], options: OneByOne): AsyncGenerator<WholeFile> {
  yield* told(paths, (found) => read(found, options));
}

/** As `readable`, of each file its records alone. */
export async function* readableRecords(paths: readonly string[], options: OneByOne): AsyncGenerator<FileRecords> {
  yield* told(paths, (found) => readRecords(found, options));
}

async function* told<T extends object>(
  paths: readonly string[],
  outcomes: (paths: readonly string[]) => AsyncGenerator<T | Unreadable>,
): AsyncGenerator<T> {
  tellLeftovers();
  const found = await walk(paths);
  if (found.paths.length === 0) {
    say([messages.ingest.nothing, skippedLine(found.skipped)].filter(Boolean).join("；"));
    process.exitCode = EXIT.someUnread;
    return;
  }
  for await (const outcome of outcomes(found.paths)) {
    if ("error" in outcome) {
      say(troubleLine(outcome.path, outcome.error));
      process.exitCode = EXIT.someUnread;
    } else yield outcome;
  }
}
