import type { Sum } from "./cell-sums.ts";
import type { Streak } from "./streaks.ts";

/** What makes numbers of a page doubtful however surely they were read. */
export interface PageDoubts {
  /** The print lost its thin strokes: every number is in doubt that no sum bears. */
  readonly torn: boolean;
  /** White streaks, in points: a number they cross may have lost a stroke or a figure. */
  readonly streaks: readonly Streak[];
}

/** So far beside a number, in its heights, a streak may have taken a figure that stood there. */
const BESIDE = 0.6;

/** Whether a streak crosses a number, or runs close beside it. */
export function isStreaked(
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  streaks: readonly Streak[],
): boolean {
  const reach = BESIDE * (y1 - y0);
  const y = (y0 + y1) / 2;
  return streaks.some(({ at, from, to }) => at > x0 - reach && at < x1 + reach && y > from && y < to);
}

/**
 * Whether a sum that holds bears numbers of torn print: one with a single part says the same twice, misread alike; where the total and a part
 * have a 1 or a 4 in one place both may be the other.
 */
export function bearsTorn({ total, parts }: Sum): boolean {
  const numbers = parts.flatMap((cell) => (cell && /[1-9]/.test(cell.text) ? [cell.text] : []));
  if (numbers.length < 2) return false;
  const ones = new Set(placesOfOnes(total.text));
  return !numbers.some((text) => placesOfOnes(text).some((place) => ones.has(place)));
}

/** How many figures stand behind each 1 and each 4 of a number. */
function placesOfOnes(text: string): number[] {
  const figures = text.replaceAll(/\D/gu, "");
  return [...figures].flatMap((figure, i) => (figure === "1" || figure === "4" ? [figures.length - i] : []));
}

/** Whether a sum that holds bears a number under a streak: one down the same column may have lost the same figure everywhere. */
export const bearsStreaked = ({ along }: Sum): boolean => along === "row";
