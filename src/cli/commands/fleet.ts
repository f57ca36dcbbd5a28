import { availableParallelism } from "node:os";
import { Command } from "commander";
import type { Away, Connection } from "../../fleet/index.ts";
import { MOST_URGENT } from "../../fleet/schema.ts";
import { inStore, withDatabase } from "../database.ts";
import { EXIT } from "../exit-codes.ts";
import { fleetStatusText } from "../fleet-status-text.ts";
import { messages } from "../language.ts";
import { positive, wholeNumberUpTo } from "../positive.ts";
import { jsonLine, print, printLine, say } from "../print.ts";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options.ts";
import { skippedLine } from "../skipped.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang fleet init --sources /共享/原件",
  "mingzhang fleet add 公开文件/",
  "mingzhang fleet work",
  "mingzhang fleet gather --db 全省.sqlite --wait",
];

const words = messages.fleet;
const SILENCE_S = 300;
const WATCH_MS = 2_000;
/** The Node that pg-boss asks for. */
const WANTED = [22, 12] as const;

interface Address {
  readonly queue?: string;
}

/** Connects, does the work, and leaves; told once on a Node that pg-boss does not ask for. */
async function inFleet<T>({ queue }: Address, what: (connection: Connection) => Promise<T>): Promise<T> {
  const [major, minor] = process.versions.node.split(".").map(Number) as [number, number];
  if (major < WANTED[0] || (major === WANTED[0] && minor < WANTED[1])) say(words.oldNode(process.versions.node));
  const { asFleetError, connect } = await import("../../fleet/index.ts");
  const connection = await connect(queue === undefined ? {} : { queue });
  try {
    return await what(connection);
  } catch (error) {
    throw asFleetError(error);
  } finally {
    await connection.close();
  }
}

/** What whoever waits is told. */
const patience = {
  onAway: (because: Away | null, seconds: number): void =>
    say(because === null ? words.back : words.away(words.error[because], seconds)),
};

const part = (name: string, about: string): Command =>
  new Command(name).description(about).option("--queue <address>", words.queue);

const init = withReadingOptions(part("init", words.init))
  .requiredOption("--sources <where>", words.sources)
  .action((options: Address & ReadingOptions & { readonly sources: string }) =>
    inFleet(options, async (connection) => {
      const { begin } = await import("../../fleet/index.ts");
      const { silence: _, ...reading } = readingOptions(options) as ReturnType<typeof readingOptions> & {
        silence?: number;
      };
      const { engine } = await begin(connection, options.sources, reading);
      await printLine(words.began(engine));
    }),
  );

const adding = part("add", words.add)
  .argument("<path...>", messages.files)
  .option("--priority <n>", words.priority, wholeNumberUpTo(MOST_URGENT), 0)
  .action((paths: string[], options: Address & { readonly priority: number }) =>
    inFleet(options, async (connection) => {
      const { add } = await import("../../fleet/index.ts");
      const { added, given, skipped, badLines } = await add(connection, paths, {
        ...patience,
        priority: options.priority,
        onFiles: (looked, fresh) => say(words.adding(looked, fresh)),
      });
      if (badLines > 0) say(messages.ingest.badLines(badLines));
      await printLine(words.added(added, given));
      const left = skippedLine(skipped);
      if (left !== "") await printLine(left);
    }),
  );

const working = part("work", words.work)
  .option("--jobs <n>", words.jobs, positive, availableParallelism())
  .option("--silence <s>", words.silence, positive, SILENCE_S)
  .action((options: Address & { readonly jobs: number; readonly silence: number }) =>
    inFleet(options, async (connection) => {
      const { work } = await import("../../fleet/index.ts");
      const { jobs, silence } = options;
      const { finished, aside } = await work(connection, {
        ...patience,
        jobs,
        silence,
        onDone: (path, pages) => say(words.done(path, pages)),
        onAside: (path, { code }) => say(words.putAside(path, words.error[code])),
      });
      await printLine(words.finished(finished, aside));
      if (aside > 0) process.exitCode = EXIT.someUnread;
    }),
  );

const stating = part("status", words.status)
  .option("--watch", words.watch)
  .option("--json", messages.option.json)
  .action((options: Address & { readonly watch?: true; readonly json?: true }) =>
    inFleet(options, async (connection) => {
      const { status, patiently, pause } = await import("../../fleet/index.ts");
      for (;;) {
        const now = await (options.watch ? patiently(() => status(connection), patience) : status(connection));
        if (options.json) await print(jsonLine(now));
        else await printLine(fleetStatusText(now));
        if (!options.watch || now.done + now.aside === now.files) return;
        await pause(WATCH_MS);
      }
    }),
  );

const retrying = part("retry", words.retry).action((options: Address) =>
  inFleet(options, async (connection) => {
    const { retry } = await import("../../fleet/index.ts");
    await printLine(words.retried(await retry(connection)));
  }),
);

const gathering = withDatabase(part("gather", words.gather))
  .option("--wait", words.wait)
  .action((options: Address & { readonly db: string; readonly wait?: true }) =>
    inFleet(options, (connection) =>
      inStore(options.db, {}, async (store) => {
        const { gather } = await import("../../fleet/index.ts");
        const { progress } = await import("../progress.ts");
        const { end, onStart, onFile } = await progress();
        const { files, left, aside } = await gather(connection, store, {
          ...patience,
          ...(onStart && { onStart }),
          ...(onFile && { onFile }),
          wait: options.wait === true,
        }).finally(end);
        await printLine(words.gathered(files, left, aside));
        if (left > 0 || aside > 0) process.exitCode = EXIT.someUnread;
      }),
    ),
  );

/** `fleet init | add | work | status | retry | gather`: many machines over one PostgreSQL. */
export const fleet = new Command("fleet").description(words.about);
for (const command of [init, adding, working, stating, retrying, gathering]) fleet.addCommand(command);
