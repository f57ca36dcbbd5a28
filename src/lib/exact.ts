import { Decimal } from "decimal.js";

/** Exact decimals: 40 digits hold amounts in 元 of any public budget, their sums and their quotients. */
export const Exact = Decimal.clone({ precision: 40, toExpNeg: -30, toExpPos: 40 });
/** A number of the exact kind. */
export type Exact = Decimal;

/** Printed decimal places: `"7.36"` has 2. */
export const decimalsOf = (printed: string): number => printed.split(".")[1]?.length ?? 0;
