import type { Measure } from "../../../schemas/index.ts";

/** Which subjects keep the floor, and what the words then say of them. */
export interface Yield {
  readonly to: RegExp;
  readonly phase: Measure;
}

/**
 * The printed names of one concept (or of several said in one breath). `words` is a pattern over canonical text: Chinese punctuation,
 * no quotation marks, no blanks. The longest match at a place wins over all terms.
 */
export interface SubjectTerm {
  readonly concepts: readonly string[];
  readonly words: string;
  /** Only under headings, or after text of the same paragraph, that match: for words too common to stand alone. */
  readonly within?: RegExp;
  /** The words name the phase themselves. */
  readonly phase?: Measure;
  /** Behind such a subject the words are its phase: 三公经费…，支出预算3万元; 项目支出…，上年结转1万元. */
  readonly yields?: Yield;
}

/** One concept and its printed names. */
export const term = (
  concepts: string | readonly string[],
  words: string,
  more: Pick<SubjectTerm, "within" | "phase" | "yields"> = {},
): SubjectTerm => ({ concepts: typeof concepts === "string" ? [concepts] : concepts, words, ...more });
