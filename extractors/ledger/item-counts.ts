import { NOUN_UNIT } from "../../schemas/forms/units.ts";
import type { Column } from "../../src/lib/header.ts";
import type { LaneRow } from "../../src/lib/lanes.ts";
import type { Phase } from "../../src/lib/phase.ts";
import type { PrintedUnit } from "../../src/lib/section.ts";
import { labelUnit, moneyPower } from "../../src/lib/units.ts";
import type { Sheet } from "./form.ts";

/** What a count says: no phase, the year of its column. */
export const countOf = (phase: Phase, unit: PrintedUnit) => ({ measure: "count" as const, year: phase.year, unit });

/** The unit that the noun itself names: 国内公务接待人次, 接待批次. */
const nounUnit = (label: string): string | null => NOUN_UNIT.exec(label)?.[1] ?? null;

/** The unit in the row's own column or label, in the label that gathers it, in the column; else the form's own. */
export function countUnit(
  sheet: Sheet,
  row: Partial<Pick<LaneRow, "name" | "unit">>,
  column: Column,
  unit: string,
  group: string | null,
): PrintedUnit {
  const own = row.unit ?? labelUnit(row.name ?? "") ?? (moneyPower(unit) === null ? nounUnit(row.name ?? "") : null);
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
