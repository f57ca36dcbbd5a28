import { statement } from "../statements.ts";
import type { Store } from "../store.ts";
import { keyOf, type Page, type Paging, pageOf } from "./cursor.ts";

/** A file that could not be read, and why. */
export interface UnreadFileRow {
  readonly file: string;
  readonly sha256: string | null;
  readonly code: string;
  readonly message: string;
  /** What it was called where it was published. */
  readonly called: string | null;
}

const LIST = `
SELECT path AS file, sha256, code, message, called FROM unread_file WHERE path > :after ORDER BY path LIMIT :limit`;

/** The files that could not be read, by their paths. Throws CursorError. */
export function unreadFiles(store: Store, { cursor, limit }: Paging): Page<UnreadFileRow> {
  const [after] = keyOf(cursor, 1) ?? [""];
  const rows = statement(store.db, LIST).all({ after: String(after), limit: limit + 1 }) as UnreadFileRow[];
  return pageOf(
    rows,
    limit,
    (row) => row,
    ({ file }) => [file],
  );
}
