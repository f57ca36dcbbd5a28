import { largest } from "../../lib/long-lists.ts";
import { eachInk, type InkMask } from "./ink.ts";
import type { GrayPicture } from "./picture.ts";

/** Width of the strips a page is compared in, and how far one may lie off what the strips before it lead to, in pixels. */
const STRIP = 24;
const REACH = 4;
/** So many strips before one, the nearer the more, are what it is compared with. */
const MEMORY = 0.75;
/** A page whose lines stay within so many pixels lies flat. */
const FLAT = 3;
/** A strip with fewer rows of ink than this says nothing. */
const LEAST_ROWS = 6;

/**
 * A page that did not lie flat (a bound volume, a page held in the hand) with its lines of print and rules drawn straight; the same picture
 * where it lay flat. How far the page sinks is told by the rows of ink of neighbouring strips, first from side to side, then from head to foot.
 */
export function unbent(picture: GrayPicture, mask: InkMask): GrayPicture {
  const sinks = displacement(mask, "h");
  if (spread(sinks) < FLAT) return picture;
  const level = shifted(picture, sinks, "h");
  const leans = displacement(maskShifted(mask, sinks), "v");
  return spread(leans) < FLAT / 2 ? level : shifted(level, leans, "v");
}

const spread = (values: Float32Array): number =>
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) -
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

/** For every column ("h") how far its rows lie below those of the page's middle; for every row ("v") how far right its columns lie. */
function displacement(mask: InkMask, direction: "h" | "v"): Float32Array {
  const [length, across] = direction === "h" ? [mask.width, mask.height] : [mask.height, mask.width];
  const strips = profiles(mask, direction);
  const middle = strips.length >> 1;
  const at = new Float32Array(strips.length).fill(Number.NaN);
  at[middle] = 0;
  for (const step of [1, -1]) {
    const reference = Float32Array.from(strips[middle]!);
    let place = 0;
    let climb = 0;
    for (let k = middle + step; k >= 0 && k < strips.length; k += step) {
      const strip = strips[k]!;
      const shift = bestShift(reference, strip, Math.round(place + climb), across);
      if (shift === null) continue;
      climb = 0.5 * climb + 0.5 * (shift - place);
      place = shift;
      at[k] = place;
      const whole = Math.round(place);
      for (let i = 0; i < across; i++) reference[i] = MEMORY * reference[i]! + (strip[i + whole] ?? 0);
    }
  }
  return alongStrips(smoothed(filled(at)), length);
}

/** How much ink the rows (or columns) of every strip hold; much in one row counts for more than the same over several. */
function profiles({ width, height, ink }: InkMask, direction: "h" | "v"): Float32Array[] {
  const [length, across] = direction === "h" ? [width, height] : [height, width];
  const strips = Array.from({ length: Math.floor(length / STRIP) }, () => new Float32Array(across));
  eachInk(ink, (i) => {
    const y = (i / width) | 0;
    const x = i - y * width;
    const strip = strips[((direction === "h" ? x : y) / STRIP) | 0];
    if (strip) strip[direction === "h" ? y : x]!++;
  });
  for (const strip of strips) for (let i = 0; i < across; i++) strip[i] = strip[i]! ** 2 / STRIP;
  return strips;
}

/** Where a strip lies against the reference, to a part of a pixel; null where it holds too little. */
function bestShift(reference: Float32Array, strip: Float32Array, about: number, across: number): number | null {
  let rows = 0;
  for (const value of strip) if (value > STRIP / 4) rows++;
  if (rows < LEAST_ROWS) return null;
  const scores: number[] = [];
  for (let d = -REACH; d <= REACH; d++) {
    let score = 0;
    for (let i = REACH; i < across - REACH; i++) {
      const value = strip[i + about + d];
      if (value) score += value * (reference[i]! + 0.5 * (reference[i - 1]! + reference[i + 1]!));
    }
    scores.push(score);
  }
  const best = scores.indexOf(largest(scores));
  if (scores[best] === 0) return null;
  const [a, b, c] = [scores[best - 1], scores[best]!, scores[best + 1]];
  const part = a === undefined || c === undefined || a + c >= 2 * b ? 0 : (a - c) / (2 * (a - 2 * b + c));
  return about + best - REACH + part;
}

/** Strips that said nothing lie between those that did. */
function filled(at: Float32Array): Float32Array {
  const known = [...at.keys()].filter((k) => !Number.isNaN(at[k]!));
  return at.map((value, k) => {
    if (!Number.isNaN(value)) return value;
    const before = known.findLast((i) => i < k);
    const after = known.find((i) => i > k);
    if (before === undefined || after === undefined) return at[(before ?? after)!]!;
    return at[before]! + ((at[after]! - at[before]!) * (k - before)) / (after - before);
  });
}

/** Each the middle one of five, then the mean of three. */
function smoothed(values: Float32Array): Float32Array {
  const window = (k: number, half: number, list: Float32Array): number[] => {
    const reach = Math.min(half, k, list.length - 1 - k);
    return [...list.subarray(k - reach, k + reach + 1)];
  };
  const middles = values.map((_, k) => {
    const sorted = window(k, 2, values).sort((a, b) => a - b);
    return sorted[sorted.length >> 1]!;
  });
  return middles.map((_, k) => {
    const near = window(k, 1, middles);
    return near.reduce((a, b) => a + b, 0) / near.length;
  });
}

/** Values of strips → one a pixel along the page, straight between the strips' middles. */
function alongStrips(values: Float32Array, length: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => {
    const place = Math.min(values.length - 1, Math.max(0, i / STRIP - 0.5));
    const first = Math.min(values.length - 2, Math.floor(place));
    if (first < 0) return values[0] ?? 0;
    // beyond the last strip's middle the page goes on as it came
    const weight = i / STRIP - 0.5 - first;
    return values[first]! + (values[first + 1]! - values[first]!) * weight;
  });
}

/** Every column moved up (or every row moved left) by so much, white where nothing was. */
function shifted({ width, height, pixels }: GrayPicture, by: Float32Array, direction: "h" | "v"): GrayPicture {
  const out = new Uint8Array(pixels.length).fill(255);
  const [step, across] = direction === "h" ? [width, height] : [1, width];
  const lying = direction === "h";
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const place = lying ? y : x;
      const from = place + by[lying ? x : y]!;
      const whole = Math.floor(from);
      if (whole < 0 || whole + 1 >= across) continue;
      const i = y * width + x + (whole - place) * step;
      const part = from - whole;
      out[y * width + x] = pixels[i]! * (1 - part) + pixels[i + step]! * part;
    }
  return { width, height, pixels: out };
}

function maskShifted({ width, height, ink }: InkMask, by: Float32Array): InkMask {
  const out = new Uint8Array(ink.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = y + Math.round(by[x]!);
      if (from >= 0 && from < height) out[y * width + x] = ink[from * width + x]!;
    }
  return { width, height, ink: out };
}
