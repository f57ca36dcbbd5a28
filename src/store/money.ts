import { Decimal } from "decimal.js";
import { moneyPower } from "../lib/units.ts";

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_EVEN });

/** The largest integer a column holds (64 bit). */
const MAX = 2n ** 63n - 1n;
const fits = (n: bigint): boolean => n <= MAX && n >= -MAX;

/** `"-863.16"` → `{ int: -86316n, scale: 2 }`; null where it is longer than a column holds. */
export function exactInteger(value: string): { readonly int: bigint; readonly scale: number } | null {
  const scale = value.split(".")[1]?.length ?? 0;
  const int = BigInt(value.replace(".", ""));
  return fits(int) ? { int, scale } : null;
}

/** An amount in whole 分. */
export interface Fen {
  readonly fen: bigint;
  /** False where the print goes below 1 分 and `fen` is rounded, half to even. */
  readonly exact: boolean;
}

/** 元 as a decimal → 分. Null where it is longer than a column holds. */
export function fenOf(yuan: string): Fen | null {
  const exact = new Exact(yuan).times(100);
  const fen = BigInt(exact.toDecimalPlaces(0).toFixed());
  return fits(fen) ? { fen, exact: exact.isInteger() } : null;
}

/** Printed precision in 分: `"7.36"` 万元 is 10000 (0.01 万元); 0 where finer than 1 分; null for units that are no money. */
export function quantumFen(value: string, unit: string | null): bigint | null {
  const power = moneyPower(unit);
  if (power === null) return null;
  const exponent = power + 2 - (value.split(".")[1]?.length ?? 0);
  if (exponent < 0) return 0n;
  const quantum = 10n ** BigInt(exponent);
  return fits(quantum) ? quantum : null;
}

/**
 * 分 in a unit of money, exactly: 7360000n in 万元 is `"7.36"`. At least two decimals in 万元 and 亿元 style units, no more than needed.
 * Throws RangeError for a unit that is no money.
 */
export function fenIn(fen: bigint, unit: string): string {
  const power = moneyPower(unit);
  if (power === null) throw new RangeError(`no unit of money: ${unit}`);
  const value = new Exact(fen.toString()).dividedBy(new Exact(10).pow(power + 2));
  return value.toFixed(Math.max(2, value.decimalPlaces()));
}

/** A decimal in a unit of money in 元, exactly: `"7.36"` 万元 is `"73600"`. Null where the unit is no money. */
export function yuanIn(value: string, unit: string | null): string | null {
  const power = moneyPower(unit);
  return power === null ? null : new Exact(value).times(new Exact(10).pow(power)).toFixed();
}

/** 分 as 元 with two decimals: -5n is `-0.05`. */
export function yuanText(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** An amount as its columns hold it: value_int, scale, fen, fen_exact, quantum_fen. */
export type StoredAmount = readonly [
  int: bigint | null,
  scale: number | null,
  fen: bigint | null,
  exact: number | null,
  quantum: bigint | null,
];

/** A printed decimal, its unit and its amount in 元 (null where it is no money) as a row keeps them. */
export function storedAmount(value: string, unit: string | null, yuan: string | null): StoredAmount {
  const whole = exactInteger(value);
  const fen = yuan === null ? null : fenOf(yuan);
  return [
    whole?.int ?? null,
    whole?.scale ?? null,
    fen?.fen ?? null,
    fen === null ? null : fen.exact ? 1 : 0,
    fen === null ? null : quantumFen(value, unit),
  ];
}
