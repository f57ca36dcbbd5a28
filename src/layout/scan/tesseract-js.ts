import { availableParallelism } from "node:os";
import { moduleBeside } from "../../lib/helper/start-process.ts";
import type { EngineDeclaration, OcrEngine, OcrModel, ReadSymbol } from "./engine.ts";
import { pngOf } from "./png.ts";
import { CHINESE_QUIRKS } from "./quirks.ts";
import { recognisers } from "./recogniser-processes.ts";

/** What a process of it is asked. */
export interface BlockRequest {
  readonly png: Uint8Array;
  readonly model: OcrModel;
}

/**
 * tesseract.js with the two Chinese models of its npm data package. `lanes`: how many pictures it is given at a time; `processes`: how many read
 * them.
 */
export function tesseractJs(lanes: number = availableParallelism(), processes: number = lanes): OcrEngine {
  const readers = recognisers<BlockRequest, ReadSymbol[]>(
    moduleBeside(import.meta.url, "tesseract-process"),
    processes,
  );
  return {
    name: "tesseract.js 7.0.0 chi_sim",
    quirks: CHINESE_QUIRKS,
    models: ["standard", "best"],
    lanes,
    read: async (picture, model) => readers.read({ png: await pngOf(picture), model }),
    close: async () => readers.close(),
  };
}

/** Always there: it comes with the program. */
export const TESSERACT_JS: EngineDeclaration = {
  name: "tesseract.js",
  isThere: () => true,
  install: null,
  start: () => tesseractJs(),
};
