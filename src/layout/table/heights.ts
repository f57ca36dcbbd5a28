import type { Columns } from "./bands.ts";
import type { Rule } from "./rules.ts";

/** Horizontal rules at one height: what they cover, and whether that is the whole width of a table. */
export interface Height {
  readonly y: number;
  readonly pieces: readonly Rule[];
  readonly whole: boolean;
}

/** Pieces this close are one rule, or the two strokes of a double one. */
const SAME_HEIGHT_PT = 3.2;
/** Share of a table's width that a rule over it all covers. */
const WHOLE = 0.85;

/** The heights at which rules run over, in and under a table, top to bottom. Rules that reach far beyond its sides are none of its own. */
export function heightsOf(rules: readonly Rule[], { bands }: Columns, top: number, bottom: number): Height[] {
  const [left, right] = [bands[0]!.x0, bands.at(-1)!.x1];
  const near = rules
    .filter(({ at, from, to }) => at > top - NEAR_PT && at < bottom + NEAR_PT && from < right && to > left)
    .sort((a, b) => a.at - b.at);
  const out: Height[] = [];
  let start = 0;
  for (let i = 1; i <= near.length; i++) {
    if (i < near.length && near[i]!.at - near[start]!.at <= SAME_HEIGHT_PT) continue;
    const pieces = near.slice(start, i);
    out.push({ y: pieces.at(-1)!.at, pieces, whole: isWhole(pieces, bands) });
    start = i;
  }
  return out;
}

/** How far above and below its lines of text a table's rules stand. */
const NEAR_PT = 24;

function isWhole(pieces: readonly Rule[], bands: Columns["bands"]): boolean {
  const [left, right] = [bands[0]!.x0, bands.at(-1)!.x1];
  const overLabels = pieces.some(
    ({ from, to }) => from < bands[0]!.x0 + 4 && to > Math.min(bands[0]!.x0 + 12, bands[0]!.x1),
  );
  if (!overLabels) return false;
  let covered = 0;
  let reach = left;
  for (const { from, to } of [...pieces].sort((a, b) => a.from - b.from)) {
    covered += Math.max(0, Math.min(to, right) - Math.max(from, reach));
    reach = Math.max(reach, to);
  }
  return covered >= WHOLE * (right - left);
}
