import type { Sharp } from "sharp";
import { ExtractionError } from "../../lib/errors.ts";
import { pictureLibrary } from "../../lib/picture-library.ts";
import type { GrayPicture, RawPicture } from "./gray-picture.ts";

/** Larger pictures are refused rather than decoded. */
const MAX_PIXELS = 120_000_000;
/** Pictures finer than pages are read at, by far, are decoded at half their size. */
const FINE_PIXELS = 40_000_000;

/** Ink as red as this (red over the stronger of green and blue) is a seal or a stamp, not print. */
const SEAL_REDNESS = 40;

/**
 * Decodes a page picture to grey. A red seal over text is separated by colour: seen through red, red ink is as light as the paper and
 * the black print under it stays.
 */
export async function decoded(raw: RawPicture): Promise<GrayPicture> {
  const sharp = pictureLibrary();
  const source =
    raw instanceof Uint8Array
      ? sharp(raw, { limitInputPixels: false })
      : sharp(raw.rgba, { raw: { width: raw.width, height: raw.height, channels: 4 } });
  try {
    const { width, height } = await sizeOf(source);
    if (width * height > FINE_PIXELS) source.resize({ width: Math.round(width / 2), kernel: "lanczos3" });
    const { data, info } = await source
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    return {
      width: info.width,
      height: info.height,
      pixels: info.channels >= 3 ? seenThroughRed(data, info.channels) : new Uint8Array(data),
    };
  } catch (cause) {
    if (cause instanceof ExtractionError) throw cause;
    throw new ExtractionError("damaged", "the picture cannot be decoded", null, cause);
  }
}

async function sizeOf(picture: Sharp): Promise<{ readonly width: number; readonly height: number }> {
  const { width, height } = await picture.metadata();
  if (width * height > MAX_PIXELS)
    throw new ExtractionError("limit-exceeded", `a picture of ${width} × ${height} pixels, more than ${MAX_PIXELS}`);
  return { width, height };
}

/** Whether a JPEG means the same outside its PDF: grey or colour, of a size that is decoded. Four inks (CMYK) are kept now so, now inverted. */
export async function meansTheSame(jpeg: Uint8Array): Promise<boolean> {
  const sharp = pictureLibrary();
  try {
    const { channels = 0, width, height } = await sharp(jpeg, { limitInputPixels: false }).metadata();
    return channels <= 3 && width * height <= MAX_PIXELS;
  } catch {
    return false;
  }
}

function seenThroughRed(data: Uint8Array, channels: number): Uint8Array {
  const pixels = new Uint8Array(data.length / channels);
  for (let i = 0, p = 0; p < pixels.length; i += channels, p++) {
    const red = data[i]!;
    const green = data[i + 1]!;
    const blue = data[i + 2]!;
    pixels[p] = red - Math.max(green, blue) > SEAL_REDNESS ? underSeal(red) : (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return pixels;
}

/** The red of a pixel under red ink where it is print, and where it is bare paper. */
const PRINT_UNDER_SEAL = 60;
const PAPER_UNDER_SEAL = 150;

const underSeal = (red: number): number =>
  Math.max(0, Math.min(255, ((red - PRINT_UNDER_SEAL) * 255) / (PAPER_UNDER_SEAL - PRINT_UNDER_SEAL)));
