import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeCsv } from "./csv.ts";
import type { ExportColumn, ExportTable } from "./table.ts";

const NAME_MAX = 32;
const LABEL_MAX = 80;

/** Names that fit Stata, each only once in its table. */
export function stataNames(columns: readonly ExportColumn[]): string[] {
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

function tablePart({ name, title, columns }: ExportTable): string {
  const names = stataNames(columns);
  const strings = columns.flatMap(({ type }, n) =>
    type === "text" || type === "code" || type === "date" ? [n + 1] : [],
  );
  const lines = [
    `* ${title[0]} ${title[1]}`,
    `import delimited using "${name}.csv", varnames(nonames) rowrange(2) clear encoding("UTF-8") ///`,
    `  bindquote(strict) maxquotedrows(unlimited) asdouble stringcols(${strings.join(" ")})`,
    `rename (${columns.map((_, n) => `v${n + 1}`).join(" ")}) ///`,
    `  (${names.join(" ")})`,
    `label data ${quoted(`${title[0]} ${title[1]}`)}`,
  ];
  for (const [n, { type, note }] of columns.entries()) {
    const short = names[n]!;
    if (type === "date") {
      lines.push(`generate double ${short}_d = daily(${short}, "YMD")`, `format ${short}_d %tdCCYY-NN-DD`);
      lines.push(`drop ${short}`, `rename ${short}_d ${short}`);
    }
    // An empty column is read as a byte: the type holds whatever the data are.
    if (type === "yuan" || type === "decimal") lines.push(`recast double ${short}`);
    if (type === "yuan") lines.push(`format ${short} %20.2f`);
    if (type === "boolean") lines.push(`label values ${short} yesno`);
    lines.push(`label variable ${short} ${quoted(note[0])}`);
  }
  lines.push(`save "${name}.dta", replace`);
  return lines.join("\n");
}

const HEAD = `* 明账 → Stata：在本文件夹运行 do load.do，每张表存成一个 .dta
* Amounts are double: exact to the 分 up to 15 digits. Codes are strings. An empty field is missing.
version 14
set more off
capture label drop yesno
`;

/** CSV files and a `load.do` that loads them with labels and without losing digits. */
export function writeStata(
  tables: readonly ExportTable[],
  folder: string,
): { readonly path: string; readonly rows: number }[] {
  const files = tables.map((table) => {
    const path = join(folder, `${table.name}.csv`);
    return { path, rows: writeCsv(path, table) };
  });
  const path = join(folder, "load.do");
  // `clear` takes value labels away with the data: they are defined anew for each table.
  const parts = tables.map((table) =>
    tablePart(table).replace("\nlabel data", '\nlabel define yesno 0 "否" 1 "是", replace\nlabel data'),
  );
  writeFileSync(path, `${[HEAD, ...parts].join("\n")}\n`);
  return [...files, { path, rows: tables.length }];
}
