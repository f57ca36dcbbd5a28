import type { Measure } from "../../../schemas/index.ts";
import type { YearRef } from "../../../src/lib/reading.ts";
import type { Yield } from "../vocabulary/subject-term.ts";

/** What a sentence speaks of: one concept, or several at once (收、支总计). */
export interface Subject {
  readonly concepts: readonly string[];
  readonly item: string;
  /** The words as printed, quotation marks and all. */
  readonly label?: string;
  readonly code: string | null;
  /** The words themselves name the phase: 收入预算, 预留…预算金额. */
  readonly phase: Measure | null;
  /** Set where the words belong to a project: 人民调解经费. */
  readonly scope: string | null;
  /** A line of the classification named from this level down: 0 类, 1 款, 2 项; absent where the levels are not printed. */
  readonly level?: number;
}

/** What a number counts by its unit; `bare` has none. */
export type NumberKind = "money" | "percent" | "count" | "bare";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** One word of the grammar in a sentence of canonical text, with its place. */
export type Token = Span &
  (
    | { readonly kind: "subject"; readonly subject: Subject; readonly yields?: Yield; readonly whole?: true }
    | { readonly kind: "blocked"; readonly region?: true }
    | {
        readonly kind: "number";
        readonly printed: string;
        readonly unit: string | null;
        readonly of: NumberKind;
        readonly approximate: boolean;
        readonly threshold: boolean;
        /** Followed by a word that counts something else: 月, 倍, 百分点. */
        readonly foreign?: true;
        /** Printed with its sign: -2.5. */
        readonly signed?: true;
        /** The unit stands above the text and not beside the number. */
        readonly unitFrom?: "section";
      }
    | { readonly kind: "year"; readonly year: YearRef; readonly until?: number; readonly asOf?: true }
    | {
        readonly kind: "comparison";
        readonly year: YearRef;
        readonly base: "actual" | "budget" | "same";
        readonly adjusted?: true;
        /** 高于预算数: the change's sign, said in the same word. */
        readonly sign?: 1 | -1;
      }
    | {
        readonly kind: "change";
        readonly sign: 1 | -1;
        readonly reaches: boolean;
        readonly saving: boolean;
        readonly variance?: true;
      }
    | { readonly kind: "undecided" }
    | { readonly kind: "even" }
    | { readonly kind: "share" }
    | { readonly kind: "execution"; readonly adjusted?: true }
    | { readonly kind: "phase"; readonly phase: Measure }
    | { readonly kind: "planned" }
    | { readonly kind: "reason"; readonly purpose: boolean; readonly cause?: true }
    | { readonly kind: "period" }
    | { readonly kind: "respectively" }
    | { readonly kind: "among" }
    | { readonly kind: "each" }
    | { readonly kind: "per-head" }
    | { readonly kind: "covers" }
    | { readonly kind: "sum"; readonly ofAll: boolean }
    | { readonly kind: "part" }
    | { readonly kind: "region" }
    | { readonly kind: "side"; readonly side: "revenue" | "expenditure" | null; readonly phase?: Measure }
    | { readonly kind: "glue"; readonly role: "link" | "qualifier" | "head"; readonly fund?: true }
    | { readonly kind: "unknown"; readonly owner?: true }
    | { readonly kind: "separator"; readonly mark: "，" | "、" | "；" | "：" }
    | { readonly kind: "open" }
    | { readonly kind: "close" }
  );
