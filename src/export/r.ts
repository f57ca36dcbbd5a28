import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeCsv } from "./csv.ts";
import type { ExportTable, ExportType } from "./table.ts";

const TYPES: Readonly<Record<ExportType, string>> = {
  text: "character",
  code: "character",
  year: "integer",
  integer: "integer",
  yuan: "numeric",
  decimal: "numeric",
  boolean: "integer",
  date: "Date",
};

const quoted = (text: string): string => JSON.stringify(text);
const named = (pairs: readonly (readonly [string, string])[]): string =>
  `c(\n${pairs.map(([name, value]) => `    ${name} = ${quoted(value)}`).join(",\n")}\n  )`;

const HEAD = `# 明账 → R：在本文件夹运行 source("load.R", encoding = "UTF-8")，得到 mingzhang$facts 等各表
# Amounts are numeric: exact to the 分 up to 15 digits. Codes are character. An empty field is NA. Only base R is needed.
load_table <- function(file, types, labels) {
  table <- read.csv(file, colClasses = types, na.strings = "", fileEncoding = "UTF-8", check.names = FALSE)
  for (name in names(labels)) attr(table[[name]], "label") <- labels[[name]]
  table
}
mingzhang <- list()
`;

const tablePart = ({ name, title, columns }: ExportTable): string =>
  [
    `# ${title[0]} ${title[1]}`,
    `mingzhang$${name} <- load_table(`,
    `  ${quoted(`${name}.csv`)},`,
    `  ${named(columns.map((column) => [column.name, TYPES[column.type]]))},`,
    `  ${named(columns.map((column) => [column.name, column.note[0]]))}`,
    ")",
    // Flags are written 1 and 0.
    ...columns
      .filter(({ type }) => type === "boolean")
      .map((column) => `mingzhang$${name}$${column.name} <- mingzhang$${name}$${column.name} == 1L`),
  ].join("\n");

/** CSV files and a `load.R` that loads them with types and labels. */
export function writeR(
  tables: readonly ExportTable[],
  folder: string,
): { readonly path: string; readonly rows: number }[] {
  const files = tables.map((table) => {
    const path = join(folder, `${table.name}.csv`);
    return { path, rows: writeCsv(path, table) };
  });
  const path = join(folder, "load.R");
  writeFileSync(path, `${[HEAD, ...tables.map(tablePart)].join("\n")}\n`);
  return [...files, { path, rows: tables.length }];
}
