import type { Item, Words } from "../../schemas/forms/form.ts";
import { AMOUNT_HEAD, REMARK_HEAD } from "../../schemas/forms/heads.ts";
import { NAMES_SANGONG } from "../../schemas/forms/sangong.ts";
import type { Fund, Measure } from "../../schemas/index.ts";
import type { Column } from "../../src/lib/header.ts";
import type { Lane, LaneRow } from "../../src/lib/lanes.ts";
import { measureOf, measureOfPath, phaseOfColumn, yearIn } from "../../src/lib/phase.ts";
import { isFraction } from "../../src/lib/printed-rate.ts";
import type { FactReading } from "../../src/lib/reading.ts";
import { labelUnit } from "../../src/lib/units.ts";
import { meaningOf } from "../../src/lib/words.ts";
import { readCell, type Sheet, unitOf } from "./form.ts";
import { fundOfPath } from "./fund.ts";
import { countOf, countUnit } from "./item-counts.ts";
import { type Beside, isBareTotal, isOwnTotal } from "./own-total.ts";
import { isGathering } from "./words.ts";

/** A row with what it counts, if that is known. */
interface ItemRow {
  readonly row: LaneRow;
  readonly item: Item | null;
}

/** Reads a form that lists items down its rows. */
export function* readRows(sheet: Sheet, extractor: string, words: Words<Item>): Iterable<FactReading | null> {
  for (const lane of sheet.lanes) {
    const rows = lane.rows.map((row): ItemRow => ({ row, item: meaningOf(row.name, words) }));
    let group: string | null = null;
    for (const [at, { row, item }] of rows.entries()) {
      group = labelUnit(row.name) ?? group;
      if (item === null) continue;
      const columns = valueColumns(sheet, lane, row, item, words);
      for (const column of columns) {
        if (isFractionIn(sheet, row, column, columns)) continue;
        if (isBareTotal(item.concept, row.name) && !ownsTotal(sheet, column, rows, at)) continue;
        const phase = phaseOfColumn(column.path, sheet.phase);
        const fund = ownFund(lane, column);
        if (fund === undefined) continue;
        yield readCell(sheet, extractor, row.row, column.index, {
          concept: item.concept,
          item: row.name,
          fund,
          ...(item.count === undefined
            ? { ...phase, unit: unitOf(sheet, column.index, row) }
            : countOf(phase, countUnit(sheet, row, column, item.count, group))),
        });
      }
    }
  }
}

const printedAt = (sheet: Sheet, row: number, column: number): string => {
  const cell = sheet.table.cells[row]?.[column];
  return cell === undefined || cell.r !== row || cell.c !== column ? "" : cell.text;
};

/** Whether a column's rate is printed as a fraction of the amounts in the columns beside it. */
function isFractionIn(sheet: Sheet, row: LaneRow, rate: Column, columns: readonly Column[]): boolean {
  const measure = ({ path }: Column): Measure => phaseOfColumn(path, sheet.phase).measure;
  if (measure(rate) !== "execution_rate") return false;
  const printed = (of: readonly Measure[]): string => {
    const column = columns.find((other) => of.includes(measure(other)));
    return column === undefined ? "" : printedAt(sheet, row.row, column.index);
  };
  return isFraction(
    printedAt(sheet, row.row, rate.index),
    printed(["actual"]),
    printed(["final_budget"]) || printed(["initial_budget"]),
  );
}

/** Whether the 合计 in a column is the sum of 三公经费 alone. */
function ownsTotal(sheet: Sheet, column: Column, rows: readonly ItemRow[], at: number): boolean {
  const beside = rows
    .filter(({ item }, i) => i !== at && item?.count === undefined)
    .map(
      ({ row, item }): Beside => ({
        concept: item?.concept ?? null,
        name: row.name,
        printed: printedAt(sheet, row.row, column.index),
      }),
    );
  const above = rows.slice(0, at).findLast(({ item }) => item === null || item.concept === "sangong.total");
  return isOwnTotal(
    printedAt(sheet, rows[at]!.row.row, column.index),
    beside,
    NAMES_SANGONG.test(above?.row.name ?? ""),
  );
}

/** The fund a column of several counts; null where all columns say the same of it: then it is the form's own. */
function ownFund(lane: Lane, column: Column): Fund | null | undefined {
  const fund = fundOfPath(column.path);
  return lane.values.every((other) => other.path.length === 0 || fundOfPath(other.path) === fund) ? null : fund;
}

/** Whether the lowest head says that the column holds the line's amounts: a phase, a year, a fund, a sum, or 数量, 金额. */
const holdsAmounts = (column: Column, item: Item, words: Words<Item>): boolean => {
  const head = column.path.at(-1) ?? "";
  return (
    !column.path.some((text) => REMARK_HEAD.test(text)) &&
    (isGathering(head) ||
      measureOfPath(column.path) !== null ||
      yearIn(head) !== null ||
      AMOUNT_HEAD.test(head) ||
      meaningOf(head, words)?.concept === item.concept)
  );
};

/** The columns of a line: all that hold amounts; of 预算数 | 决算数 a count belongs to the last that prints one: one number of cars a year. */
function valueColumns(sheet: Sheet, lane: Lane, row: LaneRow, item: Item, words: Words<Item>): readonly Column[] {
  // 公务接待费 | 1.36: one column, and nothing above it
  if (lane.values.length === 1 && lane.values[0]?.path.length === 0) return lane.values;
  const columns = lane.values.filter((column) => column.path.length > 0 && holdsAmounts(column, item, words));
  if (item.count === undefined) return columns;
  const filled = columns.filter((column) => /\d/.test(printedAt(sheet, row.row, column.index)));
  const actual = filled.filter((column) => column.path.some((text) => measureOf(text) === "actual"));
  return actual.length > 0 ? actual : filled.slice(-1);
}
