import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { env, pid } from "node:process";
import { makeFolder } from "../../lib/make-folder.ts";
import type { OcrEngine, ReadSymbol } from "./engine.ts";
import type { GrayPicture } from "./picture.ts";

/** `MINGZHANG_CACHE=off` keeps no readings. */
const OFF = new Set(["off", "none", "0"]);

/** The form readings are kept in: another form is another file. */
const FORM = 5;

/** Folder that keeps readings: that of `MINGZHANG_CACHE`, else the one given (beside the database); null where none is wanted. */
export function cacheFolder(given: string | undefined): string | null {
  const named = env["MINGZHANG_CACHE"];
  if (named !== undefined && named !== "") return OFF.has(named) ? null : join(named, "readings");
  return given ?? null;
}

/**
 * An engine that remembers: what it read in a picture is kept in a file named by the picture's pixels, the engine and the model, so that
 * a stopped run goes on where it was and a second run reads nothing again. What is kept may hold names of persons: it is locked with a key
 * made of the pixels, so that only who has the picture can read it. A cache that cannot be written to is no trouble.
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

/** Where a reading is kept, and what it is locked with. */
interface Place {
  readonly path: string;
  readonly key: Buffer;
}

/** What was read of these pictures before, or is read now and kept; the same to the last digit either way. */
async function once(place: Place, read: () => Promise<Read>): Promise<Read> {
  const known = await recall(place);
  if (known) return known;
  const now = stored(await read());
  await keep(place, now);
  return symbols(now);
}

function placeOf(folder: string, engine: string, pictures: readonly GrayPicture[]): Place {
  const hash = createHash("sha256").update(`${FORM}\n${engine}\n`);
  for (const { width, height, pixels } of pictures) hash.update(`${width}x${height}\n`).update(pixels);
  const digest = hash.digest();
  const of = (what: string): Buffer => createHmac("sha256", digest).update(what).digest();
  const name = of("name").toString("hex");
  return { path: join(folder, name.slice(0, 2), `${name.slice(2, 40)}.reading`), key: of("key") };
}

/** One symbol as stored: text, confidence, x0, y0, x1, y1, and what else it may be. */
type StoredSymbol = [string, number, number, number, number, number, string?];
type Stored = readonly (readonly StoredSymbol[])[];

const stored = (read: Read): Stored =>
  read.map((line) =>
    line.map(({ text, confidence, box, second }) => [
      text,
      tenth(confidence),
      ...rounded(box),
      ...(second === undefined ? ([] as const) : ([second] as const)),
    ]),
  );
const symbols = (read: Stored): Read =>
  read.map((line) =>
    line.map(([text, confidence, x0, y0, x1, y1, second]) => ({
      text,
      confidence,
      box: [x0, y0, x1, y1],
      ...(second === undefined ? {} : { second }),
    })),
  );

/** Bytes before a locked reading: a number used once, and the seal. */
const NONCE_BYTES = 12;
const SEAL_BYTES = 16;

async function recall({ path, key }: Place): Promise<Read | null> {
  try {
    const kept = await readFile(path);
    const opener = createDecipheriv("aes-256-gcm", key, kept.subarray(0, NONCE_BYTES));
    opener.setAuthTag(kept.subarray(NONCE_BYTES, NONCE_BYTES + SEAL_BYTES));
    const text = Buffer.concat([opener.update(kept.subarray(NONCE_BYTES + SEAL_BYTES)), opener.final()]);
    return symbols(JSON.parse(text.toString("utf8")) as Stored);
  } catch {
    return null;
  }
}

/** Written beside and moved into place: a run stopped in the middle leaves no half reading. */
async function keep({ path, key }: Place, read: Stored): Promise<void> {
  const beside = `${path}.${pid}`;
  const nonce = randomBytes(NONCE_BYTES);
  const lock = createCipheriv("aes-256-gcm", key, nonce);
  const locked = Buffer.concat([lock.update(JSON.stringify(read)), lock.final()]);
  try {
    makeFolder(dirname(path));
    await writeFile(beside, Buffer.concat([nonce, lock.getAuthTag(), locked]));
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
