import { squeeze } from "../lib/grid.ts";
import type { Cell, Grid } from "../lib/layout.ts";
import { alignment, SAME_EDGE_PT } from "./continuation.ts";
import { joinCutRow } from "./cut-row.ts";

/** Appends a table's continuation: columns matched by their edges, repeated header rows dropped, a row cut by the page break made whole. */
export function stitch(first: Grid, next: Grid, repeated: number): Grid {
  const offset = alignment(first, next);
  const edges = unitedEdges(
    first.edges,
    next.edges?.map((edge) => edge + offset),
  );
  const above = edges && first.edges ? remap(first.cells, first.edges, edges) : first.cells;
  const moved =
    edges && next.edges
      ? remap(
          next.cells,
          next.edges.map((edge) => edge + offset),
          edges,
        )
      : next.cells;
  const below = dropRows(moved, repeated);
  const cols = edges ? edges.length - 1 : Math.max(first.cols, next.cols);
  const joined = joinCutRow(above, first.rows, below, next.rows - repeated, cols);
  const { rowEdges: _, ...rest } = first;
  return { ...rest, rows: joined.rows, cols, cells: joined.cells, ...(edges ? { edges } : {}) };
}

/** Column edges of both pages; edges closer than the tolerance are one, and the first page's position stands. */
function unitedEdges(first: readonly number[] | undefined, next: readonly number[] | undefined): number[] | null {
  if (!first || !next) return null;
  const out = [...first];
  for (const edge of next) if (!first.some((known) => Math.abs(known - edge) <= SAME_EDGE_PT)) out.push(edge);
  return out.sort((a, b) => a - b);
}

function remap(cells: readonly Cell[], own: readonly number[], united: readonly number[]): Cell[] {
  const index = own.map((edge) => {
    let best = 0;
    united.forEach((other, i) => {
      if (Math.abs(other - edge) < Math.abs(united[best]! - edge)) best = i;
    });
    return best;
  });
  return cells.map((cell) => ({
    ...cell,
    c: index[cell.c]!,
    cs: Math.max(1, index[cell.c + cell.cs]! - index[cell.c]!),
  }));
}

function dropRows(cells: readonly Cell[], count: number): Cell[] {
  if (count === 0) return [...cells];
  const out: Cell[] = [];
  for (const cell of cells) {
    const end = cell.r + cell.rs - count;
    if (end <= 0) continue;
    out.push({ ...cell, r: Math.max(0, cell.r - count), rs: end - Math.max(0, cell.r - count) });
  }
  return out;
}

/** Fills positions no cell covers with empty cells, so that every position belongs to exactly one. */
export function completed(grid: Grid): Grid {
  const covered = new Uint8Array(grid.rows * grid.cols);
  for (const cell of grid.cells)
    for (let r = cell.r; r < cell.r + cell.rs; r++)
      covered.fill(1, r * grid.cols + cell.c, r * grid.cols + cell.c + cell.cs);
  const added: Cell[] = [];
  covered.forEach((seen, at) => {
    if (!seen)
      added.push({
        r: Math.floor(at / grid.cols),
        c: at % grid.cols,
        rs: 1,
        cs: 1,
        text: "",
        page: grid.page,
        box: null,
      });
  });
  return added.length === 0
    ? grid
    : { ...grid, cells: [...grid.cells, ...added].sort((a, b) => a.r - b.r || a.c - b.c) };
}

/** Rows at the end that hold nothing: an empty page of ruled rows that a printed sheet spilled over. */
export function withoutEmptyTail(grid: Grid): Grid {
  let rows = 0;
  for (const cell of grid.cells) if (squeeze(cell.text) !== "") rows = Math.max(rows, cell.r + 1);
  if (rows === 0 || rows >= grid.rows) return grid;
  const cells = grid.cells
    .filter((cell) => cell.r < rows)
    .map((cell) => ({ ...cell, rs: Math.min(cell.rs, rows - cell.r) }));
  const { rowEdges, ...rest } = grid;
  return { ...rest, rows, cells, ...(rowEdges ? { rowEdges: rowEdges.slice(0, rows + 1) } : {}) };
}
