import { largest, smallest } from "../../lib/long-lists.ts";
import type { GrayPicture } from "./picture.ts";
import { type PixelRule, placeAt } from "./ruling-lines.ts";
import type { Streak } from "./streaks.ts";

/** Inches: blank on both sides of a rule that a streak took, the lowest row, what is left out at a row's rules. */
const BLANK = 0.025;
const ROW = 0.08;
const AT_RULES = 0.02;
/** Print is darker than this; a trace of a rule is darker than the paper beside it by so much, on the whole height of its row. */
const PRINT = 199;
const TRACE = 4;
/** So many rows with a trace, or with print on both sides and none across, were parted by a rule. */
const TRACED = 2;
const PARTED = 3;

interface Row {
  readonly from: number;
  readonly to: number;
  readonly traced: boolean;
  readonly parted: boolean;
}

/** Vertical rules that streaks took away: where a streak runs between print over several rows, or has left a trace of a rule. */
export function rulesUnder(
  picture: GrayPicture,
  rules: readonly PixelRule[],
  streaks: readonly Streak[],
  dpi: number,
): PixelRule[] {
  return streaks.flatMap((streak) =>
    blankRuns(picture, rules, streak, dpi).flatMap((run): PixelRule[] => {
      const traced = run.filter((row) => row.traced);
      const parted = run.filter((row) => row.parted);
      const rows =
        traced.length >= TRACED && 2 * traced.length >= run.length ? traced : parted.length >= PARTED ? parted : [];
      if (rows.length === 0) return [];
      const [from, to] = [rows[0]!.from, rows.at(-1)!.to];
      return [{ direction: "v", at: streak.at, from, to, thickness: 2, slope: 0 }];
    }),
  );
}

/** Rows one under the other in which a streak meets no print and no rule that is still there. */
function blankRuns(picture: GrayPicture, rules: readonly PixelRule[], streak: Streak, dpi: number): Row[][] {
  const { at } = streak;
  const heights = rules
    .filter(({ direction, from, to }) => direction === "h" && from < at && to > at)
    .map((rule) => placeAt(rule, at))
    .filter((y) => y >= streak.from - 1 && y <= streak.to + 1)
    .sort((a, b) => a - b);
  const runs: Row[][] = [[]];
  for (let i = 0; i + 1 < heights.length; i++) {
    const [from, to] = [heights[i]!, heights[i + 1]!];
    if (to - from < ROW * dpi) continue;
    const row = rowBetween(picture, rules, at, from, to, dpi);
    if (row) runs.at(-1)!.push(row);
    else runs.push([]);
  }
  return runs;
}

/** What a streak meets between two horizontal rules; null where that is print, or a rule. */
function rowBetween(
  { width, pixels }: GrayPicture,
  rules: readonly PixelRule[],
  at: number,
  from: number,
  to: number,
  dpi: number,
): Row | null {
  const middle = (from + to) / 2;
  const upright = rules.filter((rule) => rule.direction === "v" && rule.from < middle && rule.to > middle);
  const places = upright.map((rule) => placeAt(rule, middle));
  const blank = Math.round(BLANK * dpi);
  if (places.some((x) => Math.abs(x - at) <= blank)) return null;
  const [y0, y1] = [Math.ceil(from + AT_RULES * dpi), Math.floor(to - AT_RULES * dpi)];
  const column = (x: number): { dark: boolean; mean: number } => {
    let [sum, dark] = [0, false];
    for (let y = y0; y < y1; y++) {
      const level = pixels[y * width + x]!;
      sum += level;
      dark ||= level < PRINT;
    }
    return { dark, mean: sum / Math.max(1, y1 - y0) };
  };
  const left = Math.max(0, largest(places.filter((x) => x < at)));
  const right = Math.min(width - 1, smallest(places.filter((x) => x > at)));
  const middleX = Math.round(at);
  const across = Array.from({ length: 2 * blank + 1 }, (_, i) => middleX - blank + i)
    .filter((x) => x >= 0 && x < width)
    .map(column);
  if (across.some(({ dark }) => dark)) return null;
  const edge = [...across.slice(0, 2), ...across.slice(-2)].reduce((sum, { mean }) => sum + mean, 0) / 4;
  const traced = smallest(across.slice(2, -2).map(({ mean }) => mean)) < edge - TRACE;
  const printed = (x0: number, x1: number): boolean => {
    for (let x = Math.ceil(x0); x < x1; x++) if (column(x).dark) return true;
    return false;
  };
  const inside = Math.ceil(AT_RULES * dpi);
  const parted = printed(left + inside, at - blank) && printed(at + blank, right - inside);
  return { from, to, traced, parted };
}
