import { type Columns, columnsUnder } from "./bands.ts";
import { type Segment, segment } from "./segments.ts";

/** How far from a border, and how wide in characters, a gap may be to separate two columns' cells. */
const NEAR_BORDER_PT = 14;
const NARROW_GAP = 0.3;

/** Cuts a segment over several columns where a gap, too narrow to part cells by itself, stands at a border. */
export function cutAtGaps(one: Segment, columns: Columns): Segment[] {
  const [from, to] = columnsUnder(columns, one);
  if (from === to) return [one];
  const cuts = new Set<number>();
  for (let b = from + 1; b <= to; b++) {
    let best = -1;
    let distance = NEAR_BORDER_PT;
    for (let i = 1; i < one.glyphs.length; i++) {
      const [left, right] = [one.glyphs[i - 1]!.box[2], one.glyphs[i]!.box[0]];
      if (right - left < NARROW_GAP * one.glyphs[i]!.size) continue;
      const away = Math.abs((left + right) / 2 - columns.borders[b]!);
      if (away < distance) [best, distance] = [i, away];
    }
    if (best > 0) cuts.add(best);
  }
  const at = [0, ...[...cuts].sort((a, b) => a - b), one.glyphs.length];
  return at.slice(1).map((end, i) => segment(one.glyphs.slice(at[i], end)));
}
