import type { GrayPicture } from "./picture.ts";

/** Side of the squares whose brightness is compared, in pixels. */
const SQUARE = 8;
/** What surrounds a page is darker than this share of its paper ... */
const DARKER = 0.84;
/** ... and ends at once: paper in the shade grows darker by less than this from one square to the next but one. */
const STEP = 1.1;
/** Squares around dark ground that are cleared with it: its soft edge. */
const EDGE = 1;

interface Squares {
  readonly columns: number;
  readonly rows: number;
  /** Brightness of the paper in each: its lightest quarter, so that print does not count. */
  readonly light: Uint8Array;
}

/**
 * A picture in which what surrounds the page is as light as its paper: the desk of a photograph, a scanner's black border. Ground
 * counts as such that reaches the picture's edge, is darker than the paper and ends sharply; a page in the shade stays as it is.
 */
export function withoutBorders(picture: GrayPicture): GrayPicture {
  const squares = squaresOf(picture);
  const { columns, rows, light } = squares;
  const paper = paperLevel(squares);
  const dark = broad(
    light.map((level) => (level < DARKER * paper ? 1 : 0)),
    columns,
    rows,
  );
  const seen = new Uint8Array(dark.length);
  let out: GrayPicture | null = null;
  for (let i = 0; i < dark.length; i++) {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    if (!dark[i] || seen[i] || (x > 0 && y > 0 && x < columns - 1 && y < rows - 1)) continue;
    const ground = connected(dark, i, squares, seen);
    if (!endsSharply(ground, dark, squares)) continue;
    out ??= { ...picture, pixels: Uint8Array.from(picture.pixels) };
    for (const square of ground) clear(out, square % columns, Math.floor(square / columns), paper);
  }
  return out ?? picture;
}

function squaresOf({ width, height, pixels }: GrayPicture): Squares {
  const columns = Math.ceil(width / SQUARE);
  const rows = Math.ceil(height / SQUARE);
  const light = new Uint8Array(columns * rows);
  const samples = new Uint8Array((SQUARE / 2) ** 2);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      let n = 0;
      const y1 = Math.min(height, (r + 1) * SQUARE);
      const x1 = Math.min(width, (c + 1) * SQUARE);
      for (let y = r * SQUARE; y < y1; y += 2)
        for (let x = c * SQUARE; x < x1; x += 2) samples[n++] = pixels[y * width + x]!;
      light[r * columns + c] = samples.subarray(0, n).sort()[Math.floor(n * 0.75)]!;
    }
  return { columns, rows, light };
}

/** Dark squares that lie among others on all sides, and those around them: the frame of a table cut out at its edge is thin. */
function broad(dark: Uint8Array, columns: number, rows: number): Uint8Array {
  const out = new Uint8Array(dark.length);
  const around = [-columns - 1, -columns, -columns + 1, -1, 0, 1, columns - 1, columns, columns + 1];
  for (let y = 1; y < rows - 1; y++)
    for (let x = 1; x < columns - 1; x++) {
      const i = y * columns + x;
      if (around.every((step) => dark[i + step])) for (const step of around) out[i + step] = 1;
    }
  return out;
}

/** The paper in the middle of the picture. */
function paperLevel({ columns, rows, light }: Squares): number {
  const counts = new Uint32Array(256);
  let total = 0;
  for (let r = Math.floor(rows / 5); r < rows - Math.floor(rows / 5); r++)
    for (let c = Math.floor(columns / 5); c < columns - Math.floor(columns / 5); c++) {
      counts[light[r * columns + c]!]!++;
      total++;
    }
  let level = 255;
  for (let left = total * 0.3; level > 0 && left - counts[level]! > 0; level--) left -= counts[level]!;
  return level;
}

function connected(dark: Uint8Array, start: number, { columns, rows }: Squares, seen: Uint8Array): number[] {
  const found = [start];
  seen[start] = 1;
  for (let k = 0; k < found.length; k++)
    for (const n of beside(found[k]!, 1, columns, rows))
      if (dark[n] && !seen[n]) {
        seen[n] = 1;
        found.push(n);
      }
  return found;
}

/** Squares so many steps to the left, right, above and below. */
function* beside(i: number, steps: number, columns: number, rows: number): Generator<number> {
  const [x, y] = [i % columns, Math.floor(i / columns)];
  if (x >= steps) yield i - steps;
  if (x + steps < columns) yield i + steps;
  if (y >= steps) yield i - steps * columns;
  if (y + steps < rows) yield i + steps * columns;
}

/** Whether the paper beyond the edge of dark ground is much lighter at once, along most of the edge. */
function endsSharply(ground: readonly number[], dark: Uint8Array, { columns, rows, light }: Squares): boolean {
  let edge = 0;
  let sharp = 0;
  for (const i of ground)
    for (const n of beside(i, 2, columns, rows)) {
      if (dark[n]) continue;
      edge++;
      if (light[n]! >= STEP * light[i]!) sharp++;
    }
  return edge === 0 || sharp * 2 > edge;
}

/** Gives a square, and those around it, the colour of the paper. */
function clear({ width, height, pixels }: GrayPicture, column: number, row: number, paper: number): void {
  const x0 = Math.max(0, (column - EDGE) * SQUARE);
  const x1 = Math.min(width, (column + 1 + EDGE) * SQUARE);
  const y1 = Math.min(height, (row + 1 + EDGE) * SQUARE);
  for (let y = Math.max(0, (row - EDGE) * SQUARE); y < y1; y++) pixels.fill(paper, y * width + x0, y * width + x1);
}
