import { BODY, FILE } from "./datasets/common.ts";
import { statement } from "./statements.ts";
import type { Store } from "./store.ts";

/** What can change: a document with everything read from it, a body with its tables, a report. */
export type ChangeSubject = "document" | "entity" | "report";

/** The last change of one thing. */
export interface ChangeRow {
  /** Its number: every later change of anything has a higher one. */
  readonly seq: number;
  readonly subject: ChangeSubject;
  /** As exports name it: the document's key (first 16 digits of the SHA-256), the body's id, the report's id. */
  readonly key: string;
  /** It is no more: nothing takes its place. */
  readonly gone: boolean;
  /** The body's name and the file, for people. */
  readonly entity: string | null;
  readonly file: string | null;
}

/** Number of the last change; 0 in an empty store. */
export const lastChange = (store: Store): number =>
  Number(statement(store.db, "SELECT coalesce(max(seq), 0) FROM change").pluck().get());

const CHANGES = `
SELECT c.seq, c.subject, CASE c.subject WHEN 'document' THEN substr(c.key, 1, 16) ELSE c.key END AS key, c.gone,
  CASE c.subject WHEN 'document' THEN ${BODY} WHEN 'entity' THEN (SELECT name FROM entity WHERE uid = c.key)
    ELSE (SELECT entity.name FROM report JOIN entity ON entity.id = report.entity_id WHERE report.uid = c.key) END AS entity,
  CASE c.subject WHEN 'document' THEN ${FILE} END AS file
FROM change AS c LEFT JOIN file ON c.subject = 'document' AND file.sha256 = c.key LEFT JOIN document ON document.file_id = file.id
WHERE c.seq > :since AND (:limit IS NULL OR c.seq <= (
  SELECT max(seq) FROM (SELECT seq FROM change WHERE seq > :since ORDER BY seq LIMIT :limit)))
ORDER BY c.seq`;

/** Everything that changed after number `since`, each thing once, in the order of its last change. */
export function changesSince(store: Store, since = 0, limit: number | null = null): ChangeRow[] {
  const rows = statement(store.db, CHANGES).all({ since, limit }) as Record<string, unknown>[];
  return rows.map((row) => ({
    ...(row as unknown as ChangeRow),
    seq: Number(row.seq),
    gone: row.gone === 1n,
  }));
}
