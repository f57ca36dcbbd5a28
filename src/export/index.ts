import { join } from "node:path";
import { holdings, type Store } from "../store/index.ts";
import { writeCsv } from "./csv.ts";
import { type PackageAbout, writeDataPackage } from "./datapackage.ts";
import { type Exported, intoFolder } from "./into-folder.ts";
import { writeJsonLines } from "./jsonl.ts";
import { writeParquet } from "./parquet.ts";
import { writePostgres } from "./postgres.ts";
import { writeR } from "./r.ts";
import { writeSqlite } from "./sqlite.ts";
import { writeStata } from "./stata.ts";
import { type ExportTable, exportTables } from "./table.ts";
import { writeXlsx } from "./xlsx/index.ts";

export { ExportError } from "./errors.ts";
export type { Exported } from "./into-folder.ts";

/** How a format is written. */
export interface ExportOptions {
  /** CSV for Excel. */
  readonly excel?: boolean;
  /** Version of the program that exports. */
  readonly version?: string;
  /** Whether files that this program did not write may be replaced. */
  readonly overwrite?: boolean;
  /** Only what changed after this number of the store's sequence. */
  readonly since?: number;
}

type Write = (
  tables: readonly ExportTable[],
  folder: string,
  options: ExportOptions,
  about: PackageAbout,
) => Promise<Exported[]> | Exported[];

/** A format that writes each table into a file of its own. */
const each =
  (
    extension: string,
    write: (path: string, table: ExportTable, options: ExportOptions) => number | Promise<number>,
  ): Write =>
  async (tables, folder, options) => {
    const files: Exported[] = [];
    for (const table of tables) {
      const path = join(folder, `${table.name}.${extension}`);
      files.push({ path, rows: await write(path, table, options) });
    }
    return files;
  };

/** A format that writes all tables into one file. */
const together =
  (name: string, write: (path: string, tables: readonly ExportTable[]) => number | Promise<number>): Write =>
  async (tables, folder) => {
    const path = join(folder, name);
    return [{ path, rows: await write(path, tables) }];
  };

const FORMATS = {
  csv: each("csv", writeCsv),
  xlsx: together("mingzhang.xlsx", (path, tables) => writeXlsx(path, tables)),
  jsonl: each("jsonl", writeJsonLines),
  parquet: each("parquet", writeParquet),
  datapackage: writeDataPackage,
  sqlite: together("mingzhang-export.sqlite", writeSqlite),
  stata: writeStata,
  r: writeR,
  postgres: writePostgres,
} satisfies Record<string, Write>;

/** A format by its name on the command line. */
export type ExportFormat = keyof typeof FORMATS;
/** All of them, in the order of the help. */
export const EXPORT_FORMATS = Object.keys(FORMATS) as ExportFormat[];

/**
 * Every table of the store into files of a folder, or into a schema of a PostgreSQL: all of them or none. The same store gives the same bytes. Throws ExportError.
 */
export async function exportStore(
  store: Store,
  format: ExportFormat,
  folder: string,
  options: ExportOptions = {},
): Promise<Exported[]> {
  const about = { version: options.version ?? "unversioned", holdings: holdings(store) };
  // There it is the name of a schema, and the transaction is the server's.
  if (format === "postgres") return await writePostgres(exportTables(store, options.since), folder);
  return intoFolder(folder, options.overwrite === true, (half) =>
    FORMATS[format](exportTables(store, options.since), half, options, about),
  );
}
