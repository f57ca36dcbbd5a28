import { squeeze } from "../lib/grid.ts";
import type { Cell } from "../lib/layout.ts";

/**
 * Puts the rows after a page break under those before it. Where the break cut a row, its two halves become one: the text of each cell
 * goes on. Merged cells that reach over the break become one cell.
 */
export function joinCutRow(
  above: readonly Cell[],
  aboveRows: number,
  below: readonly Cell[],
  belowRows: number,
  cols: number,
): { rows: number; cells: Cell[] } {
  const bottom = cover(above, aboveRows - 1, cols);
  const top = cover(below, 0, cols);
  const cut = isCut(bottom, top, cols);
  const offset = cut ? aboveRows - 1 : aboveRows;
  const merged = new Map<Cell, Cell>();
  const gone = new Set<Cell>();
  for (const cell of new Set(top)) {
    if (!cell) continue;
    const over = bottom[cell.c];
    if (!over || over.c !== cell.c || over.cs !== cell.cs) continue;
    const runsOn =
      cut || (squeeze(cell.text) === "" && (cell.rs > 1 || over.rs > 1) && cell.rs < belowRows + 1 && isLabel(over));
    if (!runsOn) continue;
    const text = [over.text, cell.text].filter((part) => part !== "").join("\n");
    merged.set(over, { ...over, rs: offset + cell.r + cell.rs - over.r, text });
    gone.add(cell);
  }
  const cells = above.map((cell) => merged.get(cell) ?? cell);
  for (const cell of below) if (!gone.has(cell)) cells.push({ ...cell, r: cell.r + offset });
  return { rows: offset + belowRows, cells };
}

/** The cells that cover one row, a column each. */
function cover(cells: readonly Cell[], row: number, cols: number): (Cell | undefined)[] {
  const out = new Array<Cell | undefined>(cols).fill(undefined);
  for (const cell of cells)
    if (cell.r <= row && cell.r + cell.rs > row) out.fill(cell, cell.c, Math.min(cols, cell.c + cell.cs));
  return out;
}

const NUMBER = /^[-－]?[\d,]+(\.\d+)?%?$/u;
const isLabel = (cell: Cell): boolean => squeeze(cell.text) !== "" && !NUMBER.test(squeeze(cell.text));

/**
 * Whether the first row after the break is the rest of the last row before it: the same cells, no first label, and only running text
 * under text that had not come to its end.
 */
function isCut(bottom: readonly (Cell | undefined)[], top: readonly (Cell | undefined)[], cols: number): boolean {
  let goesOn = 0;
  let leading = true;
  for (let c = 0; c < cols; c++) {
    const over = bottom[c];
    const under = top[c];
    if (!over || !under || (c > 0 && under === top[c - 1])) continue;
    if (over.c !== under.c || over.cs !== under.cs) return false;
    const text = squeeze(under.text);
    const before = squeeze(over.text);
    if (text === "") continue;
    if (before === "" || NUMBER.test(text) || NUMBER.test(before)) return false;
    if (leading && under.rs === 1 && c === 0 && startsEntry(text)) return false;
    leading = false;
    goesOn++;
  }
  if (goesOn === 0) return false;
  const filledAbove = new Set(bottom.filter((cell) => cell && squeeze(cell.text) !== "")).size;
  return goesOn < filledAbove || filledAbove === 1;
}

/** A label that begins an entry: numbering or a code. */
const startsEntry = (text: string): boolean =>
  /^([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,7}[.、．]?)/u.test(text);
