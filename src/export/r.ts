import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { append } from "../lib/long-lists.ts";
import { writeCsv } from "./csv.ts";
import { watched } from "./doubles.ts";
import type { ExportColumn, ExportTable } from "./table.ts";

/** ASCII alone, so that R reads it under every locale; the Chinese labels lie in `columns.csv`. */
const SCRIPT = `# Run in this folder: source("load.R"). It gives mingzhang$facts and the other tables as data frames with labelled columns.
# Amounts are numeric. A number whose print a double does not keep stands as text beside it, in a column ending in _printed.
# Codes are character, flags logical, dates Date. An empty field is NA. Only base R is needed.
mingzhang <- local({
  read <- function(file, classes) {
    read.csv(file, colClasses = classes, na.strings = "", encoding = "UTF-8", check.names = FALSE)
  }
  classes <- c(
    text = "character", code = "character", year = "integer", integer = "integer", yuan = "numeric", decimal = "numeric",
    printed = "character", boolean = "integer", date = "Date"
  )
  columns <- read("columns.csv", "character")
  names <- unique(columns$table)
  tables <- lapply(names, function(name) {
    own <- columns[columns$table == name, ]
    wanted <- classes[ifelse(own$printed == "1", "printed", own$type)]
    table <- read(paste0(name, ".csv"), setNames(wanted, own$column))
    for (column in own$column[own$printed == "1"]) {
      table[[paste0(column, "_printed")]] <- table[[column]]
      table[[column]] <- as.numeric(table[[column]])
    }
    for (column in own$column[own$type == "boolean"]) table[[column]] <- table[[column]] == 1L
    for (n in seq_len(nrow(own))) {
      attr(table[[own$column[n]]], "label") <- own$label[n]
      attr(table[[own$column[n]]], "meaning") <- own$meaning[n]
    }
    table
  })
  setNames(tables, names)
})
`;

const COLUMNS = ["table", "column", "type", "printed", "label", "meaning"] as const;

const columnRows = ({ name, columns }: ExportTable, printed: readonly ExportColumn[]): string[][] =>
  columns.map((column) => [name, column.name, column.type, printed.includes(column) ? "1" : "0", ...column.note]);

/** CSV files, a `columns.csv` that says what every column is, and a `load.R` that loads them by it without losing digits. */
export function writeR(
  tables: readonly ExportTable[],
  folder: string,
): { readonly path: string; readonly rows: number }[] {
  const columns: string[][] = [];
  const files = tables.map((table) => {
    const path = join(folder, `${table.name}.csv`);
    const passing = watched(table);
    const rows = writeCsv(path, passing.table);
    append(columns, columnRows(table, passing.printed()));
    return { path, rows };
  });
  const [dictionary, script] = [join(folder, "columns.csv"), join(folder, "load.R")];
  writeFileSync(dictionary, stringify([[...COLUMNS], ...columns]));
  writeFileSync(script, SCRIPT);
  return [...files, { path: dictionary, rows: columns.length }, { path: script, rows: tables.length }];
}
