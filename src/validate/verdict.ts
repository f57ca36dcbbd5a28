import type { Operand, Side } from "./operand.ts";
import type { Outcome } from "./outcome.ts";
import { type Exact, plain } from "./quantity.ts";
import type { Comparison } from "./tolerance.ts";

/** What cannot hold, with everything a reader needs to look it up. */
export interface Breach {
  readonly sides: readonly Side[];
  /** Written out with the printed numbers: `10.98 + 21.69 + 1.08 = 33.75 ≠ 33.57`. */
  readonly equation: string | null;
  readonly expected: string | null;
  readonly difference: string | null;
  readonly tolerance: string | null;
  readonly message?: string;
  readonly cause?: string | null;
  readonly severity?: "error" | "warning" | "info";
}

/** One application of a rule: to one table, one statement, one row. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly scope: string | null;
  readonly note: string | null;
  readonly breach?: Breach;
}

/** The rule has nothing to say here. */
export const notApplicable = (note: string): Verdict => ({ outcome: "not_applicable", scope: null, note });
/** The rule would apply, but a number it needs is not stated. */
export const insufficient = (scope: string | null, note: string): Verdict => ({ outcome: "insufficient", scope, note });
/** More than one number could be meant. */
export const ambiguous = (scope: string | null, note: string): Verdict => ({ outcome: "ambiguous", scope, note });
/** The rule holds. */
export const pass = (scope: string | null): Verdict => ({ outcome: "pass", scope, note: null });

/** A failed application; where an operand was read in doubt it says so instead of accusing. */
export function fail(scope: string | null, breach: Breach): Verdict {
  const doubtful = breach.sides.find((s) => "uncertain" in s && s.uncertain);
  if (doubtful) return { outcome: "error", scope, note: `read in doubt: ${doubtful.printed}` };
  return { outcome: "fail", scope, note: null, breach };
}

/** The comparison as a verdict; amounts are given back in the unit of `unitOf`. */
export function decide(
  scope: string | null,
  comparison: Comparison,
  unitOf: Operand,
  breach: {
    readonly sides: readonly Side[];
    readonly equation: (expected: string) => string;
    /** Looked for only where the comparison fails. */
    readonly cause?: () => string | null;
    /** One step of the last printed place, in the unit of the values: a difference of one step is only noted. */
    readonly step?: Exact;
  },
): Verdict {
  if (comparison.verdict === "agree") return pass(scope);
  if (comparison.verdict === "rounding") return { outcome: "rounding", scope, note: null };
  const back = (v: Exact): string => plain(v.div(unitOf.scale), unitOf.kind === "%" ? 2 : 6);
  const expected = back(comparison.expected);
  return fail(scope, {
    sides: breach.sides,
    expected: expected.replace(/^-/, ""),
    difference: back(comparison.difference),
    tolerance: back(comparison.tolerance),
    equation: breach.equation(expected),
    cause: breach.cause?.() ?? null,
    // Sums rounded one by one end a step apart: 236.63 in one table, 236.64 in the next.
    ...(breach.step && comparison.difference.lte(breach.step) ? { severity: "info" as const } : {}),
  });
}

/** `-1.29万元`: as printed, for equations. */
export const show = (o: Operand): string => `${o.printed}${o.unit ?? ""}`;

/** `10.98万元 + 21.69万元 − 49.80万元`. */
export const showSum = (parts: readonly Operand[]): string =>
  parts
    .map((p, i) => (i === 0 ? show(p) : p.value.isNeg() ? ` − ${show(p).replace("-", "")}` : ` + ${show(p)}`))
    .join("");

/** One printed step of the coarser of two amounts. */
export const stepOf = (a: Operand, b: Operand): Exact => (a.half.gt(b.half) ? a.half : b.half).times(2);
