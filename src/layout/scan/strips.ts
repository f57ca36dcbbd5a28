import { largest } from "../../lib/long-lists.ts";
import type { ReadSymbol } from "./engine.ts";
import type { GrayPicture } from "./picture.ts";
import type { Region } from "./text-lines.ts";

/** Rows stacked into one picture: fewer cost more calls, more make the engine lose lines. */
const ROWS = 15;
/** White around a line, in pixels at 200 dpi. Without white at the sides a first digit is lost (446.11 became 146.11). */
const SIDE = 40;
const BETWEEN = 22;
/** A line no wider than this many of its heights is short: alone it reads badly (4 as 生), beside others like words of a line it does not. */
const SHORT = 5;
/** White between short ones, in heights, and how wide a row of them may grow. */
const APART = 2;
const ROW_WIDTH = 900;

interface Placed {
  readonly index: number;
  readonly line: Region;
  /** Where the line's top left stands in the strip. */
  readonly top: number;
  readonly left: number;
  /** Others stand before it in its row. */
  readonly follows: boolean;
}

/** Lines of print stacked in one white picture, and where each came from. */
export interface Strip {
  readonly picture: GrayPicture;
  readonly placed: readonly Placed[];
}

interface Item {
  readonly line: Region;
  readonly index: number;
}

/** One row of a strip: a line, or several short ones of like height. */
interface Row {
  readonly items: Item[];
  width: number;
  height: number;
}

const widthOf = ({ line }: Item): number => line.x1 - line.x0;
const heightOf = ({ line }: Item): number => line.y1 - line.y0;

/** Stacks lines, those of like width together, so that a strip is no wider than its lines need. `alone`: short ones are not set side by side. */
export function stack(page: GrayPicture, lines: readonly Region[], alone = false): Strip[] {
  const items = lines.map((line, index) => ({ line, index }));
  const single = (item: Item): Row => ({ items: [item], width: widthOf(item), height: heightOf(item) });
  const rows = (alone ? items.map(single) : rowsOf(items)).sort((a, b) => a.width - b.width);
  const strips: Strip[] = [];
  for (let from = 0; from < rows.length; from += ROWS) {
    const part = rows.slice(from, from + ROWS).sort((a, b) => a.items[0]!.index - b.items[0]!.index);
    strips.push(strip(page, part));
  }
  return strips;
}

/** Short lines side by side, in their order on the page; every other line a row of its own. */
function rowsOf(items: readonly Item[]): Row[] {
  const rows: Row[] = [];
  let open: Row | null = null;
  for (const item of items) {
    const width = widthOf(item);
    const height = heightOf(item);
    if (width > SHORT * height) {
      rows.push({ items: [item], width, height });
      continue;
    }
    const gap = Math.round(APART * Math.max(height, open?.height ?? 0));
    const like: boolean = open !== null && Math.max(height, open.height) <= 1.6 * Math.min(height, open.height);
    if (open && like && open.width + gap + width <= ROW_WIDTH) {
      open.items.push(item);
      open.width += gap + width;
      open.height = Math.max(open.height, height);
    } else {
      open = { items: [item], width, height };
      rows.push(open);
    }
  }
  return rows;
}

function strip(page: GrayPicture, rows: readonly Row[]): Strip {
  const widest = largest(rows.map(({ items, height }) => rowWidth(items, height)));
  const width = widest + 2 * SIDE;
  const height = rows.reduce((sum, row) => sum + row.height + BETWEEN, BETWEEN);
  const picture = { width, height, pixels: new Uint8Array(width * height).fill(255) };
  const placed: Placed[] = [];
  let top = BETWEEN;
  for (const row of rows) {
    let left = SIDE;
    for (const item of row.items) {
      const { index, line } = item;
      const follows = item !== row.items[0];
      const place = { index, line, left, follows, top: top + Math.floor((row.height - heightOf(item)) / 2) };
      draw(page, picture, place);
      placed.push(place);
      left += widthOf(item) + Math.round(APART * row.height);
    }
    top += row.height + BETWEEN;
  }
  return { picture, placed };
}

const rowWidth = (items: readonly Item[], height: number): number =>
  items.reduce((sum, item) => sum + widthOf(item), (items.length - 1) * Math.round(APART * height));

/** Copies a line with a pixel more on every side, so that the soft edge of the print stays. */
function draw(page: GrayPicture, { width, pixels }: GrayPicture, { line, top, left }: Placed): void {
  for (let y = -1; y <= line.y1 - line.y0; y++) {
    const source = line.y0 + y;
    if (source < 0 || source >= page.height) continue;
    const x0 = Math.max(0, line.x0 - 1);
    const x1 = Math.min(page.width, line.x1 + 1);
    pixels.set(
      page.pixels.subarray(source * page.width + x0, source * page.width + x1),
      (top + y) * width + left - (line.x0 - x0),
    );
  }
}

/** Gives every symbol back to the line it stands in, in the page's pixels, in the order it was read. */
export function unstack({ placed }: Strip, symbols: readonly ReadSymbol[]): Map<number, ReadSymbol[]> {
  const out = new Map<number, ReadSymbol[]>(placed.map(({ index }) => [index, []]));
  for (const symbol of symbols) {
    const at = placeOf(symbol, placed);
    if (!at) continue;
    const dx = at.line.x0 - at.left;
    const dy = at.line.y0 - at.top;
    const [x0, y0, x1, y1] = symbol.box;
    out.get(at.index)!.push({ ...symbol, box: [x0 + dx, y0 + dy, x1 + dx, y1 + dy] });
  }
  for (const { index, follows } of placed) if (follows) out.set(index, withoutMadeUp(out.get(index)!));
  return out;
}

/** Marks engines make up in the white before a word that stands beside another. */
const MADE_UP = /^[“”"_'‘’|，,。.、·]$/u;

/** What was read in a line that has neighbours, without the marks made up before it; a quotation mark with a partner is real. */
function withoutMadeUp(symbols: readonly ReadSymbol[]): ReadSymbol[] {
  const from = symbols.findIndex(({ text }) => !MADE_UP.test(text));
  if (from <= 0) return from === 0 ? [...symbols] : [];
  return symbols.slice(from).some(({ text }) => /^[“”"]$/u.test(text)) ? [...symbols] : symbols.slice(from);
}

/** The line a symbol's middle stands in or nearest to in its row. */
function placeOf({ box }: ReadSymbol, placed: readonly Placed[]): Placed | undefined {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  let best: Placed | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const place of placed) {
    const { top, left, line } = place;
    if (y < top - BETWEEN / 2 || y >= top + (line.y1 - line.y0) + BETWEEN / 2) continue;
    const away = Math.max(0, left - x, x - (left + line.x1 - line.x0));
    if (away < least) {
      least = away;
      best = place;
    }
  }
  return best;
}
