/** What keeps a collection from beginning. */
export type CollectErrorCode =
  | "no-address"
  | "bad-address"
  | "no-columns"
  | "bad-line"
  | "folder-in-use"
  | "bad-contact";

/** A list, a folder or an option that cannot be used; `line` counts from 1, 0 where it is about no line. */
export class CollectError extends Error {
  override readonly name = "CollectError";
  readonly code: CollectErrorCode;
  readonly line: number;
  readonly subject: string;
  constructor(code: CollectErrorCode, line: number, subject: string) {
    super(`${code}: line ${line}: ${subject}`);
    this.code = code;
    this.line = line;
    this.subject = subject;
  }
}
