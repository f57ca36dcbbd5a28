import type { Cell } from "../../lib/layout.ts";
import { append } from "../../lib/long-lists.ts";
import type { Glyph } from "../../lib/page-content.ts";
import type { AlignedLine } from "./aligned-rows.ts";
import { type Columns, columnsUnder } from "./bands.ts";
import { cellText } from "./cell-text.ts";
import { cutAtGaps } from "./close-cells.ts";
import { around } from "./printed-lines.ts";
import { type Segment, segment } from "./segments.ts";

/** Cells of a table without vertical rules. Heads of column groups reach over their columns, heads beside them down to the first row. */
export function alignedCells(
  page: number,
  rows: readonly (readonly AlignedLine[])[],
  heads: number,
  columns: Columns,
): Cell[] {
  const held = rows.map((row, r) => heldBy(row, columns, r < heads));
  for (let r = heads - 2; r >= 0; r--) widen(held[r]!, held[r + 1]!);
  const cells = rows.flatMap((row, r) => cellsOf(page, row, r, held[r]!, columns));
  return heads > 1 ? stretched(cells, heads) : cells;
}

/** The characters of one row by column, and over how many columns each cell reaches. */
interface Held {
  readonly glyphs: Glyph[][];
  readonly spans: number[];
}

function heldBy(row: readonly AlignedLine[], columns: Columns, head: boolean): Held {
  const glyphs: Glyph[][] = columns.bands.map(() => []);
  const spans = columns.bands.map(() => 1);
  for (const whole of row.flatMap((line) => line.segments)) {
    for (const one of cutAtGaps(whole, columns)) {
      const [from, to] = columnsUnder(columns, one);
      if (from === to || head) {
        append(glyphs[from]!, one.glyphs);
        spans[from] = Math.max(spans[from]!, to - from + 1);
      } else for (const part of cutAtDigits(one, columns)) append(glyphs[columnOf(part, columns)]!, part.glyphs);
    }
  }
  return { glyphs, spans };
}

/** Words belong where they begin, numbers where they end: amounts are set to the right. */
const columnOf = (one: Segment, columns: Columns): number => columnsUnder(columns, one)[one.numeric ? 1 : 0];

const DIGIT = /^[\d.,%]$/u;
const CENTS = /\.\d\d$/;

/**
 * A body segment that crosses borders: its words stay in the column where they begin, a number begins a new cell. Numbers glued together
 * part after their decimals (9746.50112.88), or else at the border.
 */
function cutAtDigits(one: Segment, columns: Columns): Segment[] {
  const parts: Glyph[][] = [[]];
  let text = "";
  const { borders } = columns;
  let column = borders.findLastIndex((x) => x <= one.x0 + 2);
  let before = "";
  for (const glyph of one.glyphs) {
    const at = borders.findLastIndex((x) => x <= (glyph.box[0] + glyph.box[2]) / 2);
    const digit = DIGIT.test(glyph.text);
    const starts = before !== "" && digit && !DIGIT.test(before) && before !== "-";
    const glued = digit && /\d/.test(glyph.text) && CENTS.test(text);
    const crossed = digit && at > column && !text.includes(".") && DIGIT.test(before) && !one.numeric;
    if (starts || glued || crossed) {
      parts.push([]);
      text = "";
      column = at;
    }
    parts.at(-1)!.push(glyph);
    text += glyph.text;
    before = glyph.text;
  }
  return parts.map(segment);
}

const centre = (glyphs: readonly Glyph[]): number => {
  const [x0, , x1] = around(glyphs.map((glyph) => glyph.box));
  return (x0 + x1) / 2;
};

/** A header cell centred over several cells of the level below, with nothing beside it, is their head. */
function widen(upper: Held, lower: Held): void {
  const { glyphs, spans } = upper;
  const count = glyphs.length;
  for (let c = 0; c < count; c += spans[c]!) {
    if (glyphs[c]!.length === 0 || spans[c]! > 1 || lower.glyphs[c]!.length === 0) continue;
    const middle = centre(glyphs[c]!);
    let best: [from: number, to: number] = [c, c];
    let off = Math.abs(centre(lower.glyphs[c]!) - middle);
    for (let from = c; from >= 0 && isOpen(upper, lower, from, c); from--) {
      for (let to = c; to < count && isOpen(upper, lower, to, c); to++) {
        const away = Math.abs((centre(lower.glyphs[from]!) + centre(lower.glyphs[to]!)) / 2 - middle);
        if (away < off - 2) [best, off] = [[from, to], away];
      }
    }
    const [from, to] = best;
    if (from < c) {
      glyphs[from] = glyphs[c]!;
      glyphs[c] = [];
    }
    spans[from] = to - from + 1;
    if (to > c) c = from;
  }
}

const isOpen = (upper: Held, lower: Held, at: number, own: number): boolean =>
  lower.glyphs[at]!.length > 0 && lower.spans[at] === 1 && (at === own || upper.glyphs[at]!.length === 0);

function cellsOf(
  page: number,
  row: readonly AlignedLine[],
  r: number,
  { glyphs, spans }: Held,
  { borders }: Columns,
): Cell[] {
  const [, top, , bottom] = around(row.map(({ line }) => line.box));
  const cells: Cell[] = [];
  for (let c = 0; c < glyphs.length; c += spans[c]!) {
    const end = c + spans[c]!;
    const text = cellText(glyphs.slice(c, end).flat());
    cells.push({ r, c, rs: 1, cs: spans[c]!, ...text, page, box: [borders[c]!, top, borders[end]!, bottom] });
  }
  return cells;
}

/** A header cell with nothing under it (or above it) takes the empty place: 项目 beside a group of columns. */
function stretched(cells: readonly Cell[], heads: number): Cell[] {
  const at = new Map(cells.map((cell) => [`${cell.r},${cell.c}`, cell]));
  const gone = new Set<Cell>();
  const grown = new Map<Cell, { r: number; rs: number }>();
  for (const cell of cells) {
    if (cell.r >= heads || cell.text === "") continue;
    let { r } = cell;
    let end = r + 1;
    const free = (row: number): boolean => {
      const other = at.get(`${row},${cell.c}`);
      if (other?.text !== "" || other.cs !== cell.cs || gone.has(other)) return false;
      gone.add(other);
      return true;
    };
    while (end < heads && free(end)) end++;
    while (r > 0 && free(r - 1)) r--;
    if (end - r > 1) grown.set(cell, { r, rs: end - r });
  }
  return cells.filter((cell) => !gone.has(cell)).map((cell) => ({ ...cell, ...grown.get(cell) }));
}
