import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeCsv } from "./csv.ts";
import type { ExportColumn, ExportTable, ExportType } from "./table.ts";

/** Frictionless types; codes are strings, so that no reader takes their zeros off. */
const TYPES: Readonly<Record<ExportType, string>> = {
  text: "string",
  code: "string",
  year: "integer",
  integer: "integer",
  yuan: "number",
  decimal: "number",
  boolean: "boolean",
  date: "date",
};

/** Column types of the Fiscal Data Package, by table and column; `*` in every table. */
const FISCAL: Readonly<Record<string, string>> = {
  "*.entity": "administrative-classification:generic:level1:label",
  "*.fiscal_year": "date:fiscal-year",
  "*.measure": "phase:id",
  "*.region_code": "geo:target:code",
  "*.amount_yuan": "value",
  "functional_lines.code": "functional-classification:generic:code",
  "functional_lines.name": "functional-classification:generic:label",
  "economic_lines.code": "economic-classification:generic:code",
  "economic_lines.name": "economic-classification:generic:label",
  "project_lines.project": "activity:generic:project:label",
};

function field(table: string, { name, type, note }: ExportColumn): object {
  const columnType = FISCAL[`${table}.${name}`] ?? FISCAL[`*.${name}`];
  return {
    name,
    type: TYPES[type],
    ...(type === "boolean" ? { trueValues: ["1"], falseValues: ["0"] } : {}),
    title: note[0],
    description: note[1],
    ...(columnType ? { columnType } : {}),
    ...(type === "yuan" ? { currency: "CNY" } : {}),
  };
}

const PRIMARY_KEYS: Readonly<Record<string, readonly string[]>> = {
  documents: ["document"],
  facts: ["document", "slot"],
  indicators: ["document", "seq"],
  findings: ["document", "finding"],
  finding_sides: ["document", "finding", "side"],
};

function resource({ name, title, row, columns }: ExportTable): object {
  const key = PRIMARY_KEYS[name];
  const owned = name !== "documents" && columns.some((column) => column.name === "document");
  return {
    name,
    type: "table",
    path: `${name}.csv`,
    title: `${title[0]} ${title[1]}`,
    description: `${row[0]}；${row[1]}`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {
      fields: columns.map((column) => field(name, column)),
      missingValues: [""],
      ...(key ? { primaryKey: key } : {}),
      ...(owned
        ? { foreignKeys: [{ fields: ["document"], reference: { resource: "documents", fields: ["document"] } }] }
        : {}),
    },
  };
}

/** CSV files with a `datapackage.json` (Data Package v2) that says what every column is. */
export function writeDataPackage(
  tables: readonly ExportTable[],
  folder: string,
): { readonly path: string; readonly rows: number }[] {
  const files = tables.map((table) => {
    const path = join(folder, `${table.name}.csv`);
    return { path, rows: writeCsv(path, table) };
  });
  const descriptor = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "mingzhang",
    title: "明账：公共部门决算、预算与绩效公开数据",
    description:
      "Amounts are nominal 元, exact to the 分; nothing is imputed. Column types of the Fiscal Data Package stand with the fields.",
    resources: tables.map(resource),
  };
  const path = join(folder, "datapackage.json");
  writeFileSync(path, `${JSON.stringify(descriptor, null, 2)}\n`);
  return [...files, { path, rows: tables.length }];
}
