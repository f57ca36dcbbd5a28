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
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const at = ((top + y) * width + left + x) * 4;
      light[y * w + x] = (rgba[at]! + rgba[at + 1]! + rgba[at + 2]!) / 3;
    }
  const ground = [...light].sort((a, b) => a - b)[Math.floor(light.length * 0.75)]!;
  const ink = Float32Array.from(light, (value) => Math.abs(value - ground) / 255);
  let [x0, y0, x1, y1] = [w, h, -1, -1];
  ink.forEach((value, i) => {
    if (value <= INK) return;
    const [x, y] = [i % w, Math.floor(i / w)];
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
  });
  if (x1 < x0) return null;
  const box = { x: x0, y: y0, w: x1 - x0 + 1, h: y1 - y0 + 1 };
  return { grid: softened(gridOf(ink, w, box)), aspect: box.w / box.h, holes: holesIn(ink, w, h) };
}

/** How much two shapes differ; some 0.1 for one digit in two faces, 0.25 and more for two digits. */
export function difference(a: Shape, b: Shape): number {
  let sum = 0;
  for (let i = 0; i < a.grid.length; i++) sum += (a.grid[i]! - b.grid[i]!) ** 2;
  return (
    Math.sqrt(sum / a.grid.length) +
    ASPECT_WEIGHT * Math.abs(Math.log(a.aspect / b.aspect)) +
    HOLE_WEIGHT * Math.abs(a.holes - b.holes)
  );
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
  return grid.map((_, i) => {
    const [r, c] = [Math.floor(i / COLUMNS), i % COLUMNS];
    let sum = 0;
    let count = 0;
    for (let y = Math.max(0, r - 1); y <= Math.min(ROWS - 1, r + 1); y++)
      for (let x = Math.max(0, c - 1); x <= Math.min(COLUMNS - 1, c + 1); x++) {
        sum += grid[y * COLUMNS + x]!;
        count++;
      }
    return sum / count;
  });
}

function holesIn(ink: Float32Array, w: number, h: number): number {
  const seen = new Uint8Array(w * h);
  let holes = 0;
  for (let start = 0; start < w * h; start++) {
    if (seen[start] || ink[start]! > INK) continue;
    seen[start] = 1;
    const waiting = [start];
    let size = 0;
    let open = false;
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      size++;
      const [x, y] = [at % w, Math.floor(at / w)];
      if (x === 0 || y === 0 || x === w - 1 || y === h - 1) open = true;
      for (const next of [x > 0 ? at - 1 : -1, x < w - 1 ? at + 1 : -1, at - w, at + w])
        if (next >= 0 && next < w * h && !seen[next] && ink[next]! <= INK) {
          seen[next] = 1;
          waiting.push(next);
        }
    }
    if (!open && size >= LEAST_HOLE) holes++;
  }
  return holes;
}
