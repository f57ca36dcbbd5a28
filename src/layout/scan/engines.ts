import type { LayoutOptions } from "../options.ts";
import type { LineReader, OcrEngine } from "./engine.ts";
import { nativeTesseract } from "./native-tesseract.ts";
import { ppOcr } from "./pp-ocr.ts";
import { isInstalled } from "./pp-ocr-package.ts";
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

/** The engine the options ask for, remembering what it read. */
export function engineFor({ ocrEngine = "pp-ocr", readings }: LayoutOptions): OcrEngine {
  let engine = engines.get(ocrEngine);
  if (!engine) {
    const bare = STARTS[ocrEngine]();
    const folder = cacheFolder(readings);
    engine = folder ? remembering(bare, folder) : bare;
    engines.set(ocrEngine, engine);
  }
  return engine;
}
