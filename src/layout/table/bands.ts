import type { Segment } from "./segments.ts";

/** The horizontal extent of a column in a table without vertical lines. */
export interface Band {
  x0: number;
  x1: number;
}

/**
 * Columns from the segments of many lines: the rows with numbers that have the most segments (as far as several agree) give the columns,
 * segments of other rows and of the last header line that fall between them add some. Segments over several columns (heads of groups,
 * numbers glued together) do not count.
 */
export function bandsOf(rows: readonly (readonly Segment[])[]): Band[] {
  const withNumbers = rows.filter((row) => row.some((one) => one.numeric));
  const body = withNumbers.length >= 3 ? withNumbers : rows;
  const counts = body.map((row) => row.length).sort((a, b) => b - a);
  const most = counts[Math.min(counts.length - 1, Math.max(1, Math.floor(counts.length / 5)))]!;
  const bands = merged(body.filter((row) => row.length >= most).flat());
  // Heads of groups stand between their columns: only rows with numbers show how wide a column is.
  const others = body.filter((row) => row.length < most).flat();
  for (const one of others) {
    const under = bands.filter((band) => band.x0 < one.x1 && one.x0 < band.x1);
    if (under.length !== 1) continue;
    under[0]!.x0 = Math.min(under[0]!.x0, one.x0);
    under[0]!.x1 = Math.max(under[0]!.x1, one.x1);
  }
  const lastHead = rows[rows.indexOf(body[0]!) - 1] ?? [];
  const apart = [...others, ...lastHead].filter((one) => !bands.some((band) => band.x0 < one.x1 && one.x0 < band.x1));
  const all = merged(apart.length === 0 ? bands : [...bands, ...apart]);
  return underHeads(all, body.flat(), rows.slice(0, rows.indexOf(body[0]!)).flat());
}

/** A head set to the left over codes set to the right stands beside its column: a column of a head alone and its headless neighbour are one. */
function underHeads(bands: readonly Band[], body: readonly Segment[], heads: readonly Segment[]): Band[] {
  const meets = (band: Band, segments: readonly Segment[]): boolean =>
    segments.some((one) => one.x0 < band.x1 && band.x0 < one.x1);
  const out: Band[] = [];
  for (const band of bands) {
    const last = out.at(-1);
    const [here, there] = [meets(band, body), last !== undefined && meets(last, body)];
    const alone = last && here !== there && (here ? !meets(band, heads) : !meets(last, heads));
    if (alone) last.x1 = band.x1;
    else out.push({ ...band });
  }
  return out;
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

/** The columns of a table without vertical rules: their extents, and the borders in the middle of the gutters with the outer sides. */
export interface Columns {
  readonly bands: readonly Band[];
  /** One more than bands. */
  readonly borders: readonly number[];
}

/** Columns from their extents. */
export function columnsOf(bands: readonly Band[]): Columns {
  const inner = bands.slice(1).map((band, i) => (bands[i]!.x1 + band.x0) / 2);
  return { bands, borders: [bands[0]!.x0 - 2, ...inner, bands.at(-1)!.x1 + 2] };
}

/** First and last column whose extent a segment reaches into, by more than a point or two; in a gutter, the column it is nearer to. */
export function columnsUnder(
  { bands, borders }: Columns,
  one: { readonly x0: number; readonly x1: number },
): [number, number] {
  const slack = Math.min(3, (one.x1 - one.x0) / 4);
  const reaches = (band: Band): boolean => band.x0 < one.x1 - slack && one.x0 + slack < band.x1;
  const from = bands.findIndex(reaches);
  if (from >= 0) return [from, bands.findLastIndex(reaches)];
  const middle = (one.x0 + one.x1) / 2;
  const at = Math.max(
    0,
    Math.min(
      bands.length - 1,
      borders.findLastIndex((x) => x <= middle),
    ),
  );
  return [at, at];
}
