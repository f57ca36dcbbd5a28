import { squeeze } from "../lib/grid.ts";
import type { Grid, Layout, Page, Paragraph } from "../lib/layout.ts";
import { judge } from "./continuation.ts";
import { completed, stitch, withoutEmptyTail } from "./stitch.ts";
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

/** Joins tables that run over pages; repeated titles and captions between the pieces are dropped with the repeated header. */
export function wholeTables(layout: Layout): Part[] {
  const parts: Part[] = [];
  let open: { at: number; grid: Grid; pages: number[]; page: Page; head: Set<string> } | null = null;
  let between: Paragraph[] = [];
  const close = () => {
    if (open) parts[open.at] = { kind: "table", grid: completed(withoutEmptyTail(open.grid)), pages: open.pages };
    open = null;
  };
  for (const page of layout.pages) {
    for (const block of page.blocks) {
      if (block.kind === "paragraph") {
        between.push(block);
        parts.push(block);
        continue;
      }
      const last: { at: number; grid: Grid; pages: number[]; page: Page; head: Set<string> } | null = open;
      if (last) {
        const verdict = judge({
          first: last.grid,
          lastPage: last.page,
          next: block,
          nextPage: page,
          between,
          head: last.head,
        });
        if (verdict.joined) {
          last.grid = stitch(last.grid, block, verdict.repeated);
          last.pages.push(page.number);
          last.page = page;
          parts.length -= between.length;
          between = [];
          continue;
        }
      }
      close();
      const head = new Set(between.slice(-HEAD_LINES).map((line) => withoutContinuation(line.text)));
      open = { at: parts.length, grid: block, pages: [page.number], page, head };
      parts.push(block as unknown as WholeTable);
      between = [];
    }
  }
  close();
  return parts.filter((part) => part.kind !== "table" || part.grid.cells.some((cell) => squeeze(cell.text) !== ""));
}
