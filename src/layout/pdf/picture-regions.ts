import type { Box } from "../../../schemas/index.ts";
import type { Glyph, PageContent } from "../../lib/page-content.ts";
import { intersect } from "./frame.ts";

/** Smaller pictures are logos, seals, signatures; a table of three short rows is larger. Points. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 50;
/** Pieces of one picture touch: scanning programs and office programs cut pictures into strips. */
const TOUCH_PT = 1.5;
/** With this many characters lying on it a picture is the ground the text is printed on. */
const COVERED_CHARACTERS = 10;
/** More pictures than this on one page are its decoration. */
const MOST_PICTURES = 200;

/** Where pictures stand on a page of text that are large enough to hold a table or text of their own, strips put together. */
export function pictureRegions({ pictures, glyphs }: Pick<PageContent, "pictures" | "glyphs">): Box[] {
  if (pictures.length === 0 || pictures.length > MOST_PICTURES) return [];
  return joined(pictures.map(({ box }) => box))
    .filter(([x0, y0, x1, y1]) => x1 - x0 >= LEAST_WIDTH && y1 - y0 >= LEAST_HEIGHT)
    .filter((box) => glyphs.filter((glyph) => liesOn(glyph, box)).length < COVERED_CHARACTERS)
    .sort((a, b) => a[1] - b[1]);
}

/** Boxes that touch as one, until none touch any more. */
function joined(boxes: readonly Box[]): Box[] {
  const out: Box[] = [];
  for (const box of boxes) {
    let whole: Box = box;
    for (let i = 0; i < out.length; ) {
      const other = out[i]!;
      const shared = intersect(whole, other);
      if (shared[2] - shared[0] < -TOUCH_PT || shared[3] - shared[1] < -TOUCH_PT) {
        i++;
        continue;
      }
      whole = [
        Math.min(whole[0], other[0]),
        Math.min(whole[1], other[1]),
        Math.max(whole[2], other[2]),
        Math.max(whole[3], other[3]),
      ];
      out.splice(i, 1);
      i = 0;
    }
    out.push(whole);
  }
  return out;
}

function liesOn({ box }: Glyph, [x0, y0, x1, y1]: Box): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x > x0 && x < x1 && y > y0 && y < y1;
}
