import { Command } from "commander";
import { inStore, withDatabase } from "../database.ts";
import { EXIT } from "../exit-codes.ts";
import { messages } from "../language.ts";
import { tellLeftovers } from "../leftovers.ts";
import { positive } from "../positive.ts";
import { printLine, say } from "../print.ts";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options.ts";
import { skippedLine } from "../skipped.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang ingest 公开文件/ --db 三公.sqlite",
  "mingzhang ingest 2024.zip --ocr never --jobs 4",
];

/** A table of every file is shown up to this many; more are counted. */
const SHOWN_FILES = 60;

interface IngestOptions extends ReadingOptions {
  readonly db: string;
  readonly jobs?: number;
  readonly retry?: true;
}

/** `ingest PATH… [--db FILE]`: files and folders into the store. */
export const ingest = withReadingOptions(withDatabase(new Command("ingest")))
  .description(messages.ingest.about)
  .argument("<path...>", messages.files)
  .option("--jobs <n>", messages.option.jobs, positive)
  .option("--retry", messages.option.retry)
  .action(async (paths: string[], options: IngestOptions) => {
    const started = performance.now();
    const { jobs, retry = false } = options;
    const { intake } = await import("../../batch/intake.ts");
    const taken = await intake(paths, {
      ...readingOptions(options),
      readings: `${options.db}.readings`,
      ...(jobs && { jobs }),
    });
    tellLeftovers();
    const { badLines = 0 } = taken.provenance ?? {};
    if (badLines > 0) say(messages.ingest.badLines(badLines));
    const skipped = skippedLine(taken.skipped);
    if (taken.paths.length === 0) {
      say([messages.ingest.nothing, skipped].filter(Boolean).join("；"));
      process.exitCode = EXIT.someUnread;
      await taken.threads.close();
      return;
    }
    const { run } = await import("../../batch/run.ts");
    const { progress } = await import("../progress.ts");
    const { reportTable, summary } = await import("../report.ts");
    await inStore(options.db, {}, async (store) => {
      const shown = await progress();
      const reports = await run(store, taken, shown, retry).finally(shown.end);
      if (reports.length > 0 && reports.length <= SHOWN_FILES) await printLine(`${reportTable(reports)}\n`);
      await printLine(summary(reports, (performance.now() - started) / 1000, options.db));
      if (skipped !== "") await printLine(skipped);
      if (reports.some(({ outcome }) => outcome === "failed" || outcome === "incomplete"))
        process.exitCode = EXIT.someUnread;
    }).finally(() => taken.threads.close());
  });
