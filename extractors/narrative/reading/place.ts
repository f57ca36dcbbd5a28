import type { Token } from "../text/token.ts";
import type { NumberToken } from "./meaning.ts";
import type { Respective } from "./respectively.ts";

/** A sentence as its words stand in it. */
export interface Sentence {
  readonly text: string;
  readonly words: readonly Token[];
  /** What each number of a respective list is about; a number that cannot be matched is nobody's. */
  readonly respective: ReadonlyMap<NumberToken, Respective | undefined>;
}

/** Where a word stands. */
export interface Place {
  readonly sentence: Sentence;
  readonly at: number;
  /** Inside a bracket. */
  readonly nested: boolean;
}
