import { largest, smallest } from "../../lib/long-lists.ts";
import type { GrayPicture } from "./picture.ts";
import { type PixelRule, placeAt } from "./ruling-lines.ts";

/** A white streak down a page (a drum that lost its toner, dirt on the glass), in pixels: its middle, and between which heights it runs. */
export interface Streak {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Lengths in inches: the shortest rule that is looked along, the widest gap a streak leaves, the ink on both sides of it. */
const RULE = 1;
const GAP = 0.04;
const BESIDE = 0.02;
/** A gap is nearer to paper than to the rule by this share; a rule with more gaps an inch is torn by itself. */
const WHITE = 0.6;
const GAPS_AN_INCH = 4;
/** Gaps of so many rules above one another, within so many pixels, and of this share of all rules between them, are a streak's. */
const RULES = 4;
const ALIGNED = 4;
const SHARE = 0.6;

/** The streaks that cut the horizontal rules of a page. */
export function streaksAcross(picture: GrayPicture, rules: readonly PixelRule[], dpi: number): Streak[] {
  const lying = rules.filter(({ direction, from, to }) => direction === "h" && to - from >= RULE * dpi);
  if (lying.length < RULES) return [];
  const gaps = lying
    .flatMap((rule) => gapsIn(picture, rule, dpi).map((x) => ({ x, y: placeAt(rule, x) })))
    .sort((a, b) => a.x - b.x);
  const streaks: Streak[] = [];
  for (let i = 0; i < gaps.length; ) {
    const group = gaps.slice(i).filter(({ x }) => x - gaps[i]!.x <= ALIGNED);
    const streak = streakThrough(group, lying);
    if (streak) streaks.push(streak);
    i += streak ? group.length : 1;
  }
  return streaks;
}

/** Middles of the short gaps of a rule. */
function gapsIn({ width, height, pixels }: GrayPicture, rule: PixelRule, dpi: number): number[] {
  const [from, to] = [Math.max(0, Math.ceil(rule.from)), Math.min(width, Math.floor(rule.to))];
  const levels: number[] = [];
  for (let x = from; x < to; x++) {
    const y = Math.round(placeAt(rule, x));
    let level = 255;
    for (let near = Math.max(0, y - 1); near <= Math.min(height - 1, y + 1); near++)
      level = Math.min(level, pixels[near * width + x]!);
    levels.push(level);
  }
  const dark = [...levels].sort((a, b) => a - b)[levels.length >> 1] ?? 255;
  const white = dark + WHITE * (255 - dark);
  const gaps: number[] = [];
  const beside = Math.round(BESIDE * dpi);
  for (let i = beside; i < levels.length - beside; i++) {
    if (levels[i]! < white) continue;
    const start = i;
    while (i < levels.length && levels[i]! >= white) i++;
    const inked = (some: readonly number[]): boolean => some.every((level) => level < white);
    if (i - start <= GAP * dpi && inked(levels.slice(start - beside, start)) && inked(levels.slice(i, i + beside)))
      gaps.push(from + (start + i) / 2);
  }
  return gaps.length > (GAPS_AN_INCH * (to - from)) / dpi ? [] : gaps;
}

/** The streak that made gaps near one place; null where the rules between them are whole there. */
function streakThrough(
  gaps: readonly { readonly x: number; readonly y: number }[],
  lying: readonly PixelRule[],
): Streak | null {
  if (gaps.length < RULES) return null;
  const at = gaps.reduce((sum, { x }) => sum + x, 0) / gaps.length;
  const [top, bottom] = [smallest(gaps.map(({ y }) => y)), largest(gaps.map(({ y }) => y))];
  const heights = lying.filter(({ from, to }) => from < at && to > at).map((rule) => placeAt(rule, at));
  const between = heights.filter((y) => y >= top - 1 && y <= bottom + 1);
  if (gaps.length < SHARE * between.length) return null;
  const above = heights.filter((y) => y < top - 1);
  const below = heights.filter((y) => y > bottom + 1);
  return { at, from: Math.max(0, largest(above)), to: below.length > 0 ? smallest(below) : Number.POSITIVE_INFINITY };
}
