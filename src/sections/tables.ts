import { isSound, squeeze } from "../lib/grid.ts";
import type { Block, Cell, Grid, Layout, Page, Paragraph } from "../lib/layout.ts";
import { judge, type Seam } from "./continuation.ts";
import { formsIn } from "./in-grid.ts";
import { completed, type Piece, stitch, withoutEmptyTail } from "./stitch.ts";
import { withoutContinuation } from "./wording.ts";

/** A table stitched over its pages. */
export interface WholeTable {
  readonly kind: "table";
  readonly grid: Grid;
  readonly pages: readonly number[];
}

/** What a document is made of once its tables are whole, in order. */
export type Part = Paragraph | WholeTable;

/** How many lines above a table can belong to its head. */
const HEAD_LINES = 8;

/** A table that may still go on: where it stands among the parts, its pieces, the lines over it. */
interface OpenTable {
  readonly at: number;
  readonly pieces: Piece[];
  readonly pages: Page[];
  readonly head: ReadonlySet<string>;
}

/** Joins tables that run over pages; repeated titles and captions between the pieces are dropped with the repeated header. */
export function wholeTables(layout: Layout): Part[] {
  const parts: (Part | readonly WholeTable[])[] = [];
  let open: OpenTable | null = null;
  let between: Paragraph[] = [];
  const close = () => {
    if (open) parts[open.at] = tablesOf(open);
    open = null;
  };
  for (const page of layout.pages) {
    for (const block of page.blocks.flatMap((each): readonly Block[] =>
      each.kind === "grid" ? formsIn(each) : [each],
    )) {
      if (block.kind === "paragraph") {
        between.push(block);
        parts.push(block);
        continue;
      }
      const verdict = open ? judge(seamOf(open, between, block, page)) : null;
      if (open && verdict?.joined) {
        open.pieces.push({ grid: block, repeated: verdict.repeated });
        open.pages.push(page);
        parts.length -= between.length;
      } else {
        close();
        const head = new Set(between.slice(-HEAD_LINES).map((line) => withoutContinuation(line.text)));
        open = { at: parts.length, pieces: [{ grid: block, repeated: 0 }], pages: [page], head };
        parts.push([]);
      }
      between = [];
    }
  }
  close();
  return parts.flat();
}

function seamOf(open: OpenTable, between: readonly Paragraph[], next: Grid, nextPage: Page): Seam {
  const first = open.pieces[0]!.grid;
  return {
    first,
    last: open.pieces.at(-1)!.grid,
    lastPage: open.pages.at(-1)!,
    next,
    nextPage,
    between,
    head: open.head,
  };
}

/** One table where its pieces agree; where two of their cells would stand at one place, each piece by itself. A table without any text is none. */
function tablesOf({ pieces, pages }: OpenTable): WholeTable[] {
  const together = stitch(pieces);
  if (pieces.length === 1 || isSound(together)) return wholeTable(together, pages);
  return pieces.flatMap(({ grid }, i) => wholeTable(grid, [pages[i]!]));
}

function wholeTable(stitched: Grid, pages: readonly Page[]): WholeTable[] {
  const grid = completed(withoutEmptyTail(isSound(stitched) ? stitched : apart(stitched)));
  if (grid.cells.every((cell) => squeeze(cell.text) === "")) return [];
  return [{ kind: "table", grid, pages: pages.map((page) => page.number) }];
}

/** A grid of which two cells claim one place: the first keeps it, the text of the other is added to it, so that nothing is lost. */
function apart(grid: Grid): Grid {
  const taken = new Map<number, number>();
  const cells: Cell[] = [];
  for (const { r, c, ...cell } of grid.cells) {
    if (r < 0 || c < 0 || r >= grid.rows || c >= grid.cols) continue;
    const holder = taken.get(r * grid.cols + c);
    if (holder !== undefined) {
      const held = cells[holder]!;
      cells[holder] = { ...held, text: [held.text, cell.text].filter((text) => text !== "").join("\n") };
      continue;
    }
    taken.set(r * grid.cols + c, cells.length);
    cells.push({ ...cell, r, c, rs: 1, cs: 1 });
  }
  return { ...grid, cells };
}
