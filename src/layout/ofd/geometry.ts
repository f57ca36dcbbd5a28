import { type Bounds, compose, IDENTITY, type Matrix } from "../pdf/frame.ts";

/** OFD measures in millimetres. */
export const POINTS_PER_MM = 72 / 25.4;

/** Numbers of an ST_Array; what is no number is left out. */
export const numbers = (text: string | undefined): number[] =>
  (text ?? "")
    .split(/[\s,]+/)
    .filter((part) => part !== "")
    .map(Number)
    .filter((n) => Number.isFinite(n));

/** An ST_Box `x y width height` as bounds. */
export function boundsOf(text: string | undefined): Bounds | null {
  const [x, y, width, height] = numbers(text);
  return x === undefined || y === undefined || width === undefined || height === undefined
    ? null
    : [x, y, x + width, y + height];
}

/** From an object's own space to the page in points: its CTM, then its Boundary's corner, then the space it stands in. */
export function objectMatrix(attributes: Readonly<Record<string, string>>, outer: Matrix): Matrix {
  const ctm = numbers(attributes.CTM);
  const own: Matrix = ctm.length === 6 ? (ctm as unknown as Matrix) : IDENTITY;
  const [x, y] = boundsOf(attributes.Boundary) ?? [0, 0];
  return compose(compose(own, [1, 0, 0, 1, x, y]), outer);
}
