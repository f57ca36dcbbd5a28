import { createHash } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { env, pid, platform } from "node:process";
import { makeFolder } from "../../lib/make-folder.ts";
import type { OcrEngine, ReadSymbol } from "./engine.ts";
import type { GrayPicture } from "./picture.ts";

/** `MINGZHANG_CACHE=off` keeps no readings. */
const OFF = new Set(["off", "none", "0"]);

/** The form readings are kept in: another form is another file. */
const FORM = 2;

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
  const { lines } = engine;
  return {
    ...engine,
    read: async (picture, model) =>
      (
        await once(placeOf(folder, `${engine.name}\n${model}`, [picture]), async () => [
          await engine.read(picture, model),
        ])
      )[0]!,
    ...(lines && {
      lines: {
        ...lines,
        read: (pictures) => once(placeOf(folder, lines.name, pictures), () => lines.read(pictures)),
      },
    }),
  };
}

type Read = readonly (readonly ReadSymbol[])[];

/** What was read of these pictures before, or is read now and kept; the same to the last digit either way. */
async function once(path: string, read: () => Promise<Read>): Promise<Read> {
  const known = await recall(path);
  if (known) return known;
  const now = stored(await read());
  await keep(path, now);
  return symbols(now);
}

function placeOf(folder: string, engine: string, pictures: readonly GrayPicture[]): string {
  const hash = createHash("sha256").update(`${FORM}\n${engine}\n`);
  for (const { width, height, pixels } of pictures) hash.update(`${width}x${height}\n`).update(pixels);
  const name = hash.digest("hex");
  return join(folder, name.slice(0, 2), `${name.slice(2, 40)}.json`);
}

/** One symbol as stored: text, confidence, x0, y0, x1, y1. */
type StoredSymbol = [string, number, number, number, number, number];
type Stored = readonly (readonly StoredSymbol[])[];

const stored = (read: Read): Stored =>
  read.map((line) => line.map(({ text, confidence, box }) => [text, tenth(confidence), ...rounded(box)]));
const symbols = (read: Stored): Read =>
  read.map((line) => line.map(([text, confidence, ...box]) => ({ text, confidence, box })));

async function recall(path: string): Promise<Read | null> {
  try {
    return symbols(JSON.parse(await readFile(path, "utf8")) as Stored);
  } catch {
    return null;
  }
}

/** Written beside and moved into place: a run stopped in the middle leaves no half reading. */
async function keep(path: string, read: Stored): Promise<void> {
  const beside = `${path}.${pid}`;
  try {
    makeFolder(dirname(path));
    await writeFile(beside, JSON.stringify(read));
    await rename(beside, path);
  } catch {
    await rm(beside, { force: true }).catch(() => {});
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const rounded = (box: ReadSymbol["box"]): [number, number, number, number] => [
  tenth(box[0]),
  tenth(box[1]),
  tenth(box[2]),
  tenth(box[3]),
];
