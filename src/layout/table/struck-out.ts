import type { Glyph, PageContent, RuleLine } from "../../lib/page-content.ts";

/** A stroke through text lies in this part of a character's height, counted from its top. */
const UPPER = 0.35;
const LOWER = 0.68;
/** It is no thicker than this part of the text's size, and ends within this part of it at the ends of what it strikes out. */
const THICK = 0.15;
const OVERHANG = 0.45;
const FEWEST_PT = 3;

/**
 * A page without the text that is struck out: a thin horizontal stroke through the middle of characters, as long as they are. Rules of tables
 * and underlines never run through characters. The stroke goes with its text.
 */
export function withoutStruckOut(content: PageContent): PageContent {
  const strokes = content.lines.filter(({ direction, from, to }) => direction === "h" && to - from >= FEWEST_PT);
  if (strokes.length === 0 || content.glyphs.length === 0) return content;
  const byHeight = [...content.glyphs].sort((a, b) => a.box[1] - b.box[1]);
  const tallest = content.glyphs.reduce((most, { box }) => Math.max(most, box[3] - box[1]), 0);
  const struck = new Set<Glyph>();
  const gone = new Set<RuleLine>();
  for (const stroke of strokes) {
    const hit: Glyph[] = [];
    for (let i = firstBelow(byHeight, stroke.at - tallest); i < byHeight.length; i++) {
      const glyph = byHeight[i]!;
      if (glyph.box[1] > stroke.at) break;
      if (crosses(stroke, glyph)) hit.push(glyph);
    }
    if (hit.length === 0 || !fits(stroke, hit)) continue;
    for (const glyph of hit) struck.add(glyph);
    gone.add(stroke);
  }
  if (struck.size === 0) return content;
  return {
    ...content,
    glyphs: content.glyphs.filter((glyph) => !struck.has(glyph)),
    lines: content.lines.filter((line) => !gone.has(line)),
  };
}

function firstBelow(glyphs: readonly Glyph[], y: number): number {
  let [low, high] = [0, glyphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (glyphs[middle]!.box[1] < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

function crosses(stroke: RuleLine, { box, size, confidence }: Glyph): boolean {
  const height = box[3] - box[1];
  const x = (box[0] + box[2]) / 2;
  return (
    confidence === undefined &&
    stroke.thickness <= THICK * size &&
    stroke.at >= box[1] + UPPER * height &&
    stroke.at <= box[1] + LOWER * height &&
    x > stroke.from &&
    x < stroke.to
  );
}

/** Whether the stroke is as long as the characters, which leave no gap wider than one of them between them. */
function fits(stroke: RuleLine, hit: readonly Glyph[]): boolean {
  const inOrder = [...hit].sort((a, b) => a.box[0] - b.box[0]);
  const size = inOrder[0]!.size;
  const ends =
    Math.abs(inOrder[0]!.box[0] - stroke.from) <= OVERHANG * size &&
    Math.abs(inOrder.at(-1)!.box[2] - stroke.to) <= OVERHANG * size;
  return ends && inOrder.every((glyph, i) => i === 0 || glyph.box[0] - inOrder[i - 1]!.box[2] <= size);
}
