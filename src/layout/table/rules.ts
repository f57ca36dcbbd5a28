import type { RuleLine } from "../../lib/page-content.ts";
import { RULE_GAP_PT, SAME_RULE_PT } from "./tolerances.ts";

/** A ruling line put together from its pieces: `at` is y of a horizontal, x of a vertical one. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Joins the drawn pieces of one direction into whole ruling lines: pieces at the same height whose ends meet, overlap or leave only the
 * gap of a dash. Sorted by `at`, then `from`.
 */
export function joinRules(lines: readonly RuleLine[], direction: "h" | "v"): Rule[] {
  const pieces = lines.filter((line) => line.direction === direction && line.to >= line.from);
  pieces.sort((a, b) => a.at - b.at);
  const joined: Rule[] = [];
  let start = 0;
  for (let i = 1; i <= pieces.length; i++) {
    const next = pieces[i];
    const apart = !next || next.at - pieces[i - 1]!.at > SAME_RULE_PT || next.at - pieces[start]!.at > 2 * SAME_RULE_PT;
    if (!apart) continue;
    joinBand(pieces.slice(start, i), joined);
    start = i;
  }
  return joined;
}

function joinBand(band: RuleLine[], joined: Rule[]): void {
  band.sort((a, b) => a.from - b.from);
  let { from, to, at } = band[0]!;
  let weight = to - from + 0.01;
  for (let i = 1; i < band.length; i++) {
    const piece = band[i]!;
    if (piece.from - to <= RULE_GAP_PT) {
      const length = piece.to - piece.from + 0.01;
      at = (at * weight + piece.at * length) / (weight + length);
      weight += length;
      to = Math.max(to, piece.to);
      continue;
    }
    joined.push({ at, from, to });
    ({ from, to, at } = piece);
    weight = to - from + 0.01;
  }
  joined.push({ at, from, to });
}

/** A dash left alone, a bullet, the serif of an outlined glyph: too short to rule anything. */
export const isTooShort = (rule: Rule): boolean => rule.to - rule.from < 4;
