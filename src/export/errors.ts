/** `too-large`: more than the format holds; `foreign`: a file that this program did not write stands there. */
export type ExportErrorCode = "too-large" | "foreign";

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
