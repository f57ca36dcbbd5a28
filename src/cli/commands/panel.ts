import { Command, Option } from "commander";
import { CONCEPTS } from "../../../schemas/vocabulary.ts";
import { largest, smallest } from "../../lib/long-lists.ts";
import type { PanelValue, ReportScope, Series, Store } from "../../store/index.ts";
import { inStore, withDatabase } from "../database.ts";
import { messages } from "../language.ts";
import { jsonLine, print, printLine, say } from "../print.ts";
import { type Years, years } from "../years.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang panel --concept sangong.total --unit 万元",
  "mingzhang panel --concept 三公经费合计 --measure 决算数 --scope department",
  "mingzhang panel --concept sangong.total,sangong.reception --measure initial_budget,actual --years 2019-2024 --csv",
  "mingzhang panel --concept sangong.* --years 2020-2024 --balanced --coverage",
];

interface PanelOptions {
  readonly db: string;
  readonly concept: string;
  readonly measure: string;
  readonly scope?: ReportScope;
  readonly unit: string;
  readonly entity?: string;
  readonly years?: Years;
  readonly item?: string;
  readonly long?: true;
  readonly wide?: true;
  readonly balanced?: true;
  readonly coverage?: true;
  readonly withUnits?: true;
  readonly json?: true;
  readonly csv?: true;
  readonly excel?: true;
}

const SCOPES: readonly ReportScope[] = ["department", "office", "unit", "territory", "unstated"];
const words = (text: string): string[] =>
  text
    .split(/[,，]/u)
    .map((word) => word.trim())
    .filter(Boolean);

/** `panel --concept a,b [--measure …] [--scope …] [--years 2019-2024]`: bodies by years, with what is missing beside it. */
export const panel = withDatabase(new Command("panel"))
  .description(messages.panel.about)
  .requiredOption("--concept <name>", messages.panel.concept)
  .option("--measure <name>", messages.panel.measure, "actual")
  .addOption(new Option("--scope <name>", messages.panel.scope).choices(SCOPES))
  .option("--entity <words>", messages.panel.onlyEntity)
  .option("--years <years>", messages.panel.years, years)
  .addOption(new Option("--unit <unit>", messages.panel.unit).choices(["元", "千元", "万元", "亿元"]).default("万元"))
  .option("--item <label>", messages.panel.item)
  .addOption(new Option("--long", messages.panel.long).conflicts("wide"))
  .option("--wide", messages.panel.wide)
  .option("--with-units", messages.panel.withUnits)
  .option("--balanced", messages.panel.balanced)
  .option("--coverage", messages.panel.coverage)
  .option("--json", messages.option.json)
  .option("--csv", messages.option.csv)
  .option("--excel", messages.option.excel)
  .action(async (options: PanelOptions) => {
    const {
      conceptsNamed,
      measureNamed,
      panel: ask,
      panelCoverage,
      sumsOfUnits,
    } = await import("../../store/index.ts");
    const { balanced, placeOf, tableOf } = await import("../panel-table.ts");
    await inStore(options.db, { readonly: true }, async (store) => {
      const measures = words(options.measure).map(measureNamed);
      const asking = words(options.concept)
        .flatMap((word) => conceptsNamed(store, word).map((concept) => ({ concept, named: !word.endsWith(".*") })))
        .flatMap(({ concept, named }) => measures.map((measure) => ({ concept, measure, named })))
        .map(({ concept, measure, named }) => ({
          one: { concept, measure },
          named,
          values: ask(store, { concept, measure, ...filtersOf(options) }),
        }))
        // Of `sangong.*` only what is stated at all in a measure: nobody counts the trips of a budget.
        .filter(({ named, values }) => named || values.length > 0);
      const series = asking.map(({ one }): Series => one);
      const all = asking.flatMap(({ values }) => values);
      const asked = yearList(options.years, all);
      const kept = options.balanced ? balanced(all, series, asked) : all;
      const values = options.withUnits ? [...kept, ...sumsOfUnits(kept)] : kept;
      if (all.length === 0)
        await sayNothing(options, series, (one, filters) => ask(store, { ...one, ...filters }), store);
      else if (values.length === 0) say(messages.panel.unbalanced);
      const places = panelCoverage(store, series, asked, all, options);
      if (options.coverage) {
        const records = places.map(placeOf);
        await write(options, records, tableOf(records));
      } else if (values.length > 0) await writeValues(options, values, series, asked);
      if (!options.json && all.length > 0) {
        const of = (status: string): number => places.filter((place) => place.status === status).length;
        const doubtful = places.filter(({ disputed }) => disputed).length;
        say(messages.panel.covered(places.length, of("table"), of("narrative"), of("silent"), of("missing"), doubtful));
      }
    });
  });

type Filters = Omit<Parameters<typeof import("../../store/index.ts").panel>[1], "concept" | "measure">;

const filtersOf = ({ unit, years, item, entity, scope }: PanelOptions): Filters => ({
  unit,
  ...years,
  ...(item && { item }),
  ...(entity && { entity }),
  ...(scope && { scope }),
});

/** The years asked for; without a question those between the first and the last value: what lies between is a gap. */
function yearList(asked: Years | undefined, values: readonly PanelValue[]): number[] {
  const years = values.map(({ fiscalYear }) => fiscalYear);
  const { from, to } = asked ?? { from: smallest(years), to: largest(years) };
  return Number.isFinite(from) ? Array.from({ length: to - from + 1 }, (_, n) => from + n) : [];
}

/** Why a panel is empty: the filter without which it is not, the measures that are there, or that the store holds nothing of it. */
async function sayNothing(
  options: PanelOptions,
  series: readonly Series[],
  ask: (one: Series, filters: Filters) => readonly PanelValue[],
  store: Store,
): Promise<void> {
  const { measuresHeld } = await import("../../store/index.ts");
  const { unit, ...filters } = filtersOf(options);
  const without = (names: readonly string[]): number =>
    series.flatMap((one) =>
      ask(one, { unit, ...Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name))) }),
    ).length;
  const given = [["entity"], ["scope"], ["item"], ["from", "to"]].filter((names) =>
    names.some((name) => name in filters),
  );
  const reasons = given
    .map((names) => ({ flag: names[0] === "from" ? "--years" : `--${names[0]}`, found: without(names) }))
    .filter(({ found }) => found > 0);
  if (reasons.length > 0) for (const { flag, found } of reasons) say(messages.panel.filtered(flag, found));
  else if (given.length > 1 && without(given.flat()) > 0) say(messages.panel.filteredTogether(given.length));
  else {
    const held = measuresHeld(
      store,
      series.map(({ concept }) => concept),
    ).join(", ");
    say(held === "" ? messages.panel.nothing(options.concept) : messages.panel.others(held));
  }
}

async function writeValues(
  options: PanelOptions,
  values: readonly PanelValue[],
  series: readonly Series[],
  asked: readonly number[],
): Promise<void> {
  const { panelTable, recordOf, tableOf, wideCsv, wideTable } = await import("../panel-table.ts");
  const { textTable } = await import("../text-table.ts");
  const matrix = series.length === 1 && !options.wide && !options.long;
  if (options.json || options.long || options.csv || !matrix) {
    const records = values.map(recordOf);
    const table =
      options.long || (options.csv && !options.wide)
        ? tableOf(records)
        : options.csv
          ? wideCsv(values, series)
          : wideTable(values, series);
    await write(options, records, table);
    return;
  }
  const [{ concept, measure }] = series as [Series];
  const { PANEL_MEASURES } = await import("../../store/index.ts");
  const term = (CONCEPTS as Readonly<Record<string, string>>)[concept];
  const name = [term, concept].filter(Boolean).join(" ");
  const table = panelTable(values, asked, messages.panel.entity);
  await printLine(messages.panel.heading(name, `${PANEL_MEASURES[measure]} ${measure}`, options.unit));
  await printLine(textTable(table, new Set(table[0]!.map((_, c) => c).slice(1))));
  if (values.some(({ disputed }) => disputed)) await printLine(messages.panel.disagreeing);
  if (values.some(({ status }) => status === "corrected" || status === "added"))
    await printLine(messages.panel.corrected);
}

/** As JSON lines, CSV or an aligned table. */
async function write(
  { json, csv: asCsv, excel }: PanelOptions,
  records: readonly object[],
  table: string[][],
): Promise<void> {
  const { csv, textTable } = await import("../text-table.ts");
  if (json) for (const record of records) await print(jsonLine(record));
  else if (asCsv) await print(await csv(table, excel));
  else await printLine(textTable(table, new Set()));
}
