import { ExtractionError } from "../../lib/errors.ts";
import type { Layout } from "../../lib/layout.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import type { LayoutOptions } from "../options.ts";
import type { PageToLookAt } from "../pdf/index.ts";
import { documentPages, pageParts } from "../table/index.ts";
import { engineFor } from "./engines.ts";
import { grayPicture, isPlainJpeg, type RawPicture } from "./picture.ts";
import { readPage, type ScannedPage } from "./read-page.ts";

/** A page's picture is rendered at this many dots per inch where it cannot be taken out as it is: finer brought nothing. */
const RENDER_DPI = 200;
/** One embedded picture is the page where it covers this share of it. */
const WHOLE_PAGE = 0.85;
/** A page read with less confidence than this is said to be unreadable. */
const READABLE = 40;

/**
 * Reads a PDF page by looking at it: the embedded picture where one covers the page, otherwise the page rendered.
 * Throws ExtractionError (`ocr-failed`, `damaged`, `timeout`).
 */
export async function lookAt(page: PageToLookAt, options: LayoutOptions): Promise<ScannedPage> {
  const read = await readPdfPicture(page, options);
  if (read.glyphs.length > 0 && read.confidence < READABLE)
    throw new ExtractionError("ocr-failed", `the picture cannot be read well enough (confidence ${read.confidence})`);
  return read;
}

/** Print of at least this many characters in lines of running text is text; less is what stands in a chart or a photograph. */
const TEXT_CHARACTERS = 60;
const RUNNING_LINE = 12;

/**
 * Reads a picture on a page of text. Null where it holds neither a table nor running text, or nothing that could be read: a chart, a
 * photograph. Throws ExtractionError (`damaged`, `timeout`, `ocr-failed`).
 */
export async function lookAtPicture(picture: PageToLookAt, options: LayoutOptions): Promise<ScannedPage | null> {
  const read = await readPdfPicture(picture, options);
  if (read.confidence < READABLE) return null;
  const { grids, lines } = pageParts(read);
  if (grids.some(({ ruled, cells }) => ruled && cells.filter(({ text }) => text !== "").length >= 4)) return read;
  const running = lines
    .filter(({ text }) => text.length >= RUNNING_LINE)
    .reduce((sum, { text }) => sum + text.length, 0);
  return running >= TEXT_CHARACTERS ? read : null;
}

async function readPdfPicture(page: PageToLookAt, options: LayoutOptions): Promise<ScannedPage> {
  const engine = engineFor(options);
  const { number, width, height } = page;
  const read = (picture: RawPicture): Promise<ScannedPage> => readPage({ number, width, height, picture }, { engine });
  const stored = await storedPicture(page);
  if (stored === null) return read(page.render(RENDER_DPI));
  try {
    return await read(stored);
  } catch (error) {
    // a broken JPEG may still be painted as far as it goes
    if (!(error instanceof ExtractionError) || error.code !== "damaged") throw error;
    return read(page.render(RENDER_DPI));
  }
}

/** The one picture that is the page, as stored; null where there are several, or where stored is not as shown. */
async function storedPicture(page: PageToLookAt): Promise<RawPicture | null> {
  const pictures = page.pictures();
  const [only] = pictures;
  if (!only || pictures.length !== 1 || !covers(only.box, page)) return null;
  if ("raster" in only) return only.raster;
  return (await isPlainJpeg(only.jpeg)) ? only.jpeg : null;
}

const covers = ([x0, y0, x1, y1]: readonly [number, number, number, number], page: PageToLookAt): boolean =>
  (x1 - x0) * (y1 - y0) >= WHOLE_PAGE * page.width * page.height;

/** A picture file (PNG, JPEG, TIFF) as a document of one page, taken to be of A4 width. */
export async function readPicture(file: SourceFile, options: LayoutOptions): Promise<Layout> {
  if (options.ocr === "never")
    throw new ExtractionError("unsupported-format", "the file is a picture and was not looked at", file.path);
  const engine = engineFor(options);
  const { width, height } = await grayPicture(file.bytes);
  const [short, long] = [595.3, 841.9];
  const size =
    width <= height
      ? { width: short, height: (short * height) / width }
      : { width: long, height: (long * height) / width };
  const page = await readPage({ number: 1, ...size, picture: file.bytes }, { engine });
  const pages = documentPages([page], "ocr").map((p) => ({ ...p, confidence: page.confidence }));
  const unclear = page.unclear.map((message) => new ExtractionError("page-unclear", message, file.path));
  const trouble =
    page.confidence < READABLE
      ? [
          new ExtractionError(
            "ocr-failed",
            `the picture cannot be read well (confidence ${page.confidence})`,
            file.path,
          ),
        ]
      : unclear;
  return { file, reader: engine.name, pages, trouble };
}
