import { Command } from "commander";
import { inStore, withDatabase } from "../database.ts";
import { messages } from "../language.ts";
import { wholeNumber } from "../positive.ts";
import { print, printLine, rowLine, say } from "../print.ts";

/** Lines the help ends with. */
export const examples = ["mingzhang changes", "mingzhang changes --since 1200 --csv"];

/** `changes [--since N]`: what changed in the store after a number of its sequence, each thing once. */
export const changes = withDatabase(new Command("changes"))
  .description(messages.changes.about)
  .option("--since <n>", messages.changes.since, wholeNumber, 0)
  .option("--limit <n>", messages.changes.limit, wholeNumber)
  .option("--json", messages.option.json)
  .option("--csv", messages.option.csv)
  .action(async (options: { db: string; since: number; limit?: number; json?: true; csv?: true }) => {
    const { changesSince, lastChange } = await import("../../store/index.ts");
    const { csv, textTable } = await import("../text-table.ts");
    await inStore(options.db, { readonly: true }, async (store) => {
      const rows = changesSince(store, options.since, options.limit ?? null);
      const table = [
        ["seq", "subject", "key", "gone", "entity", "file"],
        ...rows.map((row) => [
          String(row.seq),
          row.subject,
          row.key,
          row.gone ? "1" : "0",
          row.entity ?? "",
          row.file ?? "",
        ]),
      ];
      if (options.json) for (const row of rows) await print(rowLine(row));
      else if (options.csv) await print(await csv(table));
      else if (rows.length > 0) await printLine(textTable(table, new Set([0])));
      say(messages.changes.total(rows.length, lastChange(store)));
    });
  });
