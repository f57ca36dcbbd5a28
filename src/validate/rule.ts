import type { Measure } from "../../schemas/index.ts";
import type { Context } from "./context.ts";
import type { ToleranceClass } from "./tolerance.ts";
import type { Verdict } from "./verdict.ts";

/** A concept, with the fund its line counts where the concept alone does not say: `revenue.carryover@appropriation`. */
export type Term = string;

interface RuleHead {
  /** Catalogue number and claim, kebab-case, never reused: `tot-01-revenue-total-equals-expenditure-total`. */
  readonly id: string;
  /** The sentence it claims. */
  readonly claim: { readonly zh: string; readonly en: string };
  /** What must hold for the rule to speak at all. */
  readonly premise?: { readonly zh: string; readonly en: string };
  readonly tolerance: ToleranceClass;
  readonly severity: "error" | "warning" | "info";
  /** The official form or notice it comes from. */
  readonly basis: string;
  /** Facts in compact notation (see `example.ts`): a document that keeps the rule, and one that breaks it. */
  readonly example: { readonly pass: readonly string[]; readonly fail: readonly string[] };
}

/** `total = Σ parts`, in every phase, inside one table or one statement. */
export interface SumRule extends RuleHead {
  readonly kind: "sum";
  readonly total: Term;
  readonly parts: readonly Term[];
  /** Parts a form need not print; absent means zero. */
  readonly optional?: readonly Term[];
  readonly measures: readonly Measure[];
  /** In the prose only within one sentence: parts named elsewhere are not its list. */
  readonly sentence?: true;
  /** Concepts whose presence shows that this is not the form meant. */
  readonly unless?: readonly Term[];
  /** Only where no part is split over further columns of its row: there the columns add up, not the lines. */
  readonly undivided?: true;
}

/** One meaning stated in two places has one value. */
export interface SameRule extends RuleHead {
  readonly kind: "same";
  readonly concepts: RegExp;
  readonly between: "table-table" | "table-narrative" | "narrative-narrative";
  readonly measures?: readonly Measure[];
}

/** Two concepts that are one amount: 收入总计 = 支出总计. `within` one table, or anywhere in the document. */
export interface EqualRule extends RuleHead {
  readonly kind: "equal";
  readonly left: Term;
  readonly right: Term;
  readonly within: "table" | "document";
  readonly measures: readonly Measure[];
  /** Only where each of these is zero or not stated. */
  readonly whereZero?: readonly Term[];
}

/** `Σ lesser ≤ greater`. */
export interface AtMostRule extends RuleHead {
  readonly kind: "at-most";
  readonly lesser: readonly Term[];
  readonly greater: Term;
  readonly within: "table" | "document";
  readonly measures: readonly Measure[];
}

/** A stated percentage is the quotient it claims to be. */
export interface RateRule extends RuleHead {
  readonly kind: "rate";
  readonly concepts: RegExp;
  readonly rate: Measure;
  /** `execution`: actual / budget; `share`: part / whole; `change`: change / (this − change). */
  readonly quotient: "execution" | "share" | "change";
}

/** A stated difference is the difference of its two amounts. */
export interface DifferenceRule extends RuleHead {
  readonly kind: "difference";
  readonly concepts: RegExp;
  readonly measure: Measure;
  readonly minuend: Measure;
  /** `previous`: the same measure a year before. */
  readonly subtrahend: Measure | "previous";
}

/** Measures of one row add up: 全年预算 = 年初预算 + 上年结转 + 调整. */
export interface RowRule extends RuleHead {
  readonly kind: "row";
  readonly concepts: RegExp;
  readonly result: Measure;
  readonly plus: readonly Measure[];
  readonly minus: readonly Measure[];
}

/** Lines of the classification add up by code prefix: 类 = Σ款, 款 = Σ项. */
export interface ChildrenRule extends RuleHead {
  readonly kind: "children";
  readonly family: "function" | "economic";
  readonly parentDigits: number;
  readonly childDigits: number;
  /** Suffix of the concept: `total`, `basic` …; empty for economic lines. */
  readonly part: string;
}

/** The 合计 row is the sum of its lines. */
export interface ColumnRule extends RuleHead {
  readonly kind: "column";
  readonly total: Term;
  /** Concepts of the lines. */
  readonly lines: RegExp;
  readonly fund?: string | null;
  /** Further columns of the same lines: their closing shows that every line was read. */
  readonly beside?: readonly (readonly [total: Term, lines: RegExp])[];
}

/** Columns of a classification line: 合计 = 基本支出 + 项目支出, line by line. */
export interface LineRule extends RuleHead {
  readonly kind: "line";
  readonly whole: string;
  readonly parts: readonly string[];
  readonly fund: string | null;
  /** Further columns of the form whose cells are no facts: where their totals are not zero a line may be more than its parts. */
  readonly unlessNonZero: readonly Term[];
}

/** Where one is more than zero the other is too: 因公出国（境）费 and 团组数. */
export interface TogetherRule extends RuleHead {
  readonly kind: "together";
  readonly amount: Term;
  readonly count: Term;
  /** What is counted was paid for: things counted at no cost contradict it. */
  readonly costs?: true;
}

/** Everything that is no arithmetic on facts alone. */
export interface CheckRule extends RuleHead {
  readonly kind: "check";
  readonly check: (context: Context, rule: CheckRule) => Iterable<Verdict>;
}

/** Any rule, told apart by `kind`. */
export type Rule =
  | SumRule
  | SameRule
  | EqualRule
  | AtMostRule
  | RateRule
  | DifferenceRule
  | RowRule
  | ChildrenRule
  | ColumnRule
  | LineRule
  | TogetherRule
  | CheckRule;

/** Identity, so that a family file is checked rule by rule. */
export const defineRules = <T extends Rule>(rules: readonly T[]): readonly T[] => rules;
