import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Holdings } from "../store/index.ts";
import { type CsvOptions, writeCsv } from "./csv.ts";
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

/** Columns that hold the key of another table's row, and whose. */
const REFERENCES: Readonly<Record<string, string>> = {
  document: "documents",
  side_document: "documents",
  entity_id: "entities",
  parent_id: "entities",
  merged_into: "entities",
  report: "reports",
};
const FIELD_OF: Readonly<Record<string, string>> = { documents: "document", entities: "entity_id", reports: "report" };

function foreignKeys({ name, columns }: ExportTable): object[] {
  const own = columns
    .filter((column) => column.name in REFERENCES)
    .filter((column) => REFERENCES[column.name] !== name || column.name !== FIELD_OF[name])
    .map((column) => {
      const resource = REFERENCES[column.name]!;
      return {
        fields: [column.name],
        // A table that points at itself names no resource.
        reference: { ...(resource === name ? {} : { resource }), fields: [FIELD_OF[resource]!] },
      };
    });
  const sides = {
    fields: ["document", "finding"],
    reference: { resource: "findings", fields: ["document", "finding"] },
  };
  return name === "finding_sides" ? [...own, sides] : own;
}

function resource(table: ExportTable): object {
  const { name, title, row, columns, key } = table;
  const references = name === "changes" ? [] : foreignKeys(table);
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
      ...(references.length > 0 ? { foreignKeys: references } : {}),
    },
  };
}

/** What the package is about, beside its tables. */
export interface PackageAbout {
  readonly version: string;
  readonly holdings: Holdings;
}

/** CSV files with a `datapackage.json` (Data Package v2) that says what every column is, what is covered and what read it. */
export function writeDataPackage(
  tables: readonly ExportTable[],
  folder: string,
  { excel = false }: CsvOptions,
  { version, holdings }: PackageAbout,
): { readonly path: string; readonly rows: number }[] {
  const files = tables.map((table) => {
    const path = join(folder, `${table.name}.csv`);
    return { path, rows: writeCsv(path, table, { excel }) };
  });
  const descriptor = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "mingzhang",
    title: "明账：公共部门决算、预算与绩效公开数据",
    description:
      "Amounts are nominal 元, exact to the 分; nothing is imputed. Column types of the Fiscal Data Package stand with the fields.",
    version: `${version}+${holdings.sequence}`,
    licenses: [
      {
        name: "other-open",
        title:
          "公开的政府信息中的事实；汇编本身不主张权利 Facts from published government information; no rights are claimed in the compilation",
      },
    ],
    sources: [{ title: "documents.csv: every file the numbers were read from, by its SHA-256" }],
    mingzhang: { program: version, ...holdings },
    resources: tables.map(resource),
  };
  const path = join(folder, "datapackage.json");
  writeFileSync(path, `${JSON.stringify(descriptor, null, 2)}\n`);
  return [...files, { path, rows: tables.length }];
}
