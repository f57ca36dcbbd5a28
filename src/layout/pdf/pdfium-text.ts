import { ExtractionError } from "../../lib/errors.ts";
import type { Pdfium } from "../../lib/pdfium-module.ts";
import { PDF_LIMITS } from "./engine.ts";
import { type Bounds, intersect } from "./frame.ts";
import { GlyphCollector, type Run } from "./glyph-collector.ts";
import { clipBounds, type PlacedText } from "./pdfium-objects.ts";

/** Render modes that put nothing on paper: invisible, and clipping only. */
const INVISIBLE = new Set([3, 7]);
/** Fill and stroke: how word processors fake a bold face they do not have. */
const FILL_AND_STROKE = 2;
const BOLD_WEIGHT = 600;
const BOLD_NAME = /bold|heavy|black|simhei|stheiti|fzhei|黑体/i;
const REPLACEMENT = 0xfffd;

/** Reads every character of a page; user space, nothing filtered but the blanks PDFium makes up itself. */
export function readText(engine: Pdfium, page: number, texts: ReadonlyMap<number, PlacedText>): GlyphCollector {
  const { call, heap, scratch } = engine;
  const collector = new GlyphCollector();
  const textPage = call.FPDFText_LoadPage(page);
  if (textPage === 0) return collector;
  try {
    const count = call.FPDFText_CountChars(textPage);
    if (count > PDF_LIMITS.glyphsPerPage)
      throw new ExtractionError("limit-exceeded", `more than ${PDF_LIMITS.glyphsPerPage} characters on a page`);
    const faces = new Map<number, Face>();
    let run: RunInHand | undefined;
    const rect = scratch >> 2;
    let current = 0;
    let before = 0;
    for (let i = 0; i < count; i++) {
      const object = call.FPDFText_GetTextObject(textPage, i);
      if (object === 0) continue;
      if (object !== current) {
        current = object;
        run = readRun(engine, textPage, i, object, faces, texts.get(object));
        collector.run(run);
      }
      let code = call.FPDFText_GetUnicode(textPage, i);
      if ((code & 0xfffffc00) === 0xd800 && i + 1 < count) {
        const low = call.FPDFText_GetUnicode(textPage, i + 1);
        if ((low & 0xfffffc00) === 0xdc00) {
          code = ((code - 0xd800) << 10) + (low - 0xdc00) + 0x10000;
          i++;
        }
      }
      // The codes of a Type 3 font without a map stand for drawings; those below a blank are no characters anybody typed.
      const named = run?.face.nameless !== true || code >= BLANK;
      const mapped = named && code !== 0 && call.FPDFText_HasUnicodeMapError(textPage, i) !== 1;
      if (!mapped && code < 0x20) code = REPLACEMENT;
      if (code === BLANK && isDigit(before) && object === current && hasInk(engine, textPage, i, run)) {
        code = REPLACEMENT;
        collector.inkedBlanks++;
      }
      before = code;
      if (!call.FPDFText_GetLooseCharBox(textPage, i, scratch)) continue;
      const m = heap.HEAPF32;
      const box: Bounds = [m[rect]!, m[rect + 3]!, m[rect + 2]!, m[rect + 1]!];
      if (run && (run.face.nameless || run.vertical)) measure(engine, box, textPage, i, code, run);
      collector.add(code, box[0], box[1], box[2], box[3], mapped);
    }
  } finally {
    call.FPDFText_ClosePage(textPage);
  }
  return collector;
}

const BLANK = 0x20;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** A blank is a thousandth of the font's size high to PDFium, a point a tenth, and other ink more than this. */
const LEAST_INK = 0.03;
const POINT_HEIGHT = 0.5;

/** Whether a character called a blank draws something: a Unicode map may call the decimal point so. */
function hasInk({ call, heap, scratch }: Pdfium, textPage: number, index: number, run: RunInHand | undefined): boolean {
  if (!run || !call.FPDFText_GetCharBox(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24))
    return false;
  const [left, right, bottom, top] = heap.HEAPF64.subarray(scratch >> 3, (scratch >> 3) + 4) as unknown as number[];
  const height = Math.abs(top! - bottom!);
  return height > LEAST_INK * run.size && height < POINT_HEIGHT * run.size && Math.abs(right! - left!) > 0;
}

/** What is asked of a font once a page. Type 3 fonts are `nameless`. */
interface Face {
  readonly handle: number;
  readonly bold: boolean;
  readonly nameless: boolean;
}

interface RunInHand extends Run {
  readonly face: Face;
  /** Font size before the matrix. */
  readonly rawSize: number;
}

/**
 * The box PDFium gives for a Type 3 character ends where its ink ends, and that of vertical text reaches half a character too far left.
 * What counts is where the character starts and how far it moves the pen.
 */
function measure(engine: Pdfium, box: Bounds, textPage: number, index: number, code: number, run: RunInHand): void {
  const { call, heap, scratch } = engine;
  const known = !run.vertical && call.FPDFFont_GetGlyphWidth(run.face.handle, code, run.rawSize, scratch);
  const width = run.vertical ? run.rawSize : known ? heap.HEAPF32[scratch >> 2]! : 0;
  if (width <= 0 || !call.FPDFText_GetCharOrigin(textPage, index, scratch, scratch + 8)) return;
  const across = Math.abs(run.dx) >= Math.abs(run.dy) ? 0 : 1;
  const start = heap.HEAPF64[(scratch >> 3) + across]!;
  const end = start + width * (across === 0 ? run.dx : run.dy);
  box[across] = Math.min(start, end);
  box[across + 2] = Math.max(start, end);
}

function readRun(
  engine: Pdfium,
  textPage: number,
  first: number,
  object: number,
  faces: Map<number, Face>,
  placed: PlacedText | undefined,
): RunInHand {
  const { call, heap, scratch } = engine;
  const container = placed?.container;
  const mode = call.FPDFTextObj_GetTextRenderMode(object);
  const font = call.FPDFTextObj_GetFont(object);
  const face = faces.get(font) ?? readFace(engine, font);
  faces.set(font, face);
  call.FPDFText_GetMatrix(textPage, first, scratch);
  const at = scratch >> 2;
  const [dx, dy, cx, cy] = heap.HEAPF32.subarray(at, at + 4) as unknown as [number, number, number, number];
  const rawSize = call.FPDFText_GetFontSize(textPage, first);
  const size = rawSize * Math.hypot(cx, cy);
  call.FPDFText_GetCharOrigin(textPage, first, scratch, scratch + 8);
  const x = heap.HEAPF64[scratch >> 3]!;
  const y = heap.HEAPF64[(scratch >> 3) + 1]!;
  let vertical = false;
  if (call.FPDFText_GetTextObject(textPage, first + 1) === object) {
    call.FPDFText_GetCharOrigin(textPage, first + 1, scratch, scratch + 8);
    const along = Math.abs((heap.HEAPF64[scratch >> 3]! - x) * dx + (heap.HEAPF64[(scratch >> 3) + 1]! - y) * dy);
    const across = Math.abs((heap.HEAPF64[scratch >> 3]! - x) * dy - (heap.HEAPF64[(scratch >> 3) + 1]! - y) * dx);
    vertical = across > along;
  }
  const own = clipBounds(engine, object, container?.matrix ?? null);
  return {
    x,
    y,
    dx,
    dy,
    size: Math.abs(size),
    bold: face.bold || mode === FILL_AND_STROKE,
    invisible: INVISIBLE.has(mode) || placed?.clear === true,
    vertical,
    clip: own && container?.clip ? intersect(own, container.clip) : (own ?? container?.clip ?? null),
    order: placed?.order ?? 0,
    color: placed?.color ?? null,
    font,
    face,
    rawSize,
  };
}

function readFace({ call, heap, scratch }: Pdfium, font: number): Face {
  const heavy = font !== 0 && call.FPDFFont_GetWeight(font) >= BOLD_WEIGHT;
  const length = font === 0 ? 0 : call.FPDFFont_GetBaseFontName(font, scratch, 256);
  if (length <= 1 || length > 256) return { handle: font, bold: heavy, nameless: font !== 0 && length <= 1 };
  const name = new TextDecoder().decode(heap.HEAPU8.subarray(scratch, scratch + length - 1));
  return { handle: font, bold: heavy || BOLD_NAME.test(name), nameless: false };
}
