import type { Segment } from "./segments.ts";

/** The horizontal extent of a column in a table without vertical lines. */
export interface Band {
  x0: number;
  x1: number;
}

/**
 * Columns from the segments of many lines: the lines with the most segments (as far as several agree) give the columns, segments of the
 * others that fall between them add some. Segments over several columns (heads of groups, numbers glued together) do not count.
 */
export function bandsOf(rows: readonly (readonly Segment[])[]): Band[] {
  const counts = rows.map((row) => row.length).sort((a, b) => b - a);
  const most = counts[Math.min(counts.length - 1, Math.max(1, Math.floor(counts.length / 5)))]!;
  const bands = merged(rows.filter((row) => row.length >= most).flat());
  const others = rows.filter((row) => row.length < most);
  // Heads of groups stand between their columns: only rows with numbers show how wide a column is.
  for (const one of others.filter((row) => row.some((part) => part.numeric)).flat()) {
    const under = bands.filter((band) => band.x0 < one.x1 && one.x0 < band.x1);
    if (under.length !== 1) continue;
    under[0]!.x0 = Math.min(under[0]!.x0, one.x0);
    under[0]!.x1 = Math.max(under[0]!.x1, one.x1);
  }
  const apart = others.flat().filter((one) => !bands.some((band) => band.x0 < one.x1 && one.x0 < band.x1));
  return merged(apart.length === 0 ? bands : [...bands, ...apart]);
}

/** Overlapping extents as one, left to right. */
function merged(extents: readonly { readonly x0: number; readonly x1: number }[]): Band[] {
  const sorted = [...extents].sort((a, b) => a.x0 - b.x0);
  const out: Band[] = [];
  for (const { x0, x1 } of sorted) {
    const last = out.at(-1);
    if (last && x0 < last.x1 - OVERLAP_PT) last.x1 = Math.max(last.x1, x1);
    else out.push({ x0, x1 });
  }
  return out;
}

/** Columns may touch: a long number reaches into the gutter. */
const OVERLAP_PT = 1;

/** Borders between the bands, in the middle of the gutters, with the outer sides: bands + 1 numbers. */
export function bordersOf(bands: readonly Band[]): number[] {
  const inner = bands.slice(1).map((band, i) => (bands[i]!.x1 + band.x0) / 2);
  return [bands[0]!.x0 - 2, ...inner, bands.at(-1)!.x1 + 2];
}

/** First and last band an extent lies in; its outermost point or two may hang over a border. */
export function bandsUnder(
  borders: readonly number[],
  one: { readonly x0: number; readonly x1: number },
): [number, number] {
  const slack = Math.min(3, (one.x1 - one.x0) / 4);
  const last = borders.length - 2;
  let from = 0;
  while (from < last && borders[from + 1]! < one.x0 + slack) from++;
  let to = from;
  while (to < last && borders[to + 1]! < one.x1 - slack) to++;
  return [from, to];
}
