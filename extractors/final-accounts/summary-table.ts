import type { Form, Item } from "../../schemas/forms/form.ts";
import { LISTS } from "../../schemas/forms/lists.ts";
import { meaningOf } from "../../src/lib/words.ts";
import { defineForm, type Sheet } from "../ledger/form.ts";
import { readRows } from "../ledger/item-rows.ts";

/** Parts of a whole that make a list of one side. */
const FEWEST_PARTS = 2;

const sideOf = (concept: string): string => concept.split(".")[0]!;

/** One list, without codes, that prints the sum of every side it has, and of one side at least two parts. */
function lists({ identities, lines, columns }: Form<Item>, sheet: Sheet): boolean {
  if (sheet.lanes.length !== 1 || sheet.lanes[0]!.rows.some((row) => row.code !== null)) return false;
  const names = sheet.lanes[0]!.rows.map((row) => row.name);
  const said = (words: typeof columns): string[] =>
    names.flatMap((name) => meaningOf(name, words)?.concept ?? []).map(sideOf);
  const wholes = said(lines as typeof columns);
  if (!identities.every(({ whole }) => wholes.includes(sideOf(whole)))) return false;
  return identities.length > 1 || said(columns).length >= wholes.length + FEWEST_PARTS;
}

/** The lines without those whose concept another line prints as well: 其他资金 over 其他收入. */
function saidOnce({ columns }: Form<Item>, sheet: Sheet): Sheet {
  const concepts = sheet.lanes.map((lane) => lane.rows.map((row) => meaningOf(row.name, columns)?.concept ?? null));
  return {
    ...sheet,
    lanes: sheet.lanes.map((lane, n) => ({
      ...lane,
      rows: lane.rows.filter((_, i) => concepts[n]!.filter((concept) => concept === concepts[n]![i]).length === 1),
    })),
  };
}

/**
 * Lists of income or expenditure by name, one line under the other, as hospitals, schools and short notices print them.
 *
 * Looks like   项目 | 年初预算数 | 决算数, or 项目 | 本期 | 上年同期 | 增加额 | 增长率: 总收入 and its sources, 总支出 and its kinds
 * Unit         above the table
 * Quirks       - 医疗收入, 医疗成本 and other names of their own are no facts
 *              - a list of one side is known by its title
 */
export const summaryTables = LISTS.flatMap((form) =>
  defineForm({
    is: form,
    fits: (sheet) => lists(form, sheet),
    byHeader: (sheet) => form.identities.length > 1 && lists(form, sheet),
    read: (sheet) => readRows(saidOnce(form, sheet), form.id, form.columns),
  }),
);
