import { readNumber } from "./amount.ts";
import { decimalsOf, Exact } from "./exact.ts";
import { smallest } from "./long-lists.ts";

/**
 * Whether printed amounts add up to a printed total, as far as their decimals let one see: each was rounded to its last printed place.
 * Dashes and blanks are nothing; false where the total is no number, or no part is one.
 */
export function addsUp(total: string, parts: readonly string[]): boolean {
  const whole = readNumber(total);
  const numbers = parts.map(readNumber).flatMap((part) => (part.kind === "number" ? [part.value] : []));
  if (whole.kind !== "number" || numbers.length === 0) return false;
  const least = smallest([whole.value, ...numbers.filter((value) => Number(value) !== 0)].map(decimalsOf));
  const sum = numbers.reduce((held, value) => held.plus(value), new Exact(0));
  const half = new Exact(10).pow(-least).div(2);
  return sum
    .minus(whole.value)
    .abs()
    .lte(half.times(numbers.length > 1 ? numbers.length : 0));
}
