import type { Item, Words } from "../../schemas/forms/form.ts";
import { PHASE_END, SUM_HEAD, YEAR_START } from "../../schemas/forms/heads.ts";
import { NAMES_SANGONG } from "../../schemas/forms/sangong.ts";
import { TOTALS } from "../../schemas/forms/totals.ts";
import { type Column, isOrderColumn, looksLikeAmount } from "../../src/lib/header.ts";
import { measureOf, type Phase, phaseOfColumn, yearIn } from "../../src/lib/phase.ts";
import type { FactReading } from "../../src/lib/reading.ts";
import { meaningOf } from "../../src/lib/words.ts";
import { readCell, type Sheet } from "./form.ts";
import { countOf, countUnit } from "./item-counts.ts";
import { type Beside, isBareTotal, isOwnTotal } from "./own-total.ts";
import { isGathering } from "./words.ts";

/** Reads a form whose items are its columns. */
export function* readColumns(sheet: Sheet, extractor: string, words: Words<Item>): Iterable<FactReading | null> {
  const columns = sheet.table.columns.flatMap((column) => {
    const item = columnItem(column, words);
    return item === null ? [] : [{ column, item }];
  });
  for (const { row, phase } of itemRows(sheet, new Set(columns.map(({ column }) => column.index))))
    for (const { column, item } of columns) {
      const form = { measure: phase?.measure ?? sheet.phase.measure, year: phase?.year ?? sheet.phase.year };
      const own = phaseOfColumn(column.path, form);
      if (isBareTotal(item.concept, column.path.join("")) && !ownsTotal(sheet, row, column, words, form)) continue;
      yield readCell(sheet, extractor, row, column.index, {
        concept: item.concept,
        item: columnLabel(column),
        ...(item.count === undefined ? own : countOf(own, countUnit(sheet, {}, column, item.count, null))),
      });
    }
}

/** Whether the 合计 of a row is the sum of 三公经费 alone, among the columns of its phase. */
function ownsTotal(sheet: Sheet, row: number, total: Column, words: Words<Item>, form: Phase): boolean {
  const printedAt = ({ index }: Column): string => {
    const cell = sheet.table.cells[row]?.[index];
    return cell === undefined || cell.c !== index || isOrderColumn(sheet.table.columns[index]!) ? "" : cell.text;
  };
  const phaseOf = (column: Column): string => JSON.stringify(phaseOfColumn(column.path, form));
  const beside = sheet.table.columns
    .filter((column) => column !== total && column.path.length > 0 && phaseOf(column) === phaseOf(total))
    .filter((column) => looksLikeAmount(printedAt(column)))
    .map((column) => ({ column, item: columnItem(column, words) }))
    .filter(({ item }) => item?.count === undefined)
    .map(
      ({ column, item }): Beside => ({
        concept: item?.concept ?? null,
        name: column.path.join(""),
        printed: printedAt(column),
      }),
    );
  return isOwnTotal(printedAt(total), beside, false);
}

/** The item of a column: the lowest text that names one; 合计, 小计, 决算数 gather what stands above. */
export function columnItem(column: Column, words: Words<Item>): Item | null {
  for (let i = column.path.length - 1; i >= 0; i--) {
    const text = column.path[i]!;
    const item = meaningOf(text.replace(PHASE_END, "").replace(YEAR_START, "") || text, words);
    if (
      item !== null &&
      (item.concept !== "sangong.total" || NAMES_SANGONG.test(text) || i === 0 || isTopTotal(column, i))
    )
      return item;
    if (!isGathering(text) && measureOf(text) === null && yearIn(text) === null) return null;
  }
  return null;
}

/** 合计 below 公务用车购置及运行费 is that group's, below 三公经费 or nothing the whole. */
const isTopTotal = (column: Column, i: number): boolean =>
  column.path.slice(0, i).every((text) => NAMES_SANGONG.test(text) || isGathering(text) || yearIn(text) !== null);

const columnLabel = (column: Column): string => {
  const named = [...column.path]
    .reverse()
    .find((text) => measureOf(text) === null && yearIn(text) === null && !SUM_HEAD.test(text));
  return named ?? column.path.at(-1) ?? "";
};

/** The rows of a form by columns: the body's own row, or one row a phase (预算数, 决算数); of a list of units their 合计. */
function itemRows(sheet: Sheet, columns: ReadonlySet<number>): { row: number; phase: Partial<Phase> | null }[] {
  const rows = sheet.table.rows
    .map((row) => {
      const label =
        sheet.table.cells[row]!.find(
          (cell, c) => cell !== undefined && !columns.has(c) && /\p{Script=Han}/u.test(cell.text),
        )?.text.replace(/\s+/gu, "") ?? "";
      const filled = sheet.table.cells[row]!.some(
        (cell, c) => columns.has(c) && cell !== undefined && /\d/.test(cell.text),
      );
      return { row, label, filled };
    })
    .filter((row) => row.filled);
  const phased = rows.filter(({ label }) => measureOf(label) !== null || yearIn(label) !== null);
  if (phased.length > 0)
    return phased.map(({ row, label }) => {
      const measure = measureOf(label);
      const year = yearIn(label);
      return { row, phase: { ...(measure === null ? {} : { measure }), ...(year === null ? {} : { year }) } };
    });
  const whole = rows.filter(({ label }) => meaningOf(label, TOTALS) !== null);
  if (whole.length > 0) return [{ row: whole[0]!.row, phase: null }];
  const own = rows.filter(({ label }) => label !== "" && label === sheet.hints.entity?.replace(/\s+/gu, ""));
  if (rows.length > 1 && own.length === 1) return [{ row: own[0]!.row, phase: null }];
  return rows.length === 1 ? [{ row: rows[0]!.row, phase: null }] : [];
}
