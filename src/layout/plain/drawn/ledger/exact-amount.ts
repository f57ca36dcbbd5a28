import { readNumber, shiftDecimal } from "../../../../lib/amount.ts";

/** Places behind the point that sums are made with. */
const DECIMALS = 6;

/** A printed amount as an exact whole number of millionths; a dash is nothing. */
export function exactAmount(printed: string): bigint {
  const read = readNumber(printed);
  return read.kind === "number" ? BigInt(shiftDecimal(read.value, DECIMALS).split(".")[0]!) : 0n;
}
