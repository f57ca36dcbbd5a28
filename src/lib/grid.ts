import type { Cell, Grid } from "./layout.ts";

/** Rows of cells; a cell that spans stands in each place it covers. */
export type Matrix = readonly (readonly (Cell | undefined)[])[];

const expanded = new WeakMap<object, Matrix>();

/** Grid as rows of cells, spans expanded: `matrix(grid)[r][c]` is the cell that covers (r, c). Made once a grid. */
export function matrix(grid: Pick<Grid, "rows" | "cols" | "cells">): Matrix {
  const known = expanded.get(grid);
  if (known) return known;
  const rows: (Cell | undefined)[][] = Array.from({ length: grid.rows }, () => new Array(grid.cols).fill(undefined));
  for (const cell of grid.cells)
    for (let r = cell.r; r < Math.min(grid.rows, cell.r + cell.rs); r++)
      for (let c = cell.c; c < Math.min(grid.cols, cell.c + cell.cs); c++) rows[r]![c] = cell;
  expanded.set(grid, rows);
  return rows;
}

/** The cell text without any white space: labels are printed justified (`合　计`) and break anywhere. */
export const squeeze = (text: string): string => text.replace(/[\s\u200b\ufeff]+/gu, "");
