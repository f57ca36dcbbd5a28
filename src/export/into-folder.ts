import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { makeFolder } from "../lib/make-folder.ts";
import { OwnFiles } from "../lib/own-files.ts";
import { ExportError } from "./errors.ts";

/** A file that was written. */
export interface Exported {
  readonly path: string;
  readonly rows: number;
}

/** How the folders begin that files are written in before they get their names. */
const HALF = ".mingzhang-half-";
/** A folder so old was left by a run that was killed. Milliseconds. */
const LEFT_MS = 24 * 3_600_000;

/**
 * Has files written where nobody looks and moves them into the folder when all are whole. Where anything goes wrong nothing is there that was
 * not before. Throws ExportError `foreign` where a file that this program did not write would be replaced without `overwrite`.
 */
export async function intoFolder(
  folder: string,
  overwrite: boolean,
  write: (folder: string) => Promise<readonly Exported[]> | readonly Exported[],
): Promise<Exported[]> {
  makeFolder(folder);
  clearLeft(folder);
  const half = mkdtempSync(join(folder, HALF));
  try {
    const files = await write(half);
    const own = new OwnFiles(folder);
    const names = readdirSync(half).sort();
    const foreign = overwrite ? undefined : names.find((name) => own.isForeign(name));
    if (foreign !== undefined) throw new ExportError("foreign", join(folder, foreign));
    for (const name of names) {
      renameSync(join(half, name), join(folder, name));
      own.note(name, "export");
    }
    own.settle();
    return files.map(({ path, rows }) => ({ path: join(folder, basename(path)), rows }));
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

function clearLeft(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(HALF) && Date.now() - statSync(join(folder, name)).mtimeMs > LEFT_MS)
      rmSync(join(folder, name), { recursive: true, force: true });
}
