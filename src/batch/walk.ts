import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { nameOf, systemPath } from "../lib/file-names.ts";

/** Golden records and the tool's own output lie beside documents; in a folder they are no documents. */
const NOT_DOCUMENTS = /\.(jsonl|json|sqlite|sqlite-wal|sqlite-shm|db|md)$/i;

/** What recognition read, kept beside a database. */
const READINGS = /\.(?:sqlite|db)\.readings$/i;

/**
 * Why something in a folder is not read: `hidden` (its name begins with a dot), `records` (records, databases, notes), `broken-link`,
 * `loop` (a link to a folder it lies in), `special` (a socket, a device).
 */
export type SkipReason = "hidden" | "records" | "broken-link" | "loop" | "special";

/** Something in a folder that is not read. */
export interface Skipped {
  readonly path: string;
  readonly why: SkipReason;
}

/** What lies behind the given paths. */
export interface Walked {
  /** Files to read, each once, in a fixed order. */
  readonly paths: readonly string[];
  readonly skipped: readonly Skipped[];
  /** Folders that file names are told relative to: those that were given, and of single files the ones they lie in. */
  readonly roots: readonly string[];
}

/**
 * The files behind the given paths: a file as it is (whatever its name), a folder with all its files in sorted order, depth first. Links
 * are followed. A path that is not there comes out unchanged: reading it tells what is wrong.
 */
export async function walk(paths: readonly string[]): Promise<Walked> {
  const found = new Set<string>();
  const skipped: Skipped[] = [];
  const roots: string[] = [];
  const enter = async (folder: string, above: readonly string[]): Promise<void> => {
    const own = await realpath(systemPath(folder)).catch(() => folder);
    if (above.includes(own)) {
      skipped.push({ path: folder, why: "loop" });
      return;
    }
    const listed = await readdir(systemPath(folder), { withFileTypes: true, encoding: "buffer" }).catch(() => null);
    // Reading it as a file tells what is wrong with it.
    if (listed === null) {
      found.add(folder);
      return;
    }
    const entries = listed.map((entry) => ({ entry, name: nameOf(entry.name) }));
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    for (const { entry, name } of entries) {
      const path = join(folder, name);
      const kind = name.startsWith(".") ? "hidden" : await kindOf(entry, path);
      if (kind === "folder" && !READINGS.test(name)) await enter(path, [...above, own]);
      else if (kind === "file" && !NOT_DOCUMENTS.test(name)) found.add(path);
      else skipped.push({ path, why: kind === "file" || kind === "folder" ? "records" : kind });
    }
  };
  for (const path of paths) {
    const isFolder = await stat(systemPath(path)).then(
      (s) => s.isDirectory(),
      () => false,
    );
    roots.push(isFolder ? path : dirname(path));
    if (isFolder) await enter(path, []);
    else found.add(path);
  }
  return { paths: [...found], skipped, roots };
}

async function kindOf(entry: Dirent<Buffer>, path: string): Promise<"folder" | "file" | "broken-link" | "special"> {
  if (entry.isDirectory()) return "folder";
  if (entry.isFile()) return "file";
  if (!entry.isSymbolicLink()) return "special";
  const target = await stat(systemPath(path)).catch(() => null);
  if (target === null) return "broken-link";
  return target.isDirectory() ? "folder" : target.isFile() ? "file" : "special";
}

/** A file's name below the folder that was read: the same wherever that folder lies. Members of archives stand below their archive. */
export function relativeName(path: string, roots: readonly string[]): string {
  const below = roots
    .map((root) => (root === "." ? path : path.startsWith(withSlash(root)) ? path.slice(withSlash(root).length) : null))
    .filter((name): name is string => name !== null)
    .sort((a, b) => b.length - a.length);
  return (below[0] ?? path).split(sep).join("/");
}

const withSlash = (root: string): string => (root.endsWith("/") || root.endsWith(sep) ? root : root + sep);
