import type { Item, Words } from "../../schemas/forms/form.ts";
import { PHASE_END, REMARK_HEAD, SUM_HEAD, YEAR_START } from "../../schemas/forms/heads.ts";
import { NAMES_SANGONG } from "../../schemas/forms/sangong.ts";
import { TOTALS } from "../../schemas/forms/totals.ts";
import type { Column } from "../../src/lib/header.ts";
import type { Lane } from "../../src/lib/lanes.ts";
import { measureOf, type Phase, phaseOfColumn, yearIn } from "../../src/lib/phase.ts";
import type { FactReading } from "../../src/lib/reading.ts";
import type { PrintedUnit } from "../../src/lib/section.ts";
import { labelUnit, moneyPower } from "../../src/lib/units.ts";
import { meaningOf } from "../../src/lib/words.ts";
import { readCell, type Sheet, unitOf } from "./form.ts";
import { isGathering } from "./words.ts";

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

function* readRows(sheet: Sheet, extractor: string, words: Words<Item>): Iterable<FactReading | null> {
  for (const lane of sheet.lanes) {
    let group: string | null = null;
    for (const row of lane.rows) {
      const item = meaningOf(row.name, words);
      group = labelUnit(row.name) ?? group;
      if (item === null) continue;
      for (const column of valueColumns(lane, item)) {
        const phase = phaseOfColumn(column.path, sheet.phase);
        yield readCell(sheet, extractor, row.row, column.index, {
          concept: item.concept,
          item: row.name,
          ...(item.count === undefined
            ? { ...phase, unit: unitOf(sheet, column.index, row.name) }
            : countOf(phase, countUnit(sheet, row.name, column, item.count, group))),
        });
      }
    }
  }
}

/** Of 预算数 | 决算数 a count belongs to the last: one number of cars a year. */
function valueColumns(lane: Lane, item: Item): readonly Column[] {
  // 公务接待费 | 1.36: one column, and nothing above it
  if (item.count === undefined && lane.values.length === 1 && lane.values[0]?.path.length === 0) return lane.values;
  if (item.count === undefined)
    return lane.values.filter(
      (column) => column.path.length > 0 && !column.path.some((text) => REMARK_HEAD.test(text)),
    );
  const actual = lane.values.filter((column) => column.path.some((text) => measureOf(text) === "actual"));
  return actual.length > 0 ? actual : lane.values.slice(0, 1);
}

const countOf = (phase: Phase, unit: PrintedUnit) => ({ measure: "count" as const, year: phase.year, unit });

/** The unit in the row's label, in the label that gathers it, in the column; else the form's own. */
function countUnit(sheet: Sheet, label: string, column: Column, unit: string, group: string | null): PrintedUnit {
  const own = labelUnit(label);
  if (own !== null) return { text: own, from: "row" };
  for (const text of column.path) {
    const named = labelUnit(text);
    if (named !== null && moneyPower(named) === null) return { text: named, from: "column" };
  }
  if (group === unit) return { text: group, from: "row" };
  const caption = sheet.section.unit;
  if (caption !== null && moneyPower(caption.text) === null) return caption;
  return { text: unit, from: "form" };
}

function* readColumns(sheet: Sheet, extractor: string, words: Words<Item>): Iterable<FactReading | null> {
  const columns = sheet.table.columns.flatMap((column) => {
    const item = columnItem(column, words);
    return item === null ? [] : [{ column, item }];
  });
  for (const { row, phase } of itemRows(sheet, new Set(columns.map(({ column }) => column.index))))
    for (const { column, item } of columns) {
      const own = phaseOfColumn(column.path, {
        measure: phase?.measure ?? sheet.phase.measure,
        year: phase?.year ?? sheet.phase.year,
      });
      yield readCell(sheet, extractor, row, column.index, {
        concept: item.concept,
        item: columnLabel(column),
        ...(item.count === undefined ? own : countOf(own, countUnit(sheet, "", column, item.count, null))),
      });
    }
}

/** The item of a column: the lowest text that names one; 合计, 小计, 决算数 gather what stands above. */
function columnItem(column: Column, words: Words<Item>): Item | null {
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
