import { largest, smallest } from "../../lib/long-lists.ts";
import { eachInk, type InkMask } from "./ink.ts";
import type { GrayPicture } from "./picture.ts";

/** A mark of at most so much ink, with none other so near it (pixels at 200 dpi), is dirt: a full stop has more, or stands by its word. */
const MOST_INK = 6;
const ALONE = 7;

/** Takes specks out of a page's ink and picture: engines read them as marks, and they spoil where a line of print ends. */
export function removeSpecks({ width, height, ink }: InkMask, picture: GrayPicture): void {
  eachInk(ink, (start) => {
    // what hangs together with ink before it was looked at there
    if (ink[start - 1] || ink[start - width - 1] || ink[start - width] || ink[start - width + 1]) return;
    const speck = smallPart(ink, width, start);
    if (!speck) return;
    const [x0, x1] = around(speck.map((at) => at % width));
    const [y0, y1] = around(speck.map((at) => Math.floor(at / width)));
    let near = 0;
    for (let y = Math.max(0, y0 - ALONE); y <= Math.min(height - 1, y1 + ALONE); y++)
      for (let x = Math.max(0, x0 - ALONE); x <= Math.min(width - 1, x1 + ALONE); x++) near += ink[y * width + x]!;
    if (near > speck.length) return;
    for (let y = Math.max(0, y0 - 2); y <= Math.min(height - 1, y1 + 2); y++) {
      const [from, to] = [y * width + Math.max(0, x0 - 2), y * width + Math.min(width - 1, x1 + 2) + 1];
      ink.fill(0, from, to);
      picture.pixels.fill(255, from, to);
    }
  });
}

const around = (values: readonly number[]): [number, number] => [smallest(values), largest(values)];

/** The pixels that hang together with one, where they are few; null where there are more. */
function smallPart(ink: Uint8Array, width: number, start: number): number[] | null {
  const part = [start];
  for (let i = 0; i < part.length; i++)
    for (const step of [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]) {
      const at = part[i]! + step;
      if (!ink[at] || part.includes(at)) continue;
      if (part.length === MOST_INK) return null;
      part.push(at);
    }
  return part;
}
