import type { LayoutOptions } from "../options.ts";
import type { EngineDeclaration, OcrEngine } from "./engine.ts";
import { TESSERACT } from "./native-tesseract.ts";
import { PP_OCR } from "./pp-ocr.ts";
import { cacheFolder, remembering } from "./reading-cache.ts";
import { TESSERACT_JS } from "./tesseract-js.ts";

/** The engines one can choose, the usual one first; where that is not installed the next takes its place. */
export const ENGINES: readonly EngineDeclaration[] = [PP_OCR, TESSERACT_JS, TESSERACT];

/** Engines stay warm for the whole process: starting one costs more than reading a page. */
const engines = new Map<string, OcrEngine>();

/** The engine the options ask for, remembering what it read. */
export function engineFor({ ocrEngine = "pp-ocr", readings }: LayoutOptions): OcrEngine {
  let engine = engines.get(ocrEngine);
  if (!engine) {
    const asked = ENGINES.find(({ name }) => name === ocrEngine)!;
    const bare = (asked === PP_OCR && !asked.isThere() ? TESSERACT_JS : asked).start();
    const folder = cacheFolder(readings);
    engine = folder ? remembering(bare, folder) : bare;
    engines.set(ocrEngine, engine);
  }
  return engine;
}
