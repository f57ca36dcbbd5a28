import type { Token } from "./token.ts";

/** A word that may stand at a place, among others. */
export interface Candidate {
  readonly token: Token;
  /** Among equals at one place and length the higher wins. */
  readonly rank: number;
}

/** A pattern of the vocabulary, ready for {@link everyMatch}. */
export const compile = (words: string): RegExp => new RegExp(`(?:${words})`, "gu");
/** The alternatives of a pattern one by one, so that the longest of them can win and not the first. */
export function eachAlternative(words: string): RegExp[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const char of words) {
    if (char === "(") depth++;
    if (char === ")") depth--;
    if (char === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += char;
  }
  return parts.map(compile);
}
/** Every match that begins anywhere, also inside another: 支出预算 holds 预算. */
export function everyMatch(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let m = pattern.exec(text);
  if (m === null) return NONE;
  const out: RegExpExecArray[] = [];
  for (; m !== null; m = pattern.exec(text)) {
    if (m[0] !== "") out.push(m);
    pattern.lastIndex = m.index + 1;
  }
  return out;
}
const NONE: readonly RegExpExecArray[] = [];

/** A candidate of one kind for every match of its words. */
export function simple(
  text: string,
  words: RegExp,
  make: (start: number, end: number, m: RegExpMatchArray) => Token,
  rank: number,
): Candidate[] {
  const out: Candidate[] = [];
  for (const m of everyMatch(text, words)) out.push({ token: make(m.index, m.index + m[0].length, m), rank });
  return out;
}
