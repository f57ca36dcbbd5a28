import { flag, statement } from "./statements.ts";
import type { Store } from "./store.ts";
import type { FileCounts } from "./stored-file.ts";

/** Hashes of the files this engine has read to their end: they need no second reading. `retry` leaves out those with any trouble. */
export function knownFiles(store: Store, engine: string, retry = false): string[] {
  return statement(
    store.db,
    `SELECT file.sha256 FROM file JOIN document ON document.file_id = file.id JOIN run ON run.document_id = document.id
     WHERE run.engine = ? AND run.incomplete = 0 AND (run.status = 'ok' OR NOT ?) ORDER BY file.sha256`,
  )
    .pluck()
    .all(engine, flag(retry)) as string[];
}

/** What was counted when the file was read; null where the store has no reading of it. */
export function storedCounts(store: Store, sha256: string): FileCounts | null {
  const row = statement(
    store.db,
    `SELECT document.pages AS pages, run.tables AS tables, run.records AS records, run.unclaimed AS unclaimed,
       run.unread_cells AS unreadCells, run.units_unknown AS unitsUnknown, run.troubles AS troubles
     FROM run JOIN document ON document.id = run.document_id JOIN file ON file.id = document.file_id
     WHERE file.sha256 = ?`,
  ).get(sha256) as Record<keyof FileCounts, bigint> | undefined;
  if (!row) return null;
  return Object.fromEntries(Object.entries(row).map(([name, n]) => [name, Number(n)])) as unknown as FileCounts;
}
