import { Decimal } from "decimal.js";
import { COMPARISONS, LESS_IS_BETTER, UNITLESS } from "../../schemas/forms/targets.ts";
import type { Target } from "../../schemas/index.ts";

const Exact = Decimal.clone({ precision: 60 });

/** A target or an actual value that is one number with a comparison and a unit: `≥95%`, `2小时`, `不低于90%`. Null where it is words. */
export interface Measured {
  readonly op: Target["op"];
  readonly value: string;
  readonly unit: string | null;
}

/** Printed target or value → comparison, number and unit; null where it is not one number. */
export function parseMeasured(text: string | null): Measured | null {
  if (text === null) return null;
  let rest = text.normalize("NFKC").replace(/\s/g, "");
  let op: Target["op"] = "=";
  for (const [sign, meaning] of COMPARISONS)
    if (sign.test(rest)) {
      op = meaning;
      rest = rest.replace(sign, "");
      break;
    }
  const m = /^(-?\d+(?:,\d{3})*(?:\.\d+)?|-?\.\d+)([^\d]*)$/.exec(rest);
  if (!m) return null;
  const value = m[1]!.replaceAll(",", "").replace(/^(-?)\./, "$10.");
  return { op, value, unit: m[2]!.replace(/(以上|以下|以内|及以上|左右)$/, "") || null };
}

/** A printed target as the contract wants it: words are `qualitative`; null for a blank. */
export function parseTarget(text: string | null): Target | null {
  if (text === null) return null;
  return parseMeasured(text) ?? { op: "qualitative", value: null, unit: null };
}

/** A target as operator, number and unit, with the names of the indicator's levels joined. */
export interface NamedTarget {
  readonly name: string;
  readonly op: string | null;
  readonly value: string | null;
  readonly unit: string | null;
}

/** Whether a printed achieved value meets a target; null where the two are not numbers of one unit. */
export function meetsTarget(target: NamedTarget, printed: string | null): boolean | null {
  const actual = parseMeasured(printed);
  if (target.value === null || !actual || actual.op !== "=") return null;
  const [tu, au] = [target.unit ?? "", actual.unit ?? ""];
  if (tu !== au && tu !== "" && au !== "") return null;
  if (tu !== au && !(tu === "%" || UNITLESS.test(tu) || au === "")) return null;
  const [t, a] = [new Exact(target.value), new Exact(actual.value)];
  // 0.96 against 95%: a fraction, not 0.96 percent.
  if (tu === "%" && au === "" && a.lte(1) && t.gt(1)) return null;
  switch (target.op) {
    case ">=":
      return a.gte(t);
    case "<=":
      return a.lte(t);
    case ">":
      return a.gt(t);
    case "<":
      return a.lt(t);
    case "=":
      // Less may be better: a cost of 4 planned as 5 is kept.
      if (a.lt(t) && LESS_IS_BETTER.test(target.name)) return null;
      // More than planned is reached as well; a plan of none is not.
      return t.isZero() ? a.isZero() : a.gte(t);
    default:
      return null;
  }
}
