import { ExtractionError } from "../lib/errors.ts";
import type { Cell, Grid } from "../lib/layout.ts";

/** A cell as a format states it: it may overlap others, reach outside the table or leave holes. */
export interface DraftCell {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly text: string;
  readonly address?: string;
  readonly alternatives?: readonly string[];
}

/** A table wider or longer than this is no disclosure; what lies beyond is cut off. */
export const MAX_COLUMNS = 512;
/** Rows beyond are cut off likewise. */
export const MAX_ROWS = 100_000;
/** Positions of one grid; rows beyond are cut off. */
const MAX_CELLS = 2_000_000;

/**
 * A whole grid out of drafted cells: spans cut where they would overlap a cell drafted earlier, rows and columns in which no cell
 * begins taken out (writers leave slivers of columns behind), holes filled with empty cells. Null where nothing is left. `beyond` is told how
 * many cells with text lie beyond the limits.
 */
export function gridOf(
  drafts: readonly DraftCell[],
  page: number,
  address?: string,
  beyond: (cells: number) => void = () => {},
): Grid | null {
  const taken: Int32Array[] = [];
  const placed: { r: number; c: number; rs: number; cs: number; draft: DraftCell }[] = [];
  let width = 0;
  let lost = 0;
  const rowAt = (r: number): Int32Array => {
    while (taken.length <= r) taken.push(new Int32Array(0));
    return taken[r]!;
  };
  const free = (r: number, c: number): boolean => !rowAt(r)[c];
  for (const draft of drafts) {
    const { r, c } = draft;
    if (r >= MAX_ROWS || c >= MAX_COLUMNS) {
      if (draft.text !== "") lost++;
      continue;
    }
    if (!free(r, c)) continue;
    let cs = 1;
    while (cs < Math.min(draft.cs, MAX_COLUMNS - c) && free(r, c + cs)) cs++;
    let rs = 1;
    while (rs < Math.min(draft.rs, MAX_ROWS - r) && clear(rowAt(r + rs), c, cs)) rs++;
    placed.push({ r, c, rs, cs, draft });
    width = Math.max(width, c + cs);
    for (let y = r; y < r + rs; y++) {
      let row = rowAt(y);
      if (row.length < c + cs) {
        const wider = new Int32Array(Math.max(c + cs, row.length * 2));
        wider.set(row);
        taken[y] = row = wider;
      }
      row.fill(placed.length, c, c + cs);
    }
  }
  if (placed.length === 0) {
    if (lost > 0) beyond(lost);
    return null;
  }
  const rowOf = renumber(
    placed.map((p) => p.r),
    taken.length,
  );
  const colOf = renumber(
    placed.map((p) => p.c),
    width,
  );
  const cols = colOf[width]!;
  const rows = Math.min(rowOf[taken.length]!, Math.max(1, Math.floor(MAX_CELLS / cols)));
  const covered = new Uint8Array(rows * cols);
  const cells: Cell[] = [];
  for (const p of placed) {
    const r = rowOf[p.r]!;
    const c = colOf[p.c]!;
    const rs = Math.min(rows, rowOf[p.r + p.rs]!) - r;
    const cs = colOf[p.c + p.cs]! - c;
    if (rs < 1) {
      if (p.draft.text !== "") lost++;
      continue;
    }
    for (let y = r; y < r + rs; y++) covered.fill(1, y * cols + c, y * cols + c + cs);
    const { text, address: at, alternatives } = p.draft;
    cells.push({
      ...{ r, c, rs, cs, text, page, box: null },
      ...(at === undefined ? {} : { address: at }),
      ...(alternatives ? { alternatives } : {}),
    });
  }
  if (lost > 0) beyond(lost);
  for (let i = 0; i < covered.length; i++)
    if (!covered[i]) cells.push({ r: Math.floor(i / cols), c: i % cols, rs: 1, cs: 1, text: "", page, box: null });
  cells.sort((a, b) => a.r - b.r || a.c - b.c);
  return { kind: "grid", page, box: null, rows, cols, cells, ...(address === undefined ? {} : { address }) };
}

function clear(row: Int32Array, from: number, count: number): boolean {
  for (let c = from; c < from + count; c++) if (row[c]) return false;
  return true;
}

/** Old position → new position once those in which nothing starts are gone; one entry more than positions. */
function renumber(starts: readonly number[], count: number): number[] {
  const used = new Uint8Array(count);
  for (const s of starts) used[s] = 1;
  const out: number[] = [];
  let next = 0;
  for (let i = 0; i < count; i++) {
    out.push(next);
    next += used[i]!;
  }
  out.push(next);
  return out;
}

/** Cells that lie beyond the limits, as trouble. */
export const beyondLimits = (cells: number, where: string): ExtractionError =>
  new ExtractionError("limit-exceeded", `${cells} cells beyond ${MAX_ROWS} rows or ${MAX_COLUMNS} columns`, where);
