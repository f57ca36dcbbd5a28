/** `[a, b, c, d, e, f]`: x' = ax + cy + e, y' = bx + dy + f, as in PDF. */
export type Matrix = readonly [number, number, number, number, number, number];

/** `[x0, y0, x1, y1]`, x0 ≤ x1 and y0 ≤ y1. */
export type Bounds = [number, number, number, number];

/** Quarter turns clockwise. */
export type Turn = 0 | 1 | 2 | 3;

/** The matrix that moves nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function compose(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** The box around a box after a matrix. */
export function transformBounds([x0, y0, x1, y1]: Readonly<Bounds>, m: Matrix): Bounds {
  const [a, b, c, d, e, f] = m;
  const ax = a * x0;
  const bx = a * x1;
  const cy = c * y0;
  const dy = c * y1;
  const ay = b * x0;
  const by = b * x1;
  const ey = d * y0;
  const fy = d * y1;
  return [
    Math.min(ax, bx) + Math.min(cy, dy) + e,
    Math.min(ay, by) + Math.min(ey, fy) + f,
    Math.max(ax, bx) + Math.max(cy, dy) + e,
    Math.max(ay, by) + Math.max(ey, fy) + f,
  ];
}

/** What two boxes share; turned inside out (x0 > x1) where they share nothing. */
export const intersect = (p: Readonly<Bounds>, q: Readonly<Bounds>): Bounds => [
  Math.max(p[0], q[0]),
  Math.max(p[1], q[1]),
  Math.min(p[2], q[2]),
  Math.min(p[3], q[3]),
];

/** The page as a reader holds it: size after rotation, and the matrix from PDF user space (y up) to it (y down). */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly matrix: Matrix;
}

/** `box` is the visible part of the page in user space, `turn` its /Rotate plus what the text asks for. */
export function pageFrame(box: Readonly<Bounds>, turn: Turn): Frame {
  const [x0, y0, x1, y1] = box;
  const width = x1 - x0;
  const height = y1 - y0;
  switch (turn) {
    case 0:
      return { width, height, matrix: [1, 0, 0, -1, -x0, y1] };
    case 1:
      return { width: height, height: width, matrix: [0, 1, 1, 0, -y0, -x0] };
    case 2:
      return { width, height, matrix: [-1, 0, 0, 1, x1, -y0] };
    case 3:
      return { width: height, height: width, matrix: [0, -1, -1, 0, y1, x1] };
  }
}

/** The turn that brings text running along (dx, dy) on the page (y down) to read from left to right. */
export function turnFor(dx: number, dy: number): Turn {
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2;
  return dy < 0 ? 1 : 3;
}
