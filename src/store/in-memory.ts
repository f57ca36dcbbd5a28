import { readFileSync, statSync } from "node:fs";

/** Places of the header that say how a database is written and read; 2 asks for a write-ahead log beside the file. */
const WRITTEN = 18;
const READ = 19;
const WITHOUT_LOG = 1;
/** Larger files are not taken into memory. */
const MOST_BYTES = 1_500_000_000;

/** Whether SQLite failed because the file or its folder cannot be written: a write-ahead log needs files beside it. */
export const isUnwritable = (error: unknown): boolean =>
  /^SQLITE_(?:CANTOPEN|READONLY)/u.test(String((error as { code?: unknown } | null)?.code));

/**
 * A database as it lies in its file, for a reader who cannot write beside it. Null where it is too large for that, cannot be read, or has
 * a log with changes that are not in the file.
 */
export function fileInMemory(path: string): Buffer | null {
  try {
    if (statSync(path).size > MOST_BYTES) return null;
    const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
    if (log !== undefined && log.size > 0) return null;
    const bytes = readFileSync(path);
    bytes[WRITTEN] = WITHOUT_LOG;
    bytes[READ] = WITHOUT_LOG;
    return bytes;
  } catch {
    return null;
  }
}
