import { DATASETS } from "../../store/index.ts";
import { columnsOf, type ExportType } from "../table.ts";
import type { Language } from "./type-words.ts";

const TYPES: Readonly<Record<ExportType, readonly [string, string]>> = {
  text: ["文本", "text"],
  code: ["编码（文本）", "code (text)"],
  year: ["年度", "year"],
  integer: ["整数", "integer"],
  yuan: ["金额（元，精确到分）", "amount in 元, exact to the 分"],
  decimal: ["十进制数", "decimal"],
  boolean: ["是否：1、0", "1 or 0"],
  date: ["日期", "date"],
};

/** One exported table: its name, what a row is, its columns as name, type, meaning. */
export interface TableNote {
  readonly name: string;
  readonly title: string;
  readonly row: string;
  readonly columns: readonly (readonly [name: string, type: string, meaning: string])[];
}

/** The tables of the exports; in the store they are views of the same names, with money in 分 (`…_fen`). */
export function tableNotes(language: Language): TableNote[] {
  const at = language === "zh" ? 0 : 1;
  return DATASETS.map((dataset) => ({
    name: dataset.name,
    title: dataset.title[at],
    row: dataset.row[at],
    columns: columnsOf(dataset).map(({ name, type, note }) => [name, TYPES[type][at], note[at]] as const),
  }));
}
