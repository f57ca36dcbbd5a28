import type { Point } from "./frame.tsx";

/** A point at its place in the picture. */
export interface Placed {
  readonly point: Point;
  readonly x: number;
  readonly y: number;
  readonly said: string;
}

/** One mark: a point, or several that would cover one another. */
export interface MergedMark extends Placed {
  readonly count: number;
}

/** As wide as a mark is drawn. */
const MARK = 8;
/** More marks than this nobody tells apart, and nobody waits for. */
const MOST_MARKS = 400;

/** Points that would cover one another as one mark each, at the place of the first; coarser where there would still be too many. */
export function merged(points: readonly Placed[]): MergedMark[] {
  for (let size = MARK; ; size *= 2) {
    const cells = new Map<string, MergedMark>();
    for (const placed of points) {
      const cell = `${Math.floor(placed.x / size)}/${Math.floor(placed.y / size)}`;
      const there = cells.get(cell);
      cells.set(cell, there ? { ...there, count: there.count + 1 } : { ...placed, count: 1 });
    }
    if (cells.size <= MOST_MARKS) return [...cells.values()];
  }
}
