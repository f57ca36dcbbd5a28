/**
 * `too-large`: more than the format holds; `foreign`: a file that this program did not write stands there; `no-server`, `not-our-table`: a
 * PostgreSQL that is not there, a table of somebody else's.
 */
export type ExportErrorCode = "too-large" | "foreign" | "no-server" | "not-our-table";

/** Why the tables cannot be written in a format. Wording for people lives in `cli/`. */
export class ExportError extends Error {
  override readonly name = "ExportError";
  readonly code: ExportErrorCode;
  readonly path: string;
  constructor(code: ExportErrorCode, path: string) {
    super(`${code}: ${path}`);
    this.code = code;
    this.path = path;
  }
}
