/**
 * What a reader or extractor can run into. Closed, so that the store and the summary can count by code.
 * Chinese wording for people lives in `cli/`.
 */
export type TroubleCode =
  | "not-found"
  | "forbidden"
  | "disk-full"
  | "empty-file"
  | "unknown-format"
  | "unsupported-format"
  | "damaged"
  | "password"
  | "limit-exceeded"
  | "timeout"
  | "crashed"
  | "helper-ended"
  | "not-stored"
  | "missing-program"
  | "unsafe-path"
  | "hidden-part"
  | "unit-unknown"
  | "number-unreadable"
  | "form-without-records"
  | "ocr-failed"
  | "page-unclear";

/** Troubles that say something about the moment and nothing about the file: read again, it may be read whole. */
const PASSING: ReadonlySet<TroubleCode> = new Set(["timeout", "disk-full", "helper-ended"]);

/** Whether a trouble may be gone the next time. */
export const isPassing = ({ code }: { readonly code: TroubleCode }): boolean => PASSING.has(code);

/** Codes of the system, as what stood in the way of a file. */
const SYSTEM: Readonly<Record<string, TroubleCode>> = {
  EACCES: "forbidden",
  EPERM: "forbidden",
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
};

/** An error of the system that met a file or folder; `otherwise` where its code says nothing more. */
export function systemTrouble(error: unknown, where: string, otherwise: TroubleCode): ExtractionError {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return new ExtractionError(SYSTEM[code] ?? otherwise, message, where, error);
}

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

/**
 * The code and place of an error that another copy of this module may have made: a built program's helper loads its work as a bundle of its own,
 * whose classes are not ours. Anything else is `crashed`.
 */
export function codeOf(error: unknown): Pick<ExtractionError, "code" | "where"> {
  if (error instanceof Error && error.name === "ExtractionError" && "code" in error) {
    const { code, where } = error as ExtractionError;
    return { code, where };
  }
  return { code: "crashed", where: null };
}

/** A picture beside text that nobody looked at: the page's own text was read, what the picture shows is not known. */
export class UnseenPicture extends ExtractionError {
  constructor(where: string) {
    super("unsupported-format", "a picture on the page was not looked at", where);
  }
}
