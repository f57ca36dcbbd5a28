import type { DocumentRecord } from "../../schemas/index.ts";
import { readNumber } from "../lib/amount.ts";
import { push } from "../lib/push.ts";
import { type FactReading, type Reading, yearNumber } from "../lib/reading.ts";
import { canonicalUnit, moneyPower } from "../lib/units.ts";
import { countsMoney } from "./fact.ts";

/** So many different amounts of a table have to be stated in sentences with one unit. */
const FEWEST = 2;

/**
 * Readings of a table that prints no unit anywhere, with the unit in which the document's own sentences state the same amounts: 2364 and 12 in the
 * table, 2364万元 and 12万元 in the text. One amount of them stated in another size, or another unit, and there is none.
 */
export function withAgreedUnits(
  readings: readonly Reading[],
  { fiscalYear }: Pick<DocumentRecord, "fiscalYear">,
): Reading[] {
  const amounts = readings.filter(
    (reading): reading is FactReading => reading.kind === "fact" && countsMoney(reading) && /\d/u.test(reading.printed),
  );
  const keyOf = (reading: FactReading): string =>
    [reading.concept, reading.measure, yearNumber(reading.year, fiscalYear), reading.scope].join("|");
  const stated = new Map<string, FactReading[]>();
  const tables = new Map<number, FactReading[]>();
  for (const reading of amounts)
    if (reading.basis === "narrative") push(stated, keyOf(reading), reading);
    else if (reading.place.table !== null) push(tables, reading.place.table, reading);
  const units = new Map<number, string>();
  for (const [table, own] of tables) {
    const unit = own.every((reading) => reading.unit === null)
      ? agreed(own, (reading) => stated.get(keyOf(reading)) ?? [])
      : null;
    if (unit !== null) units.set(table, unit);
  }
  return readings.map((reading) => {
    const unit =
      reading.kind === "fact" && reading.basis === "table" ? units.get(reading.place.table ?? -1) : undefined;
    return unit === undefined || reading.kind !== "fact" || reading.unit !== null || !countsMoney(reading)
      ? reading
      : { ...reading, unit: { text: unit, from: "document" as const } };
  });
}

/** How many digits stand before the point: two more are another unit. */
const digits = (value: string): number => value.replace(/^-/u, "").split(".")[0]!.replace(/^0+/u, "").length;

/** The one unit of money in which statements repeat a table's amounts. */
function agreed(
  own: readonly FactReading[],
  statements: (reading: FactReading) => readonly FactReading[],
): string | null {
  const same = new Map<string, string>();
  for (const reading of own) {
    const number = readNumber(reading.printed);
    if (number.kind !== "number" || number.unit !== null) continue;
    for (const statement of statements(reading)) {
      const said = readNumber(statement.printed);
      const unit = canonicalUnit(statement.unit?.text ?? (said.kind === "number" ? (said.unit ?? "") : ""));
      if (said.kind !== "number" || moneyPower(unit) === null) continue;
      if (Math.abs(digits(said.value) - digits(number.value)) > 1) return null;
      if (said.value === number.value && /[1-9]/u.test(said.value)) same.set(number.value, unit!);
    }
  }
  const [unit, ...others] = new Set(same.values());
  return same.size >= FEWEST && others.length === 0 ? unit! : null;
}
