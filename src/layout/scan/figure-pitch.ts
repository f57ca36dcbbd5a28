import type { InkMask } from "./ink.ts";
import type { Region } from "./text-lines.ts";

/** Figures as wide on the left of their place as on the right; a 1 and what is left of a 4 are not. */
const EVEN = /[0235-9]/;
/** A pitch is looked for between these shares of a line's height, in such steps of a pixel; a line may begin so far before its ink, in pitches. */
const NARROWEST = 0.45;
const WIDEST = 0.95;
const STEP = 0.25;
const BEFORE = 0.85;
/** Ink closer than this to the edge of a figure's place, in pixels, is its neighbour's. */
const EDGE = 0.5;
const TOUCHING = 1.5;
/** A figure's ink reaches over this share of its place. */
const SPAN = 0.4;

/** How figures are set: how far apart, and how far a point or a comma is from what follows it. */
export interface Pitch {
  readonly figure: number;
  readonly mark: number;
}

/** Where the figures of a number stand, left to right, by the pitch they are set in: the left edge of each character's place, and how badly the ink fits. */
export interface Setting {
  readonly edges: readonly number[];
  readonly misfit: number;
}

/** Which columns of a region hold ink. */
export function inkColumns({ width, ink }: InkMask, { x0, x1, y0, y1 }: Region): boolean[] {
  return Array.from({ length: x1 - x0 }, (_, x) => {
    for (let i = y0 * width + x0 + x; i < y1 * width; i += width) if (ink[i]) return true;
    return false;
  });
}

/** How many figures of a number tell where it stands. */
export const evenFigures = (text: string): number => [...text].filter((one) => EVEN.test(one)).length;

/** The pitch a number is set in, as its ink tells. */
export function pitchOf(columns: readonly boolean[], text: string, height: number): Pitch & { misfit: number } {
  let best = { figure: 0, mark: 0, misfit: Number.POSITIVE_INFINITY };
  for (let figure = NARROWEST * height; figure <= WIDEST * height; figure += STEP)
    for (const mark of [figure, figure / 2]) {
      const { misfit } = settingOf(columns, text, { figure, mark });
      if (misfit < best.misfit) best = { figure, mark, misfit };
    }
  return best;
}

/** Where a number set in a pitch lies best over its ink. */
export function settingOf(columns: readonly boolean[], text: string, { figure, mark }: Pitch): Setting {
  const advances = [...text].map((one) => (/\d/.test(one) ? figure : mark));
  const places: number[] = [];
  let length = 0;
  for (const advance of advances) {
    places.push(length);
    length += advance;
  }
  let best: Setting = { edges: [], misfit: Number.POSITIVE_INFINITY };
  const last = Math.max(0, columns.length - length) + BEFORE * figure;
  for (let start = -BEFORE * figure; start <= last; start += STEP) {
    let misfit = inkOutside(columns, start, start + length);
    let even = 0;
    for (const [i, one] of [...text].entries()) {
      if (!/\d/.test(one)) continue;
      const left = start + places[i]!;
      const ink = inkWithin(columns, left, left + figure);
      if (ink === null) misfit += figure;
      else if (EVEN.test(one)) {
        misfit += unevenness(ink, left, left + figure);
        even++;
      }
    }
    misfit /= Math.max(1, even);
    if (misfit < best.misfit) best = { edges: places.map((place) => start + place), misfit };
  }
  return best;
}

/** The first and the last column of ink in a place; null where there is none. */
function inkWithin(columns: readonly boolean[], left: number, right: number): readonly [number, number] | null {
  const first = columns.indexOf(true, Math.max(0, Math.round(left)));
  const to = Math.min(columns.length, Math.round(right));
  return first < 0 || first >= to ? null : [first, columns.lastIndexOf(true, to - 1)];
}

/** By how much a figure's ink lies more to one side of its place; more where it touches an edge, or is but a part of a figure. */
function unevenness([first, last]: readonly [number, number], left: number, right: number): number {
  const [before, behind] = [first - left, right - 1 - last];
  const touching = (before < EDGE ? TOUCHING : 0) + (behind < EDGE ? TOUCHING : 0);
  return Math.abs(before - behind) + touching + Math.max(0, SPAN * (right - left) - (last + 1 - first));
}

/** Columns of ink that lie beyond a number's places. */
function inkOutside(columns: readonly boolean[], from: number, to: number): number {
  let outside = 0;
  for (let x = 0; x < from && x < columns.length; x++) if (columns[x]) outside++;
  for (let x = Math.max(0, Math.ceil(to)); x < columns.length; x++) if (columns[x]) outside++;
  return outside;
}
