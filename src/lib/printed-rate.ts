import { readNumber, shiftDecimal } from "./amount.ts";
import { Exact } from "./exact.ts";
import { canonicalUnit, moneyPower } from "./units.ts";

/** A printed number in 元 where its own unit says so; null where it is none. */
function amountOf(printed: string): Exact | null {
  const read = readNumber(printed);
  if (read.kind !== "number") return null;
  const power = read.unit === null ? 0 : moneyPower(canonicalUnit(read.unit));
  return power === null ? null : new Exact(shiftDecimal(read.value, power));
}

/** A rate printed without % is this near to what its amounts make of it, as a fraction. */
const NEAR = "0.001";

/**
 * Whether a rate without a % sign is printed as a fraction (0.7417 for 8.9 of 12): in a column of percentages that is another number.
 * False where the sign stands, or the amounts do not tell.
 */
export function isFraction(rate: string, part: string, whole: string): boolean {
  const printed = readNumber(rate);
  const [of, all] = [amountOf(part), amountOf(whole)];
  if (printed.kind !== "number" || printed.unit !== null || of === null || all === null || all.isZero()) return false;
  const value = new Exact(printed.value);
  return !value.isZero() && of.div(all).minus(value).abs().lte(NEAR);
}
