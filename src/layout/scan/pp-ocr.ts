import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { ExtractionError } from "../../lib/errors.ts";
import { startThread } from "../../lib/start-thread.ts";
import type { LineReader, ReadSymbol } from "./engine.ts";
import { inputWidth } from "./line-input.ts";
import type { GrayPicture } from "./picture.ts";
import type { LinesAnswer, LinesRequest } from "./pp-ocr-worker.ts";

/** Lines read together: more bring nothing and take memory. */
const TOGETHER = 8;
/** Longest time one call may take, in milliseconds. */
const CALL_MS = 120_000;
/** JavaScript holds the pictures of one call and no more; the model is outside its heap. */
const HEAP = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

type Read = readonly (readonly ReadSymbol[])[];

interface Call {
  readonly lines: readonly GrayPicture[];
  readonly resolve: (read: Read) => void;
  readonly reject: (error: ExtractionError) => void;
}

/** PP-OCR's recogniser of Chinese lines (v4, mobile) under ONNX Runtime, one thread a core, started when first needed and kept warm. */
export function ppOcr(lanes: number = availableParallelism()): LineReader {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: Call[] = [];
  let last = 0;

  const next = (): void => {
    while (waiting.length > 0 && (idle.length > 0 || all.size < lanes)) run(idle.pop() ?? start(), waiting.shift()!);
  };
  const start = (): Worker => {
    const worker = startThread(import.meta.url, "pp-ocr-worker", HEAP);
    worker.unref();
    all.add(worker);
    return worker;
  };
  const run = (worker: Worker, { lines, resolve, reject }: Call): void => {
    const id = ++last;
    const settle = (): void => {
      clearTimeout(alarm);
      worker.off("message", onAnswer);
      worker.off("error", onDeath);
      worker.unref();
    };
    const onAnswer = (answer: LinesAnswer): void => {
      if (answer.id !== id) return;
      settle();
      idle.push(worker);
      if ("read" in answer) resolve(answer.read);
      else reject(new ExtractionError("ocr-failed", `the recogniser failed: ${answer.trouble}`));
      next();
    };
    const onDeath = (cause: unknown): void => {
      settle();
      all.delete(worker);
      void worker.terminate();
      reject(
        cause instanceof ExtractionError
          ? cause
          : new ExtractionError("ocr-failed", "the recogniser's thread ended", null, cause),
      );
      next();
    };
    const alarm = setTimeout(
      () => onDeath(new ExtractionError("timeout", "lines of print took too long to read")),
      CALL_MS,
    );
    worker.ref();
    worker.on("message", onAnswer);
    worker.on("error", onDeath);
    worker.postMessage({ id, lines } satisfies LinesRequest);
  };

  return {
    name: "PP-OCRv4 mobile",
    together: (lines) => groups(lines.map(inputWidth)),
    read: (lines) =>
      new Promise<Read>((resolve, reject) => {
        waiting.push({ lines, resolve, reject });
        next();
      }),
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()));
      all.clear();
      idle.length = 0;
    },
  };
}

/** Places of lines of like width, few enough to be read in one call. */
function groups(widths: readonly number[]): number[][] {
  const order = widths.map((_, i) => i).sort((a, b) => widths[a]! - widths[b]! || a - b);
  const out: number[][] = [];
  for (const i of order) {
    const open = out.at(-1);
    if (open && open.length < TOGETHER && widths[i]! <= 1.25 * widths[open[0]!]!) open.push(i);
    else out.push([i]);
  }
  return out;
}
