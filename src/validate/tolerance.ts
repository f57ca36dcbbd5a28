import type { Operand } from "./operand.ts";
import { Exact } from "./quantity.ts";

/**
 * How two sides may differ and still agree. EX equal after conversion; RE a sum of rounded parts; CU two printings of one amount;
 * PC a stated percentage against its quotient; LE not more than; SC scores; HE a heuristic that never accuses.
 */
export const TOLERANCES = {
  EX: { zh: "换算后相等", en: "equal after conversion" },
  RE: { zh: "每个数半个末位", en: "half a printed step for each number" },
  CU: { zh: "较粗一方半个末位", en: "half a step of the coarser" },
  PC: { zh: "按数的区间重算百分比", en: "percentage recomputed by intervals" },
  LE: { zh: "不超过", en: "not more than" },
  SC: { zh: "分值、得分", en: "weights and scores" },
  HE: { zh: "只作提示", en: "a hint only" },
} as const;
/** A letter of the catalogue: how far two printed numbers may lie apart. */
export type ToleranceClass = keyof typeof TOLERANCES;

/** `agree`: equal or within the printed step; `rounding`: differs, explained by rounding or truncation; `differ`: cannot both hold. */
export interface Comparison {
  readonly verdict: "agree" | "rounding" | "differ";
  readonly expected: Exact;
  readonly difference: Exact;
  readonly tolerance: Exact;
}

const ZERO = new Exact(0);
const total = (list: readonly Exact[]): Exact => list.reduce((a, b) => a.plus(b), ZERO);

/** `Σ parts` against `whole`: half a printed step for each number printed. */
export function compareSum(whole: Operand, parts: readonly Operand[], signs: readonly number[] = []): Comparison {
  const expected = total(parts.map((p, i) => (signs[i] === -1 ? p.value.neg() : p.value)));
  const tolerance = total([whole.half, ...parts.map((p) => p.half)]);
  return judge(whole.value, expected, tolerance);
}

/** Two printings of one amount: half a step of the coarser. */
export function compareSame(a: Operand, b: Operand): Comparison {
  return judge(a.value, b.value, Exact.max(a.half, b.half));
}

/** `a ≤ b`: what exceeds it, beyond half a step of each. */
export function compareAtMost(lesser: readonly Operand[], greater: Operand): Comparison {
  const sum = total(lesser.map((l) => l.value));
  const tolerance = total([greater.half, ...lesser.map((l) => l.half)]);
  if (sum.lte(greater.value)) return { verdict: "agree", expected: sum, difference: ZERO, tolerance };
  return judge(greater.value, sum, tolerance);
}

function judge(stated: Exact, expected: Exact, tolerance: Exact): Comparison {
  const difference = stated.minus(expected).abs();
  const verdict = difference.isZero() ? "agree" : difference.lte(tolerance) ? "rounding" : "differ";
  return { verdict, expected, difference, tolerance };
}

/**
 * A printed percentage against `numerator / denominator` by interval division, widened by half the printed step; a whole step below
 * (truncation) is rounding. Null where the denominator may be zero.
 */
export function compareRate(stated: Operand, numerator: Operand, denominator: Operand): Comparison | null {
  return compareQuotient(stated, [numerator.value, numerator.half], [denominator.value, denominator.half]);
}

/** The same with the terms given as value and half width. */
export function compareQuotient(
  stated: Operand,
  [n, nHalf]: readonly [Exact, Exact],
  [d, dHalf]: readonly [Exact, Exact],
): Comparison | null {
  if (d.isZero() || d.abs().lte(dHalf)) return null;
  const hundred = new Exact(100);
  const corners = [n.minus(nHalf), n.plus(nHalf)].flatMap((x) =>
    [d.minus(dHalf), d.plus(dHalf)].map((y) => x.div(y).times(hundred)),
  );
  const low = Exact.min(...corners);
  const high = Exact.max(...corners);
  const expected = n.div(d).times(hundred);
  const step = stated.half.times(2);
  const value = stated.value;
  const tolerance = stated.half.plus(high.minus(low).div(2));
  const difference = value.minus(expected).abs();
  const within = (slack: Exact) => value.gte(low.minus(slack)) && value.lte(high.plus(slack));
  const verdict = difference.lte(stated.half) ? "agree" : within(step) ? "rounding" : "differ";
  return { verdict, expected, difference, tolerance };
}
