import { placeKey, type Side } from "./operand.ts";
import type { Rule } from "./rule.ts";
import { both, type Told } from "./told.ts";
import type { Breach, Verdict } from "./verdict.ts";

/** A rule with one of its verdicts. */
export interface Applied {
  readonly rule: Rule;
  readonly verdict: Verdict;
}

const GRAVEST = ["error", "warning", "info"] as const;
const severityOf = ({ rule, verdict }: Applied) => verdict.breach!.severity ?? rule.severity;

/**
 * Breaches, each contradiction once: what two rules say of the same printed numbers, what one rule says of copies of one table, and what is
 * stated differently in more than two places become one, with all the places. The first, more specific rule speaks.
 */
export function saidOnce(applied: readonly Applied[]): readonly Applied[] {
  const places = merged(applied, (one) => sidesKey(one.verdict.breach!.sides, placeKey));
  const copies = merged(places, ({ rule, verdict }) =>
    verdict.identity ? [rule.id, both(verdict.breach!.equation ?? "").zh].join("|") : null,
  );
  const topics = merged(copies, ({ verdict }) => verdict.breach!.topic ?? null);
  const wrongs = merged(topics, ({ verdict }) => rightOf(verdict.breach!), equations);
  return merged(wrongs, ({ verdict }) => verdict.breach!.culprit ?? null, equations);
}

/** A number and what it should be: whatever rules say so, and wherever it is printed, that is one contradiction. */
function rightOf({ sides: [first], expected }: Breach): string | null {
  return first?.printed == null || expected === null ? null : [first.printed, first.unit, expected].join("→");
}

const sidesKey = (sides: readonly Side[], key: (side: Side) => string): string => sides.map(key).sort().join("#");

/** What one wrong number breaks is told in one breath. */
function equations(a: Breach, b: Breach): Told | null {
  if (a.equation === null || b.equation === null) return a.equation;
  const [x, y] = [both(a.equation), both(b.equation)];
  if (x.zh === y.zh) return x;
  return { zh: `${x.zh}；${y.zh}`, en: `${x.en}; ${y.en}` };
}

function merged(
  list: readonly Applied[],
  topicOf: (one: Applied) => string | null,
  equationOf: (first: Breach, second: Breach) => Told | null = (first) => first.equation,
): readonly Applied[] {
  const at = new Map<string, number>();
  const out: Applied[] = [];
  for (const one of list) {
    const topic = topicOf(one);
    const key = topic === null ? null : [one.verdict.outcome, one.verdict.scope ?? "", topic].join("#");
    const known = key === null ? undefined : at.get(key);
    if (known !== undefined) out[known] = joined(out[known]!, one, equationOf);
    else {
      if (key !== null) at.set(key, out.length);
      out.push(one);
    }
  }
  return out;
}

/** Two breaches of one topic: the graver one speaks, the places of both are listed. */
function joined(a: Applied, b: Applied, equationOf: (first: Breach, second: Breach) => Told | null): Applied {
  const [first, second] = GRAVEST.indexOf(severityOf(a)) <= GRAVEST.indexOf(severityOf(b)) ? [a, b] : [b, a];
  const known = new Set(first.verdict.breach!.sides.map(placeKey));
  const more = second.verdict.breach!.sides.filter((s) => !known.has(placeKey(s)));
  const sides = [...first.verdict.breach!.sides, ...more];
  const equation = equationOf(first.verdict.breach!, second.verdict.breach!);
  const breach: Breach = { ...first.verdict.breach!, sides, equation };
  return { rule: first.rule, verdict: { ...first.verdict, breach } };
}
