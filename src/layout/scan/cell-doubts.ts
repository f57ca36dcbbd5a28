import { largest, smallest } from "../../lib/long-lists.ts";
import type { Glyph, PageContent } from "../../lib/page-content.ts";
import { pageParts } from "../table/index.ts";
import { asNumber, NUMBER, type SeenCell, seenCells, thousandths, unlikeColumn } from "./cell-forms.ts";
import { sumsOf } from "./cell-sums.ts";
import { lostPoints } from "./lost-points.ts";
import { bearsStreaked, bearsTorn, isStreaked, type PageDoubts } from "./page-doubts.ts";

/** A number read less surely than this is not believed for standing in a sum that holds. */
const BELIEVED = 60;
const NOTHING: PageDoubts = { torn: false, streaks: [] };

/**
 * A page that was looked at, its numbers held against the table they stand in. Dirt beside a number alone in its cell is taken away; a number
 * that has not the form of its column, or that a sum is left with which does not hold, is in doubt; one that was in doubt and stands in a sum
 * that holds is not. Where the page itself is doubtful, so is every number that no sum bears.
 */
export function doubted<T extends PageContent>(page: T, doubts: PageDoubts = NOTHING): T {
  const changed = new Map<Glyph, readonly Glyph[]>();
  const instead = (glyph: Glyph): readonly Glyph[] => changed.get(glyph) ?? [glyph];
  const borne = new Set<Glyph>();
  for (const grid of pageParts(page).grids) {
    const read = seenCells(grid, page.glyphs).map((cell) => mended(cell, changed));
    const commas = thousandths(read);
    const grouped = read.map((cell) => insteadOf(cell, commas.get(cell), changed));
    const points = lostPoints(grouped, unlikeColumn(grouped, doubts.torn));
    const cells = grouped.map((cell) => insteadOf(cell, points.get(cell), changed));
    const strange = unlikeColumn(cells, doubts.torn);
    const { confirmed, holding, contradicted } = sumsOf(cells);
    for (const sum of holding)
      if (doubts.torn ? bearsTorn(sum) : bearsStreaked(sum))
        for (const cell of [sum.total, ...sum.parts]) for (const glyph of cell?.glyphs ?? []) borne.add(glyph);
    for (const cell of cells) {
      const other = strange.get(cell) ?? contradicted.get(cell);
      if (other !== undefined)
        for (const glyph of numbersIn(cell)) changed.set(glyph, [doubtful(instead(glyph)[0]!, other)]);
      else if (confirmed.has(cell))
        for (const glyph of cell.glyphs)
          if (instead(glyph)[0]?.alternatives && (glyph.confidence ?? 0) >= BELIEVED && glyph.text === cell.text) {
            const { alternatives: _, ...sure } = instead(glyph)[0]!;
            changed.set(glyph, [sure]);
          }
    }
  }
  for (const glyph of page.glyphs) {
    const [now] = instead(glyph);
    if (!now || now.alternatives || !isNumber(now) || borne.has(glyph)) continue;
    if (doubts.torn || isStreaked(now.box, doubts.streaks)) changed.set(glyph, [doubtful(now, otherwise(now.text))]);
  }
  return changed.size === 0 ? page : { ...page, glyphs: page.glyphs.flatMap(instead) };
}

/** What a number of torn or streaked print may be: its ones are what is left of fours. */
const otherwise = (text: string): string => (text.includes("1") ? text.replaceAll("1", "4") : "");

/** The numbers of a cell; where it has none whatever stands in it. */
const numbersIn = ({ glyphs }: SeenCell): readonly Glyph[] =>
  glyphs.some(isNumber) ? glyphs.filter(isNumber) : glyphs.slice(0, 1);

const isNumber = ({ text }: Glyph): boolean => /\d/.test(text);

function doubtful(glyph: Glyph, other: string): Glyph {
  const others = [...new Set([...(glyph.alternatives ?? []), other])].filter((text) => text !== glyph.text);
  // what else it may be is the number without what stands beside it in its cell
  return { ...glyph, alternatives: others.length > 0 ? others : [""] };
}

/** A cell whose number has dirt beside it, without: the number in doubt, with what was read. */
function mended(cell: SeenCell, changed: Map<Glyph, readonly Glyph[]>): SeenCell {
  const text = asNumber(cell.text);
  return text === null || NUMBER.test(cell.text) ? cell : readAs(cell, text, changed);
}

/** A cell as another text is known to stand in it, its commas or its point: the number in doubt. */
const insteadOf = (cell: SeenCell, text: string | undefined, changed: Map<Glyph, readonly Glyph[]>): SeenCell =>
  text === undefined ? cell : readAs(cell, text, changed);

/** A cell that is one number and nothing else, in doubt. */
function readAs(cell: SeenCell, text: string, changed: Map<Glyph, readonly Glyph[]>): SeenCell {
  const [first] = cell.glyphs;
  if (!first) return cell;
  const boxes = cell.glyphs.map(({ box }) => box);
  const number: Glyph = {
    ...(cell.glyphs.find(isNumber) ?? first),
    text,
    box: [
      smallest(boxes.map(([x0]) => x0)),
      smallest(boxes.map(([, y0]) => y0)),
      largest(boxes.map(([, , x1]) => x1)),
      largest(boxes.map(([, , , y1]) => y1)),
    ],
    confidence: smallest(cell.glyphs.map(({ confidence }) => confidence ?? 0)),
    alternatives: [cell.text],
  };
  for (const glyph of cell.glyphs) changed.set(glyph, []);
  changed.set(first, [number]);
  return { ...cell, text, glyphs: [first] };
}
