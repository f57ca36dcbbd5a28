import { largest } from "../../lib/long-lists.ts";
import type { InkMask } from "./ink.ts";

/** A region of the picture in whole pixels: x0, y0 inside, x1, y1 outside. */
export interface Region {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Least height of a line of print, in inches, and the blank between two segments of one line, in line heights. */
const LEAST_HEIGHT = 0.035;
const SEGMENT_GAP = 2.2;
/** Rows with less ink than this share of the strongest row are blank between lines; a single pixel is noise. */
const BLANK_SHARE = 0.02;
const SPECK = 1;

/**
 * Lines of print inside a region, top to bottom; parts of a line that stand far apart are lines of their own. `faint`: a single pixel of
 * ink makes a row (the stem of a thin 7).
 */
export function textLines(mask: InkMask, region: Region, dpi: number, faint = false): Region[] {
  const rows = rowInk(mask, region);
  const most = Math.max(0, largest(rows));
  const blank = faint ? 0 : Math.max(SPECK, Math.min(2, most * BLANK_SHARE));
  const bands: [number, number][] = [];
  for (let y = 0; y < rows.length; ) {
    if (rows[y]! <= blank) {
      y++;
      continue;
    }
    let end = y;
    while (end < rows.length && rows[end]! > blank) end++;
    bands.push([y, end]);
    y = end;
  }
  return joinParts(bands, dpi)
    .filter(([from, to]) => to - from >= LEAST_HEIGHT * dpi)
    .flatMap(([from, to]) => segments(mask, { ...region, y0: region.y0 + from, y1: region.y0 + to }))
    .filter(({ x0, y0, x1, y1 }) => Math.max(x1 - x0, y1 - y0) >= LEAST_HEIGHT * dpi);
}

/** 二, 三, 一: the strokes of a flat character leave blank rows inside a line; a thin band close to another belongs to it. */
function joinParts(bands: readonly [number, number][], dpi: number): [number, number][] {
  const heights = bands.map(([from, to]) => to - from).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length * 0.6)] ?? 0;
  const joined: [number, number][] = [];
  for (const [from, to] of bands) {
    const last = joined.at(-1);
    const thin = to - from < usual * 0.6 || (last !== undefined && last[1] - last[0] < usual * 0.6);
    if (last && thin && from - last[1] <= Math.max(2, 0.02 * dpi) && to - last[0] <= Math.max(usual * 1.35, 0.2 * dpi))
      last[1] = to;
    else joined.push([from, to]);
  }
  return joined;
}

function rowInk({ width, ink }: InkMask, { x0, y0, x1, y1 }: Region): Uint32Array {
  const rows = new Uint32Array(Math.max(0, y1 - y0));
  for (let y = y0; y < y1; y++) {
    let n = 0;
    for (let i = y * width + x0; i < y * width + x1; i++) n += ink[i]!;
    rows[y - y0] = n;
  }
  return rows;
}

/** One line of print → its parts that stand far apart, each trimmed to its ink. */
function segments(mask: InkMask, line: Region): Region[] {
  const { width, ink } = mask;
  const height = line.y1 - line.y0;
  const gap = Math.max(8, height * SEGMENT_GAP);
  const found: Region[] = [];
  let start = -1;
  let last = -1;
  const end = (): void => {
    if (start >= 0 && last - start >= 1)
      found.push(trimmed(mask, { x0: start, y0: line.y0, x1: last + 1, y1: line.y1 }));
    start = -1;
  };
  for (let x = line.x0; x < line.x1; x++) {
    let inked = false;
    for (let i = line.y0 * width + x; i < line.y1 * width; i += width)
      if (ink[i]) {
        inked = true;
        break;
      }
    if (!inked) continue;
    if (start >= 0 && x - last > gap) end();
    if (start < 0) start = x;
    last = x;
  }
  end();
  return found;
}

function trimmed({ width, ink }: InkMask, region: Region): Region {
  const inked = (y: number): boolean => {
    for (let i = y * width + region.x0; i < y * width + region.x1; i++) if (ink[i]) return true;
    return false;
  };
  let { y0, y1 } = region;
  while (y0 < y1 && !inked(y0)) y0++;
  while (y1 > y0 && !inked(y1 - 1)) y1--;
  return { ...region, y0, y1 };
}
