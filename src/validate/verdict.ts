import type { Operand, Side } from "./operand.ts";
import type { Outcome } from "./outcome.ts";
import { type Exact, plain } from "./quantity.ts";
import { type BothLanguages, both, type Told } from "./told.ts";
import type { Comparison } from "./tolerance.ts";

/** What cannot hold, with everything a reader needs to look it up. */
export interface Breach {
  readonly sides: readonly Side[];
  /** Written out with the printed numbers: `10.98 + 21.69 + 1.08 = 33.75 ≠ 33.57`. */
  readonly equation: Told | null;
  readonly expected: string | null;
  readonly difference: string | null;
  readonly tolerance: string | null;
  readonly message?: Told;
  readonly cause?: Told | null;
  readonly severity?: "error" | "warning" | "info";
  /** The one number whose correction would mend everything this and other breaches say. */
  readonly culprit?: string;
  /** What is contradicted: breaches of one topic are one contradiction, told once with all its places. */
  readonly topic?: string;
}

/** `whole = Σ sign · part`, with the printed numbers: what a misread cell would have to repair. */
export interface Identity {
  readonly whole: Operand;
  readonly parts: readonly Operand[];
  readonly signs?: readonly number[];
  /** The whole is a bound: `whole ≥ Σ part`. */
  readonly bound?: true;
}

/** One application of a rule: to one table, one statement, one row. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly scope: string | null;
  readonly note: string | null;
  /** Of `fail` and `unsure`. */
  readonly breach?: Breach;
  /** Of `unsure`: what a misreading would have done. */
  readonly doubt?: BothLanguages;
  /** What was added up, where the rule adds up. */
  readonly identity?: Identity;
}

/** Why rules between statements do not run on a notice, a template, a government's budget report. */
export const UNKNOWN_KIND = "a document of a kind the rules do not know";

/** The rule has nothing to say here. */
export const notApplicable = (note: string): Verdict => ({ outcome: "not_applicable", scope: null, note });
/** The rule would apply, but a number it needs is not stated. */
export const insufficient = (scope: string | null, note: string): Verdict => ({ outcome: "insufficient", scope, note });
/** More than one number could be meant. */
export const ambiguous = (scope: string | null, note: string): Verdict => ({ outcome: "ambiguous", scope, note });
/** The rule holds. */
export const pass = (scope: string | null): Verdict => ({ outcome: "pass", scope, note: null });

/** A failed application; where an operand was not read surely it doubts the reading instead of the publisher. */
export function fail(scope: string | null, breach: Breach): Verdict {
  const doubtful = breach.sides.find((s): s is Operand => "doubt" in s && s.doubt !== null);
  return doubtful ? unsure({ outcome: "fail", scope, note: null, breach }, doubtful.doubt!) : failed(scope, breach);
}

const failed = (scope: string | null, breach: Breach): Verdict => ({ outcome: "fail", scope, note: null, breach });

/** The same verdict as a doubt of the reading. */
export const unsure = (verdict: Verdict, doubt: BothLanguages): Verdict => ({
  ...verdict,
  outcome: "unsure",
  note: doubt.en,
  doubt,
});

/** The comparison as a verdict; amounts are given back in the unit of `unitOf`. */
export function decide(
  scope: string | null,
  comparison: Comparison,
  unitOf: Operand,
  breach: {
    readonly sides: readonly Side[];
    readonly equation: (expected: string) => Told;
    /** Looked for only where the comparison fails. */
    readonly cause?: () => Told | null;
    /** One step of the last printed place, in the unit of the values: a difference of one step is only noted. */
    readonly step?: Exact;
    readonly topic?: string;
    readonly severity?: "error" | "warning" | "info";
    readonly identity?: Identity;
  },
): Verdict {
  const identity = breach.identity ? { identity: breach.identity } : {};
  if (comparison.verdict === "agree") return { ...pass(scope), ...identity };
  if (comparison.verdict === "rounding") return { outcome: "rounding", scope, note: null, ...identity };
  const back = (v: Exact): string => plain(v.div(unitOf.scale), unitOf.kind === "%" ? 2 : 6);
  const expected = back(comparison.expected);
  // Sums rounded one by one end a step apart: 236.63 in one table, 236.64 in the next.
  const severity = breach.step && comparison.difference.lte(breach.step) ? "info" : breach.severity;
  const verdict = fail(scope, {
    sides: breach.sides,
    expected: expected.replace(/^-/, ""),
    difference: back(comparison.difference),
    tolerance: back(comparison.tolerance),
    equation: breach.equation(expected),
    cause: breach.cause?.() ?? null,
    ...(severity ? { severity } : {}),
    ...(breach.topic === undefined ? {} : { topic: breach.topic }),
  });
  return { ...verdict, ...identity };
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

/** `表3 公务接待费 决算数 3.35万元`: a number with the words printed beside it. */
export const named = (o: Operand): BothLanguages => {
  const { zh, en } = both(o.label);
  return { zh: `${zh} ${show(o)}`, en: `${en} ${show(o)}` };
};

/** Two numbers that should be one, each with its words. */
export const unequal = (a: Operand, b: Operand): BothLanguages => ({
  zh: `${named(a).zh} ≠ ${named(b).zh}`,
  en: `${named(a).en} ≠ ${named(b).en}`,
});
