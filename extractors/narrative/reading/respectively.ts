import type { Subject, Token } from "../text/token.ts";

type NumberToken = Extract<Token, { kind: "number" }>;

/**
 * `人员经费、公用经费分别为3万元、2万元`: which subject each number of such a list belongs to. A number of a list that cannot be
 * matched one to one maps to `undefined`: it is nobody's.
 */
export function respectiveSubjects(tokens: readonly Token[]): Map<NumberToken, Subject | undefined> {
  const out = new Map<NumberToken, Subject | undefined>();
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== "respectively") continue;
    const subjects: Subject[] = [];
    for (let k = i - 1; k >= 0; k--) {
      const t = tokens[k] as Token;
      if (t.kind === "subject") subjects.unshift(t.subject);
      else if (t.kind === "number" ? subjects.length > 0 : t.kind === "separator" && /[；：]/.test(t.mark)) break;
    }
    const numbers: NumberToken[] = [];
    for (let k = i + 1; k < tokens.length; k++) {
      const t = tokens[k] as Token;
      if (t.kind === "number" && t.of !== "bare") {
        if (numbers.length > 0 && t.of !== numbers[0]?.of) break;
        numbers.push(t);
      } else if (t.kind === "subject" || t.kind === "reason" || (t.kind === "separator" && t.mark === "；")) break;
    }
    if (subjects.length < 2 && numbers.length < 2) continue;
    for (const [k, n] of numbers.entries()) out.set(n, subjects.length === numbers.length ? subjects[k] : undefined);
  }
  return out;
}
