import type { Pdfium } from "../../lib/pdfium-module.ts";
import type { EmbeddedPicture, Raster } from "./engine.ts";
import type { Frame } from "./frame.ts";
import { readObjects } from "./pdfium-objects.ts";

/** The only filter whose bytes are a picture file by themselves. */
const JPEG_FILTER = "DCTDecode";
/** Places in FPDF_IMAGEOBJ_METADATA, and the colour space a mask does not have. */
const BITS_PER_PIXEL = 4;
const COLOUR_SPACE = 5;
const UNKNOWN = 0;
const GRAY = 1;
const BGR = 2;
const BGRA = 4;

/**
 * The pictures of an open page as they are stored, in drawing order. Left out are those that cannot be decoded, and those the page shows
 * turned, mirrored or cut: their pixels would not stand where the page shows them.
 */
export function readPictures(engine: Pdfium, page: number, frame: Frame): EmbeddedPicture[] {
  const pictures: EmbeddedPicture[] = [];
  for (const { box, handle, asStored } of readObjects(engine, page, frame).images) {
    if (!asStored) continue;
    if (soleFilter(engine, handle) === JPEG_FILTER) pictures.push({ box, jpeg: rawBytes(engine, handle) });
    else {
      const raster = decoded(engine, handle, isStencil(engine, page, handle));
      if (raster) pictures.push({ box, raster });
    }
  }
  return pictures;
}

function soleFilter({ call, heap, scratch }: Pdfium, image: number): string | null {
  if (call.FPDFImageObj_GetImageFilterCount(image) !== 1) return null;
  const length = call.FPDFImageObj_GetImageFilter(image, 0, scratch, 256);
  return length > 1 && length <= 256
    ? new TextDecoder().decode(heap.HEAPU8.subarray(scratch, scratch + length - 1))
    : null;
}

function rawBytes({ call, heap }: Pdfium, image: number): Uint8Array {
  const length = call.FPDFImageObj_GetImageDataRaw(image, 0, 0);
  const buffer = call.malloc(length);
  call.FPDFImageObj_GetImageDataRaw(image, buffer, length);
  const bytes = heap.HEAPU8.slice(buffer, buffer + length);
  call.free(buffer);
  return bytes;
}

/** A stencil mask: one bit a pixel and no colour space. Scanning programs keep black-and-white pages so. */
function isStencil({ call, heap, scratch }: Pdfium, page: number, image: number): boolean {
  if (!call.FPDFImageObj_GetImageMetadata(image, page, scratch)) return false;
  const fields = heap.HEAP32.subarray(scratch >> 2, (scratch >> 2) + 6);
  return fields[BITS_PER_PIXEL] === 1 && fields[COLOUR_SPACE] === UNKNOWN;
}

/** Pixels as the page shows them: what a stencil paints (255 in the mask) is ink. */
function decoded({ call, heap }: Pdfium, image: number, stencil: boolean): Raster | null {
  const bitmap = call.FPDFImageObj_GetBitmap(image);
  if (bitmap === 0) return null;
  const width = call.FPDFBitmap_GetWidth(bitmap);
  const height = call.FPDFBitmap_GetHeight(bitmap);
  const stride = call.FPDFBitmap_GetStride(bitmap);
  const format = call.FPDFBitmap_GetFormat(bitmap);
  const from = call.FPDFBitmap_GetBuffer(bitmap);
  const bytes = format === GRAY ? 1 : format === BGR ? 3 : 4;
  const rgba = new Uint8Array(width * height * 4);
  const flip = stencil ? 255 : 0;
  const source = heap.HEAPU8;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const p = from + y * stride + x * bytes;
      const q = 4 * (y * width + x);
      rgba[q] = source[bytes === 1 ? p : p + 2]! ^ flip;
      rgba[q + 1] = source[bytes === 1 ? p : p + 1]! ^ flip;
      rgba[q + 2] = source[p]! ^ flip;
      rgba[q + 3] = format === BGRA ? source[p + 3]! : 255;
    }
  call.FPDFBitmap_Destroy(bitmap);
  return { width, height, rgba };
}
