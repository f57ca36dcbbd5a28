import { ExtractionError } from "../../lib/errors.ts";
import { abandonPdfium, PDFIUM_VERSION, type Pdfium, pdfium } from "../../lib/pdfium-module.ts";
import { type PageReading, type PaintingPdfDocument, PDF_LIMITS, type Raster } from "./engine.ts";
import { type Bounds, type Frame, pageFrame, type Turn } from "./frame.ts";
import { drawAnnotations } from "./pdfium-annotations.ts";
import { readObjects } from "./pdfium-objects.ts";
import { readPictures } from "./pdfium-pictures.ts";
import { readText } from "./pdfium-text.ts";

const PASSWORD_NEEDED = 4;
const UNKNOWN_SECURITY = 5;
const BGRX = 3;
const WHITE = 0xffffffff | 0;
const DRAW_ANNOTATIONS = 1;
const REVERSE_BYTES = 16;
/** PDFium keeps every object it has parsed until the document is closed: long documents are opened again now and then. */
const REOPEN_AFTER_PAGES = 500;
/** An engine that has taken more memory than this is not kept for the next document. */
const KEPT_BYTES = 192 << 20;
/** The page in hand and the one begun beside it. */
const MOST_OPEN_PAGES = 2;
/** A page larger than this is painted smaller: 16 million pixels are 64 MB, a page of A2 at 200 dots per inch. */
const MOST_PIXELS = 16e6;

/**
 * Opens a PDF with PDFium. Throws ExtractionError `password` (a real one; an empty one opens), `damaged` or `limit-exceeded`.
 * The caller closes it.
 */
export async function openPdfium(bytes: Uint8Array): Promise<PaintingPdfDocument> {
  if (bytes.length > PDF_LIMITS.bytes)
    throw new ExtractionError("limit-exceeded", `more than ${PDF_LIMITS.bytes} bytes`);
  const engine = await pdfium();
  const { call, heap } = engine;
  const data = guard(engine, () => call.malloc(bytes.length));
  if (data === 0) throw new ExtractionError("limit-exceeded", `no memory for ${bytes.length} bytes`);
  heap.HEAPU8.set(bytes, data);
  const load = (): number => guard(engine, () => call.FPDF_LoadMemDocument(data, bytes.length, 0));
  let handle = load();
  if (handle === 0) {
    const error = call.FPDF_GetLastError();
    call.free(data);
    if (error === PASSWORD_NEEDED) throw new ExtractionError("password", "the PDF needs a password");
    if (error === UNKNOWN_SECURITY)
      throw new ExtractionError("password", "the PDF is protected in a way no reader here knows");
    throw new ExtractionError("damaged", "no PDF structure could be read");
  }
  const pages = guard(engine, () => call.FPDF_GetPageCount(handle));
  const close = (): void => {
    try {
      open.close();
      call.FPDF_CloseDocument(handle);
      call.free(data);
      // its memory never shrinks: what one file needed is not held for all that follow
      if (heap.HEAPU8.length > KEPT_BYTES) abandonPdfium(engine);
    } catch {
      // an engine that trapped on this file cannot close it either, and is no longer in use
      abandonPdfium(engine);
    }
  };
  if (pages === 0 || pages > PDF_LIMITS.pages) {
    close();
    if (pages === 0) throw new ExtractionError("damaged", "the PDF has no pages");
    throw new ExtractionError("limit-exceeded", `${pages} pages, more than ${PDF_LIMITS.pages}`);
  }
  const turned = new Map<number, Turn>();
  const open = new OpenPages(engine);
  let pagesRead = 0;
  const visit = <T>(number: number, work: (page: number) => T): T =>
    guard(engine, () => {
      const known = open.get(number);
      if (known !== undefined) return work(known);
      if (++pagesRead % REOPEN_AFTER_PAGES === 0) {
        open.close();
        call.FPDF_CloseDocument(handle);
        handle = load();
      }
      return work(open.add(number, pageOf(engine, handle, number)));
    });
  const content = (number: number): PageReading => {
    const reading = visit(number, (page) => readPage(engine, page, number));
    turned.set(number, reading.turned);
    return reading;
  };
  const turnOf = (number: number): Turn => turned.get(number) ?? content(number).turned;
  return {
    engine: `pdfium ${PDFIUM_VERSION}`,
    pages,
    content,
    pictures: (number) => {
      const turn = turnOf(number);
      return visit(number, (page) => readPictures(engine, page, frameOf(engine, page, turn)));
    },
    render: (number, dpi) => {
      const turn = turnOf(number);
      return visit(number, (page) => renderPage(engine, page, dpi, turn));
    },
    band: (number, top, bottom, scale) => {
      const turn = turnOf(number);
      return visit(number, (page) => paintBand(engine, page, turn, top, bottom, scale));
    },
    close,
  };
}

/** Pages that were read last and are still loaded: what is painted of them is asked for right after. */
class OpenPages {
  private readonly engine: Pdfium;
  private readonly pages = new Map<number, number>();

  constructor(engine: Pdfium) {
    this.engine = engine;
  }

  get(number: number): number | undefined {
    return this.pages.get(number);
  }

  add(number: number, page: number): number {
    for (const [oldest, loaded] of this.pages) {
      if (this.pages.size < MOST_OPEN_PAGES) break;
      this.pages.delete(oldest);
      this.engine.call.FPDF_ClosePage(loaded);
    }
    this.pages.set(number, page);
    return page;
  }

  close(): void {
    const loaded = [...this.pages.values()];
    this.pages.clear();
    for (const page of loaded) this.engine.call.FPDF_ClosePage(page);
  }
}

/** A page, loaded, with its notes and form fields drawn on it. */
function pageOf(engine: Pdfium, handle: number, number: number): number {
  const { call } = engine;
  let page = call.FPDF_LoadPage(handle, number - 1);
  if (page !== 0 && drawAnnotations(engine, page)) {
    call.FPDF_ClosePage(page);
    page = call.FPDF_LoadPage(handle, number - 1);
  }
  if (page === 0) throw new ExtractionError("damaged", `page ${number} cannot be read`, `page ${number}`);
  return page;
}

/** A trap inside the WASM (a hostile file, no more memory) costs this file, not the process. */
function guard<T>(engine: Pdfium, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && error.name === "RuntimeError")) throw error;
    abandonPdfium(engine);
    if (engine.isShort()) throw new ExtractionError("limit-exceeded", "the PDF takes too much memory", null, error);
    throw new ExtractionError("damaged", `the PDF engine gave up: ${error.message}`, null, error);
  }
}

function visibleBox({ call, heap, scratch }: Pdfium, page: number): Bounds {
  if (!call.FPDF_GetPageBoundingBox(page, scratch)) return [0, 0, 595, 842];
  const at = scratch >> 2;
  const [left, top, right, bottom] = heap.HEAPF32.subarray(at, at + 4);
  return [left!, bottom!, right!, top!];
}

function frameOf(engine: Pdfium, page: number, turned: Turn): Frame {
  return pageFrame(visibleBox(engine, page), ((engine.call.FPDFPage_GetRotation(page) + turned) & 3) as Turn);
}

function readPage(engine: Pdfium, page: number, number: number): PageReading {
  const box = visibleBox(engine, page);
  const rotation = (engine.call.FPDFPage_GetRotation(page) & 3) as Turn;
  const upright = pageFrame(box, rotation);
  let objects = readObjects(engine, page, upright);
  const text = readText(engine, page, objects.texts);
  const turned = text.turn(rotation);
  const frame = turned === 0 ? upright : pageFrame(box, ((rotation + turned) & 3) as Turn);
  if (turned !== 0) objects = readObjects(engine, page, frame);
  const { glyphs, evidence } = text.finish(frame, objects.ground);
  return {
    number,
    width: frame.width,
    height: frame.height,
    glyphs,
    lines: objects.rules.lines,
    pictures: objects.images.map(({ box }) => ({ box })),
    evidence: { ...evidence, outlines: objects.rules.outlines },
    turned,
    fonts: text.fonts,
    ...(objects.layered ? { layered: true } : {}),
    ...(objects.replaced ? { replaced: true } : {}),
  };
}

function paintBand(engine: Pdfium, page: number, turned: Turn, top: number, bottom: number, scale: number): Raster {
  const { call, heap } = engine;
  const frame = frameOf(engine, page, turned);
  const width = Math.max(1, Math.round(frame.width * scale));
  const height = Math.max(1, Math.ceil((bottom - top) * scale));
  if (width * height > MOST_PIXELS) throw new ExtractionError("limit-exceeded", `no memory for ${width} × ${height}`);
  const bitmap = call.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  if (bitmap === 0) throw new ExtractionError("limit-exceeded", `no memory for a picture of ${width} × ${height}`);
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    const whole = Math.round(frame.height * scale);
    call.FPDF_RenderPageBitmap(bitmap, page, 0, -Math.round(top * scale), width, whole, turned, REVERSE_BYTES);
    const from = call.FPDFBitmap_GetBuffer(bitmap);
    return { width, height, rgba: heap.HEAPU8.slice(from, from + width * height * 4) };
  } finally {
    call.FPDFBitmap_Destroy(bitmap);
  }
}

function renderPage(engine: Pdfium, page: number, dpi: number, turned: Turn): Raster {
  const { call, heap } = engine;
  const frame = frameOf(engine, page, turned);
  const scale = Math.min(dpi / 72, Math.sqrt(MOST_PIXELS / (frame.width * frame.height)));
  const width = Math.max(1, Math.round(frame.width * scale));
  const height = Math.max(1, Math.round(frame.height * scale));
  const bitmap = call.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  if (bitmap === 0) throw new ExtractionError("limit-exceeded", `no memory for a picture of ${width} × ${height}`);
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turned, DRAW_ANNOTATIONS | REVERSE_BYTES);
    const from = call.FPDFBitmap_GetBuffer(bitmap);
    const rgba = heap.HEAPU8.slice(from, from + width * height * 4);
    for (let i = 3; i < rgba.length; i += 4) rgba[i] = 255;
    return { width, height, rgba };
  } finally {
    call.FPDFBitmap_Destroy(bitmap);
  }
}
