import type { Grid } from "../../lib/layout.ts";
import type { Glyph } from "../../lib/page-content.ts";
import { alignedGrids } from "./aligned-grids.ts";
import type { Network } from "./networks.ts";
import { printedLines } from "./printed-lines.ts";
import { segmentsOf } from "./segments.ts";
import type { FilledLattice } from "./split-rows.ts";

/** A table read by alignment, and the characters within its lines that are in none of its cells. */
export interface OpenedLattice {
  readonly grid: Grid;
  readonly rest: readonly Glyph[];
}

/** So many lines in cells that hold columns of their own. */
const FEWEST_LINES = 3;
/** So many times the drawn cells must alignment find. */
const MORE_CELLS = 1.6;

/**
 * A drawn table with too few lines: some between columns, one under the head, and cells that hold several columns of numbers. It is read as
 * a table without lines, except that no cell crosses a line that is drawn. Null where the drawn cells are the cells.
 */
export function openLattice(page: number, network: Network, { lattice, taken }: FilledLattice): OpenedLattice | null {
  const holding = taken.filter((glyphs) => glyphs.length > 0).length;
  if (!hasColumnsInside(taken)) return null;
  const lines = printedLines(taken.flat());
  const { grids, lines: rest } = alignedGrids(page, lines, network.horizontal, [], network.vertical);
  const [grid] = grids;
  if (!grid || grids.length > 1 || rest.length > 0.2 * lines.length) return null;
  if (grid.cols < lattice.xs.length - 1) return null;
  const filled = grid.cells.filter(({ text }) => text !== "").length;
  return filled >= MORE_CELLS * holding ? { grid, rest: rest.flatMap(({ glyphs }) => glyphs) } : null;
}

/** Whether some cells hold lines with a number beside something else. */
function hasColumnsInside(taken: readonly (readonly Glyph[])[]): boolean {
  let lines = 0;
  for (const glyphs of taken) {
    if (!glyphs.some((glyph, i) => i > 0 && standsApart(glyphs[i - 1]!, glyph))) continue;
    for (const line of printedLines(glyphs)) {
      const segments = segmentsOf(line);
      if (segments.length < 2 || !segments.some((one) => one.numeric)) continue;
      if (++lines >= FEWEST_LINES) return true;
    }
  }
  return false;
}

/** A gap in a line, told without sorting: most cells have none. */
function standsApart({ box: left, size }: Glyph, { box: right }: Glyph): boolean {
  return Math.abs(left[1] + left[3] - right[1] - right[3]) < 0.6 * size && right[0] - left[2] > 0.9 * size;
}
