import { join } from "node:path";
import { makeFolder } from "../lib/make-folder.ts";
import { holdings, type Store } from "../store/index.ts";
import { writeCsv } from "./csv.ts";
import { type PackageAbout, writeDataPackage } from "./datapackage.ts";
import { writeJsonLines } from "./jsonl.ts";
import { writeParquet } from "./parquet.ts";
import { writeR } from "./r.ts";
import { writeSqlite } from "./sqlite.ts";
import { writeStata } from "./stata.ts";
import { type ExportTable, exportTables } from "./table.ts";
import { writeXlsx } from "./xlsx/index.ts";

export { ExportError } from "./errors.ts";

/** How a format is written. */
export interface ExportOptions {
  /** CSV for Excel. */
  readonly excel?: boolean;
  /** Version of the program that exports. */
  readonly version?: string;
  /** Only what changed after this number of the store's sequence. */
  readonly since?: number;
}

/** A file that was written. */
export interface Exported {
  readonly path: string;
  readonly rows: number;
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
} satisfies Record<string, Write>;

/** A format by its name on the command line. */
export type ExportFormat = keyof typeof FORMATS;
/** All of them, in the order of the help. */
export const EXPORT_FORMATS = Object.keys(FORMATS) as ExportFormat[];

/** Every table of the store into files of a folder. The same store gives the same bytes. */
export async function exportStore(
  store: Store,
  format: ExportFormat,
  folder: string,
  options: ExportOptions = {},
): Promise<Exported[]> {
  makeFolder(folder);
  const about = { version: options.version ?? "unversioned", holdings: holdings(store) };
  return await FORMATS[format](exportTables(store, options.since), folder, options, about);
}
