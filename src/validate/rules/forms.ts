import type { Measure } from "../../../schemas/index.ts";
import type { AtMostRule, EqualRule, SameRule, SumRule } from "../rule.ts";

/** The three phases in which a classification line has an amount. */
export const PHASES: readonly Measure[] = ["actual", "initial_budget", "final_budget"];
/** The sentence a rule claims, in both languages. */
export type Claim = readonly [zh: string, en: string];
/** As the rule carries it. */
export const claimOf = ([zh, en]: Claim) => ({ zh, en });
/** One amount of an example. */
export const line = (place: string, term: string, measure: string, amount: string, year = 2023): string =>
  `${place} ${term} ${measure} ${year} ${amount}万元`;

/** What every rule of a family shares. */
export interface Options {
  readonly basis: string;
  readonly severity?: "error" | "warning" | "info";
  readonly measures?: readonly Measure[];
}

/** `total = Σ parts` with an example of ascending amounts. */
export function sumRule(
  id: string,
  claim: Claim,
  total: string,
  parts: readonly string[],
  options: Options & {
    readonly optional?: readonly string[];
    readonly unless?: readonly string[];
    readonly sentence?: true;
    readonly undivided?: true;
  },
): SumRule {
  const measures = options.measures ?? PHASES;
  const amounts = parts.map((_, i) => (10 * (i + 1)).toFixed(2));
  const whole = ((10 * parts.length * (parts.length + 1)) / 2).toFixed(2);
  const wrong = (Number(whole) - 5).toFixed(2);
  const lines = (t: string) => [
    line("t1", total, measures[0]!, t),
    ...parts.map((p, i) => line("t1", p, measures[0]!, amounts[i]!)),
  ];
  return {
    kind: "sum",
    id,
    claim: claimOf(claim),
    total,
    parts,
    ...(options.optional ? { optional: options.optional } : {}),
    ...(options.unless ? { unless: options.unless } : {}),
    ...(options.sentence ? { sentence: true } : {}),
    ...(options.undivided ? { undivided: true } : {}),
    measures,
    tolerance: "RE",
    severity: options.severity ?? "error",
    basis: options.basis,
    example: { pass: lines(whole), fail: lines(wrong) },
  };
}

/** Two concepts, one amount. */
export function equalRule(
  id: string,
  claim: Claim,
  left: string,
  right: string,
  options: Options & { readonly within?: "table" | "document"; readonly whereZero?: readonly string[] },
): EqualRule {
  const within = options.within ?? "document";
  const measures = options.measures ?? PHASES;
  const at = within === "table" ? "t1" : "t2";
  const lines = (b: string) => [line("t1", left, measures[0]!, "88.10"), line(at, right, measures[0]!, b)];
  return {
    kind: "equal",
    id,
    claim: claimOf(claim),
    left,
    right,
    within,
    ...(options.whereZero ? { whereZero: options.whereZero } : {}),
    measures,
    tolerance: "EX",
    severity: options.severity ?? "error",
    basis: options.basis,
    example: { pass: lines("88.10"), fail: lines("81.80") },
  };
}

/** `Σ lesser ≤ greater`. */
export function atMostRule(
  id: string,
  claim: Claim,
  lesser: readonly string[],
  greater: string,
  options: Options & { readonly within?: "table" | "document"; readonly unit?: string },
): AtMostRule {
  const measures = options.measures ?? PHASES;
  const year = 2023;
  const unit = options.unit ?? "万元";
  const lines = (limit: string) => [
    `t1 ${greater} ${measures[0]} ${year} ${limit}${unit}`,
    ...lesser.map((l) => `t1 ${l} ${measures[0]} ${year} 4${unit === "万元" ? ".00" : ""}${unit}`),
  ];
  return {
    kind: "at-most",
    id,
    claim: claimOf(claim),
    lesser,
    greater,
    within: options.within ?? "document",
    measures,
    tolerance: "LE",
    severity: options.severity ?? "error",
    basis: options.basis,
    example: { pass: lines(unit === "万元" ? "20.00" : "20"), fail: lines(unit === "万元" ? "3.00" : "3") },
  };
}

/** One meaning in two places; `sample` is a concept the pattern knows. */
export function sameRule(
  id: string,
  claim: Claim,
  concepts: RegExp,
  between: SameRule["between"],
  sample: string,
  options: Options,
): SameRule {
  const [a, b] = { "table-table": ["t1", "t2"], "table-narrative": ["n1", "t2"], "narrative-narrative": ["n1", "n2"] }[
    between
  ] as [string, string];
  const measure = options.measures?.[0] ?? "actual";
  const lines = (v: string) => [line(a, sample, measure, "30.80"), line(b, sample, measure, v)];
  return {
    kind: "same",
    id,
    claim: claimOf(claim),
    concepts,
    between,
    ...(options.measures ? { measures: options.measures } : {}),
    tolerance: "CU",
    severity: options.severity ?? "warning",
    basis: options.basis,
    example: { pass: lines("30.80"), fail: lines("30.08") },
  };
}
