import { CLOSING_TOTAL, HEADER_WORD } from "../../schemas/forms/heads.ts";
import { EXACT_AMOUNT } from "../../schemas/forms/numbers.ts";
import { matrix, squeeze } from "../lib/grid.ts";
import type { Cell, Grid, Page, Paragraph } from "../lib/layout.ts";
import { isCaption, isContinuationMark, isNote, namesTable, withoutContinuation } from "./wording.ts";

/** Column edges that differ by no more than this are the same column on both pages. */
export const SAME_EDGE_PT = 4;
/** Edges of a table without vertical rules lie between its texts and move with them from page to page. */
const SAME_GUTTER_PT = 24;

/** Whether two grids without vertical rules have the same columns, one for one. */
function sameGutters(a: Grid, b: Grid): boolean {
  if (a.ruled !== false || b.ruled !== false || a.cols !== b.cols || !a.edges || !b.edges) return false;
  return a.edges.every((edge, i) => Math.abs(edge - b.edges![i]!) <= SAME_GUTTER_PT);
}

/** Share of column edges from which two grids are sure to have the same columns. */
const SURE = 0.85;

/**
 * Whether the second grid's columns are the first's, one for one, whatever their places: between texts they move from page to page, and a
 * page that was laid out anew has as many columns and other edges.
 */
export const oneForOne = (first: Grid, next: Grid): boolean =>
  sameGutters(first, next) ||
  (first.edges !== undefined &&
    next.edges !== undefined &&
    first.cols === next.cols &&
    sharedEdges(first, next) < SURE);

/** Two grids that follow each other, and what is printed between them. */
export interface Seam {
  readonly first: Grid;
  /** Its last piece so far, and the page on which that stands. */
  readonly last: Grid;
  readonly lastPage: Page;
  readonly next: Grid;
  readonly nextPage: Page;
  readonly between: readonly Paragraph[];
  /** Lines over the first grid: its title and captions, squeezed. */
  readonly head: ReadonlySet<string>;
}

/** The verdict on a seam: whether one table runs on, and how many rows of the second grid only repeat the header. */
export interface Verdict {
  readonly joined: boolean;
  readonly repeated: number;
}

const APART: Verdict = { joined: false, repeated: 0 };

/**
 * Whether the second grid continues the first. For: consecutive pages, the same column edges, a repeated header, nothing between, the
 * first reaching down its page. Against: a title, notes or text between, another header, other edges, the first closed by its total.
 */
export function judge(seam: Seam): Verdict {
  const { first, last, next, lastPage, nextPage, between, head } = seam;
  if (nextPage.number !== lastPage.number + 1) return APART;
  const shared = Math.max(sharedEdges(first, next), sharedEdges(last, next));
  if (shared < 0.5) return APART;
  const repeated = repeatedRows(first, next);
  // other edges, and no head that says which column is which
  if (shared < SURE && repeated === 0 && first.cols !== next.cols && last.cols !== next.cols) return APART;
  let score = shared >= SURE ? 2 : 0;
  if (repeated > 0) score += 3;
  for (const paragraph of between) {
    const bare = withoutContinuation(paragraph.text);
    if (isContinuationMark(paragraph.text) || (head.has(bare) && paragraph.page === nextPage.number)) continue;
    if (isNote(paragraph.text)) score -= 4;
    else if (isCaption(paragraph.text)) score -= 2;
    else return APART;
  }
  if (between.length === 0) score += 2;
  if (reachesFoot(last, lastPage)) score += 1;
  if (opensForm(next) && !repeatsHeads(next, repeated)) return APART;
  if (repeated === 0) {
    if (isHeaderLike(next)) score -= closedByTotal(last) ? 4 : 2;
    else if (closedByTotal(last)) score -= 1;
  }
  return { joined: score >= 3, repeated: score >= 3 ? repeated : 0 };
}

/** Share of the narrower grid's column edges found in the other; where edges are unknown, whether they have as many columns. */
function sharedEdges(first: Grid, next: Grid): number {
  if (!first.edges || !next.edges) return first.cols === next.cols ? 1 : 0;
  if (sameGutters(first, next)) return 1;
  const [few, many] = first.edges.length <= next.edges.length ? [first.edges, next.edges] : [next.edges, first.edges];
  const shift = alignment(first, next);
  const offset = few === next.edges ? shift : -shift;
  let hits = 0;
  let k = 0;
  for (const edge of few) {
    while (k < many.length && many[k]! < edge + offset - SAME_EDGE_PT) k++;
    if (k < many.length && Math.abs(many[k]! - edge - offset) <= SAME_EDGE_PT) hits++;
  }
  const width = Math.abs(first.edges.at(-1)! - first.edges[0]! - (next.edges.at(-1)! - next.edges[0]!));
  return width > 3 * SAME_EDGE_PT ? (hits / few.length) * 0.8 : hits / few.length;
}

/** How far the second grid must move right to stand under the first: left and right pages have different margins. */
export function alignment(first: Grid, next: Grid): number {
  if (!first.edges || !next.edges) return 0;
  const left = first.edges[0]! - next.edges[0]!;
  const right = first.edges.at(-1)! - next.edges.at(-1)!;
  return Math.abs(left - right) <= SAME_EDGE_PT ? left : Math.abs(left) <= SAME_EDGE_PT ? 0 : left;
}

const MOST_HEADER_ROWS = 6;

/** Leading rows of the second grid that say exactly what the first one's say and hold no amounts. */
function repeatedRows(first: Grid, next: Grid): number {
  const above = matrix(first).slice(0, MOST_HEADER_ROWS);
  const below = matrix(next).slice(0, MOST_HEADER_ROWS);
  let count = 0;
  for (let r = 0; r < Math.min(above.length, below.length); r++) {
    const a = rowText(above[r]!);
    const b = rowText(below[r]!);
    if (a.join("|") !== b.join("|") || b.join("") === "" || b.some((text) => EXACT_AMOUNT.test(text))) break;
    count = r + 1;
  }
  return count === next.rows && count < first.rows && count > 2 ? 0 : count;
}

function rowText(row: readonly ({ text: string } | undefined)[]): string[] {
  return row.filter((cell, c) => cell !== row[c - 1]).map((cell) => squeeze(cell?.text ?? ""));
}

/** Whether the first rows read like a header: header words and no amounts. */
function isHeaderLike(grid: Grid): boolean {
  let words = 0;
  for (const cell of grid.cells) {
    if (cell.r > 0) continue;
    const text = squeeze(cell.text);
    if (EXACT_AMOUNT.test(text)) return false;
    if (HEADER_WORD.test(text)) words++;
  }
  return words >= 2;
}

/** A first row merged over all columns that names a table: a new form begins here. */
function opensForm(grid: Grid): boolean {
  const first = grid.cells.find((cell) => cell.r === 0);
  return first !== undefined && first.cs === grid.cols && namesTable(first.text);
}

/** Whether the repeated rows hold column heads: a title and a year alone begin another form of the same name. */
function repeatsHeads(grid: Grid, repeated: number): boolean {
  const filled = new Array<number>(repeated).fill(0);
  for (const cell of grid.cells) if (cell.r < repeated && squeeze(cell.text) !== "") filled[cell.r]!++;
  return filled.some((count) => count > 2);
}

function closedByTotal(grid: Grid): boolean {
  const last = grid.cells.filter((cell) => cell.r + cell.rs === grid.rows);
  return last.some((cell) => CLOSING_TOTAL.test(squeeze(cell.text))) && !isHeader(grid, last);
}

/** Whether a grid is all header, cut off by the page's end: no amounts, and other heads beside 合计 in its last row. */
function isHeader(grid: Grid, last: readonly Cell[]): boolean {
  if (grid.cells.some((cell) => EXACT_AMOUNT.test(squeeze(cell.text)))) return false;
  return last.filter(({ text }) => /\p{Script=Han}/u.test(text) && !CLOSING_TOTAL.test(squeeze(text))).length >= 2;
}

function reachesFoot(grid: Grid, page: Page): boolean {
  const foot = grid.box?.[3] ?? grid.cells.at(-1)?.box?.[3];
  return foot !== undefined && foot > 0.72 * page.height;
}
