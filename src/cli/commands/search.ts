import { Command } from "commander";
import { inStore, withDatabase } from "../database.ts";
import { messages } from "../language.ts";
import { positive } from "../positive.ts";
import { print, printLine, rowLine, say } from "../print.ts";
import { searchText } from "../search-text.ts";

/** Lines the help ends with. */
export const examples = ["mingzhang search 三公", "mingzhang search 公务接待 批次 --year 2024 --json"];

interface SearchOptions {
  readonly db: string;
  readonly entity?: string;
  readonly year?: number;
  readonly limit: number;
  readonly json?: true;
}

/** `search WORD…`: pages on which all the words stand, with the line. */
export const search = withDatabase(new Command("search"))
  .description(messages.search.about)
  .argument("<word...>", messages.search.words)
  .option("--entity <words>", messages.findings.entity)
  .option("--year <year>", messages.findings.year, positive)
  .option("--limit <n>", messages.search.limit, positive, 20)
  .option("--json", messages.option.json)
  .action(async (words: string[], { db, entity, year, limit, json }: SearchOptions) => {
    const { search: find, searchCount } = await import("../../store/index.ts");
    await inStore(db, { readonly: true }, async (store) => {
      const query = words.join(" ");
      const hits = find(store, {
        query,
        limit,
        ...(entity === undefined ? {} : { entity }),
        ...(year === undefined ? {} : { fiscalYear: year }),
      });
      if (json) for (const hit of hits) await print(rowLine(hit, { path: "file" }));
      else for (const hit of hits) await printLine(searchText(hit, process.stdout.isTTY === true));
      if (hits.length === 0) say(messages.search.nothing(query));
      else if (!json && entity === undefined && year === undefined)
        say(messages.search.shown(hits.length, searchCount(store, query)));
    });
  });
