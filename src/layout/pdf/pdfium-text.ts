import { ExtractionError } from "../../lib/errors.ts";
import { PDF_LIMITS } from "./engine.ts";
import { intersect } from "./frame.ts";
import { GlyphCollector, type Run } from "./glyph-collector.ts";
import type { Pdfium } from "./pdfium-module.ts";
import { type Container, clipBounds } from "./pdfium-objects.ts";

/** Render modes that put nothing on paper: invisible, and clipping only. */
const INVISIBLE = new Set([3, 7]);
/** Fill and stroke: how word processors fake a bold face they do not have. */
const FILL_AND_STROKE = 2;
const BOLD_WEIGHT = 600;
const BOLD_NAME = /bold|heavy|black|simhei|stheiti|fzhei|黑体/i;
const REPLACEMENT = 0xfffd;

/** Reads every character of a page; user space, nothing filtered but the blanks PDFium makes up itself. */
export function readText(engine: Pdfium, page: number, textInForms: ReadonlyMap<number, Container>): GlyphCollector {
  const { call, heap, scratch } = engine;
  const collector = new GlyphCollector();
  const textPage = call.FPDFText_LoadPage(page);
  if (textPage === 0) return collector;
  try {
    const count = call.FPDFText_CountChars(textPage);
    if (count > PDF_LIMITS.glyphsPerPage)
      throw new ExtractionError("limit-exceeded", `more than ${PDF_LIMITS.glyphsPerPage} characters on a page`);
    const boldFonts = new Map<number, boolean>();
    const rect = scratch >> 2;
    let current = 0;
    for (let i = 0; i < count; i++) {
      const object = call.FPDFText_GetTextObject(textPage, i);
      if (object === 0) continue;
      if (object !== current) {
        current = object;
        collector.run(readRun(engine, textPage, i, object, boldFonts, textInForms.get(object)));
      }
      let code = call.FPDFText_GetUnicode(textPage, i);
      if ((code & 0xfffffc00) === 0xd800 && i + 1 < count) {
        const low = call.FPDFText_GetUnicode(textPage, i + 1);
        if ((low & 0xfffffc00) === 0xdc00) {
          code = ((code - 0xd800) << 10) + (low - 0xdc00) + 0x10000;
          i++;
        }
      }
      const mapped = code !== 0 && call.FPDFText_HasUnicodeMapError(textPage, i) !== 1;
      if (!mapped && code < 0x20) code = REPLACEMENT;
      if (!call.FPDFText_GetLooseCharBox(textPage, i, scratch)) continue;
      const m = heap.HEAPF32;
      collector.add(code, m[rect]!, m[rect + 3]!, m[rect + 2]!, m[rect + 1]!, mapped);
    }
  } finally {
    call.FPDFText_ClosePage(textPage);
  }
  return collector;
}

function readRun(
  engine: Pdfium,
  textPage: number,
  first: number,
  object: number,
  boldFonts: Map<number, boolean>,
  container: Container | undefined,
): Run {
  const { call, heap, scratch } = engine;
  const mode = call.FPDFTextObj_GetTextRenderMode(object);
  const font = call.FPDFTextObj_GetFont(object);
  if (!boldFonts.has(font)) boldFonts.set(font, isBold(engine, font));
  call.FPDFText_GetMatrix(textPage, first, scratch);
  const at = scratch >> 2;
  const [dx, dy, cx, cy] = heap.HEAPF32.subarray(at, at + 4) as unknown as [number, number, number, number];
  const size = call.FPDFText_GetFontSize(textPage, first) * Math.hypot(cx, cy);
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
    bold: boldFonts.get(font) === true || mode === FILL_AND_STROKE,
    invisible: INVISIBLE.has(mode),
    vertical,
    clip: own && container?.clip ? intersect(own, container.clip) : (own ?? container?.clip ?? null),
  };
}

function isBold({ call, heap, scratch }: Pdfium, font: number): boolean {
  if (font === 0) return false;
  if (call.FPDFFont_GetWeight(font) >= BOLD_WEIGHT) return true;
  const length = call.FPDFFont_GetBaseFontName(font, scratch, 256);
  if (length <= 1 || length > 256) return false;
  return BOLD_NAME.test(new TextDecoder().decode(heap.HEAPU8.subarray(scratch, scratch + length - 1)));
}
