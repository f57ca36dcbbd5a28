import type { GrayPicture } from "./picture.ts";

/** Side of the squares over which the paper's brightness is estimated. */
const PATCH = 32;
/** Print is darker than this share of the paper around it; a hair line between two pixels is fainter. */
const INK_SHARE = 0.78;
const FAINT_SHARE = 0.89;

/** One byte a pixel: 1 ink, 0 paper. */
export interface InkMask {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

/**
 * Evens out the light: every pixel relative to the paper around it, paper 255. Grey paper, shadows and uneven lamps disappear; a dark
 * border (no paper near) becomes white.
 */
export function evenLight(picture: GrayPicture): GrayPicture {
  const { width, height, pixels } = picture;
  const columns = Math.ceil(width / PATCH);
  const rows = Math.ceil(height / PATCH);
  const paper = smooth(patchPaper(picture, columns, rows), columns, rows);
  const out = new Uint8Array(pixels.length);
  const across = Array.from({ length: width }, (_, x) => between(x, columns));
  const at = Uint16Array.from(across, ({ first }) => first);
  const weight = Float32Array.from(across, (place) => place.weight);
  const line = new Float32Array(columns + 1);
  for (let y = 0; y < height; y++) {
    const { first: r0, weight: wy } = between(y, rows);
    const r1 = Math.min(rows - 1, r0 + 1);
    for (let c = 0; c < columns; c++) line[c] = paper[r0 * columns + c]! * (1 - wy) + paper[r1 * columns + c]! * wy;
    line[columns] = line[columns - 1]!;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const left = line[at[x]!]!;
      const level = left + (line[at[x]! + 1]! - left) * weight[x]!;
      out[i] = level < 40 ? 255 : Math.min(255, (pixels[i]! * 255) / level);
    }
  }
  return { width, height, pixels: out };
}

/** Between the middles of which two patches of so many a pixel lies: the first of them, and how far towards the next, 0–1. */
function between(pixel: number, patches: number): { first: number; weight: number } {
  const place = Math.min(patches - 1, Math.max(0, pixel / PATCH - 0.5));
  const first = Math.floor(place);
  return { first, weight: place - first };
}

/** The brightness of the paper in each patch: its ninth decile, so that print does not count. */
function patchPaper({ width, height, pixels }: GrayPicture, columns: number, rows: number): Float32Array {
  const paper = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      counts.fill(0);
      let n = 0;
      for (let y = r * PATCH; y < Math.min(height, (r + 1) * PATCH); y += 2)
        for (let x = c * PATCH; x < Math.min(width, (c + 1) * PATCH); x += 2) {
          counts[pixels[y * width + x]!]!++;
          n++;
        }
      let level = 255;
      for (let left = n * 0.1; level > 0 && left - counts[level]! > 0; level--) left -= counts[level]!;
      paper[r * columns + c] = level;
    }
  return paper;
}

/** A patch full of ink (a black bar, a photograph) takes the paper of its neighbours. */
function smooth(paper: Float32Array, columns: number, rows: number): Float32Array {
  const out = new Float32Array(paper.length);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const near: number[] = [];
      for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++)
        for (let x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1); x++) near.push(paper[y * columns + x]!);
      near.sort((a, b) => a - b);
      out[r * columns + c] = near[Math.floor(near.length * 0.66)]!;
    }
  return out;
}

/** Evenly lit paper lighter than this is white to read on: its grain makes whole lines unreadable. */
const WHITE = 245;

/** The picture with its paper white and its print as dark as before. */
export function onWhite({ width, height, pixels }: GrayPicture): GrayPicture {
  const levels = Uint8Array.from({ length: 256 }, (_, level) => Math.min(255, Math.round((level * 255) / WHITE)));
  const out = new Uint8Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) out[i] = levels[pixels[i]!]!;
  return { width, height, pixels: out };
}

/** Ink and paper of an evenly lit picture; single specks are no ink. `faint` takes in hair lines, and more noise with them. */
export function inkMask({ width, height, pixels }: GrayPicture, faint = false): InkMask {
  const limit = Math.ceil(255 * (faint ? FAINT_SHARE : INK_SHARE));
  const ink = new Uint8Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) if (pixels[i]! < limit) ink[i] = 1;
  const last = (height - 1) * width;
  eachInk(ink, (i) => {
    if (i < width || i >= last || ink[i + 1] || ink[i - 1] || ink[i - width] || ink[i + width]) return;
    const x = i % width;
    if (x > 0 && x < width - 1) ink[i] = 0;
  });
  return { width, height, ink };
}

/** Every pixel of ink in turn: most of a page is paper, passed over four pixels at a time. */
export function eachInk(ink: Uint8Array, visit: (i: number) => void): void {
  const fours = ink.byteOffset % 4 === 0 ? new Uint32Array(ink.buffer, ink.byteOffset, ink.length >> 2) : [];
  for (let k = 0; k < fours.length; k++) {
    if (fours[k] === 0) continue;
    for (let i = 4 * k; i < 4 * k + 4; i++) if (ink[i]) visit(i);
  }
  for (let i = 4 * fours.length; i < ink.length; i++) if (ink[i]) visit(i);
}

/** The mask turned over its diagonal: its columns as rows, next to each other in memory. */
export function transposed({ width, height, ink }: InkMask): InkMask {
  const out = new Uint8Array(ink.length);
  eachInk(ink, (i) => {
    const y = (i / width) | 0;
    out[(i - y * width) * height + y] = 1;
  });
  return { width: height, height: width, ink: out };
}
