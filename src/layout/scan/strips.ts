import type { ReadSymbol } from "./engine.ts";
import type { GrayPicture } from "./picture.ts";
import type { Region } from "./text-lines.ts";

/** Lines stacked into one picture: fewer cost more calls, more make the engine lose lines. */
const LINES = 15;
/** White around a line, in pixels at 200 dpi. Without white at the sides a first digit is lost (446.11 became 146.11). */
const SIDE = 40;
const BETWEEN = 22;

interface Placed {
  readonly index: number;
  readonly line: Region;
  /** Where the line's top left stands in the strip. */
  readonly top: number;
}

/** Lines of print stacked in one white picture, and where each came from. */
export interface Strip {
  readonly picture: GrayPicture;
  readonly placed: readonly Placed[];
}

/** Stacks lines, those of like width together, so that a strip is no wider than its lines need. */
export function stack(page: GrayPicture, lines: readonly Region[]): Strip[] {
  const order = lines
    .map((line, index) => ({ line, index }))
    .sort((a, b) => a.line.x1 - a.line.x0 - (b.line.x1 - b.line.x0));
  const strips: Strip[] = [];
  for (let from = 0; from < order.length; from += LINES) {
    const part = order.slice(from, from + LINES).sort((a, b) => a.index - b.index);
    const width = Math.max(...part.map(({ line }) => line.x1 - line.x0)) + 2 * SIDE;
    const height = part.reduce((sum, { line }) => sum + line.y1 - line.y0 + BETWEEN, BETWEEN);
    const pixels = new Uint8Array(width * height).fill(255);
    const placed: Placed[] = [];
    let top = BETWEEN;
    for (const { line, index } of part) {
      // a pixel more on every side, so that the soft edge of the print stays
      for (let y = -1; y <= line.y1 - line.y0; y++) {
        const source = line.y0 + y;
        if (source < 0 || source >= page.height) continue;
        const x0 = Math.max(0, line.x0 - 1);
        const x1 = Math.min(page.width, line.x1 + 1);
        pixels.set(
          page.pixels.subarray(source * page.width + x0, source * page.width + x1),
          (top + y) * width + SIDE - (line.x0 - x0),
        );
      }
      placed.push({ index, line, top });
      top += line.y1 - line.y0 + BETWEEN;
    }
    strips.push({ picture: { width, height, pixels }, placed });
  }
  return strips;
}

/** Gives every symbol back to the line it stands in, in the page's pixels. */
export function unstack(strip: Strip, symbols: readonly ReadSymbol[]): Map<number, ReadSymbol[]> {
  const out = new Map<number, ReadSymbol[]>(strip.placed.map(({ index }) => [index, []]));
  for (const symbol of symbols) {
    const middle = (symbol.box[1] + symbol.box[3]) / 2;
    const at = strip.placed.find(
      ({ top, line }) => middle >= top - BETWEEN / 2 && middle < top + (line.y1 - line.y0) + BETWEEN / 2,
    );
    if (!at) continue;
    const dx = at.line.x0 - SIDE;
    const dy = at.line.y0 - at.top;
    const [x0, y0, x1, y1] = symbol.box;
    out.get(at.index)!.push({ ...symbol, box: [x0 + dx, y0 + dy, x1 + dx, y1 + dy] });
  }
  for (const list of out.values()) list.sort((a, b) => a.box[0] - b.box[0]);
  return out;
}
