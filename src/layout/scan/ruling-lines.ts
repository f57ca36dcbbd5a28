import { largest, smallest } from "../../lib/long-lists.ts";
import { type InkMask, transposed } from "./ink.ts";
import { findPieces, type Joined, joinPieces, lineThrough, type Piece } from "./rule-pieces.ts";

/** A ruling line in a picture, in pixels; `from`/`to` along it, `at` its middle, `thickness` across. */
export interface PixelRule {
  readonly direction: "h" | "v";
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  /** How far it moves across for each pixel along: what little skew is left. `at` is the place of its middle. */
  readonly slope: number;
}

/** Where a rule stands at a place along it. */
export const placeAt = (rule: PixelRule, along: number): number =>
  rule.at + rule.slope * (along - (rule.from + rule.to) / 2);

/** Lengths in inches: the shortest unbroken piece and whole of a rule, the widest break between pieces, the thickest rule. */
const PIECE = 0.14;
const SHORTEST = { h: 0.32, v: 0.13 } as const;
const BREAK = 0.12;
const THICKEST = 0.035;
/** A broken rule still shows ink on this share of its length. */
const SOLID = 0.7;
/** A horizontal rule that meets no vertical one is at least this long, in inches; shorter ones are strokes of characters. */
const LONE = 1.5;
/**
 * Beside a rule the paper is blank; strokes of one line of large print have others across them. Which pixels are looked at (at 200 dpi),
 * and on what share of the length there may be ink for an unbroken piece of so many inches; a longer one may be one of a double rule.
 */
const BESIDE = [3, 9] as const;
const CROWDED = [
  { unbroken: 0.6, share: 0.22 },
  { unbroken: 2, share: 0.5 },
] as const;
/** The page stands straight: a piece that climbs more than this is made of strokes. */
const STEEPEST = 0.006;
/**
 * Ruling lines of a straightened page: broken, faint or double ones too, whose pieces stand so many pixels apart. Strokes of characters are
 * too short or too thick.
 */
export function rulingLines(mask: InkMask, dpi: number, gap?: number): PixelRule[] {
  const near = REACH * dpi;
  const horizontal = along(mask, dpi, "h", gap);
  const upright = along(mask, dpi, "v", gap);
  const stops = [...horizontal, ...openSides(mask, upright, horizontal, dpi)];
  const vertical = withoutStrokes(
    mask,
    upright.flatMap((v) => betweenRules(mask, v, stops, near)),
    dpi,
  );
  const kept = horizontal.filter(
    (h) =>
      h.to - h.from >= LONE * dpi ||
      vertical.some((v) => within(h, v, near) && h.at >= v.from - near && h.at <= v.to + near),
  );
  return [...kept, ...vertical];
}

/** On a page whose verticals are whole on this share of their length, one shorter than so many inches that is less so is made of strokes. */
const WHOLE_PAGE = 0.98;
const WHOLE_RULE = 0.97;
const SHORT_RULE = 1;

/**
 * In low rows of small type an upright stroke (of a 1, a 4, a radical) nearly reaches from one rule to the next. Where the page's own verticals
 * have no gap, what has gaps above and below the print is none of them. Torn pages keep all.
 */
function withoutStrokes(mask: InkMask, vertical: readonly PixelRule[], dpi: number): readonly PixelRule[] {
  const shown = vertical.map((v) => inkAlong(mask, v, Math.round(v.from), Math.round(v.to)));
  const whole = vertical.reduce((sum, { from, to }) => sum + to - from, 0);
  if (shown.reduce((sum, rows) => sum + rows, 0) < WHOLE_PAGE * whole) return vertical;
  return vertical.filter(({ from, to }, i) => to - from >= SHORT_RULE * dpi || shown[i]! >= WHOLE_RULE * (to - from));
}

/** How far, in inches, a vertical rule may stop short of the horizontal one it belongs to. */
const REACH = 0.02;

/**
 * The stretches of a vertical piece between horizontal rules, those that follow each other as one: strokes of characters are as long as the
 * rules of a low row, but they do not reach from one horizontal rule to the next. What stands beyond is print in line with it.
 */
function betweenRules(mask: InkMask, v: PixelRule, horizontal: readonly PixelRule[], near: number): PixelRule[] {
  const loose = Math.max(near, (v.to - v.from) * LOOSE_END);
  const crossed = horizontal
    .filter((h) => within(h, v, near))
    .map((h) => Math.round(placeAt(h, v.at)))
    .filter((at) => at >= v.from - loose && at <= v.to + loose);
  const level = levelEnds(v, horizontal, near).filter((end) => crossed.every((at) => Math.abs(at - end) > 2 * near));
  const stops = [...crossed, ...level].sort((a, b) => a - b);
  const covered = (from: number, to: number): boolean =>
    inkAlong(mask, v, from, to) >= (level.includes(from) || level.includes(to) ? WHOLE : COVERED) * (to - from);
  const steps = stops.slice(1).map((to, i) => ({ from: stops[i]!, to, covered: covered(stops[i]!, to) }));
  const many = steps.filter((step) => step.covered).length;
  const torn = many >= MANY_STEPS && many >= MOST_STEPS * steps.length;
  const stretches: { from: number; to: number }[] = [];
  for (const { from, to, covered } of steps) {
    const last = stretches.at(-1);
    if (!covered && !(torn && thinInkAlong(mask, v, from, to) >= TORN_STEP * (to - from))) continue;
    if (last?.to === from) last.to = to;
    else stretches.push({ from, to });
  }
  return stretches
    .filter(({ from, to }) => to - from >= 2 * near)
    .map(({ from, to }) => ({ ...v, at: placeAt(v, (from + to) / 2), from: Math.max(0, from), to }));
}

/**
 * Ends of a vertical that lie level with a horizontal rule elsewhere: a merged cell that goes on over the page is left open at the page's
 * edge, where the rule under the cells beside it ends before it.
 */
function levelEnds(v: PixelRule, horizontal: readonly PixelRule[], near: number): number[] {
  return [v.from, v.to].flatMap((end) => {
    const level = horizontal.some(
      (h) => !within(h, v, near) && Math.abs(placeAt(h, Math.min(h.to, Math.max(h.from, v.at))) - end) <= near,
    );
    return level ? [Math.round(end)] : [];
  });
}

/** A table that goes on over the page has no rule at the page's edge: so many verticals end there together, so far (inches) beyond the last rule. */
const OPEN_VERTICALS = 4;
const OPEN_REACH = 0.14;

/** Places, as rules of no thickness, where the verticals of an open table side end. */
function openSides(
  mask: InkMask,
  upright: readonly PixelRule[],
  horizontal: readonly PixelRule[],
  dpi: number,
): PixelRule[] {
  const near = REACH * dpi;
  const ends = upright.flatMap((v) => {
    const stops = horizontal.filter((h) => within(h, v, near)).map((h) => placeAt(h, v.at));
    const [first, last] = [smallest(stops), largest(stops)];
    if (stops.length === 0) return [];
    const whole = (from: number, to: number): boolean =>
      to - from >= OPEN_REACH * dpi && inkAlong(mask, v, Math.round(from), Math.round(to)) >= WHOLE * (to - from);
    return [
      ...(whole(v.from, first) ? [{ at: v.from, x: v.at }] : []),
      ...(whole(last, v.to) ? [{ at: v.to, x: v.at }] : []),
    ];
  });
  const sides: PixelRule[] = [];
  for (const end of ends) {
    const together = ends.filter(({ at }) => Math.abs(at - end.at) <= near);
    if (together.length < OPEN_VERTICALS || sides.some(({ at }) => Math.abs(at - end.at) <= 2 * near)) continue;
    const xs = together.map(({ x }) => x);
    sides.push({ direction: "h", at: end.at, from: smallest(xs), to: largest(xs), thickness: 0, slope: 0 });
  }
  return sides;
}

/** How many rows of a stretch show ink where a vertical rule should be. */
function inkAlong({ width, height, ink }: InkMask, v: PixelRule, from: number, to: number): number {
  let rows = 0;
  for (let y = Math.max(0, from); y < Math.min(height, to); y++) {
    const x = Math.round(placeAt(v, y));
    if (ink[y * width + x] || ink[y * width + x - 1] || ink[y * width + x + 1]) rows++;
  }
  return rows;
}

/** How many rows of a stretch show ink where a vertical rule should be and none close beside it, as print crossing there has. */
function thinInkAlong({ width, height, ink }: InkMask, v: PixelRule, from: number, to: number): number {
  let rows = 0;
  for (let y = Math.max(0, from); y < Math.min(height, to); y++) {
    const at = y * width + Math.round(placeAt(v, y));
    if ((ink[at] || ink[at - 1] || ink[at + 1]) && !ink[at - ASIDE] && !ink[at + ASIDE]) rows++;
  }
  return rows;
}

/** So far beside the middle of a thin rule, in pixels, the paper is blank. */
const ASIDE = 4;
/** A vertical that shows between so many horizontal rules, and this share of all it crosses, goes on where it is torn and this share of it is left. */
const MANY_STEPS = 5;
const MOST_STEPS = 0.45;
const TORN_STEP = 0.35;

/** A long rule may fade out before its end: this share of its length. */
const LOOSE_END = 0.06;
/** A vertical rule shows on this share of the way from one horizontal rule to the next. */
const COVERED = 0.8;
/** One that ends at no rule shows on this share of it. */
const WHOLE = 0.95;

const within = (horizontal: PixelRule, vertical: PixelRule, near: number): boolean =>
  vertical.at >= horizontal.from - near && vertical.at <= horizontal.to + near;

function along(mask: InkMask, dpi: number, direction: "h" | "v", gap?: number): PixelRule[] {
  const lying = direction === "h" ? mask : transposed(mask);
  const pieces = findPieces(lying, Math.min(PIECE, SHORTEST[direction]) * dpi, gap).filter(
    (piece) => piece.ink / (piece.to - piece.from) <= Math.max(3, THICKEST * dpi),
  );
  const isRule = (rule: Piece): boolean =>
    rule.to - rule.from >= SHORTEST[direction] * dpi &&
    rule.solid >= SOLID * (rule.to - rule.from) &&
    standsAlone(mask, direction, rule, dpi) &&
    (Math.abs(lineThrough(rule).slope) <= STEEPEST || rule.to - rule.from < dpi);
  return joinPieces(pieces, BREAK * dpi)
    .flatMap((rule) => (isRule(rule) ? [rule] : longParts(rule, dpi).filter(isRule)))
    .map((rule) => ({
      direction,
      ...lineThrough(rule),
      from: rule.from,
      to: rule.to,
      thickness: rule.ink / rule.solid,
    }));
}

/** No stroke of the print is as long as this, in inches. */
const LONGER_THAN_PRINT = 0.3;

/** Print in line with a rule and close to its end is taken for more of it: the pieces too long for print, each for itself. */
const longParts = ({ parts }: Joined, dpi: number): Piece[] =>
  parts.length < 2 ? [] : parts.filter(({ from, to }) => to - from >= LONGER_THAN_PRINT * dpi);

/** Whether the paper beside a piece is blank: on both sides of a horizontal one, on one side of a vertical one (figures stand close to it). */
function standsAlone({ width, height, ink }: InkMask, direction: "h" | "v", rule: Piece, dpi: number): boolean {
  const limit = CROWDED.find(({ unbroken }) => rule.unbroken < unbroken * dpi);
  if (!limit) return true;
  const middle = rule.moment / rule.ink;
  const half = rule.ink / rule.solid / 2;
  const [near, far] = BESIDE.map((pixels) => Math.round(half + (pixels * dpi) / 200)) as [number, number];
  const [stepAlong, stepAcross, across] = direction === "h" ? [1, width, height] : [width, 1, width];
  const inked = (place: number, i: number): boolean =>
    place >= 0 && place < across && ink[place * stepAcross + i * stepAlong] === 1;
  const crowded = [0, 0, 0];
  for (let i = rule.from; i < rule.to; i++) {
    let before = false;
    let after = false;
    for (let d = near; d <= far; d++) {
      before ||= inked(Math.round(middle - d), i);
      after ||= inked(Math.round(middle + d), i);
    }
    if (before) crowded[0]!++;
    if (after) crowded[1]!++;
    if (before || after) crowded[2]!++;
  }
  const count = direction === "h" ? crowded[2]! : Math.min(crowded[0]!, crowded[1]!);
  return count <= limit.share * (rule.to - rule.from);
}
