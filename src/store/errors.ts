/** Why a database cannot be used. Wording for people lives in `cli/`. */
export type StoreErrorCode =
  | "not-a-database"
  | "not-ours"
  | "newer"
  | "locked"
  | "cannot-open"
  | "disk-full"
  | "damaged"
  | "missing"
  | "not-built";

/** A database that cannot be used: which one, and why. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;
  readonly path: string;
  constructor(code: StoreErrorCode, path: string, cause?: unknown) {
    super(`${code}: ${path}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.path = path;
  }
}

/** Result codes of SQLite and the system that say something about the database rather than about our statements. */
const CODES: readonly (readonly [RegExp, StoreErrorCode])[] = [
  [/^SQLITE_NOTADB/, "not-a-database"],
  [/^SQLITE_(BUSY|LOCKED)/, "locked"],
  [/^SQLITE_(CORRUPT)/, "damaged"],
  // SQLite itself was compiled for another version of Node; where it never was, its loader throws an error without a code.
  [/^ERR_DLOPEN_FAILED$/, "not-built"],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, "disk-full"],
  [/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR)/, "cannot-open"],
  // its folder could not be made
  [/^(EEXIST|ENOTDIR|ENOENT|EACCES|EPERM|EROFS|ENAMETOOLONG|ELOOP)$/, "cannot-open"],
];

/** An error of SQLite or the system as a StoreError; anything else is rethrown unchanged. */
export function asStoreError(error: unknown, path: string): unknown {
  if (error instanceof Error && /^Could not locate the bindings file/.test(error.message))
    return new StoreError("not-built", path, error);
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== "string") return error;
  const known = CODES.find(([pattern]) => pattern.test(code));
  return known ? new StoreError(known[1], path, error) : error;
}
