import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { ingest } from "../ingest/index.ts";
import { openPdfium } from "../layout/pdf/pdfium.ts";
import { pdfium } from "../lib/pdfium-module.ts";
import { pictureLibrary } from "../lib/picture-library.ts";
import type { SourceFile } from "../lib/source-file.ts";
import type { Picture } from "./thread-messages.ts";

/** Why a page has no picture. */
export class NoPicture extends Error {
  override readonly name = "NoPicture";
  readonly code: "gone" | "changed" | "no-pages" | "unreadable";
  constructor(code: "gone" | "changed" | "no-pages" | "unreadable") {
    super(code);
    this.code = code;
  }
}

/** More distinct colours than this on a page: a photograph or a scan, which JPEG holds in a fifth of the bytes. */
const PHOTO_COLOURS = 512;
const JPEG_QUALITY = 72;
const PICTURE_DPI = 144;

/** The file of a hash at one of the paths it came from; a member of an archive is looked for in the archive. Throws NoPicture. */
export async function original(sha256: string, paths: readonly string[]): Promise<SourceFile> {
  let there = false;
  for (const path of paths) {
    // `报告.zip/决算.pdf`: the outermost part that is a file
    let file = path;
    while (!existsSync(file) && dirname(file) !== file) file = dirname(file);
    if (!existsSync(file) || file === "." || file === "/") continue;
    there = true;
    for await (const found of ingest(file)) if ("bytes" in found && found.sha256 === sha256) return found;
  }
  throw new NoPicture(there ? "changed" : "gone");
}

/** Loads what paints, so that the first page takes no longer than the next. */
export async function prepare(): Promise<null> {
  await pdfium();
  const white = { width: 8, height: 8, channels: 3 as const, background: "white" };
  await pictureLibrary()({ create: white }).png({ palette: true }).toBuffer();
  return null;
}

/** The page's picture. PDF pages are painted, pictures shown; other kinds of file have no pages. Throws NoPicture. */
export async function paint(
  { sha256, paths }: { readonly sha256: string; readonly paths: readonly string[] },
  page: number,
  dpi: number,
  crop?: readonly [number, number, number, number],
): Promise<Picture> {
  const file = await original(sha256, paths);
  if (file.mediaType === "pdf") return await pdfPage(file.bytes, page, dpi, crop);
  if (file.mediaType !== "image") throw new NoPicture("no-pages");
  const image = pictureLibrary()(file.bytes, { page: page - 1 }).rotate();
  const { width, height } = await image.metadata();
  const bytes = await image
    .resize({ width: Math.min(width, Math.round((width * dpi) / PICTURE_DPI)), withoutEnlargement: true })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
  return { type: "image/jpeg", bytes, width, height };
}

async function pdfPage(
  bytes: Uint8Array,
  page: number,
  dpi: number,
  crop?: readonly [number, number, number, number],
): Promise<Picture> {
  const document = await openPdfium(bytes);
  try {
    if (page > document.pages) throw new NoPicture("unreadable");
    const { width, height, rgba } = document.render(page, dpi);
    const scale = dpi / 72;
    const raw = { raw: { width, height, channels: 4 as const } };
    const size = { width: width / scale, height: height / scale };
    let image = pictureLibrary()(rgba, raw).removeAlpha();
    if (crop) image = image.extract(cropped(crop, scale, width, height));
    if (isPhoto(rgba))
      return { type: "image/jpeg", bytes: await image.jpeg({ quality: JPEG_QUALITY }).toBuffer(), ...size };
    return { type: "image/png", bytes: await image.png({ palette: true, compressionLevel: 7 }).toBuffer(), ...size };
  } finally {
    document.close();
  }
}

/** White around a part that is cut out, in points. */
const MARGIN = 6;

function cropped([x0, y0, x1, y1]: readonly [number, number, number, number], scale: number, w: number, h: number) {
  const left = Math.max(0, Math.min(w - 1, Math.floor((x0 - MARGIN) * scale)));
  const top = Math.max(0, Math.min(h - 1, Math.floor((y0 - MARGIN) * scale)));
  return {
    left,
    top,
    width: Math.max(1, Math.min(w - left, Math.ceil((x1 + MARGIN) * scale) - left)),
    height: Math.max(1, Math.min(h - top, Math.ceil((y1 + MARGIN) * scale) - top)),
  };
}

/** Told from a sample of its points: print has few colours. */
function isPhoto(rgba: Uint8Array): boolean {
  const colours = new Set<number>();
  const step = 4 * Math.max(1, Math.floor(rgba.length / 4 / 20_000));
  for (let i = 0; i < rgba.length; i += step) colours.add((rgba[i]! << 16) | (rgba[i + 1]! << 8) | rgba[i + 2]!);
  return colours.size > PHOTO_COLOURS;
}
