/** What is the matter with a correction. */
export type CorrectionErrorCode =
  | "no-slot"
  | "no-columns"
  | "bad-line"
  | "no-value"
  | "not-a-number"
  | "no-reason"
  | "value-not-wanted"
  | "added-by-hand"
  | "read-already"
  | "no-concept"
  | "no-measure"
  | "no-fund"
  | "no-basis"
  | "bad-year"
  | "no-unit"
  | "no-page"
  | "no-quote";

/** Why a correction cannot be taken. Wording for people lives in `cli/`. */
export class CorrectionError extends Error {
  override readonly name = "CorrectionError";
  readonly code: CorrectionErrorCode;
  readonly subject: string;
  /** With `no-slot`: the addresses that are nearest. */
  readonly nearest: readonly string[];
  constructor(code: CorrectionErrorCode, subject: string, nearest: readonly string[] = []) {
    super(`${code}: ${subject}`);
    this.code = code;
    this.subject = subject;
    this.nearest = nearest;
  }
}
