import type { Pdfium } from "../../lib/pdfium-module.ts";
import { type Shape, shapeIn } from "./digit-shapes.ts";
import type { Raster } from "./engine.ts";

/** The faces that PDFium carries itself. */
const FACES = ["Helvetica", "Helvetica-Bold", "Times-Roman", "Times-Bold", "Courier"];
const SIZE_PX = 32;
const STEP_PX = 40;
const BGRX = 3;
const WHITE = 0xffffffff | 0;

let shapes: readonly (readonly Shape[])[] | undefined;

/** The digits 0 to 9 as the standard fonts draw them, a shape a face. Drawn once. */
export function referenceDigits(engine: Pdfium): readonly (readonly Shape[])[] {
  shapes ??= draw(engine);
  return shapes;
}

function draw(engine: Pdfium): Shape[][] {
  const { call, heap } = engine;
  const [width, height] = [STEP_PX * 11, STEP_PX * (FACES.length + 1)];
  const document = call.FPDF_CreateNewDocument();
  const page = call.FPDFPage_New(document, 0, width, height);
  const name = call.malloc(64);
  FACES.forEach((face, row) => {
    heap.HEAPU8.set(Buffer.from(`${face}\0`, "latin1"), name);
    for (let digit = 0; digit < 10; digit++) {
      const text = call.FPDFPageObj_NewTextObj(document, name, SIZE_PX);
      const words = name + 32;
      heap.HEAPU8.set([0x30 + digit, 0, 0, 0], words);
      call.FPDFText_SetText(text, words);
      call.FPDFPageObj_Transform(text, 1, 0, 0, 1, STEP_PX * (digit + 0.5), height - STEP_PX * (row + 1));
      call.FPDFPage_InsertObject(page, text);
    }
  });
  call.free(name);
  call.FPDFPage_GenerateContent(page);
  const picture = paint(engine, page, width, height);
  call.FPDF_ClosePage(page);
  call.FPDF_CloseDocument(document);
  return Array.from({ length: 10 }, (_, digit) =>
    FACES.flatMap((_, row) => {
      const [left, base] = [Math.round(STEP_PX * (digit + 0.5)), STEP_PX * (row + 1)];
      return shapeIn(picture, left - 1, base - 26, left + 22, base + 2) ?? [];
    }),
  );
}

function paint({ call, heap }: Pdfium, page: number, width: number, height: number): Raster {
  const bitmap = call.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
  const from = call.FPDFBitmap_GetBuffer(bitmap);
  const rgba = heap.HEAPU8.slice(from, from + width * height * 4);
  call.FPDFBitmap_Destroy(bitmap);
  return { width, height, rgba };
}
