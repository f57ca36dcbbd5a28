import type { ChildProcess } from "node:child_process";
import { availableParallelism } from "node:os";
import { ExtractionError } from "../../lib/errors.ts";
import { running } from "../../lib/helper/running.ts";
import { keepAlive, moduleBeside, startProcess } from "../../lib/helper/start-process.ts";
import type { EngineDeclaration, LineReader, ReadSymbol } from "./engine.ts";
import { inputWidth } from "./line-input.ts";
import type { GrayPicture } from "./picture.ts";
import { INSTALL, isInstalled } from "./pp-ocr-package.ts";
import type { LinesAnswer, LinesRequest } from "./pp-ocr-process.ts";
import { tesseractJs } from "./tesseract-js.ts";

/** Lines read together: more bring nothing and take memory. */
const TOGETHER = 4;
/** Longest time one call may take, in milliseconds. */
const CALL_MS = 300_000;

type Read = readonly (readonly ReadSymbol[])[];

interface Call {
  readonly lines: readonly GrayPicture[];
  /** A process that dies takes no call with it: another reads the lines, once. */
  readonly second: boolean;
  readonly resolve: (read: Read) => void;
  readonly reject: (error: ExtractionError) => void;
}

/**
 * PP-OCR's recogniser of Chinese lines (v4, mobile) under ONNX Runtime, one process a core, started when first needed and kept warm.
 * Processes, not threads: where the native library ends, it ends alone.
 */
export function ppOcr(lanes: number = availableParallelism()): LineReader {
  const idle: ChildProcess[] = [];
  const all = new Set<ChildProcess>();
  const waiting: Call[] = [];
  let last = 0;

  const next = (): void => {
    while (waiting.length > 0 && (idle.length > 0 || all.size < lanes)) run(idle.pop() ?? start(), waiting.shift()!);
  };
  const start = (): ChildProcess => {
    const child = startProcess(moduleBeside(import.meta.url, "pp-ocr-process"));
    child.stderr?.resume();
    const forget = running(() => child.kill("SIGKILL"));
    all.add(child);
    child.once("exit", () => {
      forget();
      all.delete(child);
      if (idle.includes(child)) idle.splice(idle.indexOf(child), 1);
    });
    return child;
  };
  const run = (child: ChildProcess, call: Call): void => {
    const id = ++last;
    const settle = (): void => {
      clearTimeout(alarm);
      child.off("message", onAnswer);
      child.off("exit", onDeath);
      child.off("error", onDeath);
      keepAlive(child, false);
    };
    const onAnswer = (message: unknown): void => {
      const answer = message as LinesAnswer;
      if (answer.id !== id) return;
      settle();
      idle.push(child);
      if ("read" in answer) call.resolve(answer.read);
      else call.reject(new ExtractionError("ocr-failed", `the recogniser failed: ${answer.trouble}`));
      next();
    };
    const onDeath = (): void => {
      settle();
      all.delete(child);
      child.kill("SIGKILL");
      if (call.second) call.reject(new ExtractionError("helper-ended", "the recogniser's process ended"));
      else waiting.unshift({ ...call, second: true });
      next();
    };
    const alarm = setTimeout(onDeath, CALL_MS);
    keepAlive(child, true);
    child.on("message", onAnswer);
    child.on("exit", onDeath);
    child.on("error", onDeath);
    child.send({ id, lines: call.lines } satisfies LinesRequest, () => {});
  };

  return {
    name: "PP-OCRv4 mobile",
    together: (lines) => groups(lines.map(inputWidth)),
    read: (lines) =>
      new Promise<Read>((resolve, reject) => {
        waiting.push({ lines, second: false, resolve, reject });
        next();
      }),
    async close() {
      for (const child of all) child.disconnect();
      all.clear();
      idle.length = 0;
    },
  };
}

/** PP-OCR reads the lines, tesseract.js what it cannot; it tells per cent signs from digits. */
export const PP_OCR: EngineDeclaration = {
  name: "pp-ocr",
  isThere: isInstalled,
  install: INSTALL,
  start: () => {
    const [lines, blocks] = [ppOcr(), tesseractJs()];
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
