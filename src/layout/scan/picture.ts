import { ExtractionError } from "../../lib/errors.ts";
import { type HelperKind, onceInHelper } from "../../lib/helper/index.ts";
import { moduleBeside } from "../../lib/helper/start-process.ts";
import { pictureLibrary } from "../../lib/picture-library.ts";
import type { GrayPicture, RawPicture } from "./gray-picture.ts";
import { decoded } from "./picture-decoding.ts";
import type { PictureRequest } from "./picture-work.ts";

export type { GrayPicture, RawPicture } from "./gray-picture.ts";

/** Where foreign pictures are decoded: by native code, in a process of its own. */
const DECODING: HelperKind = { module: moduleBeside(import.meta.url, "picture-work"), seconds: 60 };

/**
 * Decodes a page picture to grey. A red seal over text is separated by colour: seen through red, red ink is as light as the paper and
 * the black print under it stays. Throws ExtractionError (`damaged`, `limit-exceeded`, `missing-program`, `timeout`).
 */
export const grayPicture = (raw: RawPicture): Promise<GrayPicture> =>
  raw instanceof Uint8Array ? inDecoding<GrayPicture>({ bytes: raw, want: "gray" }) : decoded(raw);

/** Whether a JPEG means the same outside its PDF: grey or colour, of a size that is decoded. Four inks (CMYK) are kept now so, now inverted. */
export const isPlainJpeg = (jpeg: Uint8Array): Promise<boolean> => inDecoding<boolean>({ bytes: jpeg, want: "plain" });

/** One after the other: a second process would take more memory than it brings time. */
let before: Promise<unknown> = Promise.resolve();

async function inDecoding<Piece>(request: PictureRequest): Promise<Piece> {
  const decoding = before.then(() => onceInHelper<Piece>(DECODING, request, "picture"));
  before = decoding.catch(() => {});
  try {
    return await decoding;
  } catch (error) {
    if (!(error instanceof ExtractionError)) throw error;
    throw new ExtractionError(error.code, error.message, null, error);
  }
}

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
