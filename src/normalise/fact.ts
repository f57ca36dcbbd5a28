import { ABOUT } from "../../schemas/forms/numbers.ts";
import type { DocumentRecord, Fact, Measure } from "../../schemas/index.ts";
import { negate, readNumber, shiftDecimal } from "../lib/amount.ts";
import { ExtractionError } from "../lib/errors.ts";
import { stripNumbering } from "../lib/label.ts";
import { RATES } from "../lib/phase.ts";
import { type FactReading, yearNumber } from "../lib/reading.ts";
import { canonicalUnit, isForeignMoney, moneyPower } from "../lib/units.ts";
import { sourceOf, whereOf } from "./source.ts";
import { tidyLabel } from "./text.ts";

/** Relations and counts: their unit may be missing without a value being wrong by 10 000. */
const NOT_MONEY = new Set<Measure>(["count", ...RATES]);
const COUNTED =
  /^(?:staff\.|assets\.|sangong\.(?:overseas_(?:groups|persons)|vehicles_|reception_(?:batches|persons)))/;

/** Whether a reading counts money, which has no meaning without its unit. */
export const countsMoney = ({ measure, concept }: Pick<FactReading, "measure" | "concept">): boolean =>
  !NOT_MONEY.has(measure) && !COUNTED.test(concept);

/**
 * A number with its exact amount in 元. null where the cell prints no number (blank, a dash). Throws `number-unreadable`, and
 * `unit-unknown` where money stands without a unit: a guessed unit is wrong by 10 000.
 */
export function normaliseFact(
  reading: FactReading,
  document: Pick<DocumentRecord, "fiscalYear" | "types">,
): Fact | null {
  const about = reading.basis === "table" && ABOUT.test(reading.printed.trim());
  const number = readNumber(about ? reading.printed.trim().replace(ABOUT, "") : reading.printed);
  if (number.kind === "absent") return null;
  if (number.kind === "unreadable")
    throw new ExtractionError(
      "number-unreadable",
      `${reading.concept}: "${reading.printed}" is no number`,
      whereOf(reading),
    );
  const glued = number.unit === null ? null : canonicalUnit(number.unit);
  const given = reading.unit === null ? null : canonicalUnit(reading.unit.text);
  // a table in 万元 with a column of rates prints no % beside them
  const unit =
    RATES.has(reading.measure) && glued === null && moneyPower(given) !== null ? "%" : unitThatApplies(glued, given);
  const power = moneyPower(unit);
  if (countsMoney(reading) && power === null && !isForeignMoney(unit))
    throw new ExtractionError("unit-unknown", `${reading.concept}: no unit for "${reading.printed}"`, whereOf(reading));
  const value = reading.negative === true ? negate(number.value) : number.value;
  const item = reading.item === null ? null : stripNumbering(tidyLabel(reading.item));
  const scope = reading.scope === null ? null : tidyLabel(reading.scope);
  const fiscalYear = yearNumber(reading.year, document.fiscalYear);
  return {
    kind: "fact",
    concept: reading.concept,
    item: item || null,
    code: reading.code,
    measure: reading.measure,
    fiscalYear,
    scope: scope || null,
    fund: reading.fund,
    value,
    unit,
    yuan: power === null || RATES.has(reading.measure) ? null : shiftDecimal(value, power),
    basis: reading.basis,
    source: sourceOf(reading.place),
    extractor: reading.extractor,
    ...(reading.approximate || about ? { approximate: true as const } : {}),
    ...(isEstimated(reading.measure, fiscalYear, document) ? { estimated: true as const } : {}),
    ...(unit !== null && glued === null && reading.unit?.from === "form" ? { unitInferred: true as const } : {}),
    ...(reading.changeOf && reading.changeOf !== "actual" ? { changeOf: reading.changeOf } : {}),
    ...(reading.alternatives?.length ? { uncertain: true as const, alternatives: [...reading.alternatives] } : {}),
  };
}

/** A budget is drawn up before the accounts of the year before: what it prints as carried out then is not yet 决算. */
const isEstimated = (
  measure: Measure,
  fiscalYear: number | null,
  { fiscalYear: documentYear, types }: Pick<DocumentRecord, "fiscalYear" | "types">,
): boolean =>
  measure === "actual" &&
  fiscalYear !== null &&
  documentYear !== null &&
  fiscalYear >= documentYear - 1 &&
  types.includes("budget") &&
  !types.includes("final_accounts");

/** What stands beside the number is strongest; a bare 万 beside it and 万元 in the header say the same. */
const unitThatApplies = (glued: string | null, given: string | null): string | null => glued ?? given;
