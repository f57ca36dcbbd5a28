import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { COLLECTED, CollectedLine, type CollectedRequest, publishedOn } from "../../schemas/collected.ts";
import type { FileSource } from "../store/index.ts";

/** Where files were published, by the hash of their bytes; lines of a journal that cannot be understood are counted. */
export interface Provenance {
  readonly ofFile: (path: string, sha256: string | null) => readonly FileSource[];
  readonly badLines: number;
}

/** What the journals say, by the hash of the bytes. */
export interface Journals {
  readonly sources: ReadonlyMap<string, ReadonlyMap<string, FileSource>>;
  readonly badLines: number;
}

/** Files that no journal speaks of. */
export const NO_PROVENANCE: Provenance = { ofFile: () => [], badLines: 0 };

/** Files of a collection stand so deep below the folder with its journal. */
const DEPTH = 3;

const IN_ARCHIVE = /(?:^|[/\\])([0-9a-f]{64})\.\w+[/\\]/u;

/** Where the files of the given folders were published, by the journals of their collections. */
export async function provenance(roots: readonly string[]): Promise<Provenance> {
  const { sources, badLines } = await journals(roots);
  return { ofFile: byHash((sha256) => [...(sources.get(sha256)?.values() ?? [])]), badLines };
}

/** The hashes that speak for a file: its own; a member of an archive has its archive's addresses, and an archive is called by its hash. */
export const hashesFor = (path: string, sha256: string | null): string[] =>
  [sha256, IN_ARCHIVE.exec(path)?.[1]].filter((hash) => hash !== null && hash !== undefined);

/** Tells of a file by the first of its hashes that has addresses. */
export const byHash =
  (of: (sha256: string) => readonly FileSource[]): Provenance["ofFile"] =>
  (path, sha256) =>
    hashesFor(path, sha256)
      .map(of)
      .find((sources) => sources.length > 0) ?? [];

/** Reads the journals of collections in the given folders, and in those above them (a part of a collection may be read by itself). */
export async function journals(roots: readonly string[]): Promise<Journals> {
  const folders = new Set(
    roots.flatMap((root) =>
      Array.from({ length: DEPTH }).reduce<string[]>((up) => [...up, dirname(up.at(-1)!)], [root]),
    ),
  );
  const sources = new Map<string, Map<string, FileSource>>();
  let badLines = 0;
  for (const folder of folders) {
    const text = await readFile(join(folder, COLLECTED), "utf8").catch(() => "");
    for (const line of text.split("\n")) {
      if (line.trim() === "") continue;
      const read = understood(line);
      if (read === null) badLines++;
      else if (read.line === "request" && read.sha256 !== null) note(sources, read, read.sha256);
    }
  }
  return { sources, badLines };
}

function understood(line: string): CollectedLine | null {
  try {
    return CollectedLine.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** The newest line says what an address is; the oldest, since when. */
function note(sources: Map<string, Map<string, FileSource>>, line: CollectedRequest, sha256: string): void {
  // Lists and rules are no documents; what was named as a list and is a file is one.
  if (line.role === "robots" || (line.role === "list" && !line.file?.startsWith("files/"))) return;
  const { address, foundOn, words, name, title, site, at } = line;
  const published = publishedOn(line.dates);
  const mine = sources.get(sha256) ?? new Map<string, FileSource>();
  sources.set(sha256, mine);
  mine.set(address, {
    address,
    foundOn,
    words,
    name,
    title,
    site,
    published: published?.day ?? null,
    publishedFrom: published?.from ?? null,
    firstAt: mine.get(address)?.firstAt ?? at,
    lastAt: at,
  });
}
