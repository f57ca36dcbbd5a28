import { TOP_COST } from "../../../../schemas/forms/performance/costs.ts";
import { smallest } from "../../../lib/long-lists.ts";
import type { LineSum } from "../place.ts";

const NUMBERED: readonly RegExp[] = [
  /^[一二三四五六七八九十]+[、.．]/u,
  /^[（(][一二三四五六七八九十]+[)）]/u,
  /^\d{1,2}[、.．]/u,
  /^[（(]\d+[)）]/u,
];
const OF_WHICH = /^其中[:：-]?/u;

/**
 * Which lines of a form are the sum of which: those one level deeper that follow, by the numbers before their names and by 其中. A line
 * without a number goes on at the level of the one before it, unless it is known to stand by itself.
 */
export function lineSums(labels: readonly string[]): LineSum[] {
  const levels: number[] = [];
  for (const [r, label] of labels.entries()) {
    const before = levels[r - 1] ?? 0;
    const mark = NUMBERED.findIndex((pattern) => pattern.test(label));
    const ofWhich = OF_WHICH.test(label);
    levels.push(ofWhich ? before + 1 : mark >= 0 ? 10 * (mark + 1) : TOP_COST.test(label) ? 5 : before);
  }
  return labels.flatMap((_, whole): LineSum[] => {
    const below: number[] = [];
    for (let r = whole + 1; r < labels.length && levels[r]! > levels[whole]!; r++) below.push(r);
    const first = smallest(below.map((r) => levels[r]!));
    const parts = below.filter((r) => levels[r] === first);
    return parts.length > 1 ? [{ whole, parts }] : [];
  });
}
