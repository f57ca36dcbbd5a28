import type { Sharp } from "sharp";
import { ExtractionError } from "../../lib/errors.ts";
import { pictureLibrary } from "../../lib/picture-library.ts";

/** A page as one byte a pixel, 0 black to 255 white, rows from the top. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** What a page's picture may come as: encoded bytes (JPEG, PNG, TIFF) or bare RGBA. */
export type RawPicture = Uint8Array | { readonly width: number; readonly height: number; readonly rgba: Uint8Array };

/** Larger pictures are refused rather than decoded. */
const MAX_PIXELS = 120_000_000;

/** Ink as red as this (red over the stronger of green and blue) is a seal or a stamp, not print. */
const SEAL_REDNESS = 40;

/**
 * Decodes a page picture to grey. A red seal over text is separated by colour: seen through red, red ink is as light as the paper and
 * the black print under it stays.
 */
export async function grayPicture(raw: RawPicture): Promise<GrayPicture> {
  const sharp = pictureLibrary();
  const source =
    raw instanceof Uint8Array
      ? sharp(raw, { limitInputPixels: false })
      : sharp(raw.rgba, { raw: { width: raw.width, height: raw.height, channels: 4 } });
  try {
    await refuseHuge(source);
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

async function refuseHuge(picture: Sharp): Promise<void> {
  const { width, height } = await picture.metadata();
  if (width * height > MAX_PIXELS)
    throw new ExtractionError("limit-exceeded", `a picture of ${width} × ${height} pixels, more than ${MAX_PIXELS}`);
}

/** Whether a JPEG means the same outside its PDF: grey or colour, of a size that is decoded. Four inks (CMYK) are kept now so, now inverted. */
export async function isPlainJpeg(jpeg: Uint8Array): Promise<boolean> {
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

/** The picture at another size (linear, in pixels). */
export async function resized(picture: GrayPicture, width: number): Promise<GrayPicture> {
  const { data, info } = await pictureLibrary()(picture.pixels, {
    raw: { width: picture.width, height: picture.height, channels: 1 },
  })
    .resize({ width: Math.round(width), kernel: "lanczos3" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
}

/** The picture turned clockwise by an angle in degrees about its middle, its size kept, white where nothing was. */
export async function turned(picture: GrayPicture, degrees: number): Promise<GrayPicture> {
  const quarter = degrees % 90 === 0;
  const { data, info } = await pictureLibrary()(picture.pixels, {
    raw: { width: picture.width, height: picture.height, channels: 1 },
  })
    .rotate(degrees, { background: { r: 255, g: 255, b: 255 } })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const whole = { width: info.width, height: info.height, pixels: new Uint8Array(data) };
  if (quarter) return whole;
  const left = Math.max(0, Math.floor((whole.width - picture.width) / 2));
  const top = Math.max(0, Math.floor((whole.height - picture.height) / 2));
  return cropped(whole, left, top, Math.min(picture.width, whole.width), Math.min(picture.height, whole.height));
}

/** A part of the picture. */
export function cropped(picture: GrayPicture, left: number, top: number, width: number, height: number): GrayPicture {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * picture.width + left;
    pixels.set(picture.pixels.subarray(from, from + width), y * width);
  }
  return { width, height, pixels };
}
