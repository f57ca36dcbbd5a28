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
  for (let y = 0; y < height; y++) {
    const fy = Math.min(rows - 1, Math.max(0, y / PATCH - 0.5));
    const r0 = Math.floor(fy);
    const r1 = Math.min(rows - 1, r0 + 1);
    const wy = fy - r0;
    for (let x = 0; x < width; x++) {
      const fx = Math.min(columns - 1, Math.max(0, x / PATCH - 0.5));
      const c0 = Math.floor(fx);
      const c1 = Math.min(columns - 1, c0 + 1);
      const wx = fx - c0;
      const level =
        (paper[r0 * columns + c0]! * (1 - wx) + paper[r0 * columns + c1]! * wx) * (1 - wy) +
        (paper[r1 * columns + c0]! * (1 - wx) + paper[r1 * columns + c1]! * wx) * wy;
      out[y * width + x] = level < 40 ? 255 : Math.min(255, (pixels[y * width + x]! * 255) / level);
    }
  }
  return { width, height, pixels: out };
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
  return { width, height, pixels: pixels.map((level) => levels[level]!) };
}

/** Ink and paper of an evenly lit picture; single specks are no ink. `faint` takes in hair lines, and more noise with them. */
export function inkMask({ width, height, pixels }: GrayPicture, faint = false): InkMask {
  const limit = 255 * (faint ? FAINT_SHARE : INK_SHARE);
  const ink = new Uint8Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) ink[i] = pixels[i]! < limit ? 1 : 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      if (ink[i] && !ink[i - 1] && !ink[i + 1] && !ink[i - width] && !ink[i + width]) ink[i] = 0;
    }
  return { width, height, ink };
}
