// The digits 0 to 9 as the faces draw them that PDFium carries itself: `npx tsx tests/support/digit-shapes.ts` writes data/digit-shapes.tsv.
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Shape, shapeIn } from "../../src/layout/pdf/digit-shapes.ts";
import { shapeText } from "../../src/layout/pdf/reference-digits.ts";
import { dataPath } from "../../src/lib/package-root.ts";
import { PDFIUM_VERSION, type Pdfium, pdfium } from "../../src/lib/pdfium-module.ts";

const FACES = ["Helvetica", "Helvetica-Bold", "Times-Roman", "Times-Bold", "Courier"];
const SIZE_PX = 32;
const STEP_PX = 40;
const BGRX = 3;
const WHITE = 0xffffffff | 0;

/** The shapes of every digit, one a face. */
export function drawnDigits(engine: Pdfium): Shape[][] {
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
  const bitmap = call.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
  const from = call.FPDFBitmap_GetBuffer(bitmap);
  const picture = { width, rgba: heap.HEAPU8.slice(from, from + width * height * 4) };
  call.FPDFBitmap_Destroy(bitmap);
  call.FPDF_ClosePage(page);
  call.FPDF_CloseDocument(document);
  return Array.from({ length: 10 }, (_, digit) =>
    FACES.flatMap((_, row) => {
      const [left, base] = [Math.round(STEP_PX * (digit + 0.5)), STEP_PX * (row + 1)];
      return shapeIn(picture, left - 1, base - 26, left + 22, base + 2) ?? [];
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) {
  const lines = drawnDigits(await pdfium()).flatMap((faces, digit) =>
    faces.map((shape, face) => [digit, FACES[face], ...shapeText(shape)].join("\t")),
  );
  const head = `# The digits as the faces of PDFium ${PDFIUM_VERSION} draw them: width to height, closed spaces, ink on a grid of 12 columns and 18 rows (00 to ff).`;
  writeFileSync(
    dataPath("digit-shapes.tsv"),
    `${[head, ["digit", "face", "aspect", "holes", "grid"].join("\t"), ...lines].join("\n")}\n`,
  );
}
