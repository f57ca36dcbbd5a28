import { Command, InvalidArgumentError, Option } from "commander";
import type { Measure } from "../../../schemas/measures.ts";
import { CONCEPTS, MEASURES } from "../../../schemas/vocabulary.ts";
import type { PanelValue, Series } from "../../store/index.ts";
import { inStore, withDatabase } from "../database.ts";
import { messages } from "../language.ts";
import { jsonLine, print, printLine, say } from "../print.ts";
import { type Years, years } from "../years.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang panel --concept sangong.total --unit 万元",
  "mingzhang panel --concept sangong.total,sangong.reception --measure initial_budget,actual --years 2019-2024 --long --csv",
  "mingzhang panel --concept sangong.* --years 2020-2024 --balanced --coverage",
];

interface PanelOptions {
  readonly db: string;
  readonly concept: string;
  readonly measure: readonly Measure[];
  readonly unit: string;
  readonly entity?: string;
  readonly years?: Years;
  readonly item?: string;
  readonly long?: true;
  readonly wide?: true;
  readonly balanced?: true;
  readonly coverage?: true;
  readonly json?: true;
  readonly csv?: true;
}

/** `sangong.total` with its Chinese term: `“三公”经费合计 sangong.total`. */
const named = (terms: Readonly<Record<string, string>>, name: string): string =>
  [terms[name], name].filter(Boolean).join(" ");

const measures = (text: string): Measure[] =>
  text.split(/[,，]/u).map((name) => {
    if (!(name in MEASURES)) throw new InvalidArgumentError(Object.keys(MEASURES).join(", "));
    return name as Measure;
  });

/** `panel --concept a,b [--measure …] [--entity …] [--years 2019-2024]`: bodies by years, with what is missing beside it. */
export const panel = withDatabase(new Command("panel"))
  .description(messages.panel.about)
  .requiredOption("--concept <name>", messages.panel.concept)
  .addOption(new Option("--measure <name>", messages.panel.measure).argParser(measures).default(["actual"], "actual"))
  .option("--entity <words>", messages.panel.onlyEntity)
  .option("--years <years>", messages.panel.years, years)
  .addOption(new Option("--unit <unit>", messages.panel.unit).choices(["元", "千元", "万元", "亿元"]).default("万元"))
  .option("--item <label>", messages.panel.item)
  .addOption(new Option("--long", messages.panel.long).conflicts("wide"))
  .option("--wide", messages.panel.wide)
  .option("--balanced", messages.panel.balanced)
  .option("--coverage", messages.panel.coverage)
  .option("--json", messages.option.json)
  .option("--csv", messages.option.csv)
  .action(async (options: PanelOptions) => {
    const { conceptsOf, panel: ask, panelCoverage } = await import("../../store/index.ts");
    const { balanced, coverageTable } = await import("../panel-table.ts");
    await inStore(options.db, { readonly: true }, async (store) => {
      const { item, entity, unit } = options;
      const question = { unit, ...options.years, ...(item && { item }), ...(entity && { entity }) };
      const asking = options.concept
        .split(/[,，]/u)
        .flatMap((pattern) =>
          conceptsOf(store, pattern.trim()).map((concept) => ({ concept, named: concept === pattern.trim() })),
        )
        .flatMap(({ concept, named }) => options.measure.map((measure) => ({ concept, measure, named })))
        .map(({ concept, measure, named }) => ({
          one: { concept, measure },
          named,
          values: ask(store, { concept, measure, ...question }),
        }))
        // Of `sangong.*` only what is stated at all in a measure: nobody counts the trips of a budget.
        .filter(({ named, values }) => named || values.length > 0);
      const series = asking.map(({ one }): Series => one);
      const all = asking.flatMap(({ values }) => values);
      const asked = yearList(options.years, all);
      const values = options.balanced ? balanced(all, series, asked) : all;
      if (all.length === 0) await sayNothing(options, store);
      const places = panelCoverage(store, series, asked, all, entity ?? null);
      if (options.coverage) await write(options, places, coverageTable(places));
      else if (values.length > 0) await writeValues(options, values, series);
      if (!options.json && all.length > 0) {
        const of = (status: string): number => places.filter((place) => place.status === status).length;
        const doubtful = places.filter(({ findings }) => findings > 0).length;
        say(messages.panel.covered(places.length, of("table"), of("narrative"), of("silent"), of("missing"), doubtful));
      }
    });
  });

/** The years asked for; without a question those of the values. */
function yearList(asked: Years | undefined, values: readonly PanelValue[]): number[] {
  if (asked) return Array.from({ length: asked.to - asked.from + 1 }, (_, n) => asked.from + n);
  return [...new Set(values.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
}

async function sayNothing(
  { concept }: PanelOptions,
  store: Parameters<Parameters<typeof inStore>[2]>[0],
): Promise<void> {
  const { measuresOf } = await import("../../store/index.ts");
  const others = measuresOf(store, concept).map(({ measure, count }) => `${measure} (${count})`);
  say(others.length > 0 ? messages.panel.others(others.join(", ")) : messages.panel.nothing(concept));
}

async function writeValues(
  options: PanelOptions,
  values: readonly PanelValue[],
  series: readonly Series[],
): Promise<void> {
  const { longTable, panelTable, wideTable } = await import("../panel-table.ts");
  const { textTable } = await import("../text-table.ts");
  const marked = !options.csv;
  const matrix = series.length === 1 && !options.wide && !options.long;
  if (!matrix || options.json || options.csv) {
    const table = options.long
      ? longTable(values)
      : matrix
        ? panelTable(values, messages.panel.entity, marked)
        : wideTable(values, series, marked);
    await write(options, values, table);
    return;
  }
  const [{ concept, measure }] = series as [Series];
  const table = panelTable(values, messages.panel.entity, marked);
  await printLine(messages.panel.heading(named(CONCEPTS, concept), named(MEASURES, measure), options.unit));
  await printLine(textTable(table, new Set(table[0]!.map((_, c) => c).slice(1))));
  if (values.some(({ disagreeing }) => disagreeing > 0)) await printLine(messages.panel.disagreeing);
}

/** As JSON lines, CSV or an aligned table. */
async function write({ json, csv: asCsv }: PanelOptions, records: readonly object[], table: string[][]): Promise<void> {
  const { csv, textTable } = await import("../text-table.ts");
  if (json) for (const record of records) await print(jsonLine(record));
  else if (asCsv) await print(await csv(table));
  else await printLine(textTable(table, new Set()));
}
