import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** What is written, or what writes it to a path. */
export type Content = string | Uint8Array | ((path: string) => void);

/** Writes a file whole or not at all: under a hidden name beside it first. Throws what the system says; then nothing is left behind. */
export function writeWhole(path: string, content: Content): void {
  const half = join(dirname(path), `.${basename(path)}.half`);
  try {
    if (typeof content === "function") content(half);
    else writeFileSync(half, content);
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}
