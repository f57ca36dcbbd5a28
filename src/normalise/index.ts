import type { DocumentRecord, Evaluation, Fact, Indicator, Objective } from "../../schemas/index.ts";
import type { ExtractionError } from "../lib/errors.ts";
import type { Reading } from "../lib/reading.ts";

export type ContentRecord = Fact | Indicator | Objective | Evaluation;

export interface Normalised {
  readonly records: readonly ContentRecord[];
  /** Readings that could not become records: unreadable numbers, unknown units. */
  readonly trouble: readonly ExtractionError[];
}

/** Readings → records: exact amounts, units, years, codes, names. */
export function normalise(_readings: readonly Reading[], _document: DocumentRecord): Normalised {
  return { records: [], trouble: [] };
}
