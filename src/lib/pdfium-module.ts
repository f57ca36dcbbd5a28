import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { init } from "@embedpdf/pdfium";

const WASM = createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm");

/** The C functions of PDFium that Mingzhang calls, straight from the WASM exports: pointers and booleans are numbers. */
export interface PdfiumFunctions {
  malloc(size: number): number;
  free(pointer: number): void;
  FPDF_LoadMemDocument(data: number, size: number, password: number): number;
  FPDF_GetLastError(): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageBoundingBox(page: number, rect: number): number;
  FPDFPage_GetRotation(page: number): number;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFFormObj_CountObjects(form: number): number;
  FPDFFormObj_GetObject(form: number, index: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  FPDFPageObj_GetClipPath(object: number): number;
  FPDFPageObj_GetFillColor(object: number, r: number, g: number, b: number, a: number): number;
  FPDFPageObj_GetStrokeColor(object: number, r: number, g: number, b: number, a: number): number;
  FPDFPageObj_HasTransparency(object: number): number;
  FPDFPageObj_CountMarks(object: number): number;
  FPDFPageObj_GetMark(object: number, index: number): number;
  FPDFPageObjMark_GetName(mark: number, buffer: number, length: number, written: number): number;
  FPDFPageObjMark_GetParamBlobValue(mark: number, key: number, buffer: number, length: number, written: number): number;
  FPDFAnnot_GetFlags(annotation: number): number;
  FPDFAnnot_SetFlags(annotation: number, flags: number): number;
  FPDFPage_GetAnnotCount(page: number): number;
  FPDFPage_GetAnnot(page: number, index: number): number;
  FPDFPage_CloseAnnot(annotation: number): void;
  FPDFAnnot_GetSubtype(annotation: number): number;
  FPDFAnnot_HasKey(annotation: number, key: number): number;
  FPDFPage_Flatten(page: number, usage: number): number;
  EPDFAnnot_GenerateAppearance(annotation: number): number;
  EPDFAnnot_GenerateFormFieldAP(annotation: number): number;
  FPDFPageObj_GetStrokeWidth(object: number, width: number): number;
  FPDFClipPath_CountPaths(clip: number): number;
  FPDFClipPath_CountPathSegments(clip: number, path: number): number;
  FPDFClipPath_GetPathSegment(clip: number, path: number, index: number): number;
  FPDFPath_CountSegments(path: number): number;
  FPDFPath_GetPathSegment(path: number, index: number): number;
  FPDFPath_GetDrawMode(path: number, fillMode: number, stroke: number): number;
  FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number;
  FPDFPathSegment_GetType(segment: number): number;
  FPDFPathSegment_GetClose(segment: number): number;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(textPage: number): void;
  FPDFText_CountChars(textPage: number): number;
  FPDFText_GetUnicode(textPage: number, index: number): number;
  FPDFText_HasUnicodeMapError(textPage: number, index: number): number;
  FPDFText_GetTextObject(textPage: number, index: number): number;
  FPDFText_GetLooseCharBox(textPage: number, index: number, rect: number): number;
  FPDFText_GetCharBox(
    textPage: number,
    index: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ): number;
  FPDFText_GetCharOrigin(textPage: number, index: number, x: number, y: number): number;
  FPDFText_GetMatrix(textPage: number, index: number, matrix: number): number;
  FPDFText_GetFontSize(textPage: number, index: number): number;
  FPDFTextObj_GetTextRenderMode(text: number): number;
  FPDFTextObj_GetFont(text: number): number;
  FPDFFont_GetWeight(font: number): number;
  FPDFFont_GetGlyphWidth(font: number, unicode: number, size: number, width: number): number;
  FPDFFont_GetBaseFontName(font: number, buffer: number, length: number): number;
  FPDFBitmap_CreateEx(width: number, height: number, format: number, data: number, stride: number): number;
  FPDFBitmap_FillRect(bitmap: number, x: number, y: number, width: number, height: number, argb: number): number;
  FPDFBitmap_GetBuffer(bitmap: number): number;
  FPDFBitmap_GetStride(bitmap: number): number;
  FPDFBitmap_GetWidth(bitmap: number): number;
  FPDFBitmap_GetHeight(bitmap: number): number;
  FPDFBitmap_GetFormat(bitmap: number): number;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
  FPDF_CreateNewDocument(): number;
  FPDFPage_New(document: number, index: number, width: number, height: number): number;
  FPDFPage_InsertObject(page: number, object: number): void;
  FPDFPage_GenerateContent(page: number): number;
  FPDFPageObj_NewTextObj(document: number, font: number, size: number): number;
  FPDFPageObj_Transform(object: number, a: number, b: number, c: number, d: number, e: number, f: number): void;
  FPDFText_SetText(object: number, text: number): number;
  FPDFAnnot_GetFileAttachment(annotation: number): number;
  FPDFDoc_GetAttachmentCount(document: number): number;
  FPDFDoc_GetAttachment(document: number, index: number): number;
  FPDFAttachment_GetName(attachment: number, buffer: number, length: number): number;
  FPDFAttachment_GetFile(attachment: number, buffer: number, length: number, written: number): number;
  FPDFImageObj_GetBitmap(image: number): number;
  FPDFImageObj_GetImageMetadata(image: number, page: number, metadata: number): number;
  FPDFImageObj_GetImageDataRaw(image: number, buffer: number, length: number): number;
  FPDFImageObj_GetImageFilterCount(image: number): number;
  FPDFImageObj_GetImageFilter(image: number, index: number, buffer: number, length: number): number;
  FPDFImageObj_GetRenderedBitmap(document: number, page: number, image: number): number;
}

interface PdfiumHeap {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly HEAP32: Int32Array;
}

/** Size of the scratch area. */
export const SCRATCH_BYTES = 256;

/** PDFium in WebAssembly: functions, memory (the views change when it grows: always go through `heap`) and a scratch area. */
export interface Pdfium {
  readonly call: PdfiumFunctions;
  readonly heap: PdfiumHeap;
  /** 256 bytes, 8-aligned, for out-parameters. */
  readonly scratch: number;
  /** Whether it asked for more memory than it may have. */
  isShort(): boolean;
}

/** Version of the package, stored with a reading. */
export const PDFIUM_VERSION: string = JSON.parse(readFileSync(join(dirname(WASM), "../package.json"), "utf8")).version;

let instance: Promise<Pdfium> | undefined;
const abandoned = new WeakSet<Pdfium>();

interface Imports {
  readonly env: Record<string, unknown>;
}
/** What is used of it; the types of Node name only a part. */
const { compile, Instance } = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;
interface Wasm {
  readonly compile: (bytes: Uint8Array) => Promise<object>;
  readonly Instance: new (module: object, imports: Imports) => { readonly exports: object };
}

/** More memory than this PDFium is not given: a file that makes it ask for more is hostile, or damaged. */
const MOST_BYTES = 512 << 20;

async function start(): Promise<Pdfium> {
  const compiled = await compile(await readFile(WASM));
  let short = false;
  const instantiateWasm = (imports: Imports, receive: (instance: object) => object): object => {
    // The machine's time zone is nobody's business here, and asking for it loads all that is known about zones.
    imports.env["_tzset_js"] = () => {};
    const grow = imports.env["emscripten_resize_heap"] as (bytes: number) => unknown;
    imports.env["emscripten_resize_heap"] = (bytes: number) => {
      short ||= bytes >>> 0 > MOST_BYTES;
      return bytes >>> 0 <= MOST_BYTES && grow(bytes);
    };
    return receive(new Instance(compiled, imports));
  };
  const module = await init({ instantiateWasm } as Parameters<typeof init>[0]);
  module.PDFiumExt_Init();
  const call = module.pdfium.wasmExports as unknown as PdfiumFunctions;
  return {
    call,
    heap: module.pdfium as unknown as PdfiumHeap,
    scratch: call.malloc(SCRATCH_BYTES),
    isShort: () => short,
  };
}

/** The one PDFium of this process, started on first use. */
export async function pdfium(): Promise<Pdfium> {
  instance ??= start();
  const engine = await instance;
  if (!abandoned.has(engine)) return engine;
  instance = start();
  return instance;
}

/** After a trap inside the WASM nothing of its memory can be trusted: the next file gets a fresh instance. */
export function abandonPdfium(engine: Pdfium): void {
  abandoned.add(engine);
}
