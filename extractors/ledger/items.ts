import type { Item, Words } from "../../schemas/forms/form.ts";
import type { FactReading } from "../../src/lib/reading.ts";
import { meaningOf } from "../../src/lib/words.ts";
import type { Sheet } from "./form.ts";
import { columnItem, readColumns } from "./item-columns.ts";
import { readRows } from "./item-rows.ts";

/** Whether a sheet lists items down its rows: at least two labels that the words know. */
export const listsRows = (sheet: Sheet, words: Words<Item>): boolean => rowItems(sheet, words).size >= 2;

/** Whether a sheet lists items in its columns: at least two different ones. */
export const listsColumns = (sheet: Sheet, words: Words<Item>): boolean =>
  new Set(sheet.table.columns.map((column) => columnItem(column, words)?.concept).filter((c) => c !== undefined))
    .size >= 2;

const rowItems = (sheet: Sheet, words: Words<Item>): Set<string> =>
  new Set(sheet.lanes.flatMap((lane) => lane.rows.flatMap((row) => meaningOf(row.name, words)?.concept ?? [])));

/** Reads a sheet of items, rows or columns, whichever the form prints. */
export function* readItems(sheet: Sheet, extractor: string, words: Words<Item>): Iterable<FactReading | null> {
  if (listsRows(sheet, words)) yield* readRows(sheet, extractor, words);
  else yield* readColumns(sheet, extractor, words);
}
