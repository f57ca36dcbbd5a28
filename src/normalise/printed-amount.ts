import type { Fact } from "../../schemas/index.ts";
import { negate, readNumber } from "../lib/amount.ts";
import { decimalsOf, Exact } from "../lib/exact.ts";
import { canonicalUnit, moneyPower } from "../lib/units.ts";

/** What a printed number may stand for: its value in 元 (or in its own unit) and half of its last printed place. */
export interface Amount {
  readonly value: Exact;
  readonly half: Exact;
}

/** 分 is the smallest amount: a printed `0` is nothing at all, it was not rounded. */
const HALF_FEN = new Exact("0.005");

/** Where a fact's neighbours are: its table, or the prose. */
export const placeOf = ({ basis, source }: Fact): string => (basis === "table" ? `table ${source.table}` : "narrative");

/** Printed decimals of a document's numbers by place and unit, taken from those read surely. */
export class Precision {
  readonly #most = new Map<string, number>();

  constructor(sure: Iterable<Fact>) {
    for (const fact of sure) {
      const key = Precision.#key(fact);
      this.#most.set(key, Math.max(this.#most.get(key) ?? 0, decimalsOf(fact.value)));
    }
  }

  /** Whether a number of so many decimals is printed in this place: `446.551` among `12.30` is a misreading. */
  isPlausible(fact: Fact, value: string): boolean {
    const most = this.#most.get(Precision.#key(fact));
    return most === undefined || decimalsOf(value) <= most;
  }

  /**
   * A reading of a fact's number as an amount. `8` among `7.36` and `0.48` is 8.00: a spreadsheet drops zeros, it does not round to
   * whole 万元.
   */
  amount(fact: Fact, value = fact.value): Amount {
    const power = fact.yuan === null ? 0 : (moneyPower(fact.unit) ?? 0);
    const scale = new Exact(10).pow(power);
    const exact = new Exact(value).times(scale);
    const printed = decimalsOf(value);
    if (fact.yuan !== null && printed === 0 && exact.isZero()) return { value: exact, half: HALF_FEN };
    const dropped = fact.yuan !== null && fact.basis === "table" && printed === 0;
    const decimals = dropped ? (this.#most.get(Precision.#key(fact)) ?? 0) : printed;
    return { value: exact, half: new Exact(10).pow(-decimals).div(2).times(scale) };
  }

  static #key(fact: Fact): string {
    return `${placeOf(fact)}|${fact.unit}`;
  }
}

/**
 * The readings of a fact's number that are numbers of the same kind and printed as its neighbours are, first the one it has; readings of
 * one amount (`7.3`, `7.30`) count once.
 */
export function candidatesOf(fact: Fact, precision: Precision): readonly string[] {
  const values = [fact.value, ...(fact.alternatives ?? []).flatMap((printed) => asPrinted(fact, printed))];
  const seen = new Set<string>();
  return values.filter((value) => {
    const same = new Exact(value).toFixed();
    return precision.isPlausible(fact, value) && !seen.has(same) && seen.add(same);
  });
}

/** A reading as a value of the fact. In the prose 减少 stands before the number, so that all its readings are negative. */
function asPrinted(fact: Fact, printed: string): string[] {
  const number = readNumber(printed);
  if (number.kind !== "number") return [];
  if (number.unit !== null && canonicalUnit(number.unit) !== fact.unit) return [];
  return [fact.basis === "narrative" && fact.value.startsWith("-") ? negate(number.value) : number.value];
}
