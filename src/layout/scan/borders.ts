import type { GrayPicture } from "./picture.ts";

/** Side of the squares whose brightness is compared, in pixels. */
const SQUARE = 8;
/** What surrounds a page is darker than this share of the paper beside it ... */
const DARKER = 0.84;
/** ... and ends at once: paper in the shade is darker by less than this than that of the square beside it, and of those around. */
const STEP = 1.05;
const STEP_AROUND = 1.1;
/** Squares around dark ground that are cleared with it: its soft edge. */
const EDGE = 1;

interface Squares {
  readonly columns: number;
  readonly rows: number;
  /** Brightness of the paper in each: its lightest quarter, so that print does not count. */
  readonly light: Uint8Array;
}

/**
 * A picture in which what surrounds the page is as light as the paper beside it: the desk of a photograph, a scanner's black border. The
 * page is what hangs together in even light about the middle of the picture, shade and all; ground is what reaches the picture's edge and
 * is darker than the page where they meet. A frame as wide as a line of print is no ground.
 */
export function withoutBorders(picture: GrayPicture): GrayPicture {
  const squares = squaresOf(picture);
  const { columns, rows } = squares;
  const page = pageOf(squares);
  const ground = groundOf(squares, page);
  if (ground === null) return picture;
  const levels = levelsAround(squares, page, ground);
  const out = { ...picture, pixels: picture.pixels.slice() };
  for (let i = 0; i < ground.length; i++)
    if (ground[i]) clear(out, i % columns, Math.floor(i / columns), levels[i]!, ground, columns, rows);
  return out;
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

/** Squares of the page: those that even light leads to from the light ones in the middle of the picture. */
function pageOf(squares: Squares): Uint8Array {
  const { columns, rows, light } = squares;
  const page = new Uint8Array(light.length);
  const found: number[] = [];
  const paper = paperLevel(squares);
  for (let r = Math.floor(rows / 5); r < rows - Math.floor(rows / 5); r++)
    for (let c = Math.floor(columns / 5); c < columns - Math.floor(columns / 5); c++) {
      const i = r * columns + c;
      if (light[i]! < 0.95 * paper) continue;
      page[i] = 1;
      found.push(i);
    }
  const alike = (a: number, b: number, step: number): boolean =>
    light[a]! <= step * light[b]! && light[b]! <= step * light[a]!;
  // along a leaning edge squares hold ever more of the desk: beside them there is whole paper
  const lightAround = (i: number): number => {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    let most = 0;
    for (let r = Math.max(0, y - 2); r <= Math.min(rows - 1, y + 2); r++)
      for (let c = Math.max(0, x - 2); c <= Math.min(columns - 1, x + 2); c++)
        if (page[r * columns + c]) most = Math.max(most, light[r * columns + c]!);
    return most;
  };
  for (let k = 0; k < found.length; k++) {
    const i = found[k]!;
    for (const [near] of directions(i, columns, rows)) {
      if (page[near] || !alike(i, near, STEP) || lightAround(near) > STEP_AROUND * light[near]!) continue;
      page[near] = 1;
      found.push(near);
    }
  }
  return page;
}

/** The square beside one in each direction, and the next beyond it (-1 where there is none). */
function* directions(i: number, columns: number, rows: number): Generator<[near: number, far: number]> {
  const [x, y] = [i % columns, Math.floor(i / columns)];
  if (x > 0) yield [i - 1, x > 1 ? i - 2 : -1];
  if (x + 1 < columns) yield [i + 1, x + 2 < columns ? i + 2 : -1];
  if (y > 0) yield [i - columns, y > 1 ? i - 2 * columns : -1];
  if (y + 1 < rows) yield [i + columns, y + 2 < rows ? i + 2 * columns : -1];
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

/** Squares of what surrounds the page; null where nothing does. */
function groundOf({ columns, rows, light }: Squares, page: Uint8Array): Uint8Array | null {
  const outside = broad(
    page.map((one) => 1 - one),
    columns,
    rows,
  );
  const ground = new Uint8Array(page.length);
  const seen = new Uint8Array(page.length);
  let any = false;
  for (let i = 0; i < page.length; i++) {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    if (!outside[i] || seen[i] || (x > 0 && y > 0 && x < columns - 1 && y < rows - 1)) continue;
    const part = [i];
    seen[i] = 1;
    let edge = 0;
    let sharp = 0;
    for (let k = 0; k < part.length; k++)
      for (const [near, far] of directions(part[k]!, columns, rows)) {
        if (outside[near] && !seen[near]) {
          seen[near] = 1;
          part.push(near);
        }
        const beyond = page[near] ? near : far >= 0 && page[far] ? far : -1;
        if (beyond < 0) continue;
        edge++;
        if (light[part[k]!]! < DARKER * light[beyond]!) sharp++;
      }
    if (sharp * 2 <= edge) continue;
    any = true;
    for (const square of part) ground[square] = 1;
  }
  return any ? ground : null;
}

/** Squares that lie among others of their kind on all sides, and those around them: the frame of a table cut out at its edge is thin. */
function broad(outside: Uint8Array, columns: number, rows: number): Uint8Array {
  const out = new Uint8Array(outside.length);
  const around = [-columns - 1, -columns, -columns + 1, -1, 0, 1, columns - 1, columns, columns + 1];
  for (let y = 1; y < rows - 1; y++)
    for (let x = 1; x < columns - 1; x++) {
      const i = y * columns + x;
      if (around.every((step) => outside[i + step])) for (const step of around) out[i + step] = 1;
    }
  return out;
}

/** For every square of the ground the brightness of the paper nearest to it. */
function levelsAround({ columns, rows, light }: Squares, page: Uint8Array, ground: Uint8Array): Uint8Array {
  const levels = Uint8Array.from(light);
  const seen = new Uint8Array(page.length);
  const queue: number[] = [];
  for (let i = 0; i < page.length; i++)
    if (page[i] && !ground[i]) {
      seen[i] = 1;
      queue.push(i);
    }
  for (let k = 0; k < queue.length; k++)
    for (const [near] of directions(queue[k]!, columns, rows)) {
      if (seen[near]) continue;
      seen[near] = 1;
      levels[near] = levels[queue[k]!]!;
      queue.push(near);
    }
  return levels;
}

/** Gives a square, and those around it that are its soft edge, the colour of the paper beside them. */
function clear(
  { width, height, pixels }: GrayPicture,
  column: number,
  row: number,
  paper: number,
  ground: Uint8Array,
  columns: number,
  rows: number,
): void {
  for (let r = Math.max(0, row - EDGE); r <= Math.min(rows - 1, row + EDGE); r++)
    for (let c = Math.max(0, column - EDGE); c <= Math.min(columns - 1, column + EDGE); c++) {
      if (ground[r * columns + c] && (r !== row || c !== column)) continue;
      const [x0, x1] = [c * SQUARE, Math.min(width, (c + 1) * SQUARE)];
      for (let y = r * SQUARE; y < Math.min(height, (r + 1) * SQUARE); y++)
        pixels.fill(paper, y * width + x0, y * width + x1);
    }
}
