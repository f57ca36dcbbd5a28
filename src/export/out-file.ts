import { closeSync, openSync, writeSync } from "node:fs";

/** Rows that are turned into text at once: memory stays small however long a table is. */
const BATCH = 2_000;

/** Writes a file piece by piece; gives the number of rows. */
export function writeRows<T>(
  path: string,
  head: string,
  rows: Iterable<T>,
  text: (batch: readonly T[]) => string,
): number {
  const file = openSync(path, "w");
  try {
    writeSync(file, head);
    let batch: T[] = [];
    let count = 0;
    const flush = (): void => {
      if (batch.length > 0) writeSync(file, text(batch));
      count += batch.length;
      batch = [];
    };
    for (const row of rows) {
      batch.push(row);
      if (batch.length === BATCH) flush();
    }
    flush();
    return count;
  } finally {
    closeSync(file);
  }
}
