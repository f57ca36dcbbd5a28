import { Command, Option } from "commander";
import { CONCEPTS } from "../../../schemas/concepts.ts";
import { MEASURES, type Measure } from "../../../schemas/measures.ts";
import { inStore, withDatabase } from "../database.ts";
import { messages } from "../language.ts";
import { jsonLine, print, printLine, say } from "../print.ts";

export const examples = [
  "mingzhang panel --concept sangong.total --unit 万元",
  "mingzhang panel --concept sangong.reception --measure initial_budget --csv > 接待费.csv",
];

interface PanelOptions {
  readonly db: string;
  readonly concept: string;
  readonly measure: Measure;
  readonly unit: string;
  readonly item?: string;
  readonly json?: true;
  readonly csv?: true;
}

/** `sangong.total` with its Chinese term: `“三公”经费合计 sangong.total`. */
const named = (terms: Readonly<Record<string, string>>, name: string): string =>
  [terms[name], name].filter(Boolean).join(" ");

/** `panel --concept … [--measure actual] [--unit 万元]`: one concept, bodies by years. */
export const panel = withDatabase(new Command("panel"))
  .description(messages.panel.about)
  .requiredOption("--concept <name>", messages.panel.concept)
  .addOption(new Option("--measure <name>", messages.panel.measure).choices(Object.keys(MEASURES)).default("actual"))
  .addOption(new Option("--unit <unit>", messages.panel.unit).choices(["元", "千元", "万元", "亿元"]).default("万元"))
  .option("--item <label>", messages.panel.item)
  .option("--json", messages.option.json)
  .option("--csv", messages.option.csv)
  .action(async (options: PanelOptions) => {
    const { measuresOf, panel: ask } = await import("../../store/index.ts");
    const { panelTable } = await import("../panel-table.ts");
    const { csv, textTable } = await import("../text-table.ts");
    await inStore(options.db, { readonly: true }, async (store) => {
      const values = ask(store, options);
      const table = panelTable(values, messages.panel.entity, !options.csv);
      if (values.length === 0) {
        const others = measuresOf(store, options.concept).map(({ measure, count }) => `${measure} (${count})`);
        say(others.length > 0 ? messages.panel.others(others.join(", ")) : messages.panel.nothing(options.concept));
      } else if (options.json) for (const value of values) await print(jsonLine(value));
      else if (options.csv) await print(await csv(table));
      else {
        await printLine(
          messages.panel.heading(named(CONCEPTS, options.concept), named(MEASURES, options.measure), options.unit),
        );
        await printLine(textTable(table, new Set(table[0]!.map((_, c) => c).slice(1))));
        if (values.some(({ disagreeing }) => disagreeing > 0)) await printLine(messages.panel.disagreeing);
      }
    });
  });
