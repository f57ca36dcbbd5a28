import type { Bounds } from "./frame.ts";

/** A filled area in drawing order. `color` is 0xRRGGBB; null where it is a picture, a pattern or a shape that is no rectangle. */
export interface Filled {
  readonly box: Readonly<Bounds>;
  readonly order: number;
  readonly color: number | null;
  /** Lets nothing through: no transparency, no blend mode, no mask. */
  readonly opaque: boolean;
}

/** White, as the paper. */
const PAPER = 0xffffff;
/** Two colours no eye tells apart differ by no more than this in each part of 255. */
const SAME_COLOR = 10;
/** Areas are looked up by strips of this height. */
const STRIP_PT = 32;
/** Filled areas beyond this many on one page are a drawing: nothing is taken away for their sake. */
const MOST_AREAS = 20_000;

/**
 * What lies under and over the characters of a page. A character counts as unseen where an opaque area painted after it covers its middle
 * (a corrected figure on a white box), or where it is painted in the colour of the ground it stands on (white on paper).
 */
export class Ground {
  private readonly strips = new Map<number, Filled[]>();
  private count = 0;
  private last = -1;

  add(area: Filled): void {
    if (++this.count > MOST_AREAS) return;
    const [x0, y0, x1, y1] = area.box;
    if (x1 <= x0 || y1 <= y0) return;
    this.last = Math.max(this.last, area.order);
    for (let strip = Math.floor(y0 / STRIP_PT); strip <= Math.floor(y1 / STRIP_PT); strip++) {
      const held = this.strips.get(strip);
      if (held) held.push(area);
      else this.strips.set(strip, [area]);
    }
  }

  /** Whether a character with this box, painted at `order` in `color` (null: unknown), cannot be seen. */
  hides(x0: number, y0: number, x1: number, y1: number, order: number, color: number | null): boolean {
    if (this.count > MOST_AREAS) return false;
    const light = color !== null && isSame(color, PAPER);
    // Dark text is looked at only where something was painted later, or under it in a colour of its own.
    if (this.last < 0) return light;
    const x = (x0 + x1) / 2;
    const y = (y0 + y1) / 2;
    const dx = (x1 - x0) / 4;
    const dy = (y1 - y0) / 4;
    let ground: number | null = PAPER;
    for (const area of this.strips.get(Math.floor(y / STRIP_PT)) ?? []) {
      const [a, b, c, d] = area.box;
      if (x - dx < a || x + dx > c || y - dy < b || y + dy > d) continue;
      if (area.order > order) {
        if (area.opaque && area.color !== null) return true;
      } else ground = area.opaque ? area.color : null;
    }
    return color !== null && ground !== null && isSame(color, ground);
  }
}

const isSame = (a: number, b: number): boolean =>
  [16, 8, 0].every((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) <= SAME_COLOR);
