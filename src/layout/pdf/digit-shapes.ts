/** Pixels of four bytes, rows from the top. */
interface Pixels {
  readonly width: number;
  readonly rgba: Uint8Array;
}

/** A digit's ink on a small grid, the width of its box to its height, and the closed spaces in it (8 has two). */
export interface Shape {
  readonly grid: Float32Array;
  readonly aspect: number;
  readonly holes: number;
}

const COLUMNS = 12;
const ROWS = 18;
/** Darker (or lighter) than its ground by this part of the whole range, a point is ink. */
const INK = 0.3;
/** Of all points of a box, by their light, the ground is the one at this part. */
const GROUND_SHARE = 0.75;
/** A closed space of fewer points than this is a flaw of the picture. */
const LEAST_HOLE = 3;
/** Weights of what two shapes differ in beside their grids. */
const ASPECT_WEIGHT = 0.12;
const HOLE_WEIGHT = 0.08;

/** The shape drawn in one box of a picture, in its own pixels; null where nothing is drawn there. */
export function shapeIn(
  { width, rgba }: Pixels,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Shape | null {
  const [w, h] = [right - left, bottom - top];
  if (w < 3 || h < 6) return null;
  const light = new Uint8Array(w * h);
  const counts = new Uint32Array(256);
  for (let y = 0, to = 0; y < h; y++)
    for (let x = 0, at = ((top + y) * width + left) * 4; x < w; x++, at += 4) {
      const value = ((rgba[at]! + rgba[at + 1]! + rgba[at + 2]!) / 3) & 255;
      light[to++] = value;
      counts[value]!++;
    }
  const ground = valueAt(counts, Math.floor(light.length * GROUND_SHARE));
  const ink = new Float32Array(w * h);
  let [x0, y0, x1, y1] = [w, h, -1, -1];
  for (let y = 0, i = 0; y < h; y++)
    for (let x = 0; x < w; x++, i++) {
      ink[i] = Math.abs(light[i]! - ground) / 255;
      if (ink[i]! <= INK) continue;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      y1 = y;
    }
  if (x1 < x0) return null;
  const box = { x: x0, y: y0, w: x1 - x0 + 1, h: y1 - y0 + 1 };
  return { grid: softened(gridOf(ink, w, box)), aspect: box.w / box.h, holes: holesIn(ink, w, h) };
}

/** The value that stands at a place of the sorted ones, from how often each occurs. */
function valueAt(counts: Uint32Array, place: number): number {
  let before = 0;
  for (let value = 0; value < counts.length; value++) {
    before += counts[value]!;
    if (before > place) return value;
  }
  return 255;
}

/** Whether two shapes differ by less than `most`: as `difference`, but no more is looked at than it takes to tell. */
export function differsLess(a: Shape, b: Shape, most: number): boolean {
  const rest = most - apart(a, b);
  if (rest <= 0) return false;
  const enough = rest * rest * a.grid.length;
  let sum = 0;
  for (let i = 0; i < a.grid.length; i++) {
    const by = a.grid[i]! - b.grid[i]!;
    sum += by * by;
    if (sum >= enough) return false;
  }
  return true;
}

/** What two shapes differ in beside their grids. */
const apart = (a: Shape, b: Shape): number =>
  ASPECT_WEIGHT * Math.abs(Math.log(a.aspect / b.aspect)) + HOLE_WEIGHT * Math.abs(a.holes - b.holes);

/** How much two shapes differ; some 0.1 for one digit in two faces, 0.25 and more for two digits. */
export function difference(a: Shape, b: Shape): number {
  let sum = 0;
  for (let i = 0; i < a.grid.length; i++) sum += (a.grid[i]! - b.grid[i]!) ** 2;
  return Math.sqrt(sum / a.grid.length) + apart(a, b);
}

function gridOf(ink: Float32Array, width: number, box: { x: number; y: number; w: number; h: number }): Float32Array {
  const grid = new Float32Array(COLUMNS * ROWS);
  let most = 0;
  for (let r = 0; r < ROWS; r++)
    for (let c = 0; c < COLUMNS; c++) {
      const [top, left] = [box.y + Math.floor((r * box.h) / ROWS), box.x + Math.floor((c * box.w) / COLUMNS)];
      const bottom = Math.max(top + 1, box.y + Math.floor(((r + 1) * box.h) / ROWS));
      const right = Math.max(left + 1, box.x + Math.floor(((c + 1) * box.w) / COLUMNS));
      let sum = 0;
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += ink[y * width + x]!;
      grid[r * COLUMNS + c] = sum / ((bottom - top) * (right - left));
      most = Math.max(most, grid[r * COLUMNS + c]!);
    }
  return most === 0 ? grid : grid.map((value) => value / most);
}

/** Each place as the mean of those around it: faces differ by a stroke's width. */
function softened(grid: Float32Array): Float32Array {
  const soft = new Float32Array(grid.length);
  for (let r = 0, i = 0; r < ROWS; r++)
    for (let c = 0; c < COLUMNS; c++, i++) {
      let sum = 0;
      let count = 0;
      for (let y = Math.max(0, r - 1); y <= Math.min(ROWS - 1, r + 1); y++)
        for (let x = Math.max(0, c - 1); x <= Math.min(COLUMNS - 1, c + 1); x++) {
          sum += grid[y * COLUMNS + x]!;
          count++;
        }
      soft[i] = sum / count;
    }
  return soft;
}

/** Closed spaces within the ink: those of no ink that do not reach the edge. */
function holesIn(ink: Float32Array, w: number, h: number): number {
  const seen = new Uint8Array(w * h);
  const waiting = new Uint32Array(w * h);
  let holes = 0;
  for (let start = 0; start < w * h; start++) {
    if (seen[start] || ink[start]! > INK) continue;
    seen[start] = 1;
    waiting[0] = start;
    let [count, size] = [1, 0];
    let open = false;
    const look = (at: number): void => {
      if (seen[at] || ink[at]! > INK) return;
      seen[at] = 1;
      waiting[count++] = at;
    };
    while (count > 0) {
      const at = waiting[--count]!;
      size++;
      const x = at % w;
      if (x === 0 || x === w - 1 || at < w || at >= w * (h - 1)) open = true;
      if (x > 0) look(at - 1);
      if (x < w - 1) look(at + 1);
      if (at >= w) look(at - w);
      if (at < w * (h - 1)) look(at + w);
    }
    if (!open && size >= LEAST_HOLE) holes++;
  }
  return holes;
}
