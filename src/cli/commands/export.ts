import { Command, Option } from "commander";
import type { ExportFormat } from "../../export/index.ts";
import { inStore, withDatabase } from "../database.ts";
import { messages } from "../language.ts";
import { wholeNumber } from "../positive.ts";
import { printLine, say } from "../print.ts";
import { programVersion } from "../version.ts";
import { writing } from "../writing.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang export --format csv --out 数据",
  "mingzhang export --format csv --excel --out 数据",
  "mingzhang export --format jsonl --since 1200 --out 变动",
  "mingzhang export --format postgres --out mingzhang",
];

/** Named here, so that `--help` loads no writer. */
const FORMATS: readonly ExportFormat[] = [
  "csv",
  "xlsx",
  "jsonl",
  "parquet",
  "datapackage",
  "sqlite",
  "stata",
  "r",
  "postgres",
];

interface ExportArguments {
  readonly db: string;
  readonly format: ExportFormat;
  readonly out: string;
  readonly since?: number;
  readonly excel?: true;
  readonly overwrite?: true;
}

/** `export --format … --out DIR`: every table of the store into files. */
export const exportCommand = withDatabase(new Command("export"))
  .description(messages.export.about)
  .addOption(new Option("--format <name>", messages.export.format).choices(FORMATS).makeOptionMandatory())
  .requiredOption("--out <dir>", messages.export.out)
  .option("--since <n>", messages.export.since, wholeNumber)
  .option("--excel", messages.export.excel)
  .option("--overwrite", messages.option.overwrite)
  .action(async (options: ExportArguments) => {
    const { db, format, out, since, excel = false, overwrite = false } = options;
    const { exportStore } = await import("../../export/index.ts");
    const { lastChange } = await import("../../store/index.ts");
    await inStore(db, { readonly: true }, async (store) => {
      const last = lastChange(store);
      const how = { excel, overwrite, version: programVersion(), ...(since !== undefined && { since }) };
      const write = () => exportStore(store, format, out, how);
      const files = await (format === "postgres" ? write() : writing(out, write));
      for (const { path, rows } of files) await printLine(messages.export.wrote(path, rows));
      say(messages.export.last(last));
    });
  });
