import type { Cell, Grid } from "../../lib/layout.ts";
import type { Glyph, PageContent } from "../../lib/page-content.ts";
import { cellText } from "./cell-text.ts";
import { type Lattice, latticeOf } from "./lattice.ts";
import { connectRules, lowerBound, type Network } from "./networks.ts";
import { openLattice } from "./open-lattice.ts";
import { joinRules, type Rule } from "./rules.ts";
import { type FilledLattice, splitRows } from "./split-rows.ts";

/** What the ruling lines of a page give: the tables, the characters outside them, and horizontal lines that belong to no network. */
export interface RuledPage {
  readonly grids: readonly Grid[];
  readonly free: readonly Glyph[];
  readonly lone: readonly Rule[];
}

/** Finds the drawn tables of a page and puts every character into the cell its middle lies in. */
export function ruledGrids(content: PageContent): RuledPage {
  const { networks, lone } = connectRules(joinRules(content.lines, "h"), joinRules(content.lines, "v"));
  const drawn: { lattice: Lattice; network: Network }[] = [];
  for (const network of networks) {
    const lattice = latticeOf(network);
    if (lattice && lattice.faces.length > 1) drawn.push({ lattice, network });
  }
  // A table inside a cell of a larger one takes its characters first.
  drawn.sort((a, b) => area(a.lattice) - area(b.lattice));
  const lattices = drawn.map(({ lattice }) => lattice);
  const taken = lattices.map((lattice) => lattice.faces.map((): Glyph[] => []));
  const free: Glyph[] = [];
  for (const glyph of content.glyphs) if (!place(glyph, lattices, taken)) free.push(glyph);
  const grids: Grid[] = [];
  for (const [i, { lattice, network }] of drawn.entries()) {
    const filled = { lattice, taken: taken[i]! };
    const opened = openLattice(content.number, network, filled);
    if (opened) {
      grids.push(opened.grid);
      for (const glyph of opened.rest) free.push(glyph);
    } else if (isTable(lattice, filled.taken)) grids.push(gridOf(content.number, splitRows(filled)));
    else for (const glyphs of filled.taken) for (const glyph of glyphs) free.push(glyph);
  }
  return { grids, free, lone };
}

const area = ({ xs, ys }: Lattice): number => (xs.at(-1)! - xs[0]!) * (ys.at(-1)! - ys[0]!);

function place(glyph: Glyph, lattices: readonly Lattice[], taken: Glyph[][][]): boolean {
  const [x0, y0, x1, y1] = glyph.box;
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2;
  for (let i = 0; i < lattices.length; i++) {
    const { xs, ys, faceAt, faces } = lattices[i]!;
    if (x < xs[0]! || x > xs.at(-1)! || y < ys[0]! || y > ys.at(-1)!) continue;
    const c = Math.max(0, lowerBound(xs, x) - 1);
    const r = Math.max(0, lowerBound(ys, y) - 1);
    const at = faceAt[r * (xs.length - 1) + c]!;
    const face = faces[at]!;
    // A character much taller than its cell lies over the table: a watermark, a seal.
    if (y1 - y0 > 1.5 * (ys[face.r + face.rs]! - ys[face.r]!) + 2 && face.rs < ys.length - 1) return true;
    taken[i]![at]!.push(glyph);
    return true;
  }
  return false;
}

/** Of so many cells in a drawing so small a share holds text where it is a chart over its grid. */
const CHART_CELLS = 40;
const CHART_SHARE = 0.08;

/** Rows and columns of cells, not a frame around prose, a flow chart of boxes or an underlined form field. */
function isTable(lattice: Lattice, taken: readonly (readonly Glyph[])[]): boolean {
  if (lattice.xs.length < 3) return false;
  const filled = taken.filter((glyphs) => glyphs.length > 0).length;
  if (taken.length >= CHART_CELLS && filled < CHART_SHARE * taken.length) return false;
  return filled >= 2 || (lattice.ys.length > 2 && lattice.xs.length > 3);
}

function gridOf(page: number, { lattice, taken }: FilledLattice): Grid {
  const { xs, ys, faces } = lattice;
  const cells: Cell[] = faces.map((face, i) => ({
    ...face,
    ...cellText(taken[i]!),
    page,
    box: [xs[face.c]!, ys[face.r]!, xs[face.c + face.cs]!, ys[face.r + face.rs]!],
  }));
  return {
    kind: "grid",
    page,
    box: [xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!],
    rows: ys.length - 1,
    cols: xs.length - 1,
    cells,
    edges: xs,
    rowEdges: ys,
    ruled: true,
  };
}
