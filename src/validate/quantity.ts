import type { Fact } from "../../schemas/index.ts";
import { decimalsOf, Exact } from "../lib/exact.ts";
import { MONEY_POWER } from "../lib/units.ts";

export { Exact } from "../lib/exact.ts";

/** Money units in 元, and 万, 亿, 万亿 as amounts in the prose carry them. */
const MONEY: ReadonlyMap<string, Exact> = new Map(
  Object.entries(MONEY_POWER).flatMap(([unit, power]) => {
    const scale = new Exact(`1e${power}`);
    return /^(?:万|亿|万亿)元$/u.test(unit)
      ? [[unit, scale] as const, [unit.slice(0, -1), scale] as const]
      : [[unit, scale] as const];
  }),
);
const ONE = new Exact(1);

/** A printed number as an interval: `value` in 元 (or its own unit) and `half` the printed step, so that 208.8万元 is 208.75–208.85万元. */
export interface Quantity {
  readonly value: Exact;
  /** Half of the last printed place, in the unit of `value`. */
  readonly half: Exact;
  /** `money`, `%`, or the unit of a count. */
  readonly kind: string;
  /** 元 a unit for money, else 1. */
  readonly scale: Exact;
}

/** How much one of this unit is in 元; null where the unit is no money. */
export const moneyScale = (unit: string | null): Exact | null =>
  unit === null ? null : (MONEY.get(unit.replace(/\s/g, "")) ?? null);

const halves = new Map<Exact, Exact[]>();

/** Half of the last printed place, in the unit of `factor`: 208.8万元 → 500 元. */
function halfStep(printed: string, factor: Exact): Exact {
  let known = halves.get(factor);
  if (!known) {
    known = [];
    halves.set(factor, known);
  }
  const places = decimalsOf(printed);
  known[places] ??= new Exact(`5e-${places + 1}`).times(factor);
  return known[places];
}

/** A printed decimal with its unit as an interval. */
export function quantity(printed: string, unit: string | null): Quantity {
  const scale = moneyScale(unit);
  const factor = scale ?? ONE;
  const kind = scale ? "money" : unit === "%" || unit === "％" ? "%" : (unit ?? "");
  return { value: new Exact(printed).times(factor), half: halfStep(printed, factor), kind, scale: factor };
}

const MONEY_IN_WORDS = /(\d[\d,]*(?:\.\d+)?)((?:万亿|亿|万|千)?元)/gu;

/** The amounts of money a plain text states, in order. */
export const moneyIn = (text: string): Quantity[] =>
  [...text.matchAll(MONEY_IN_WORDS)].map(([, printed, unit]) => quantity(printed!.replaceAll(",", ""), unit!));

/** Half of a fact's last printed place. */
export const halfOf = ({ value, unit }: Fact): Exact => halfStep(value, moneyScale(unit) ?? ONE);

/** Plain text of a decimal without exponent and without trailing zeros beyond `places`. */
export const plain = (value: Exact, places = 6): string => {
  const rounded = value.toDecimalPlaces(places);
  return rounded.isZero() ? "0" : rounded.toFixed();
};
