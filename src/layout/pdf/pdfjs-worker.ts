import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parentPort } from "node:worker_threads";
import { ExtractionError, type TroubleCode } from "../../lib/errors.ts";
import type { PageReading } from "./engine.ts";
import { type Bounds, pageFrame, type Turn } from "./frame.ts";
import { interpret } from "./pdfjs-operators.ts";
import type { OperatorList, OperatorNumbers, PdfjsFont } from "./pdfjs-types.ts";

/** What the main thread asks; `id` is the number of the request, `document` that of an opened document. */
export type PdfjsRequest = { readonly id: number } & (
  | { readonly ask: "open"; readonly bytes: Uint8Array }
  | { readonly ask: "content"; readonly document: number; readonly page: number }
  | { readonly ask: "close"; readonly document: number }
);

/** What comes back for one request. */
export type PdfjsAnswer = { readonly id: number } & (
  | { readonly opened: { readonly document: number; readonly pages: number; readonly hidesLayers: boolean } }
  | { readonly reading: PageReading }
  | { readonly closed: true }
  | { readonly trouble: { readonly code: TroubleCode; readonly message: string } }
);

interface PdfjsPage {
  readonly view: Bounds;
  readonly rotate: number;
  readonly commonObjs: {
    has(name: string): boolean;
    get(name: string, then: (font: PdfjsFont | string) => void): void;
  };
  getOperatorList(options: { annotationMode: number }): Promise<OperatorList>;
  cleanup(): void;
}
interface PdfjsDocument {
  readonly numPages: number;
  getPage(page: number): Promise<PdfjsPage>;
  getOptionalContentConfig(): Promise<Layers>;
}
/** The layers of a document as they are when it is opened (ISO 32000-1, 8.11.4). */
interface Layers extends Iterable<readonly [string, { readonly visible: boolean }]> {
  isVisible(group: unknown): boolean;
}
interface LoadingTask {
  readonly promise: Promise<PdfjsDocument>;
  destroy(): Promise<void>;
}
interface Pdfjs {
  readonly OPS: OperatorNumbers;
  getDocument(options: Record<string, unknown>): LoadingTask;
}

/**
 * pdf.js, loaded inside this thread only: importing its Node build replaces Array.prototype.push and others for good. The native push is
 * put back, since the replacement costs a sixth of the time. It talks to the console about canvases nobody here needs.
 */
async function load(): Promise<Pdfjs> {
  console.warn = console.log = () => {};
  const push = Array.prototype.push;
  const pdfjs = (await import("pdfjs-dist/legacy/build/pdf.mjs")) as unknown as Pdfjs;
  const worker: unknown = await import("pdfjs-dist/legacy/build/pdf.worker.mjs" as string);
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  Array.prototype.push = push;
  return pdfjs;
}

const FOLDER = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
/** Typed notes, stamps and form fields as a page shows them. */
const AS_SHOWN = 1;
const loading = load();
const documents = new Map<
  number,
  { readonly task: LoadingTask; readonly document: PdfjsDocument; readonly layers: Layers }
>();

async function open(id: number, bytes: Uint8Array): Promise<PdfjsAnswer> {
  const { getDocument } = await loading;
  // A membership may hide what its layers show (ISO 32000-1, 8.11.2.2): /VE with /Not, /P with Off.
  const hides = /\/VE\s*\[|\/P\s*\/(?:AllOff|AnyOff)\b/.test(Buffer.from(bytes).toString("latin1"));
  const task = getDocument({
    data: bytes,
    standardFontDataUrl: join(FOLDER, "standard_fonts/"),
    cMapUrl: join(FOLDER, "cmaps/"),
    cMapPacked: true,
    wasmUrl: join(FOLDER, "wasm/"),
    disableFontFace: false,
    useSystemFonts: false,
    isEvalSupported: false,
    fontExtraProperties: true,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const layers = await document.getOptionalContentConfig();
    documents.set(id, { task, document, layers });
    const hidesLayers = hides || [...layers].some(([, { visible }]) => !visible);
    return { id, opened: { document: id, pages: document.numPages, hidesLayers } };
  } catch (error) {
    await task.destroy();
    const { name, message } = error as Error;
    if (name === "PasswordException") throw new ExtractionError("password", "the PDF needs a password", null, error);
    throw new ExtractionError("damaged", message, null, error);
  }
}

async function content(id: number, documentId: number, number: number): Promise<PdfjsAnswer> {
  const { OPS } = await loading;
  const { document, layers } = documents.get(documentId)!;
  const page = await document.getPage(number);
  const isShown = (layer: unknown): boolean => layers.isVisible(layer);
  try {
    const list = await page.getOperatorList({ annotationMode: AS_SHOWN });
    const fonts = await fontsOf(list, OPS, page);
    const rotation = ((((page.rotate / 90) % 4) + 4) % 4) as Turn;
    let frame = pageFrame(page.view, rotation);
    let drawn = interpret(list, OPS, (name) => fonts.get(name), frame, isShown);
    const turned = drawn.text.turn(rotation);
    if (turned !== 0) {
      frame = pageFrame(page.view, ((rotation + turned) & 3) as Turn);
      drawn = interpret(list, OPS, (name) => fonts.get(name), frame, isShown);
    }
    const { glyphs, evidence } = drawn.text.finish(frame, drawn.ground);
    return {
      id,
      reading: {
        number,
        width: frame.width,
        height: frame.height,
        glyphs,
        lines: drawn.rules.lines,
        pictures: drawn.pictures,
        evidence: { ...evidence, outlines: drawn.rules.outlines },
        turned,
        fonts: drawn.text.fonts,
      },
    };
  } finally {
    page.cleanup();
  }
}

/** Fonts arrive on their own, sometimes after the operators that name them. */
async function fontsOf(list: OperatorList, ops: OperatorNumbers, page: PdfjsPage): Promise<Map<string, PdfjsFont>> {
  const names = new Set<string>();
  for (let i = 0; i < list.fnArray.length; i++) {
    const args = list.argsArray[i] as readonly never[] | null;
    if (list.fnArray[i] === ops.setFont) names.add(args![0]!);
    else if (list.fnArray[i] === ops.setGState)
      for (const [key, value] of args![0]! as Iterable<[string, never]>) if (key === "Font") names.add(value[0]!);
  }
  const fonts = new Map<string, PdfjsFont>();
  for (const name of names) {
    // in place of a font it cannot use pdf.js sends the reason
    const font = await new Promise<PdfjsFont | string>((resolve) => page.commonObjs.get(name, resolve));
    fonts.set(name, typeof font === "string" ? { broken: true } : font);
  }
  return fonts;
}

async function answer(request: PdfjsRequest): Promise<PdfjsAnswer> {
  switch (request.ask) {
    case "open":
      return open(request.id, request.bytes);
    case "content":
      return content(request.id, request.document, request.page);
    case "close":
      await documents.get(request.document)?.task.destroy();
      documents.delete(request.document);
      return { id: request.id, closed: true };
  }
}

// pdf.js drops some of its promises when a file is damaged, then goes on repairing it
process.on("unhandledRejection", () => {});
parentPort!.on("message", (request: PdfjsRequest) => {
  answer(request).then(
    (reply) => parentPort!.postMessage(reply),
    (error: unknown) => {
      const code = error instanceof ExtractionError ? error.code : "damaged";
      parentPort!.postMessage({ id: request.id, trouble: { code, message: (error as Error).message } });
    },
  );
});
