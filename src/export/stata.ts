import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeCsv } from "./csv.ts";
import { watched } from "./doubles.ts";
import type { ExportColumn, ExportTable } from "./table.ts";

const NAME_MAX = 32;
const LABEL_MAX = 80;
const PRINTED = "_printed";

/** Names that fit Stata, each only once in its table. */
export function stataNames(columns: readonly Pick<ExportColumn, "name">[]): string[] {
  const taken = new Set<string>();
  return columns.map(({ name }) => {
    let short = name.slice(0, NAME_MAX);
    for (let n = 2; taken.has(short); n++) short = `${name.slice(0, NAME_MAX - 1 - String(n).length)}_${n}`;
    taken.add(short);
    return short;
  });
}

/** Inside `"…"`-quotes of Stata: compound quotes hold any text but their own marks. */
const quoted = (text: string): string => `\`"${text.replaceAll(/[`"']/gu, "").slice(0, LABEL_MAX)}"'`;

/** A column as it is read (`from`: text that becomes a date or a number) and as it is called in the end. */
function columnPart({ type, note }: ExportColumn, from: string, name: string): string[] {
  const lines: string[] = [];
  if (type === "date")
    lines.push(
      `generate double ${name} = daily(${from}, "YMD")`,
      `format ${name} %tdCCYY-NN-DD`,
      `order ${name}, before(${from})`,
      `drop ${from}`,
    );
  else if (from !== name)
    lines.push(
      `generate double ${name} = real(${from})`,
      `order ${name}, before(${from})`,
      `label variable ${from} ${quoted(note[0])}`,
    );
  // An empty column is read as a byte: the type holds whatever the data are.
  else if (type === "yuan" || type === "decimal") lines.push(`recast double ${name}`);
  if (type === "yuan") lines.push(`format ${name} %20.2f`);
  if (type === "boolean") lines.push(`label values ${name} yesno`);
  lines.push(`label variable ${name} ${quoted(note[0])}`);
  return lines;
}

function tablePart({ name, title, columns }: ExportTable, printed: readonly ExportColumn[], rows: number): string {
  const heading = `* ${title[0]} ${title[1]}`;
  // There is nothing to load, and no variable that could be named.
  if (rows === 0) return `${heading}\n* ${name}.csv: 没有行 no rows`;
  const names = stataNames(columns);
  const read = stataNames(
    columns.map((column, n) => {
      if (column.type === "date") return { name: `mz_date_${n + 1}` };
      return { name: printed.includes(column) ? names[n]!.slice(0, NAME_MAX - PRINTED.length) + PRINTED : names[n]! };
    }),
  );
  const strings = columns.flatMap((column, n) =>
    column.type === "text" || column.type === "code" || read[n] !== names[n] ? [n + 1] : [],
  );
  return [
    heading,
    `import delimited using "${name}.csv", delimiter(",") varnames(nonames) rowrange(2) clear encoding("UTF-8") ///`,
    `  bindquote(strict) maxquotedrows(unlimited) asdouble stringcols(${strings.join(" ")})`,
    `rename (${columns.map((_, n) => `v${n + 1}`).join(" ")}) ///`,
    `  (${read.join(" ")})`,
    // `clear` takes value labels away with the data: they are defined anew for each table.
    'label define yesno 0 "否" 1 "是", replace',
    `label data ${quoted(`${title[0]} ${title[1]}`)}`,
    ...columns.flatMap((column, n) => columnPart(column, read[n]!, names[n]!)),
    `save "${name}.dta", replace`,
  ].join("\n");
}

const HEAD = `* 明账 → Stata：在本文件夹运行 do load.do，每张表存成一个 .dta
* Amounts are double. A number whose print a double does not keep stands as text beside it, in a variable ending in _printed.
* Codes are strings. An empty field is missing. A table without rows is left out.
version 14
set more off
`;

/** CSV files and a `load.do` that loads them with labels and without losing digits. */
export function writeStata(
  tables: readonly ExportTable[],
  folder: string,
): { readonly path: string; readonly rows: number }[] {
  const parts: string[] = [];
  const files = tables.map((table) => {
    const path = join(folder, `${table.name}.csv`);
    const passing = watched(table);
    const rows = writeCsv(path, passing.table);
    parts.push(tablePart(table, passing.printed(), rows));
    return { path, rows };
  });
  const path = join(folder, "load.do");
  writeFileSync(path, `${[HEAD, ...parts].join("\n")}\n`);
  return [...files, { path, rows: tables.length }];
}
