import { BARE_SIDE } from "../../schemas/forms/balance.ts";
import { EXPENDITURE } from "../../schemas/forms/expenditure.ts";
import { WORDED_LINE } from "../../schemas/forms/expenditure-table.ts";
import type { Words } from "../../schemas/forms/form.ts";
import { SUM_HEAD } from "../../schemas/forms/heads.ts";
import { THIS_YEARS_INCOME } from "../../schemas/forms/income.ts";
import { REVENUE } from "../../schemas/forms/revenue.ts";
import { TOTALS } from "../../schemas/forms/totals.ts";
import { UNIT_HEAD } from "../../schemas/forms/units.ts";
import type { ConceptName, Fund } from "../../schemas/index.ts";
import type { Column } from "../../src/lib/header.ts";
import type { Lane, LaneRow } from "../../src/lib/lanes.ts";
import { measureOf, phaseOfColumn } from "../../src/lib/phase.ts";
import type { FactReading } from "../../src/lib/reading.ts";
import { meaningOf } from "../../src/lib/words.ts";
import { readCell, type Sheet } from "./form.ts";
import { fundOf, isGathering, isSource } from "./words.ts";

/** What a value column counts: a concept (`expenditure.basic`), the whole of the row (`all`), or a side group of a fund's table. */
export type Role = ConceptName | "all" | null;

/** The role of a column from its header path: the lowest text that names a kind; 合计, 小计, 决算数 gather what stands above them. */
export function roleOf(column: Column, words: Words<ConceptName>): Role {
  const path = column.path;
  const carried = path.findIndex((text) => carryover(text) !== null);
  if (carried >= 0)
    return path.every((text, i) => i <= carried || SUM_HEAD.test(text)) ? carryover(path[carried]!) : null;
  const income = path.findIndex((text) => THIS_YEARS_INCOME.test(text));
  for (let i = path.length - 1; i >= 0; i--) {
    if (i === income) return "revenue.current";
    const role = meaningOf(path[i]!, words);
    if (role !== null) return income >= 0 && words !== REVENUE ? null : role;
    if (i === path.length - 1 && isSource(path[i]!) && (words === REVENUE || fundOf(path[i]!) === null)) return null;
    if (!isGathering(path[i]!) && measureOf(path[i]!) === null) return null;
  }
  return path.length === 0 ? null : "all";
}

/** 年初结转和结余 and 年末结转和结余 gather columns of their own: 基本支出 below them is no expenditure. */
const carryover = (text: string): ConceptName | null => {
  const revenue = meaningOf(text, REVENUE);
  if (revenue === "revenue.carryover") return revenue;
  return meaningOf(text, EXPENDITURE) === "expenditure.carryover" ? "expenditure.carryover" : null;
};

/** Whether a row is the table's total: 合计, 总计, 本年支出合计. */
export const isTotalRow = (row: LaneRow): boolean => row.code === null && meaningOf(row.name, TOTALS) !== null;

/** How the lines of one form are named: concepts of the total row, suffixes of the coded rows. */
export interface LineNames {
  /** Role → concept and fund on the total row. */
  total(role: ConceptName | "all", roles: ReadonlySet<string>): { concept: ConceptName; fund: Fund | null } | null;
  /** Role → suffix of `function.<code>`; null where such a cell is no fact. */
  suffix(role: ConceptName | "all", roles: ReadonlySet<string>): string | null;
  readonly fund: Fund | null;
}

/** Whether a row is the form's whole: its total line, or the only row of a form that names no lines. */
const isWhole = (lane: Lane, row: LaneRow): boolean => lane.labels.length === 0 || isTotalRow(row);

/** Reads the coded lines and the total of 收入表 and 支出表: one row a classification line, one column a kind. */
export function* readCodedLines(
  sheet: Sheet,
  extractor: string,
  words: Words<ConceptName>,
  namesOf: (column: Column) => LineNames | null,
): Iterable<FactReading | null> {
  for (const lane of sheet.lanes) {
    const roles = lane.values.map((column) => ({
      column,
      role: isTornHead(column, lane) ? null : roleOf(column, words),
      names: namesOf(column),
    }));
    const present = new Set(roles.flatMap(({ role }) => (role === null ? [] : [role])));
    const byUnit = lane.labels.some((column) => column.path.some((text) => UNIT_HEAD.test(text)));
    const worded = !byUnit && lane.rows.every((row) => row.code === null);
    for (const row of lane.rows) {
      for (const { column, role, names } of roles) {
        if (role === null || names === null) continue;
        const meaning = lineMeaning(row, isWhole(lane, row), role, present, names, worded);
        if (meaning === null) continue;
        const phase = phaseOfColumn(column.path, sheet.phase);
        yield readCell(sheet, extractor, row.row, column.index, { ...meaning, item: row.name || null, ...phase });
      }
    }
  }
}

const isTornHead = ({ path }: Column, { values }: Lane): boolean =>
  values.length > 2 && path.length === 1 && BARE_SIDE.test(path[0]!);

function lineMeaning(
  row: LaneRow,
  whole: boolean,
  role: ConceptName | "all",
  present: ReadonlySet<string>,
  names: LineNames,
  worded: boolean,
) {
  if (whole) return names.total(role, present);
  const suffix = names.suffix(role, present);
  if (suffix === null) return null;
  if (row.code === null)
    // a line named in words only; 无 and remarks are no lines
    return worded && suffix === "total" && WORDED_LINE.test(row.name)
      ? { concept: "function" as const, fund: names.fund }
      : null;
  if (row.code.startsWith("2"))
    return { concept: `function.${row.code}.${suffix}` as const, code: row.code, fund: names.fund };
  return suffix === "total" && row.code.length <= 5
    ? { concept: `economic.${row.code}` as const, code: row.code, fund: names.fund }
    : null;
}

/** Whether a lane holds functional lines: at least one code that begins with 2. */
export const hasFunctionCodes = (lanes: readonly Lane[]): boolean =>
  lanes.some((lane) => lane.rows.some((row) => row.code?.startsWith("2")));
/** Whether a lane holds economic lines: codes that begin with 3 or 5. */
export const hasEconomicCodes = (lanes: readonly Lane[]): boolean =>
  lanes.some((lane) => lane.rows.filter((row) => /^[35]/.test(row.code ?? "")).length > 1);
/** All roles of a sheet's value columns. */
export const rolesOf = (sheet: Sheet, words: Words<ConceptName>): ReadonlySet<string> =>
  new Set(sheet.lanes.flatMap((lane) => lane.values.flatMap((column) => roleOf(column, words) ?? [])));
