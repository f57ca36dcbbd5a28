import { Command, Option } from "commander";
import type { ExportFormat } from "../../export/index.ts";
import { inStore, withDatabase } from "../database.ts";
import { messages } from "../language.ts";
import { printLine } from "../print.ts";
import { writing } from "../writing.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang export --format csv --out 数据",
  "mingzhang export --format csv --excel --out 数据",
];

/** Named here, so that `--help` loads no writer. */
const FORMATS: readonly ExportFormat[] = ["csv", "xlsx", "jsonl", "parquet", "datapackage", "sqlite", "stata", "r"];

/** `export --format … --out DIR`: every table of the store into files. */
export const exportCommand = withDatabase(new Command("export"))
  .description(messages.export.about)
  .addOption(new Option("--format <name>", messages.export.format).choices(FORMATS).makeOptionMandatory())
  .requiredOption("--out <dir>", messages.export.out)
  .option("--excel", messages.export.excel)
  .action(async ({ db, format, out, excel }: { db: string; format: ExportFormat; out: string; excel?: true }) => {
    const { exportStore } = await import("../../export/index.ts");
    await inStore(db, { readonly: true }, async (store) => {
      const files = await writing(out, () => exportStore(store, format, out, { excel: excel === true }));
      for (const { path, rows } of files) await printLine(messages.export.wrote(path, rows));
    });
  });
