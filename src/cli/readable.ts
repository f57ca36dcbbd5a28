import { type OneByOne, read } from "../batch/read.ts";
import { walk } from "../batch/walk.ts";
import type { WholeFile } from "../batch/worker-messages.ts";
import { EXIT } from "./exit-codes.ts";
import { messages } from "./language.ts";
import { tellLeftovers } from "./leftovers.ts";
import { say, troubleLine } from "./print.ts";
import { skippedLine } from "./skipped.ts";

/** The files that could be read, one after the other; of each other file one line is said, and the exit code tells that there were some. */
export async function* readable(paths: readonly string[], options: OneByOne): AsyncGenerator<WholeFile> {
  tellLeftovers();
  const found = await walk(paths);
  if (found.paths.length === 0) {
    say([messages.ingest.nothing, skippedLine(found.skipped)].filter(Boolean).join("；"));
    process.exitCode = EXIT.someUnread;
    return;
  }
  for await (const outcome of read(found.paths, options)) {
    if ("error" in outcome) {
      say(troubleLine(outcome.path, outcome.error));
      process.exitCode = EXIT.someUnread;
    } else yield outcome;
  }
}
