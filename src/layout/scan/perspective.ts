import { largest, smallest } from "../../lib/long-lists.ts";
import { eachInk, type InkMask, inkMask } from "./ink.ts";
import type { GrayPicture } from "./picture.ts";

type Point = readonly [x: number, y: number];
/** Top left, top right, bottom right, bottom left. */
type Corners = readonly [Point, Point, Point, Point];

/** The frame is looked for in a picture this many times smaller. */
const COARSE = 3;
/** A frame reaches over this share of the picture's width, and this of its height. */
const FRAME_WIDTH = 0.4;
const FRAME_HEIGHT = 0.06;
/** A frame whose opposite sides run apart by less than this, in degrees, and whose corners are as nearly right is that of a page that was scanned. */
const SQUARE_DEGREES = 0.5;
/** Sides further apart than this belong to no table one could have photographed and still read. */
const MOST_DEGREES = 25;
/** This share of every side must be drawn: print has no such sides. */
const DRAWN = 0.85;

/** A page photographed from the side set square, where the frame of its table shows how; any other picture as it is. */
export function squared(picture: GrayPicture, mask: InkMask = inkMask(picture, true)): GrayPicture {
  const corners = frameCorners(mask);
  if (!corners) return picture;
  const lean = Math.max(
    lopsided(corners[0], corners[1], corners[3], corners[2]),
    lopsided(corners[0], corners[3], corners[1], corners[2]),
    largest(corners.map((_, i) => offSquare(corners, i))),
  );
  if (lean < SQUARE_DEGREES || lean > MOST_DEGREES) return picture;
  return warped(picture, corners, upright(corners));
}

/** Angle in degrees between a side and the one opposite. */
const lopsided = (a: Point, b: Point, c: Point, d: Point): number =>
  Math.abs(Math.atan2(b[1] - a[1], b[0] - a[0]) - Math.atan2(d[1] - c[1], d[0] - c[0])) * (180 / Math.PI);

/** By how many degrees the angle at a corner is off a right one: a table seen from one corner has sides that lean all the same way. */
function offSquare(corners: Corners, i: number): number {
  const [before, at, after] = [corners[(i + 3) % 4]!, corners[i]!, corners[(i + 1) % 4]!];
  const [ax, ay, bx, by] = [before[0] - at[0], before[1] - at[1], after[0] - at[0], after[1] - at[1]];
  return Math.abs(90 - (180 / Math.PI) * Math.acos((ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by))));
}

/** The corners of the largest drawing that has four drawn sides, in pixels. */
export function frameCorners(mask: InkMask): Corners | null {
  const coarse = coarser(mask);
  const { width, height } = coarse;
  const seen = new Uint8Array(coarse.ink.length);
  let best: { corners: Corners; area: number } | null = null;
  for (let i = 0; i < seen.length; i++) {
    if (!coarse.ink[i] || seen[i]) continue;
    const part = inkFrom(coarse, i, seen);
    const [w, h] = [part.x1 - part.x0, part.y1 - part.y0];
    if (w < FRAME_WIDTH * width || h < FRAME_HEIGHT * height || w * h <= (best?.area ?? 0)) continue;
    const corners = drawnCorners(coarse, outlineOf(part.pixels, width));
    if (corners) best = { corners, area: w * h };
  }
  if (!best) return null;
  const full = ([x, y]: Point): Point => [(x + 0.5) * COARSE, (y + 0.5) * COARSE];
  const [a, b, c, d] = best.corners;
  return [full(a), full(b), full(c), full(d)];
}

const sides = ([a, b, c, d]: Corners): [Point, Point][] => [
  [a, b],
  [b, c],
  [c, d],
  [d, a],
];

function coarser({ width, height, ink }: InkMask): InkMask {
  const w = Math.floor(width / COARSE);
  const h = Math.floor(height / COARSE);
  const out = new Uint8Array(w * h);
  eachInk(ink, (i) => {
    const y = (i / width) | 0;
    const column = ((i - y * width) / COARSE) | 0;
    const row = (y / COARSE) | 0;
    if (column < w && row < h) out[row * w + column] = 1;
  });
  return { width: w, height: h, ink: out };
}

/** How far connected ink reaches: left and right in every row, up and down in every column. */
interface Outline {
  readonly left: ReadonlyMap<number, number>;
  readonly right: ReadonlyMap<number, number>;
  readonly top: ReadonlyMap<number, number>;
  readonly bottom: ReadonlyMap<number, number>;
}

/** All ink connected with a pixel, and the box around it. */
interface Connected {
  readonly pixels: readonly number[];
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

function inkFrom({ width, height, ink }: InkMask, start: number, seen: Uint8Array): Connected {
  const pixels = [start];
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  seen[start] = 1;
  for (let k = 0; k < pixels.length; k++) {
    const i = pixels[k]!;
    const y = (i / width) | 0;
    const x = i - y * width;
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        const n = ny * width + nx;
        if (!ink[n] || seen[n]) continue;
        seen[n] = 1;
        pixels.push(n);
      }
  }
  return { pixels, x0, y0, x1, y1 };
}

function outlineOf(pixels: readonly number[], width: number): Outline {
  const map = (): Map<number, number> => new Map();
  const outline = { left: map(), right: map(), top: map(), bottom: map() };
  for (const i of pixels) {
    const y = (i / width) | 0;
    const x = i - y * width;
    outline.left.set(y, Math.min(outline.left.get(y) ?? x, x));
    outline.right.set(y, Math.max(outline.right.get(y) ?? x, x));
    outline.top.set(x, Math.min(outline.top.get(x) ?? y, y));
    outline.bottom.set(x, Math.max(outline.bottom.get(x) ?? y, y));
  }
  return outline;
}

/**
 * The corners of an outline whose four sides are drawn: where the sides meet, or where its left and right side end (a note set close under
 * the table, or its title, is taken for its lower or upper side); null where neither is a frame.
 */
function drawnCorners(coarse: InkMask, { left, right, top, bottom }: Outline): Corners | null {
  const [l, r, t, b] = [lineThrough(left), lineThrough(right), lineThrough(top), lineThrough(bottom)];
  const [l0, l1] = drawnEnds(coarse, l, left);
  const [r0, r1] = drawnEnds(coarse, r, right);
  const found: Corners[] = [
    [meeting(t, l), meeting(t, r), meeting(b, r), meeting(b, l)],
    [l0, r0, r1, l1],
  ];
  const shares = found.map((corners) => smallest(sides(corners).map(([from, to]) => drawnShare(coarse, from, to))));
  const most = largest(shares);
  return most >= DRAWN ? found[shares.indexOf(most)]! : null;
}

/** Between two pieces of an upright side there are at most so many pixels. */
const SIDE_BREAK = 4;

/** Where an upright side, followed from its middle, ends above and below. */
function drawnEnds(coarse: InkMask, line: Line, points: ReadonlyMap<number, number>): [Point, Point] {
  const rows = [...points.keys()];
  const middle = Math.round((smallest(rows) + largest(rows)) / 2);
  const end = (step: 1 | -1): Point => {
    let last = middle;
    for (let y = middle; Math.abs(y - last) <= SIDE_BREAK; y += step)
      if (isInked(coarse, Math.round(line.offset + line.slope * y), y, 1, 0)) last = y;
    return [line.offset + line.slope * last, last];
  };
  return [end(-1), end(1)];
}

/** `offset + slope × n`. */
interface Line {
  readonly offset: number;
  readonly slope: number;
}

/** Points a line is laid through; more do not make it surer. */
const POINTS = 120;
/** The share of a side left out at either end. */
const ENDS = 0.15;

/** The line most of the points lie on (Theil–Sen): print that touches a frame does not bend it. */
function lineThrough(points: ReadonlyMap<number, number>): Line {
  const all = [...points].sort((a, b) => a[0] - b[0]);
  // near its ends a side that leans gives way to the next one
  const ends = Math.floor(all.length * ENDS);
  const inner = all.slice(ends, all.length - ends);
  const step = Math.max(1, Math.floor(inner.length / POINTS));
  const some = inner.filter((_, i) => i % step === 0);
  const slopes: number[] = [];
  for (let i = 0; i < some.length; i++)
    for (let k = i + Math.ceil(some.length / 4); k < some.length; k++)
      slopes.push((some[k]![1] - some[i]![1]) / (some[k]![0] - some[i]![0]));
  const slope = middle(slopes);
  return { slope, offset: middle(some.map(([n, value]) => value - slope * n)) };
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Where a line y(x) meets a line x(y). */
function meeting(across: Line, down: Line): Point {
  const y = (across.offset + across.slope * down.offset) / (1 - across.slope * down.slope);
  return [down.offset + down.slope * y, y];
}

/** On what share of the way from one point to the other there is ink, a pixel or two aside. */
function drawnShare(coarse: InkMask, from: Point, to: Point): number {
  const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1])));
  let drawn = 0;
  for (let i = 0; i <= steps; i++) {
    const x = Math.round(from[0] + ((to[0] - from[0]) * i) / steps);
    const y = Math.round(from[1] + ((to[1] - from[1]) * i) / steps);
    if (isInked(coarse, x, y, 2, 2)) drawn++;
  }
  return drawn / (steps + 1);
}

/** Whether there is ink within so many pixels beside a place, and above or below it. */
function isInked({ width, height, ink }: InkMask, x: number, y: number, beside: number, above: number): boolean {
  for (let ny = Math.max(0, y - above); ny <= Math.min(height - 1, y + above); ny++)
    for (let nx = Math.max(0, x - beside); nx <= Math.min(width - 1, x + beside); nx++)
      if (ink[ny * width + nx] === 1) return true;
  return false;
}

/** The rectangle a frame would have seen from above: about its middle, its sides as long as they are on average. */
function upright([a, b, c, d]: Corners): Corners {
  const length = (p: Point, q: Point): number => Math.hypot(q[0] - p[0], q[1] - p[1]);
  const halfWidth = (length(a, b) + length(d, c)) / 4;
  const halfHeight = (length(a, d) + length(b, c)) / 4;
  const x = (a[0] + b[0] + c[0] + d[0]) / 4;
  const y = (a[1] + b[1] + c[1] + d[1]) / 4;
  return [
    [x - halfWidth, y - halfHeight],
    [x + halfWidth, y - halfHeight],
    [x + halfWidth, y + halfHeight],
    [x - halfWidth, y + halfHeight],
  ];
}

/** The picture with what stands at `from` moved to `to`, its size kept, white where nothing was. */
function warped({ width, height, pixels }: GrayPicture, from: Corners, to: Corners): GrayPicture {
  const [a, b, c, d, e, f, g, h] = homography(to, from);
  const out = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const w = g * x + h * y + 1;
      const sx = (a * x + b * y + c) / w;
      const sy = (d * x + e * y + f) / w;
      const x0 = Math.floor(sx);
      const y0 = Math.floor(sy);
      if (!(w > 0) || x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) continue;
      const [fx, fy] = [sx - x0, sy - y0];
      const i = y0 * width + x0;
      out[y * width + x] =
        (pixels[i]! * (1 - fx) + pixels[i + 1]! * fx) * (1 - fy) +
        (pixels[i + width]! * (1 - fx) + pixels[i + width + 1]! * fx) * fy;
    }
  return { width, height, pixels: out };
}

type Homography = [number, number, number, number, number, number, number, number];

/** The projective map that takes four points to four others: x' = (ax + by + c) / (gx + hy + 1), y' = (dx + ey + f) / (gx + hy + 1). */
function homography(from: Corners, to: Corners): Homography {
  const rows: number[][] = [];
  for (let i = 0; i < 4; i++) {
    const [x, y] = from[i]!;
    const [u, v] = to[i]!;
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  }
  return solved(rows) as Homography;
}

/** Gauss elimination with the largest pivot; each row ends with its right side. */
function solved(rows: number[][]): number[] {
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let r = column + 1; r < n; r++) if (Math.abs(rows[r]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = r;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let r = 0; r < n; r++) {
      if (r === column) continue;
      const factor = rows[r]![column]! / rows[column]![column]!;
      for (let k = column; k <= n; k++) rows[r]![k]! -= factor * rows[column]![k]!;
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}
