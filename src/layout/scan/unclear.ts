import { largest, smallest } from "../../lib/long-lists.ts";
import type { PageContent } from "../../lib/page-content.ts";
import { pageParts } from "../table/index.ts";
import { BARRED, isStacked } from "./cell-forms.ts";
import type { Piece } from "./piece.ts";
import type { Prepared } from "./prepared-page.ts";
import type { Region } from "./text-lines.ts";

/** Ink in a cell of at least this size, in inches, is print: less is dirt. */
const PRINT_HEIGHT = 0.06;
const PRINT_WIDTH = 0.035;
/** So many amounts that stand alone outside every table of a page full of rules, and this share of all, were in one whose rules are torn. */
const STRAY = 5;
const STRAY_SHARE = 0.15;
const RULES = 6;
/** Of rules read as signs so many tell that columns ran together. */
const BARRED_CELLS = 3;

/** Where a tenth of the lines is read less surely than this, words and figures of the page are wrong; of pages at 82 none was. */
const LEGIBLE = 80;
/** On a page of fewer lines one bad line, a name in another hand or a seal, is a tenth of them. */
const LINES = 20;

/** Cells with print that was not read: their lines' places in the list. */
export const unreadLines = ({ lines, dpi }: Prepared, read: readonly (readonly Piece[])[]): number[] =>
  lines.flatMap(({ cell, x0, y0, x1, y1 }, i) =>
    cell !== undefined && read[i]!.length === 0 && y1 - y0 >= PRINT_HEIGHT * dpi && x1 - x0 >= PRINT_WIDTH * dpi
      ? [i]
      : [],
  );

/** What of a page cannot be made out: which part, why, and what to do about it. Nothing where everything was read. */
export function unclearParts(
  page: PageContent,
  prepared: Prepared,
  read: readonly (readonly Piece[])[],
  torn = false,
  confidence = 100,
): string[] {
  const { lines, straight } = prepared;
  const told: string[] = torn ? ["the print lost its thin strokes: numbers are in doubt where no sum bears them"] : [];
  if (!torn && confidence < LEGIBLE && read.filter((line) => line.length > 0).length >= LINES)
    told.push(`one line in ten is hard to make out (confidence ${confidence})`);
  const unread = unreadLines(prepared, read).map((i) => lines[i]!);
  if (unread.length > 0)
    told.push(`${unread.length} cells hold print that was not read (${part(unread, straight.height)})`);
  const { grids } = pageParts(page);
  const cells = grids.flatMap((grid) => (grid.ruled ? grid.cells : []));
  const merged = cells.filter(({ text }) => isStacked(text)).flatMap(({ box }) => (box ? [regionOf(box)] : []));
  if (merged.length > 0)
    told.push(`rules between rows are lost in ${merged.length} cells of a table (${part(merged, page.height)})`);
  const barred = cells.filter(({ text }) => BARRED.test(text)).flatMap(({ box }) => (box ? [regionOf(box)] : []));
  if (barred.length >= BARRED_CELLS)
    told.push(`rules between columns are lost in ${barred.length} cells of a table (${part(barred, page.height)})`);
  const words = new Set(page.glyphs.filter(({ text }) => !/^[\d,.]+$/.test(text)).map(({ run }) => run));
  const amounts = page.glyphs.filter(({ text, run }) => /^-?[\d,]+\.\d\d$/u.test(text) && !words.has(run));
  const stray = amounts.filter(({ box: [x0, y0, x1, y1] }) => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return !grids.some(({ box }) => box && x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
  });
  if (prepared.rules.length >= RULES && stray.length >= STRAY && stray.length >= STRAY_SHARE * amounts.length)
    told.push(
      `${stray.length} amounts stand outside every table (${part(
        stray.map(({ box }) => regionOf(box)),
        page.height,
      )})`,
    );
  else {
    const torn = besideTables(page, words);
    if (torn.length >= STRAY)
      told.push(`${torn.length} numbers stand beside a table whose rules are lost (${part(torn, page.height)})`);
  }
  return told.length === 0 ? [] : [`${told.join("; ")}: ${advice(prepared)}`];
}

/** Numbers in no cell that stand level with the rows of a ruled table: part of it that its rules do not reach. */
function besideTables({ glyphs, ...page }: PageContent, words: ReadonlySet<number | undefined>): Region[] {
  const grids = pageParts({ glyphs, ...page }).grids.flatMap(({ ruled, box }) => (ruled && box ? [box] : []));
  return glyphs.flatMap(({ text, run, box }) => {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const level = grids.some(([, y0, , y1]) => y > y0 && y < y1);
    const inside = grids.some(([x0, y0, x1, y1]) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
    return level && !inside && !words.has(run) && /^[\d,.]{3,}$/.test(text) ? [regionOf(box)] : [];
  });
}

const regionOf = ([x0, y0, x1, y1]: readonly [number, number, number, number]): Region => ({ x0, y0, x1, y1 });

/** Between which heights of the page regions lie. */
function part(regions: readonly Region[], height: number): string {
  const percent = (place: number): number => Math.round((100 * place) / height);
  const [from, to] = [smallest(regions.map(({ y0 }) => y0)), largest(regions.map(({ y1 }) => y1))];
  return `from ${percent(from)} % to ${percent(to)} % of the page's height`;
}

/** What makes such a page readable. */
function advice({ uncleared, bent }: Prepared): string {
  if (bent) return "the page was not flat; scan it again pressed flat";
  if (uncleared) return "other print shows through; scan it again with a dark sheet behind it";
  return "scan it again, at 300 dpi, neither too light nor too dark, without folds";
}
