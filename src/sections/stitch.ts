import { squeeze } from "../lib/grid.ts";
import { type Cell, type Grid, recognition } from "../lib/layout.ts";
import { largest } from "../lib/long-lists.ts";
import { alignment, oneForOne, SAME_EDGE_PT } from "./continuation.ts";
import { coverOf, isCut, reachesOver } from "./cut-row.ts";

/** One page's piece of a table, and how many of its first rows only repeat the header. */
export interface Piece {
  readonly grid: Grid;
  readonly repeated: number;
}

/** A cell while its table grows: a merged cell gets longer with every page it reaches over. */
type Growing = { -readonly [K in keyof Cell]: Cell[K] };

/** Puts the pieces of a table together: columns matched by their edges, repeated headers dropped, rows cut by page breaks made whole. */
export function stitch(pieces: readonly Piece[]): Grid {
  const first = pieces[0]!.grid;
  if (pieces.length === 1) return first;
  const edges = unitedEdges(pieces.map((piece) => piece.grid));
  const cols = edges ? edges.length - 1 : largest(pieces.map((piece) => piece.grid.cols));
  const cells: Growing[] = [];
  let rows = 0;
  let previous: Growing[] = [];
  for (const { grid, repeated } of pieces) {
    const part = dropRows(edges ? remap(grid, first, edges) : grid.cells, repeated);
    const height = grid.rows - repeated;
    if (height <= 0) continue;
    const { cut, over } = rows === 0 ? { cut: false, over: new Map() } : seam(previous, rows, part, cols);
    const start = cut ? rows - 1 : rows;
    previous = [];
    for (const cell of part) {
      const whole = over.get(cell);
      if (whole) {
        whole.rs = start + cell.r + cell.rs - whole.r;
        Object.assign(whole, inOne(whole, cell));
        previous.push(whole);
      } else {
        const placed = { ...cell, r: cell.r + start };
        cells.push(placed);
        previous.push(placed);
      }
    }
    rows = start + height;
  }
  const { rowEdges: _, ...rest } = first;
  return { ...rest, rows, cols, cells, ...(edges ? { edges } : {}) };
}

/** What two parts of one cell say together, and what OCR left in doubt in either. */
function inOne(above: Cell, below: Cell): Pick<Cell, "text" | "alternatives" | "asRead" | "confidence"> {
  const together = (a: string, b: string): string => [a, b].filter((text) => text !== "").join("\n");
  const alternatives = [
    ...(above.alternatives ?? []).map((other) => together(other, below.text)),
    ...(below.alternatives ?? []).map((other) => together(above.text, other)),
  ];
  return {
    text: together(above.text, below.text),
    ...(alternatives.length > 0 ? { alternatives } : {}),
    ...(above.asRead === undefined && below.asRead === undefined
      ? {}
      : { asRead: together(above.asRead ?? above.text, below.asRead ?? below.text) }),
    ...recognition([above, below]),
  };
}

/** Which cells of the next piece's first row are the rest of cells above the page break. */
function seam(
  previous: readonly Growing[],
  rows: number,
  part: readonly Cell[],
  cols: number,
): { cut: boolean; over: Map<Cell, Growing> } {
  const above = coverOf(previous, rows - 1, cols);
  const below = coverOf(part, 0, cols);
  const cut = isCut(above, below);
  const over = new Map<Cell, Growing>();
  for (const under of new Set(below.cells)) {
    const whole = under && (above.cells[under.c] as Growing | undefined);
    if (!whole || whole.c !== under.c || whole.cs !== under.cs) continue;
    if (cut || reachesOver(whole, under, above, below)) over.set(under, whole);
  }
  return { cut, over };
}

/** Column edges of all pages; edges closer than the tolerance are one, and the first page's position stands. */
function unitedEdges(grids: readonly Grid[]): number[] | null {
  const first = grids[0]!;
  if (grids.some((grid) => !grid.edges)) return null;
  const out = [...first.edges!];
  for (const grid of grids) {
    if (oneForOne(first, grid)) continue;
    const shift = alignment(first, grid);
    const own = [...out];
    for (const edge of grid.edges!) if (!isNear(own, edge + shift)) out.push(edge + shift);
    if (out.length > own.length) out.sort((a, b) => a - b);
  }
  return out;
}

const isNear = (sorted: readonly number[], value: number): boolean =>
  Math.abs(sorted[nearest(sorted, value)]! - value) <= SAME_EDGE_PT;

function nearest(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low > 0 && value - sorted[low - 1]! < sorted[low]! - value ? low - 1 : low;
}

function remap(grid: Grid, first: Grid, united: readonly number[]): Cell[] {
  if (oneForOne(first, grid))
    return remapped(
      grid,
      first.edges!.map((edge) => nearest(united, edge)),
    );
  const shift = alignment(first, grid);
  const index = grid.edges!.map((edge) => nearest(united, edge + shift));
  return remapped(grid, index);
}

const remapped = (grid: Grid, index: readonly number[]): Cell[] =>
  grid.cells.map((cell) => {
    const c = index[cell.c]!;
    return { ...cell, c, cs: Math.max(1, index[cell.c + cell.cs]! - c) };
  });

function dropRows(cells: readonly Cell[], count: number): readonly Cell[] {
  if (count === 0) return cells;
  const out: Cell[] = [];
  for (const cell of cells) {
    const r = Math.max(0, cell.r - count);
    const rs = cell.r + cell.rs - count - r;
    if (rs > 0) out.push({ ...cell, r, rs });
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
    const [r, c] = [Math.floor(at / grid.cols), at % grid.cols];
    if (!seen) added.push({ r, c, rs: 1, cs: 1, text: "", page: grid.page, box: null });
  });
  if (added.length === 0) return grid;
  return { ...grid, cells: [...grid.cells, ...added].sort((a, b) => a.r - b.r || a.c - b.c) };
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
