import { Decimal } from "decimal.js";

export type ExactAmount = string;

const FACTORS: Record<string, string> = { 元: "1", 千元: "1e3", 万元: "1e4", 亿元: "1e8" };

/** A printed value in its unit as one comparable text: money in 元, everything else with its unit. */
export function toYuan(value: string, unit: string): ExactAmount {
  const factor = FACTORS[unit];
  return factor ? `${new Decimal(value).mul(factor).toFixed()}元` : `${new Decimal(value).toFixed()}${unit}`;
}
