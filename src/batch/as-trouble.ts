import { ExtractionError } from "../lib/errors.ts";

/** Any failure as trouble with a code: a bug of ours counts as `crashed`, with the error itself as cause. */
export function asTrouble(error: unknown, path: string): ExtractionError {
  if (error instanceof ExtractionError) return error;
  return new ExtractionError("crashed", error instanceof Error ? error.message : String(error), path, error);
}
