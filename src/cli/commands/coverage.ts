import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import type { CoverageRow } from "../../store/index.ts";
import { inStore, withDatabase } from "../database.ts";
import { messages } from "../language.ts";
import { jsonLine, print, printLine, say } from "../print.ts";
import { readList } from "../read-list.ts";
import { writing } from "../writing.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang coverage 应公开.csv",
  "mingzhang coverage 应公开.csv --dates 公开日期.csv --missing",
  "mingzhang coverage 应公开.csv --map 公开情况.svg",
  "mingzhang coverage 应公开.csv --csv > 公开情况.csv",
];

const text = messages.coverage;
interface CoverageOptions {
  readonly db: string;
  readonly dates?: string;
  readonly map?: string;
  readonly missing?: true;
  readonly json?: true;
  readonly csv?: true;
  readonly excel?: true;
}

/** A row under the names that exports have, with codes instead of words: the same in every language. */
const recordOf = (row: CoverageRow) => ({
  region_code: row.region,
  entity: row.entity,
  fiscal_year: row.fiscalYear,
  document_kind: row.kind,
  scope: row.scope,
  coverage: row.status,
  due: row.due,
  date: row.date,
  date_from: row.dateFrom,
  versions: row.versions,
  file: row.path,
});

const kindName = (kind: string): string => messages.kinds[kind as keyof typeof messages.kinds] ?? kind;
const rowOf = (row: CoverageRow): string[] => [
  row.region ?? "",
  row.label,
  String(row.fiscalYear),
  kindName(row.kind),
  row.scope === null ? "" : messages.scopes[row.scope],
  text.status[row.status],
  row.due ?? "",
  row.date === null ? "" : text.dated(row.date, text.dateFrom[row.dateFrom!]),
  row.versions > 0 ? String(row.versions) : "",
  row.path ?? "",
];

/** `coverage LIST.csv`: what should be out against what is held, as a table, CSV or picture. */
export const coverage = withDatabase(new Command("coverage"))
  .description(text.about)
  .argument("<csv>", text.list)
  .option("--dates <csv>", text.dates)
  .option("--map <file>", text.map)
  .option("--missing", text.missingOnly)
  .option("--json", messages.option.json)
  .option("--csv", messages.option.csv)
  .option("--excel", messages.option.excel)
  .action(async (path: string, options: CoverageOptions) => {
    const { coverage: ask, readDates, readExpected } = await import("../../store/index.ts");
    const { csv, textTable } = await import("../text-table.ts");
    const [list, dates] = [await readList(path), options.dates === undefined ? "" : await readList(options.dates)];
    if (list === null || dates === null) return;
    await inStore(options.db, { readonly: true }, async (store) => {
      const all = ask(store, readExpected(list), dates === "" ? new Map() : readDates(dates));
      const rows = options.missing ? all.filter(({ status }) => ["missing", "unreadable"].includes(status)) : all;
      const table = [[...text.columns], ...rows.map(rowOf)];
      const records = rows.map(recordOf);
      const { tableOf } = await import("../panel-table.ts");
      if (options.json) for (const record of records) await print(jsonLine(record));
      else if (options.csv) await print(await csv(tableOf(records), options.excel));
      else if (rows.length > 0) await printLine(textTable(table, new Set([8])));
      if (options.map !== undefined) {
        const { coverageMap, coveragePng } = await import("../../export/coverage-map.ts");
        const { title, status } = text;
        const svg = coverageMap(all, { title, status, kind: kindName, scope: messages.scopes });
        const { map } = options;
        const picture = /\.png$/iu.test(map) ? await coveragePng(svg) : svg;
        await writing(map, () => writeFile(map, picture));
        say(text.drawn(options.map));
      }
      const count = (status: CoverageRow["status"]): number => all.filter((row) => row.status === status).length;
      const counts = (["published", "superseded", "late", "unreadable", "missing"] as const).filter(
        (s) => count(s) > 0,
      );
      say(text.total(all.length, counts.map((s) => `${text.status[s]} ${count(s)}`).join(", ")));
    });
  });
