import type { GrayPicture } from "./picture.ts";

/** A line of print with its strokes half a pixel thinner on every side: a number that reads otherwise then was not sure. */
export function thinned({ width, height, pixels }: GrayPicture): GrayPicture {
  const out = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const lightest = Math.max(
        pixels[i]!,
        x > 0 ? pixels[i - 1]! : 255,
        x + 1 < width ? pixels[i + 1]! : 255,
        y > 0 ? pixels[i - width]! : 255,
        y + 1 < height ? pixels[i + width]! : 255,
      );
      out[i] = (pixels[i]! + lightest) >> 1;
    }
  return { width, height, pixels: out };
}
