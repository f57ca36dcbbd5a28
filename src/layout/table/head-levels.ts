import type { Cell } from "../../lib/layout.ts";
import { append, largest, smallest } from "../../lib/long-lists.ts";
import type { Glyph } from "../../lib/page-content.ts";
import type { AlignedLine } from "./aligned-rows.ts";
import { type Columns, columnsUnder } from "./bands.ts";
import { cellText } from "./cell-text.ts";
import { cutAtGaps } from "./close-cells.ts";
import type { Height } from "./heights.ts";
import { around } from "./printed-lines.ts";
import type { Segment } from "./segments.ts";

interface HeadCell {
  readonly c: number;
  readonly end: number;
  readonly glyphs: Glyph[];
  /** Where it stands: the lowest text under it is further down. */
  top: number;
  level: number;
}

/** The head of a table as cells. */
export interface Head {
  readonly levels: number;
  readonly cells: readonly Cell[];
}

/**
 * A head whose groups are underlined: a rule over some of the columns ends the head of their group, what stands under the last rule of a
 * column (or has none) is the head of that column, on however many lines. So it is in a head without such rules that a rule ends, where every
 * line stands over its column. Null elsewhere.
 */
export function headLevels(
  page: number,
  lines: readonly AlignedLine[],
  columns: Columns,
  heights: readonly Height[],
  ended: boolean,
): Head | null {
  const [, top, , bottom] = around(lines.map(({ line }) => line.box));
  const inside = heights.filter(({ y }) => y > top && y < bottom);
  const spanners = inside.flatMap(({ y, pieces, whole }): Spanner[] =>
    whole ? [] : pieces.map(({ from, to }) => ({ y, from, to, span: bandsWithin(columns, from, to) })),
  );
  sharedOut(spanners, lines, columns);
  const grouped = spanners.some(({ span }) => span !== null && span[1] > span[0]);
  if (!grouped && (!ended || !areWrapped(lines, columns))) return null;
  const cells = new Map<string, HeadCell>();
  for (const { line, segments } of lines) {
    const middle = (line.box[1] + line.box[3]) / 2;
    for (const one of segments.flatMap((segment) => parted(segment, columns, spanners, middle))) {
      const centre = (one.x0 + one.x1) / 2;
      const under = spanners
        .filter(({ y, from, to, span }) => span !== null && y > middle && from - 2 < centre && centre < to + 2)
        .sort((a, b) => a.y - b.y)[0];
      const own = columnsUnder(columns, one);
      const [c, end] = under?.span ?? own;
      // Parts of a column's head are told apart by the rules between them.
      const above = inside.filter(
        ({ y, pieces }) => y < middle && pieces.some(({ from, to }) => from < centre && centre < to),
      );
      const key = `${c}/${end}/${above.length}`;
      const known = cells.get(key);
      if (known) append(known.glyphs, one.glyphs);
      else cells.set(key, { c, end, glyphs: [...one.glyphs], top: middle, level: 0 });
    }
  }
  return levelled(page, [...cells.values()], columns, [top, bottom]);
}

/** A rule under the head of some columns, first to last. */
interface Spanner {
  readonly y: number;
  from: number;
  to: number;
  span: [number, number] | null;
}

/** Under several heads on one line one rule may run: each has the columns nearest to its middle. */
function sharedOut(spanners: Spanner[], lines: readonly AlignedLine[], { bands }: Columns): void {
  for (const whole of [...spanners]) {
    if (whole.span === null) continue;
    const over = lines.findLast(({ line }) => (line.box[1] + line.box[3]) / 2 < whole.y);
    const middles = (over?.segments ?? [])
      .map(({ x0, x1 }) => (x0 + x1) / 2)
      .filter((x) => whole.from < x && x < whole.to);
    const [first, last] = whole.span;
    if (middles.length < 2 || middles.length > (last - first + 1) / 2) continue;
    const nearest = (c: number): number => {
      const x = (bands[c]!.x0 + bands[c]!.x1) / 2;
      return middles.reduce((best, middle, i) => (Math.abs(middle - x) < Math.abs(middles[best]! - x) ? i : best), 0);
    };
    const parts = middles.map((_, i): Spanner => {
      const own = bands.flatMap((_, c) => (c >= first && c <= last && nearest(c) === i ? [c] : []));
      const span: [number, number] | null = own.length === 0 ? null : [own[0]!, own.at(-1)!];
      const from = i === 0 ? whole.from : (middles[i - 1]! + middles[i]!) / 2;
      const to = i === middles.length - 1 ? whole.to : (middles[i]! + middles[i + 1]!) / 2;
      return { y: whole.y, from, to, span };
    });
    spanners.splice(spanners.indexOf(whole), 1, ...parts);
  }
}

/** Whether the lines are single heads, each on some of them: close to each other, set under each other in their columns. */
function areWrapped(lines: readonly AlignedLine[], columns: Columns): boolean {
  const lowest = new Map<number, Segment>();
  for (let i = lines.length - 1; i >= 0; i--) {
    const { line, segments } = lines[i]!;
    const next = lines[i + 1]?.line;
    if (next && next.box[1] - line.box[3] > 0.5 * line.size) return false;
    for (const one of segments.flatMap((segment) => cutAtGaps(segment, columns))) {
      const [from, to] = columnsUnder(columns, one);
      if (from < to) return false;
      const below = lowest.get(from);
      if (below && !isUnder(one, below)) return false;
      lowest.set(from, one);
    }
  }
  return true;
}

const SAME_SIDE_PT = 3;

/** Whether two parts are set to the same side, or to the same middle. */
const isUnder = (a: Segment, b: Segment): boolean =>
  Math.abs(a.x0 - b.x0) < SAME_SIDE_PT ||
  Math.abs(a.x1 - b.x1) < SAME_SIDE_PT ||
  Math.abs(a.x0 + a.x1 - b.x0 - b.x1) < 2 * SAME_SIDE_PT;

/** First and last column whose middle a rule covers; null where it covers none. */
function bandsWithin({ bands }: Columns, from: number, to: number): [number, number] | null {
  const covered = bands.flatMap(({ x0, x1 }, i) => (from < (x0 + x1) / 2 && (x0 + x1) / 2 < to ? [i] : []));
  return covered.length === 0 ? null : [covered[0]!, covered.at(-1)!];
}

/** Heads of two columns set close: cut at the border, unless they stand over a rule that covers both. */
function parted(one: Segment, columns: Columns, spanners: readonly Spanner[], middle: number): Segment[] {
  const over = spanners.some(({ y, from, to }) => y > middle && from - 2 < one.x0 && one.x1 < to + 2);
  return over ? [one] : cutAtGaps(one, columns);
}

/** A cell stands one level under the lowest cell over any of its columns, and reaches down to the next under it. */
function levelled(
  page: number,
  cells: readonly HeadCell[],
  { bands, borders }: Columns,
  [top, bottom]: readonly [number, number],
): Head | null {
  const ordered = [...cells].sort((a, b) => a.top - b.top || b.end - b.c - (a.end - a.c));
  const meets = (a: HeadCell, b: HeadCell): boolean => a.c <= b.end && b.c <= a.end;
  for (const [i, cell] of ordered.entries())
    for (const over of ordered.slice(0, i)) if (meets(over, cell)) cell.level = Math.max(cell.level, over.level + 1);
  const levels = largest(ordered.map(({ level }) => level)) + 1;
  const height = (bottom - top) / levels;
  const taken = new Set<number>();
  const out: Cell[] = [];
  for (const [i, cell] of ordered.entries()) {
    const next = ordered.slice(i + 1).filter((other) => meets(cell, other));
    const end = Math.min(levels, smallest(next.map(({ level }) => level)));
    for (let r = cell.level; r < end; r++)
      for (let c = cell.c; c <= cell.end; c++) {
        if (taken.has(r * bands.length + c)) return null;
        taken.add(r * bands.length + c);
      }
    out.push({
      r: cell.level,
      c: cell.c,
      rs: end - cell.level,
      cs: cell.end - cell.c + 1,
      ...cellText(cell.glyphs),
      page,
      box: [borders[cell.c]!, top + cell.level * height, borders[cell.end + 1]!, top + end * height],
    });
  }
  for (let r = 0; r < levels; r++)
    for (let c = 0; c < bands.length; c++)
      if (!taken.has(r * bands.length + c))
        out.push({
          ...{ r, c, rs: 1, cs: 1, text: "", page },
          box: [borders[c]!, top + r * height, borders[c + 1]!, top + (r + 1) * height],
        });
  return { levels, cells: out };
}
