import { largest } from "../../lib/long-lists.ts";
import type { GrayPicture } from "./picture.ts";

/** Height of the line pictures the recogniser was trained on. */
const HEIGHT = 48;
/** White at the sides of a line, at that height: without it a first or last stroke is lost. */
const SIDE = 8;
/** Widths are rounded up to this: a step of the recogniser's output. */
const STEP = 8;

/**
 * Lines of print as the recogniser takes them: three like channels, −1 black to 1 white. To the right of the shorter ones is grey (0), as in
 * its training: over white it makes characters up.
 */
export interface LineInput {
  readonly values: Float32Array;
  readonly shape: readonly [number, 3, number, number];
  /** Turns a step of the output for a line, of so many steps in all, into a place on that line, in its pixels. */
  placeOf(line: number, steps: number): (step: number) => number;
}

/** Width a line of print has for the recogniser: lines of like width are read together. */
export const inputWidth = ({ width, height }: GrayPicture): number =>
  STEP * Math.ceil((Math.max(1, Math.round((width * HEIGHT) / height)) + 2 * SIDE) / STEP);

/** Lines brought to the recogniser's height and set side by side in one tensor. */
export function inputOf(lines: readonly GrayPicture[]): LineInput {
  const width = largest(lines.map(inputWidth));
  const plane = HEIGHT * width;
  const values = new Float32Array(lines.length * 3 * plane);
  for (const [i, line] of lines.entries()) {
    const from = 3 * i * plane;
    draw(line, values.subarray(from, from + plane), width);
    for (const channel of [1, 2]) values.copyWithin(from + channel * plane, from, from + plane);
  }
  return {
    values,
    shape: [lines.length, 3, HEIGHT, width],
    placeOf: (line, steps) => {
      const scale = lines[line]!.height / HEIGHT;
      return (step) => (((step + 0.5) * width) / steps - SIDE) * scale;
    },
  };
}

/** Draws one line at the left, its pixels mixed from the four nearest. */
function draw({ width, height, pixels }: GrayPicture, plane: Float32Array, into: number): void {
  const scale = height / HEIGHT;
  const wide = Math.max(1, Math.round(width / scale));
  for (let y = 0; y < HEIGHT; y++) {
    plane.fill(1, y * into, y * into + Math.min(into, wide + 2 * SIDE));
    const sy = Math.min(height - 1, Math.max(0, (y + 0.5) * scale - 0.5));
    const [y0, fy] = [Math.floor(sy), sy % 1];
    const upper = y0 * width;
    const lower = Math.min(height - 1, y0 + 1) * width;
    for (let x = 0; x < wide; x++) {
      const sx = Math.min(width - 1, Math.max(0, ((x + 0.5) * width) / wide - 0.5));
      const [x0, fx] = [Math.floor(sx), sx % 1];
      const x1 = Math.min(width - 1, x0 + 1);
      const top = pixels[upper + x0]! * (1 - fx) + pixels[upper + x1]! * fx;
      const bottom = pixels[lower + x0]! * (1 - fx) + pixels[lower + x1]! * fx;
      plane[y * into + SIDE + x] = (top * (1 - fy) + bottom * fy) / 127.5 - 1;
    }
  }
}
