import { ExtractionError } from "../../lib/errors.ts";
import type { LayoutOptions } from "../options.ts";
import { DigitCheck } from "./digit-check.ts";
import type { PageReading, PaintingPdfDocument, PdfDocument } from "./engine.ts";
import { openPdfium } from "./pdfium.ts";
import { openPdfjs } from "./pdfjs.ts";
import { type PdfReaderHooks, type ReadPage, settle } from "./settle.ts";
import { judge, unreadableShare } from "./trust.ts";

/** A PDF's pages one by one, each from the engine (or the eye) that reads it best. */
export interface PdfContents {
  /** Engines that may have been used, for the record: `pdfium 2.15.1`. */
  readonly reader: string;
  pages(): AsyncGenerator<ReadPage>;
  close(): Promise<void>;
}

/** Pages begun before the one in hand is done. */
const AHEAD = 1;

/** Opens a PDF with the engine the options ask for. Throws ExtractionError where no engine can. */
export async function openContents(
  bytes: Uint8Array,
  options: LayoutOptions,
  hooks: PdfReaderHooks,
): Promise<PdfContents> {
  const wanted = options.engine ?? "auto";
  const painter = await openPdfium(bytes).catch((error: unknown) => {
    if (wanted === "pdfium" || !(error instanceof ExtractionError) || error.code !== "damaged") throw error;
    return error;
  });
  const painting = painter instanceof ExtractionError ? null : painter;
  const check = new DigitCheck();
  const isDistrusted = (reading: PageReading, painter: PaintingPdfDocument): boolean => {
    try {
      return check.distrusts(reading, painter);
    } catch (error) {
      // a page that cannot be painted is not doubted for it
      if (error instanceof ExtractionError) return false;
      throw error;
    }
  };
  let second: Promise<PdfDocument> | undefined;
  // asked once: a file the second engine cannot open is not offered to it again for every page
  const openSecond = (): Promise<PdfDocument> => {
    second ??= openPdfjs(bytes);
    return second;
  };
  let first = wanted === "pdfjs" || !painting ? await openSecond() : painting;
  /** Whether layers are switched off: PDFium reads their text like any other, pdf.js leaves it out. */
  let hidden: Promise<boolean> | undefined;
  const hidesLayers = (): Promise<boolean> => {
    hidden ??= openSecond().then(
      (document) => document.hidesLayers === true,
      () => false,
    );
    return hidden;
  };
  if (wanted === "auto" && first === painting && namesLayers(bytes) && (await hidesLayers()))
    first = await openSecond();
  return {
    reader: first.engine,
    async *pages() {
      const read = async (number: number): Promise<ReadPage> => {
        let reading = await readOnce(first, number);
        const layered =
          wanted === "auto" && first === painting && !(reading instanceof ExtractionError) && reading.layered;
        if (layered && (await hidesLayers())) reading = await readOnce(await openSecond(), number);
        // PDFium gives the text a figure is to be read out as instead of the figure; one printed over a covered one it
        // takes for its double, and drops the one that is seen
        else if (
          wanted === "auto" &&
          first === painting &&
          !(reading instanceof ExtractionError) &&
          (reading.evidence.unseen > 0 || reading.replaced === true)
        )
          reading = await otherOr(reading, number, openSecond);
        const better =
          wanted === "auto" && first === painting ? await secondOpinion(reading, number, openSecond) : reading;
        const lies =
          wanted === "auto" && painting && !(better instanceof ExtractionError) && isDistrusted(better, painting);
        return settle(better, number, { pages: first.pages, painting, options, hooks, distrusted: lies === true });
      };
      // the next page is begun while this one is looked at: an engine's lanes are never all idle
      const begun: Promise<ReadPage>[] = [];
      try {
        for (let number = 1; number <= first.pages; number++) {
          for (let next = number + begun.length; next <= Math.min(number + AHEAD, first.pages); next++) {
            const page = read(next);
            page.catch(() => {});
            begun.push(page);
          }
          yield await begun.shift()!;
        }
      } finally {
        await Promise.allSettled(begun);
      }
    },
    async close() {
      painting?.close();
      await second?.then(
        (document) => document.close(),
        () => {},
      );
    },
  };
}

/** Whether a document has layers, as far as its bytes say: a catalogue may be packed, the parts that belong to layers name them too. */
function namesLayers(bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return data.includes("/OCProperties") || data.includes("/OC ");
}

/** A page an engine cannot read is trouble of that page, not of the file. */
async function readOnce(document: PdfDocument, number: number): Promise<PageReading | ExtractionError> {
  try {
    return await document.content(number);
  } catch (error) {
    if (error instanceof ExtractionError) return error;
    throw error;
  }
}

/** The other engine's reading, the first where there is none. */
async function otherOr(
  reading: PageReading,
  number: number,
  openSecond: () => Promise<PdfDocument>,
): Promise<PageReading> {
  const other = await openSecond().then(
    (document) => readOnce(document, number),
    (error: unknown) => error,
  );
  return other instanceof Error || other === undefined ? reading : (other as PageReading);
}

/** The other engine's reading where the first cannot be trusted and the other reads better. */
async function secondOpinion(
  reading: PageReading | ExtractionError,
  number: number,
  openSecond: () => Promise<PdfDocument>,
): Promise<PageReading | ExtractionError> {
  if (reading instanceof ExtractionError) {
    if (reading.code === "limit-exceeded") return reading;
  } else if (judge(reading) !== "garbled") return reading;
  try {
    const other = await (await openSecond()).content(number);
    if (reading instanceof ExtractionError) return other;
    return judge(other) !== "garbled" || unreadableShare(other) < unreadableShare(reading) ? other : reading;
  } catch (error) {
    if (error instanceof ExtractionError) return reading;
    throw error;
  }
}
