import type { Cell, Grid } from "../../lib/layout.ts";

/** A cell before it has its place: text and how many columns and rows it covers. */
export interface PlainCell {
  readonly text: string;
  readonly cs?: number;
  readonly rs?: number;
}

/** Rows of cells, ragged or spanned, → a grid in which every position belongs to exactly one cell. `line` is where it begins in the file. */
export function gridBlock(rows: readonly (readonly PlainCell[])[], line: number): Grid {
  const taken: boolean[][] = rows.map(() => []);
  const cells: Cell[] = [];
  let cols = 0;
  for (const [r, row] of rows.entries()) {
    let c = 0;
    for (const { text, cs = 1, rs = 1 } of row) {
      while (taken[r]![c]) c++;
      const height = Math.min(rs, rows.length - r);
      for (let y = r; y < r + height; y++) for (let x = c; x < c + cs; x++) taken[y]![x] = true;
      cells.push({ r, c, rs: height, cs, text, page: 1, box: null });
      c += cs;
      cols = Math.max(cols, c);
    }
  }
  for (const [r, row] of taken.entries())
    for (let c = 0; c < cols; c++) if (!row[c]) cells.push({ r, c, rs: 1, cs: 1, text: "", page: 1, box: null });
  cells.sort((a, b) => a.r - b.r || a.c - b.c);
  return { kind: "grid", page: 1, box: null, rows: rows.length, cols, cells, ruled: false, address: `line ${line}` };
}
