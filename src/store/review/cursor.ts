/** A page of a list: where the next one begins, null at the end. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** Which page is asked for. */
export interface Paging {
  readonly cursor?: string | undefined;
  /** Rows at most. */
  readonly limit: number;
}

/** The place of a row in a list's order: numbers and texts, as the list compares them. */
export type Key = readonly (string | number)[];

/** A cursor that no list gave. */
export class CursorError extends Error {
  override readonly name = "CursorError";
}

/** The key in a cursor of so many parts; null for the first page. Throws CursorError. */
export function keyOf(cursor: string | undefined, parts: number): Key | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (
      Array.isArray(key) &&
      key.length === parts &&
      key.every((part) => typeof part === "string" || (typeof part === "number" && Number.isSafeInteger(part)))
    )
      return key;
  } catch {
    // not ours
  }
  throw new CursorError(cursor.slice(0, 80));
}

/** A page out of up to `limit + 1` rows: the last one tells that there are more. */
export function pageOf<R, T>(found: readonly R[], limit: number, shown: (row: R) => T, key: (row: R) => Key): Page<T> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const more = found.length > limit && last !== undefined;
  return { rows: rows.map(shown), next: more ? Buffer.from(JSON.stringify(key(last))).toString("base64url") : null };
}
