/**
 * What a reader or extractor can run into. Closed, so that the store and the summary can count by code.
 * Chinese wording for people lives in `cli/`.
 */
export type TroubleCode =
  | "not-found"
  | "empty-file"
  | "unknown-format"
  | "unsupported-format"
  | "damaged"
  | "password"
  | "limit-exceeded"
  | "timeout"
  | "crashed"
  | "missing-program"
  | "unsafe-path"
  | "hidden-part"
  | "unit-unknown"
  | "number-unreadable"
  | "form-without-records"
  | "ocr-failed";

/** Stops one value or one file; the rest goes on and the report counts it. `where` is what a person can follow. */
export class ExtractionError extends Error {
  override readonly name = "ExtractionError";
  readonly code: TroubleCode;
  readonly where: string | null;
  constructor(code: TroubleCode, message: string, where: string | null = null, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.where = where;
  }
}
