import { Command, Option } from "commander";
import type { CodeRow } from "../../store/index.ts";
import { inStore, withDatabase } from "../database.ts";
import { messages } from "../language.ts";
import { print, printLine, rowLine, say } from "../print.ts";

/** Lines the help ends with. */
export const examples = ["mingzhang codes --new", "mingzhang codes --scheme economic --csv > 经济分类.csv"];

const text = messages.codes;
interface CodesOptions {
  readonly db: string;
  readonly scheme?: CodeRow["scheme"];
  readonly new?: true;
  readonly json?: true;
  readonly csv?: true;
}

const rowOf = ({ scheme, code, name, firstYear, lastYear, documents, standing, parent }: CodeRow): string[] => [
  text.scheme[scheme],
  code,
  name,
  parent ?? "",
  firstYear === lastYear ? String(firstYear ?? "") : `${firstYear}–${lastYear}`,
  String(documents),
  text.standing[standing],
];

/** `codes [--new]`: the dictionary of classification codes as documents attest them. */
export const codes = withDatabase(new Command("codes"))
  .description(text.about)
  .addOption(new Option("--scheme <name>", text.only).choices(["function", "economic"]))
  .option("--new", text.newOnly)
  .option("--json", messages.option.json)
  .option("--csv", messages.option.csv)
  .action(async (options: CodesOptions) => {
    const { codes: ask } = await import("../../store/index.ts");
    const { csv, textTable } = await import("../text-table.ts");
    await inStore(options.db, { readonly: true }, async (store) => {
      const all = ask(store, options.scheme ?? null);
      const found = options.new ? all.filter(({ standing }) => standing === "unknown" || standing === "alias") : all;
      const table = [[...text.columns], ...found.map(rowOf)];
      if (options.json) for (const row of found) await print(rowLine(row));
      else if (found.length === 0) say(text.none);
      else await (options.csv ? print(await csv(table)) : printLine(textTable(table, new Set([5]))));
      const unknown = new Set(all.filter((c) => c.standing === "unknown").map(({ code }) => code));
      if (!options.json && unknown.size > 0) say(text.unknown(unknown.size, [...unknown].slice(0, 20).join(" ")));
    });
  });
