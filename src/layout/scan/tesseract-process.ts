// The process of one tesseract.js: a picture of a block of lines in, characters out. A model's worker is started when first needed and stays warm.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { OcrModel, ReadSymbol } from "./engine.ts";
import { withoutShapes } from "./language-data.ts";
import { serve } from "./recogniser-process.ts";
import type { BlockRequest } from "./tesseract-js.ts";

type TesseractWorker = import("tesseract.js").Worker;

/** The Chinese data comes with the npm package; nothing is fetched when reading. */
const DATA = dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/chi_sim/package.json"));
const FOLDERS: Record<OcrModel, string> = { standard: "4.0.0", best: "4.0.0_best_int" };

/** Pictures are blocks of lines (PSM 6); their resolution is said, so that it is not guessed. */
const SETTINGS = { tessedit_pageseg_mode: "6", user_defined_dpi: "200" };

const LANGUAGE = "chi_sim";
/** Where a worker keeps data it was started with. */
const loaded = (name: string): string => `./${name}.traineddata`;

const workers = new Map<OcrModel, Promise<TesseractWorker>>();

async function start(model: OcrModel): Promise<TesseractWorker> {
  const { createWorker, OEM } = await import("tesseract.js");
  // The library keeps this list, and takes what stands in it for loaded.
  const languages = [LANGUAGE];
  const worker = await createWorker(languages, OEM.LSTM_ONLY, {
    langPath: join(DATA, FOLDERS.best),
    cacheMethod: "none",
    gzip: true,
    errorHandler: () => {},
  });
  if (model !== "best") {
    // It would unpack the large data at once, in several copies; so it starts with the small one. Under another name: dictionaries are kept by it.
    await worker.FS("writeFile", [
      loaded(model),
      await withoutShapes(join(DATA, FOLDERS[model], `${LANGUAGE}.traineddata.gz`)),
    ]);
    languages.push(model);
    await worker.reinitialize(model, OEM.LSTM_ONLY);
    await worker.FS("unlink", [loaded(model)]);
  }
  await worker.setParameters(SETTINGS as never);
  // The engine has read its data; the file it came from takes as much memory again.
  await worker.FS("unlink", [loaded(LANGUAGE)]);
  return worker;
}

async function read({ png, model }: BlockRequest): Promise<ReadSymbol[]> {
  const started = workers.get(model) ?? start(model);
  workers.set(model, started);
  const { data } = await (await started).recognize(
    Buffer.from(png.buffer, png.byteOffset, png.byteLength),
    {},
    { text: false, blocks: true },
  );
  const symbols: ReadSymbol[] = [];
  for (const block of data.blocks ?? [])
    for (const paragraph of block.paragraphs)
      for (const line of paragraph.lines)
        for (const word of line.words)
          for (const { text, confidence, bbox } of word.symbols)
            if (text.trim() !== "") symbols.push({ text, confidence, box: [bbox.x0, bbox.y0, bbox.x1, bbox.y1] });
  return symbols;
}

serve(read);
