import { spawn, spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { ExtractionError } from "../../lib/errors.ts";
import type { EngineDeclaration, OcrEngine, ReadSymbol } from "./engine.ts";
import { pngOf } from "./png.ts";
import { CHINESE_QUIRKS } from "./quirks.ts";

/** Longest time one picture may take, in milliseconds. */
const PICTURE_MS = 120_000;
/** More output than this is no reading of one picture. */
const MOST_OUTPUT = 64 * 1024 * 1024;

/** The installed `tesseract` program with its `chi_sim` data: one model, so numbers are read once. One process a picture. */
export function nativeTesseract(lanes: number = availableParallelism()): OcrEngine {
  let running = 0;
  const waiting: (() => void)[] = [];
  const take = async (): Promise<void> => {
    if (running >= lanes) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
  };
  const give = (): void => {
    running--;
    waiting.shift()?.();
  };
  return {
    name: "tesseract (installed) chi_sim",
    quirks: CHINESE_QUIRKS,
    models: ["standard"],
    lanes,
    async read(picture) {
      await take();
      try {
        const text = await run(
          ["stdin", "stdout", "-l", "chi_sim", "--psm", "6", "--dpi", "200", "makebox"],
          await pngOf(picture),
        );
        return readBoxes(text, picture.height);
      } finally {
        give();
      }
    },
    async close() {},
  };
}

/** There where the program is installed with its Chinese data. */
export const TESSERACT: EngineDeclaration = {
  name: "tesseract",
  install: "apt-get install tesseract-ocr tesseract-ocr-chi-sim",
  isThere: () => /^chi_sim$/m.test(spawnSync("tesseract", ["--list-langs"], { encoding: "utf8" }).stdout ?? ""),
  start: () => nativeTesseract(),
};

/** Lines of a box file: character, left, bottom, right, top, page; the origin is at the bottom. It gives no confidence. */
function readBoxes(text: string, height: number): ReadSymbol[] {
  return text.split("\n").flatMap((line): ReadSymbol[] => {
    const match = /^(\S+) (\d+) (\d+) (\d+) (\d+) \d+$/.exec(line);
    if (!match || match[1] === "~") return [];
    const [x0, bottom, x1, top] = match.slice(2, 6).map(Number) as [number, number, number, number];
    return [{ text: match[1]!, confidence: 80, box: [x0, height - top, x1, height - bottom] }];
  });
}

function run(args: readonly string[], input: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn("tesseract", args, {
      stdio: ["pipe", "pipe", "ignore"],
      env: { ...process.env, OMP_THREAD_LIMIT: "1" },
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), PICTURE_MS);
    const parts: Buffer[] = [];
    let size = 0;
    child.stdout.on("data", (part: Buffer) => {
      size += part.length;
      if (size > MOST_OUTPUT) child.kill("SIGKILL");
      else parts.push(part);
    });
    child.on("error", (cause) => {
      clearTimeout(timer);
      reject(new ExtractionError("missing-program", "the program tesseract is not installed", null, cause));
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(Buffer.concat(parts).toString("utf8"));
      else reject(new ExtractionError("ocr-failed", `tesseract ended with ${code ?? "a signal"}`));
    });
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
