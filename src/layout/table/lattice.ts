import type { Network } from "./networks.ts";
import { lowerBound } from "./networks.ts";
import type { Rule } from "./rules.ts";
import { DOUBLE_RULE_PT, MOST_POSITIONS, OPEN_SIDE_PT, RULE_GAP_PT } from "./tolerances.ts";

/** A cell of a drawn table in lattice positions: rows `r … r+rs`, columns `c … c+cs`. */
export interface Face {
  r: number;
  c: number;
  rs: number;
  cs: number;
}

/** A network of ruling lines as a lattice: its row and column edges, and the cells the drawn lines leave. */
export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly faces: readonly Face[];
  /** Index of the face at `row * columns + column`. */
  readonly faceAt: Int32Array;
}

/**
 * Finds the cells of a network: positions not separated by a drawn line belong together, and what is no rectangle is cut into some.
 * Open sides (no outer left and right line, a row left open by the page break) are closed where lines reach out.
 */
export function latticeOf(network: Network): Lattice | null {
  const { horizontal, vertical } = network;
  const xs = edges(vertical, horizontal);
  const ys = edges(horizontal, vertical);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows > MOST_POSITIONS) return null;
  const walls = drawnWalls(xs, ys, horizontal, vertical);
  return compress(xs, ys, rectangles(rows, columns, walls));
}

/** Positions of parallel lines, double rules taken as one, with the open sides that crossing lines reach. */
function edges(parallel: readonly Rule[], crossing: readonly Rule[]): number[] {
  const sorted = parallel.map((rule) => rule.at).sort((a, b) => a - b);
  const out: number[] = [];
  let start = 0;
  for (let i = 1; i <= sorted.length; i++) {
    if (i < sorted.length && sorted[i]! - sorted[start]! <= DOUBLE_RULE_PT) continue;
    out.push((sorted[start]! + sorted[i - 1]!) / 2);
    start = i;
  }
  const low = reach(crossing, (rule) => -rule.from);
  const high = reach(crossing, (rule) => rule.to);
  if (low !== null && out[0]! + low > OPEN_SIDE_PT) out.unshift(-low);
  if (high !== null && high - out.at(-1)! > OPEN_SIDE_PT) out.push(high);
  return out;
}

/** How far at least two of the crossing lines reach, or the only one: a single stray line opens no side. */
function reach(crossing: readonly Rule[], end: (rule: Rule) => number): number | null {
  let best = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const rule of crossing) {
    const value = end(rule);
    if (value > best) {
      second = best;
      best = value;
    } else if (value > second) second = value;
  }
  if (crossing.length === 0) return null;
  return crossing.length === 1 ? best : second;
}

interface Walls {
  /** `top[r * columns + c]`: a line runs along the top of the position; `left` likewise. */
  readonly top: Uint8Array;
  readonly left: Uint8Array;
}

function drawnWalls(
  xs: readonly number[],
  ys: readonly number[],
  horizontal: readonly Rule[],
  vertical: readonly Rule[],
): Walls {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const top = new Uint8Array((rows + 1) * columns);
  const left = new Uint8Array(rows * (columns + 1));
  for (const rule of horizontal) {
    const r = nearest(ys, rule.at);
    const first = lowerBound(xs, rule.from - RULE_GAP_PT);
    for (let c = first; c < columns && xs[c + 1]! <= rule.to + RULE_GAP_PT; c++) top[r * columns + c] = 1;
  }
  for (const rule of vertical) {
    const c = nearest(xs, rule.at);
    const first = lowerBound(ys, rule.from - RULE_GAP_PT);
    for (let r = first; r < rows && ys[r + 1]! <= rule.to + RULE_GAP_PT; r++) left[r * (columns + 1) + c] = 1;
  }
  return { top, left };
}

function nearest(sorted: readonly number[], value: number): number {
  const i = lowerBound(sorted, value);
  if (i === 0) return 0;
  if (i === sorted.length) return i - 1;
  return sorted[i]! - value < value - sorted[i - 1]! ? i : i - 1;
}

function rectangles(rows: number, columns: number, walls: Walls): Face[] {
  const region = regions(rows, columns, walls);
  const taken = new Uint8Array(rows * columns);
  const faces: Face[] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const here = r * columns + c;
      if (taken[here]) continue;
      const id = region[here]!;
      let cs = 1;
      while (c + cs < columns && !taken[here + cs] && region[here + cs] === id) cs++;
      let rs = 1;
      while (r + rs < rows && wholeRun(region, taken, (r + rs) * columns + c, cs, id)) rs++;
      for (let y = 0; y < rs; y++) taken.fill(1, here + y * columns, here + y * columns + cs);
      faces.push({ r, c, rs, cs });
    }
  }
  return faces;
}

function wholeRun(region: Int32Array, taken: Uint8Array, from: number, length: number, id: number): boolean {
  for (let k = from; k < from + length; k++) if (taken[k] || region[k] !== id) return false;
  return true;
}

/** Positions joined where no line separates them. */
function regions(rows: number, columns: number, walls: Walls): Int32Array {
  const region = new Int32Array(rows * columns).fill(-1);
  const stack: number[] = [];
  for (let seed = 0; seed < region.length; seed++) {
    if (region[seed] !== -1) continue;
    region[seed] = seed;
    stack.push(seed);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const r = Math.floor(at / columns);
      const c = at - r * columns;
      const visit = (next: number) => {
        if (region[next] !== -1) return;
        region[next] = seed;
        stack.push(next);
      };
      if (c + 1 < columns && !walls.left[r * (columns + 1) + c + 1]) visit(at + 1);
      if (c > 0 && !walls.left[r * (columns + 1) + c]) visit(at - 1);
      if (r + 1 < rows && !walls.top[at + columns]) visit(at + columns);
      if (r > 0 && !walls.top[at]) visit(at - columns);
    }
  }
  return region;
}

/** Drops edges no cell begins at: ends of stray lines, a line hidden under a merged cell. */
function compress(xs: readonly number[], ys: readonly number[], faces: Face[]): Lattice {
  const columns = kept(
    xs.length,
    faces.map((f) => f.c),
    faces.map((f) => f.c + f.cs),
  );
  const rows = kept(
    ys.length,
    faces.map((f) => f.r),
    faces.map((f) => f.r + f.rs),
  );
  const width = columns.count - 1;
  const faceAt = new Int32Array(width * (rows.count - 1));
  faces.forEach((face, i) => {
    const c = columns.index[face.c]!;
    const r = rows.index[face.r]!;
    face.cs = columns.index[face.c + face.cs]! - c;
    face.rs = rows.index[face.r + face.rs]! - r;
    face.c = c;
    face.r = r;
    for (let y = r; y < r + face.rs; y++) faceAt.fill(i, y * width + c, y * width + c + face.cs);
  });
  return {
    xs: xs.filter((_, i) => columns.used[i]),
    ys: ys.filter((_, i) => rows.used[i]),
    faces,
    faceAt,
  };
}

function kept(length: number, starts: readonly number[], ends: readonly number[]) {
  const used = new Array<boolean>(length).fill(false);
  for (const i of starts) used[i] = true;
  for (const i of ends) used[i] = true;
  const index: number[] = [];
  let count = 0;
  for (let i = 0; i < length; i++) {
    index.push(count);
    if (used[i]) count++;
  }
  return { used, index, count };
}
