import { availableParallelism } from "node:os";
import { moduleBeside } from "../../lib/helper/start-process.ts";
import type { EngineDeclaration, LineReader, ReadSymbol } from "./engine.ts";
import { inputWidth } from "./line-input.ts";
import type { GrayPicture } from "./picture.ts";
import { INSTALL, isInstalled } from "./pp-ocr-package.ts";
import { recognisers } from "./recogniser-processes.ts";
import { tesseractJs } from "./tesseract-js.ts";

/** Lines read together: more bring nothing and take memory. */
const TOGETHER = 4;
type Read = readonly (readonly ReadSymbol[])[];

/**
 * PP-OCR's recogniser of Chinese lines (v4, mobile) under ONNX Runtime, one process a core, started when first needed and kept warm.
 */
export function ppOcr(lanes: number = availableParallelism()): LineReader {
  const processes = recognisers<readonly GrayPicture[], Read>(moduleBeside(import.meta.url, "pp-ocr-process"), lanes);
  return {
    name: "PP-OCRv4 mobile",
    together: (lines) => groups(lines.map(inputWidth)),
    read: (lines) => processes.read(lines),
    close: async () => processes.close(),
  };
}

/** Blocks are read seldom where lines are: one process is enough, and another takes 300 MB. */
const BLOCK_PROCESSES = 1;

/** PP-OCR reads the lines, tesseract.js what it cannot; it tells per cent signs from digits. */
export const PP_OCR: EngineDeclaration = {
  name: "pp-ocr",
  isThere: isInstalled,
  install: INSTALL,
  start: () => {
    const [lines, blocks] = [ppOcr(), tesseractJs(availableParallelism(), BLOCK_PROCESSES)];
    return {
      ...blocks,
      name: `${lines.name}, ${blocks.name}`,
      quirks: { ...blocks.quirks, percentAsDigit: false },
      lines,
      close: async () => void (await Promise.all([lines.close(), blocks.close()])),
    };
  },
};

/** Places of lines of one width, few enough to be read in one call: a line filled up to the width of a longer one reads otherwise. */
function groups(widths: readonly number[]): number[][] {
  const order = widths.map((_, i) => i).sort((a, b) => widths[a]! - widths[b]! || a - b);
  const out: number[][] = [];
  for (const i of order) {
    const open = out.at(-1);
    if (open && open.length < TOGETHER && widths[i] === widths[open[0]!]) open.push(i);
    else out.push([i]);
  }
  return out;
}
