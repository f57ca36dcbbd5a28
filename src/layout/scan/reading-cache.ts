import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { env, pid, platform } from "node:process";
import type { OcrEngine, OcrModel, ReadSymbol } from "./engine.ts";
import type { GrayPicture } from "./picture.ts";

/** `MINGZHANG_CACHE=off` keeps no readings. */
const OFF = new Set(["off", "none", "0"]);

/** Folder that keeps readings: `MINGZHANG_CACHE`, else the system's cache folder; null where none is wanted. */
export function cacheFolder(): string | null {
  const named = env["MINGZHANG_CACHE"];
  if (named !== undefined && named !== "") return OFF.has(named) ? null : join(named, "readings");
  const home = homedir() || tmpdir();
  const system =
    platform === "win32"
      ? (env["LOCALAPPDATA"] ?? join(home, "AppData", "Local"))
      : platform === "darwin"
        ? join(home, "Library", "Caches")
        : env["XDG_CACHE_HOME"] || join(home, ".cache");
  return join(system, "mingzhang", "readings");
}

/**
 * An engine that remembers: what it read in a picture is kept in a file named by the picture's pixels, the engine and the model, so that
 * a stopped run goes on where it was and a second run reads nothing again. A cache that cannot be written to is no trouble.
 */
export function remembering(engine: OcrEngine, folder: string): OcrEngine {
  return {
    ...engine,
    async read(picture, model) {
      const path = join(folder, ...placeOf(engine.name, model, picture));
      const known = await recall(path);
      if (known) return known;
      const read = await engine.read(picture, model);
      await keep(path, read);
      return read;
    },
  };
}

function placeOf(engine: string, model: OcrModel, { width, height, pixels }: GrayPicture): [string, string] {
  const hash = createHash("sha256").update(`${engine}\n${model}\n${width}x${height}\n`).update(pixels).digest("hex");
  return [hash.slice(0, 2), `${hash.slice(2, 40)}.json`];
}

/** One symbol as stored: text, confidence, x0, y0, x1, y1. */
type StoredSymbol = [string, number, number, number, number, number];

async function recall(path: string): Promise<ReadSymbol[] | null> {
  try {
    const stored = JSON.parse(await readFile(path, "utf8")) as StoredSymbol[];
    return stored.map(([text, confidence, ...box]) => ({ text, confidence, box }));
  } catch {
    return null;
  }
}

/** Written beside and moved into place: a run stopped in the middle leaves no half reading. */
async function keep(path: string, read: readonly ReadSymbol[]): Promise<void> {
  const stored = read.map(({ text, confidence, box }): StoredSymbol => [text, Math.round(confidence), ...box]);
  const beside = `${path}.${pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(beside, JSON.stringify(stored));
    await rename(beside, path);
  } catch {
    await rm(beside, { force: true }).catch(() => {});
  }
}
