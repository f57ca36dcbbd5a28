import { Command } from "commander";
import { asWrittenNames } from "../../lib/written-name.ts";
import { inStore, withDatabase } from "../database.ts";
import { messages } from "../language.ts";
import { jsonLine, print, printLine, say } from "../print.ts";

/** Lines the help ends with. */
export const examples = ["mingzhang concepts", "mingzhang concepts 接待", "mingzhang concepts --csv > 概念.csv"];

/** `concepts [WORDS]`: what the store holds, concept by concept and measure by measure. */
export const concepts = withDatabase(new Command("concepts"))
  .description(messages.concepts.about)
  .argument("[words]", messages.concepts.words)
  .option("--json", messages.option.json)
  .option("--csv", messages.option.csv)
  .option("--excel", messages.option.excel)
  .action(async (words: string | undefined, options: { db: string; json?: true; csv?: true; excel?: true }) => {
    const { conceptsHeld } = await import("../../store/index.ts");
    const { csv, textTable } = await import("../text-table.ts");
    await inStore(options.db, { readonly: true }, async (store) => {
      const records = conceptsHeld(store, words).map((row) => asWrittenNames(row) as object);
      if (records.length === 0) {
        say(messages.concepts.none);
        return;
      }
      const table = [
        Object.keys(records[0]!),
        ...records.map((record) => Object.values(record).map((value) => String(value ?? ""))),
      ];
      if (options.json) for (const record of records) await print(jsonLine(record));
      else if (options.csv) await print(await csv(table, options.excel));
      else await printLine(textTable(table, new Set([4])));
    });
  });
