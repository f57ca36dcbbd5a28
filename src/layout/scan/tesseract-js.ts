import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { ExtractionError } from "../../lib/errors.ts";
import type { EngineDeclaration, OcrEngine, OcrModel, ReadSymbol } from "./engine.ts";
import type { GrayPicture } from "./picture.ts";
import { pngOf } from "./png.ts";
import { CHINESE_QUIRKS } from "./quirks.ts";

type TesseractWorker = import("tesseract.js").Worker;

const require = createRequire(import.meta.url);
/** The Chinese data comes with the npm package; nothing is fetched when reading. */
const DATA = dirname(require.resolve("@tesseract.js-data/chi_sim/package.json"));
const FOLDERS: Record<OcrModel, string> = { standard: "4.0.0", best: "4.0.0_best_int" };

/** Pictures are blocks of lines (PSM 6); their resolution is said, so that it is not guessed. */
const SETTINGS = { tessedit_pageseg_mode: "6", user_defined_dpi: "200" };

/** Longest time one picture may take, in milliseconds. */
const PICTURE_MS = 120_000;

/** The thread behind a worker: it must not keep the process alive while it has nothing to read. */
const threadOf = (worker: TesseractWorker): { ref(): void; unref(): void } | undefined =>
  (worker as unknown as { worker?: { ref(): void; unref(): void } }).worker;

/** Workers of one model, started when first needed and kept warm. */
class Lanes {
  readonly #model: OcrModel;
  readonly #size: number;
  readonly #idle: TesseractWorker[] = [];
  readonly #waiting: ((worker: TesseractWorker) => void)[] = [];
  readonly #all: Promise<TesseractWorker>[] = [];

  constructor(model: OcrModel, size: number) {
    this.#model = model;
    this.#size = size;
  }

  async #start(): Promise<TesseractWorker> {
    const { createWorker, OEM } = await import("tesseract.js");
    const worker = await createWorker("chi_sim", OEM.LSTM_ONLY, {
      langPath: join(DATA, FOLDERS[this.#model]),
      cacheMethod: "none",
      gzip: true,
      errorHandler: () => {},
    });
    await worker.setParameters(SETTINGS as never);
    threadOf(worker)?.unref();
    return worker;
  }

  async take(): Promise<TesseractWorker> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.length < this.#size) {
      const started = this.#start();
      this.#all.push(started);
      return started;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  give(worker: TesseractWorker): void {
    const next = this.#waiting.shift();
    if (next) next(worker);
    else this.#idle.push(worker);
  }

  async close(): Promise<void> {
    for (const started of this.#all) await (await started).terminate();
  }
}

/** tesseract.js with the two Chinese models of its npm data package, one worker a core and model. */
export function tesseractJs(lanes: number = availableParallelism()): OcrEngine {
  const pools: Record<OcrModel, Lanes> = { standard: new Lanes("standard", lanes), best: new Lanes("best", lanes) };
  return {
    name: "tesseract.js 7.0.0 chi_sim",
    quirks: CHINESE_QUIRKS,
    models: ["standard", "best"],
    lanes,
    async read(picture, model) {
      const worker = await pools[model].take();
      threadOf(worker)?.ref();
      try {
        return await recognise(worker, picture);
      } finally {
        threadOf(worker)?.unref();
        pools[model].give(worker);
      }
    },
    async close() {
      await Promise.all(Object.values(pools).map((pool) => pool.close()));
    },
  };
}

/** Always there: it comes with the program. */
export const TESSERACT_JS: EngineDeclaration = {
  name: "tesseract.js",
  isThere: () => true,
  install: null,
  start: () => tesseractJs(),
};

async function recognise(worker: TesseractWorker, picture: GrayPicture): Promise<ReadSymbol[]> {
  const png = await pngOf(picture);
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ExtractionError("timeout", "a picture took too long to read")), PICTURE_MS);
  });
  try {
    const { data } = await Promise.race([worker.recognize(png, {}, { text: false, blocks: true }), tooLong]);
    const symbols: ReadSymbol[] = [];
    for (const block of data.blocks ?? [])
      for (const paragraph of block.paragraphs)
        for (const line of paragraph.lines)
          for (const word of line.words)
            for (const { text, confidence, bbox } of word.symbols)
              if (text.trim() !== "") symbols.push({ text, confidence, box: [bbox.x0, bbox.y0, bbox.x1, bbox.y1] });
    return symbols;
  } catch (cause) {
    if (cause instanceof ExtractionError) throw cause;
    throw new ExtractionError("ocr-failed", "the engine could not read a picture", null, cause);
  } finally {
    clearTimeout(timer);
  }
}
