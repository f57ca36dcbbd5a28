import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "../lib/make-folder.ts";
import type { Kind } from "./kind.ts";

/** Endings where a kind is no ending. */
const ENDINGS: Readonly<Record<string, string>> = { text: "txt", image: "image", locked: "office" };

/** The hash by which bytes are known. */
export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Where bodies of bytes stand, each once, under its hash: documents in `files/`, pages that only list them in `.lists/`. */
export class Bodies {
  readonly #folder: string | null;
  readonly #memory = new Map<string, Uint8Array>();

  /** Without a folder they are kept in memory, for a dry run. */
  constructor(folder: string | null) {
    this.#folder = folder;
  }

  /** Where bytes will stand, below the folder. */
  placeOf(sha256: string, kind: Kind, document: boolean): string {
    const ending = kind === null ? "bin" : (ENDINGS[kind] ?? kind);
    return `${document ? "files" : ".lists"}/${sha256.slice(0, 2)}/${sha256}.${ending}`;
  }

  /** Puts bytes where they stand: whole or not at all, whatever happens to the machine. */
  put(place: string, bytes: Uint8Array): void {
    if (this.#folder === null) {
      this.#memory.set(place, bytes);
      return;
    }
    const path = join(this.#folder, place);
    if (existsSync(path)) return;
    makeFolder(dirname(path));
    // A hidden name: whoever reads the folder meanwhile, or after a kill, passes it by.
    const unfinished = join(dirname(path), `.${basename(path)}.part`);
    rmSync(unfinished, { force: true });
    const file = openSync(unfinished, "w");
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  }

  /** The bytes of a place; null where they are gone or are no longer those of the hash. */
  get(place: string, sha256: string): Uint8Array | null {
    if (this.#folder === null) return this.#memory.get(place) ?? null;
    const path = join(this.#folder, place);
    const bytes = existsSync(path) ? readFileSync(path) : null;
    return bytes !== null && sha256Of(bytes) === sha256 ? bytes : null;
  }
}
