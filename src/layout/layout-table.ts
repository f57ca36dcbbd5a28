import type { Block, Grid } from "../lib/layout.ts";

/** A table cell with the blocks read inside it. */
export interface ReadCell {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly blocks: readonly Block[];
}

/** So many cells with text of their own, beside tables inside other cells, make the outer table one of data. */
const DATA_CELLS = 4;

/**
 * Whether a table only places things on the page: it has one cell, or it holds other tables and next to nothing else. Web pages and
 * forms drawn in Word are full of them; what they hold is read as if they were not there.
 */
export function onlyLaysOut(cells: readonly ReadCell[]): boolean {
  const full = cells.filter((cell) => cell.blocks.length > 0);
  if (full.length === 0) return false;
  if (cells.length === 1) return true;
  const holders = full.filter((cell) => cell.blocks.some((b) => b.kind === "grid"));
  return holders.length > 0 && full.length - holders.length < DATA_CELLS;
}

/** The contents of a table that only lays out, cell after cell. A table beside another with nothing over it shares the other's caption. */
export const unwrapped = (cells: readonly ReadCell[]): Block[] =>
  cells.flatMap((cell) => {
    const [first, ...rest] = cell.blocks;
    const beside = cells.some((other) => other.r === cell.r && other.c < cell.c && other.blocks.some(isGrid));
    return first && isGrid(first) && beside ? [{ ...first, beside: true as const }, ...rest] : [...cell.blocks];
  });

const isGrid = (block: Block): block is Grid => block.kind === "grid";
