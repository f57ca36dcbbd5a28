import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Golden records and the tool's own output lie beside documents; in a folder they are no documents. */
const NOT_DOCUMENTS = /\.(jsonl|json|sqlite|sqlite-wal|sqlite-shm|db|md)$/i;

/**
 * The files behind the given paths: a file as it is (whatever its name), a folder with all its files in sorted order, depth first.
 * Hidden entries are skipped, in folders also records (`.jsonl`), databases and notes (`.md`). A path that is not there comes out unchanged: reading
 * it tells what is wrong.
 */
export async function walk(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set<string>();
  const add = (path: string): void => {
    if (!seen.has(path)) found.push(path);
    seen.add(path);
  };
  const enter = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
    // Reading it as a file tells what is wrong with it.
    if (entries === null) return add(folder);
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await enter(path);
      else if (entry.isFile() && !NOT_DOCUMENTS.test(entry.name)) add(path);
    }
  };
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (s) => s.isDirectory(),
      () => false,
    );
    if (isFolder) await enter(path);
    else add(path);
  }
  return found;
}
