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

/** Whether every cell lies inside the grid with whole spans and no two of them at one place. */
export function isSound({ rows, cols, cells }: Pick<Grid, "rows" | "cols" | "cells">): boolean {
  const taken = new Uint8Array(rows * cols);
  for (const { r, c, rs, cs } of cells) {
    if (![r, c, rs, cs].every(Number.isInteger)) return false;
    if (r < 0 || c < 0 || rs < 1 || cs < 1 || r + rs > rows || c + cs > cols) return false;
    for (let y = r; y < r + rs; y++)
      for (let at = y * cols + c; at < y * cols + c + cs; at++) {
        if (taken[at] === 1) return false;
        taken[at] = 1;
      }
  }
  return true;
}

/** The cell text without any white space: labels are printed justified (`合　计`) and break anywhere. */
export const squeeze = (text: string): string => text.replace(/[\s\u200b\ufeff]+/gu, "");
