import { numbers } from "./numbers.ts";
import { understood } from "./phrases.ts";
import { relations } from "./relations.ts";
import { type Surroundings, subjects } from "./subjects.ts";
import type { Token } from "./token.ts";

const MARKS: Readonly<Record<string, "，" | "、" | "；" | "：">> = {
  "，": "，",
  ",": "，",
  "、": "、",
  "；": "；",
  // inside brackets a full stop ends no sentence
  "。": "；",
  "：": "：",
};
/** A canonical sentence as tokens that cover it without gaps: leftmost first, then longest, then by rank. */
export function tokens(text: string, around: Surroundings): Token[] {
  const candidates = [...subjects(text, around), ...relations(text)];
  for (const { foreign, ...token } of numbers(text))
    candidates.push(foreign ? { token: { ...token, foreign }, rank: 2 } : { token, rank: 8 });
  for (let i = 0; i < text.length; i++) {
    const mark = MARKS[text[i] as string];
    const span = { start: i, end: i + 1 };
    if (mark) candidates.push({ token: { kind: "separator", mark, ...span }, rank: 2 });
    else if (text[i] === "（") candidates.push({ token: { kind: "open", ...span }, rank: 2 });
    else if (text[i] === "）") candidates.push({ token: { kind: "close", ...span }, rank: 2 });
  }
  candidates.sort((a, b) => a.token.start - b.token.start || b.token.end - a.token.end || b.rank - a.rank);
  const out: Token[] = [];
  let at = 0;
  for (const { token } of candidates) {
    if (token.start < at) continue;
    if (token.start > at) out.push({ kind: "unknown", start: at, end: token.start });
    out.push(token);
    at = token.end;
  }
  if (at < text.length) out.push({ kind: "unknown", start: at, end: text.length });
  return understood(out, text);
}
