import { createRequire } from "node:module";
import type { Worker } from "node:worker_threads";
import { ExtractionError } from "../../lib/errors.ts";
import { startThread } from "../../lib/start-thread.ts";
import { type PageReading, PDF_LIMITS, type PdfDocument } from "./engine.ts";
import type { PdfjsAnswer, PdfjsRequest } from "./pdfjs-worker.ts";

const require = createRequire(import.meta.url);
const VERSION: string = require("pdfjs-dist/package.json").version;
/** A page that takes longer hangs: the worker is ended and the file reported. */
const PATIENCE_MS = 30_000;

/** Left alone, the thread lets garbage pile up to a gigabyte; a page that truly needs more than this is hostile. */
const HEAP = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 };

type Ask = PdfjsRequest extends infer R ? (R extends PdfjsRequest ? Omit<R, "id"> : never) : never;
interface Waiting {
  resolve(answer: PdfjsAnswer): void;
  reject(error: ExtractionError): void;
}

/** The one pdf.js thread of this process. It does not keep the process alive. */
class PdfjsThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  constructor() {
    this.worker = startThread(import.meta.url, "pdfjs-worker", HEAP);
    this.worker.unref();
    this.worker.on("message", (answer: PdfjsAnswer) => {
      this.waiting.get(answer.id)?.resolve(answer);
      this.waiting.delete(answer.id);
      if (this.waiting.size === 0) this.worker.unref();
    });
    this.worker.on("error", (error) => this.end(new ExtractionError("damaged", error.message, null, error)));
  }

  ask(question: Ask, transfer: ArrayBuffer[] = []): Promise<PdfjsAnswer> {
    const id = ++this.last;
    return new Promise<PdfjsAnswer>((resolve, reject) => {
      const alarm = setTimeout(
        () => this.end(new ExtractionError("timeout", `pdf.js gave no answer for ${PATIENCE_MS / 1000} s`)),
        PATIENCE_MS,
      );
      this.waiting.set(id, {
        resolve: (answer) => {
          clearTimeout(alarm);
          if ("trouble" in answer) reject(new ExtractionError(answer.trouble.code, answer.trouble.message));
          else resolve(answer);
        },
        reject: (error) => {
          clearTimeout(alarm);
          reject(error);
        },
      });
      this.worker.ref();
      this.worker.postMessage({ ...question, id } as PdfjsRequest, transfer);
    });
  }

  private end(error: ExtractionError): void {
    if (thread === this) thread = undefined;
    void this.worker.terminate();
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

let thread: PdfjsThread | undefined;

/** Opens a PDF with pdf.js in its own thread. Errors as with PDFium; `timeout` where a page hangs. The caller closes it. */
export async function openPdfjs(bytes: Uint8Array): Promise<PdfDocument> {
  if (bytes.length > PDF_LIMITS.bytes)
    throw new ExtractionError("limit-exceeded", `more than ${PDF_LIMITS.bytes} bytes`);
  thread ??= new PdfjsThread();
  const used = thread;
  // A copy of its own: slice() of a Buffer shares the memory that is given away here.
  const copy = new Uint8Array(bytes);
  const opened = await used.ask({ ask: "open", bytes: copy }, [copy.buffer]);
  if (!("opened" in opened)) throw new Error("pdf.js answered something else");
  const { document, pages, hidesLayers } = opened.opened;
  const close = async (): Promise<void> => void (await used.ask({ ask: "close", document }));
  if (pages > PDF_LIMITS.pages) {
    await close();
    throw new ExtractionError("limit-exceeded", `${pages} pages, more than ${PDF_LIMITS.pages}`);
  }
  return {
    engine: `pdfjs ${VERSION}`,
    pages,
    hidesLayers,
    content: async (page): Promise<PageReading> => {
      const answer = await used.ask({ ask: "content", document, page });
      if (!("reading" in answer)) throw new Error("pdf.js answered something else");
      return answer.reading;
    },
    close,
  };
}
