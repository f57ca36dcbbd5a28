import { ExtractionError } from "../../lib/errors.ts";
import type { Layout } from "../../lib/layout.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import type { LayoutOptions } from "../index.ts";
import type { PageToLookAt } from "../pdf/index.ts";
import { documentPages } from "../table/index.ts";
import type { LineReader, OcrEngine } from "./engine.ts";
import { nativeTesseract } from "./native-tesseract.ts";
import { grayPicture, type RawPicture } from "./picture.ts";
import { ppOcr } from "./pp-ocr.ts";
import { isInstalled } from "./pp-ocr-package.ts";
import { readPage, type ScannedPage } from "./read-page.ts";
import { cacheFolder, remembering } from "./reading-cache.ts";
import { tesseractJs } from "./tesseract-js.ts";

/** `pp-ocr`: PP-OCR reads, tesseract.js reads numbers a second time; where PP-OCR is not installed tesseract.js reads alone. */
const STARTS: Record<NonNullable<LayoutOptions["ocrEngine"]>, () => OcrEngine> = {
  "pp-ocr": () => (isInstalled() ? withLines(ppOcr(), tesseractJs()) : tesseractJs()),
  "tesseract.js": () => tesseractJs(),
  tesseract: () => nativeTesseract(),
};

const withLines = (lines: LineReader, engine: OcrEngine): OcrEngine => ({
  ...engine,
  name: `${lines.name}, ${engine.name}`,
  lines,
  close: async () => void (await Promise.all([lines.close(), engine.close()])),
});

/** Engines stay warm for the whole process: starting one costs more than reading a page. */
const engines = new Map<string, OcrEngine>();

function engineFor({ ocrEngine = "pp-ocr" }: LayoutOptions): OcrEngine {
  let engine = engines.get(ocrEngine);
  if (!engine) {
    const bare = STARTS[ocrEngine]();
    const folder = cacheFolder();
    engine = folder ? remembering(bare, folder) : bare;
    engines.set(ocrEngine, engine);
  }
  return engine;
}

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
  const read = await readPage(
    { number: page.number, width: page.width, height: page.height, picture: pictureOf(page) },
    { engine: engineFor(options) },
  );
  if (read.glyphs.length > 0 && read.confidence < READABLE)
    throw new ExtractionError("ocr-failed", `the picture cannot be read well enough (confidence ${read.confidence})`);
  return read;
}

function pictureOf(page: PageToLookAt): RawPicture {
  const pictures = page.pictures();
  const [only] = pictures;
  if (only && pictures.length === 1 && covers(only.box, page)) return "jpeg" in only ? only.jpeg : only.raster;
  return page.render(RENDER_DPI);
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
  const trouble =
    page.confidence < READABLE
      ? [
          new ExtractionError(
            "ocr-failed",
            `the picture cannot be read well (confidence ${page.confidence})`,
            file.path,
          ),
        ]
      : [];
  return { file, reader: engine.name, pages, trouble };
}
