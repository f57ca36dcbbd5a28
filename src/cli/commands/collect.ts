import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import type { CollectReport, Start } from "../../collect/index.ts";
import { append } from "../../lib/long-lists.ts";
import { packageRoot } from "../../lib/package-root.ts";
import { collectSummary, collectTables, reasonText } from "../collect-text.ts";
import { EXIT } from "../exit-codes.ts";
import { messages } from "../language.ts";
import { positive } from "../positive.ts";
import { jsonLine, oneLine, print, printLine, say } from "../print.ts";
import { readList } from "../read-list.ts";
import { writing } from "../writing.ts";
import { type Years, years } from "../years.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang collect https://www.example.gov.cn/zwgk/czyjs/ --out 采集 --contact name@example.org",
  "mingzhang collect 列表.csv --out 采集 --expected 应公开.csv --words 决算,绩效 --years 2020-2024 --contact name@example.org",
  "mingzhang collect 列表.csv --dry-run --contact name@example.org",
];

const text = messages.collect;
/** Pauses shorter than this are the usual ones: nobody is told. */
const TOLD_PAUSE_MS = 10_000;
/** Reasons by which a link was not wanted, or is a person's to decide on; any other is something that could not be had. */
const CHOSEN: ReadonlySet<string> = new Set([
  "no-words",
  "other-year",
  "other-host",
  "another-list",
  "needs-script",
  "too-deep",
  "picture",
  "robots",
]);

interface CollectArguments {
  readonly out?: string;
  readonly expected?: string;
  readonly words?: readonly string[];
  readonly years?: Years;
  readonly contact: string;
  readonly dryRun?: true;
  readonly intranet: readonly string[];
  readonly requests?: number;
  readonly json?: true;
}

function wordsOf(option: string): string[] {
  const words = option
    .split(/[,，、]/u)
    .map((word) => word.trim())
    .filter(Boolean);
  if (words.length === 0) throw new InvalidArgumentError(text.badWords);
  return words;
}
const another = (host: string, before: readonly string[]): string[] => [...before, host];

/** `collect ADDRESS|LIST.csv --out DIR --contact …`: portal pages to files with their provenance. */
export const collect = new Command("collect")
  .description(text.about)
  .argument("<source...>", text.source)
  .option("--out <dir>", text.out)
  .option("--expected <csv>", text.expected)
  .option("--words <list>", text.words, wordsOf)
  .option("--years <years>", text.years, years)
  .requiredOption("--contact <address>", text.contact)
  .option("--dry-run", text.dryRun)
  .option("--intranet <host>", text.intranet, another, [])
  .option("--requests <n>", text.requests, positive)
  .option("--json", messages.option.json)
  .action(async (sources: string[], options: CollectArguments) => {
    const { out, dryRun = false, expected, words, requests, contact, intranet } = options;
    if (out === undefined && !dryRun)
      throw new CommanderError(EXIT.usage, "commander.missingMandatoryOptionValue", "'--out <dir>'");
    const starts = await startsOf(sources);
    const list = expected === undefined ? "" : await readList(expected);
    if (starts === null || list === null) return;
    const { collect: run } = await import("../../collect/index.ts");
    const { readExpected } = await import("../../store/index.ts");
    const { version } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string };
    const asked = new Map<string, number>();
    const report = await writing(out ?? "", () =>
      run({
        starts,
        folder: dryRun ? null : out!,
        contact,
        version,
        years: options.years ?? null,
        inside: intranet,
        ...(words && { words }),
        ...(list !== "" && { expected: readExpected(list) }),
        ...(requests !== undefined && { limits: { requests } }),
        events: {
          onRequest: (host, { outcome, reason, address, role }) => {
            asked.set(host, (asked.get(host) ?? 0) + 1);
            const what =
              role === "list" && outcome !== "left" && outcome !== "again" ? text.page : text.outcome[outcome];
            const why = reason === null ? "" : ` [${reasonText(reason)}]`;
            say(oneLine(text.request(host, asked.get(host)!, what + why, address)));
          },
          onWait: (host, milliseconds) => {
            if (milliseconds >= TOLD_PAUSE_MS) say(text.waits(host, Math.ceil(milliseconds / 1000)));
          },
        },
      }),
    );
    await shown(report, dryRun, options.json === true);
    if (!report.complete || report.left.some(({ reason }) => !CHOSEN.has(reason))) process.exitCode = EXIT.someUnread;
  });

async function shown(report: CollectReport, dry: boolean, json: boolean): Promise<void> {
  if (json) {
    for (const { line, ...taken } of report.taken)
      await print(jsonLine({ what: "taken", ...taken, sha256: line?.sha256 ?? null, file: line?.file ?? null }));
    for (const left of report.left) await print(jsonLine({ what: "left", ...left }));
    for (const row of report.expected) await print(jsonLine({ what: "expected", ...row }));
  } else await printLine(collectTables(report));
  say(collectSummary(report, dry));
}

/** Addresses as they are given, and those of the lists. */
async function startsOf(sources: readonly string[]): Promise<Start[] | null> {
  const { readStarts, startOf } = await import("../../collect/index.ts");
  const starts: Start[] = [];
  for (const source of sources) {
    if (!/\.csv$/iu.test(source) || /^https?:/iu.test(source)) {
      starts.push(startOf(source));
      continue;
    }
    const csv = await readList(source);
    if (csv === null) return null;
    append(starts, readStarts(csv));
  }
  return starts;
}
