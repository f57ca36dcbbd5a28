import { largest, smallest } from "../../lib/long-lists.ts";
import { around } from "../table/printed-lines.ts";
import { NUMBER } from "./cell-forms.ts";
import { evenFigures, inkColumns, type Pitch, pitchOf, settingOf } from "./figure-pitch.ts";
import type { InkMask } from "./ink.ts";
import type { Piece } from "./piece.ts";
import type { Prepared } from "./prepared-page.ts";
import type { Region } from "./text-lines.ts";

/** A number alone on its line, with what the remains of a 4 are read as: a dash or a dot before a 1. */
const ALONE = /^[\d.,·:'`-]{2,}$/;
const REMAINS = /[-.·:'`](?=1)/g;
const DIRT = /^[-.·:'`,]+(?=\d)/;

/** So many figures of a line tell its pitch, and so many such lines that of the page; no more are looked at. */
const TELLING = 3;
const LINES = 3;
const MOST = 24;
/** A line of which fewer figures tell, one in a number of two, or whose ink lies worse in the page's pitch, says nothing. */
const SURE = 2;
const SHORT = 2;
const MISFIT = 1.5;

/** A stem stands in the middle of a 1, and further to the right in a 4, in pitches; type in which ones stand otherwise is left alone. */
const MIDDLE = 0.06;
const RIGHT = 0.09;
const FURTHEST = 0.32;

interface Line {
  readonly index: number;
  readonly region: Region;
  readonly text: string;
  readonly columns: readonly boolean[];
}

/**
 * The lines of torn print with its fours: the bar of a 4 is lost first and its stem is then read as a 1, but it stands where a four's stem
 * stands. Every number so mended stays in doubt, with what was read.
 */
export function withFours(read: readonly (readonly Piece[])[], { lines, mask }: Prepared): Piece[][] {
  const out = read.map((line) => [...line]);
  const numbers = read.flatMap((line, index): Line[] => {
    const text = line.map((piece) => piece.text).join("");
    const region = lines[index]!;
    return ALONE.test(text) && /\d/.test(text) ? [{ index, region, text, columns: inkColumns(mask, region) }] : [];
  });
  const settled = settledBy(mask, numbers, pagePitches(numbers));
  for (const pitch of new Set(settled.map((line) => line.pitch))) {
    const alike = settled.filter((line) => line.pitch === pitch);
    const ones = alike.flatMap(({ stems }) => stems.map(({ right }) => right)).sort((a, b) => a - b);
    // ones are more than fours among any numbers, and a four's stem is never left of the middle
    const middle = ones[Math.floor(ones.length / 3)];
    if (middle === undefined || Math.abs(middle) > MIDDLE) continue;
    for (const { index, text, plain, stems } of alike) {
      const figures = [...plain];
      for (const { at, right } of stems) if (right >= middle + RIGHT && right <= FURTHEST) figures[at] = "4";
      // what may be remains of a 4 is one only if a 4 is there
      const mended = figures.join("");
      if (mended !== text && mended !== plain) out[index] = [inDoubt(out[index]!, mended, text)];
    }
  }
  return out;
}

interface Settled extends Line {
  readonly pitch: Pitch;
  /** The number without what may be remains of fours. */
  readonly plain: string;
  readonly stems: readonly Stem[];
}

/** Where the stem of what was read as a 1 stands, in pitches right of the middle of its place. */
interface Stem {
  readonly at: number;
  readonly right: number;
}

/** The numbers that fit one of the page's pitches, each with that it fits best. */
function settledBy(mask: InkMask, numbers: readonly Line[], pitches: readonly Pitch[]): Settled[] {
  return numbers.flatMap((line) => {
    let best: { readonly misfit: number; readonly settled: Settled } | undefined;
    for (const plain of forms(line.text))
      for (const pitch of pitches) {
        const { edges, misfit } = settingOf(line.columns, plain, pitch);
        if (misfit > MISFIT || (best && misfit >= best.misfit)) continue;
        best = { misfit, settled: { ...line, pitch, plain, stems: stemsOf(mask, line.region, plain, edges, pitch) } };
      }
    return best ? [best.settled] : [];
  });
}

/** What a number's marks may be: as read, where that is a number; without remains of fours before its ones, and without dirt before it. */
function forms(text: string): string[] {
  const bare = text.replace(DIRT, "");
  const whole = bare.replaceAll(REMAINS, "");
  const single = [...bare.matchAll(REMAINS)].map(({ index }) => bare.slice(0, index) + bare.slice(index + 1));
  const tells = (form: string): boolean => evenFigures(form) >= (form.length > SHORT ? SURE : 1);
  return [...new Set([text, bare, ...single, whole])].filter(
    (form) => NUMBER.test(form) && /^\d/.test(form) && form.includes("1") && tells(form),
  );
}

/** The pitches numbers of a page are set in, those of most lines first: codes and amounts may be of different type. */
function pagePitches(numbers: readonly Line[]): Pitch[] {
  const telling = numbers.filter(({ text }) => NUMBER.test(text) && evenFigures(text) >= TELLING);
  const step = Math.max(1, Math.ceil(telling.length / MOST));
  const groups: Pitch[][] = [];
  for (const { columns, text, region } of telling.filter((_, i) => i % step === 0)) {
    const pitch = pitchOf(columns, text, region.y1 - region.y0);
    if (pitch.misfit > MISFIT) continue;
    const like = groups.find(([first]) => isLike(first!, pitch));
    if (like) like.push(pitch);
    else groups.push([pitch]);
  }
  return groups
    .filter((group) => group.length >= LINES)
    .sort((a, b) => b.length - a.length)
    .map((group) => group.sort((a, b) => a.figure - b.figure)[group.length >> 1]!);
}

/** Two pitches of one type, measured on different lines. */
const LIKE = 0.03;
const isLike = (a: Pitch, b: Pitch): boolean =>
  a.mark / a.figure === b.mark / b.figure && Math.abs(a.figure - b.figure) <= LIKE * a.figure;

const stemsOf = (mask: InkMask, region: Region, text: string, edges: readonly number[], pitch: Pitch): Stem[] =>
  [...text].flatMap((one, at) => {
    if (one !== "1") return [];
    const stem = stemIn(mask, region, edges[at]!, edges[at]! + pitch.figure);
    return stem === null ? [] : [{ at, right: (stem - edges[at]!) / pitch.figure - 0.5 }];
  });

/** Of a place so much at its sides may hold ink of its neighbours. */
const SIDE = 0.1;
/** Columns with this share of the ink of the fullest are the stem. */
const STEM = 0.75;

/** The middle of the upright stroke within a place, in pixels from the region's left. */
function stemIn({ width, ink }: InkMask, { x0, y0, x1, y1 }: Region, left: number, right: number): number | null {
  const side = SIDE * (right - left);
  const from = Math.max(0, Math.floor(left + side));
  const to = Math.min(x1 - x0, Math.ceil(right - side / 2));
  const heights: number[] = [];
  for (let x = from; x < to; x++) {
    let high = 0;
    for (let i = y0 * width + x0 + x; i < y1 * width; i += width) high += ink[i]!;
    heights.push(high);
  }
  const most = Math.max(0, largest(heights));
  if (most === 0) return null;
  const stem = [...heights.keys()].filter((k) => heights[k]! >= STEM * most);
  return from + stem.reduce((sum, k) => sum + k, 0) / stem.length + 0.5;
}

function inDoubt(line: readonly Piece[], text: string, asRead: string): Piece {
  const others = line.length === 1 ? (line[0]!.alternatives ?? []) : [];
  return {
    text,
    box: around(line.map(({ box }) => box)),
    confidence: smallest(line.map(({ confidence }) => confidence)),
    alternatives: [...new Set([asRead, ...others])].filter((other) => other !== text),
  };
}
