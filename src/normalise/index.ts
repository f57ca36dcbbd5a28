import type { DocumentRecord, Evaluation, Fact, Indicator, Objective } from "../../schemas/index.ts";
import { ExtractionError } from "../lib/errors.ts";
import type { Place, Reading } from "../lib/reading.ts";
import { withAgreedUnits } from "./agreed-unit.ts";
import { normaliseFact } from "./fact.ts";
import { normaliseEvaluation, normaliseIndicator, normaliseObjective } from "./performance.ts";

/** Every record but the document's own and the findings. */
export type ContentRecord = Fact | Indicator | Objective | Evaluation;

/** Records of a document, and readings that could not become any. */
export interface Normalised {
  readonly records: readonly ContentRecord[];
  /** Readings that could not become records: unreadable numbers, unknown units. */
  readonly trouble: readonly ExtractionError[];
  /** Where those readings stand. */
  readonly unread: readonly Place[];
}

/** Readings → records: exact amounts, units, years, names. One reading that cannot be read never stops the others. */
export function normalise(readings: readonly Reading[], document: DocumentRecord): Normalised {
  const records: ContentRecord[] = [];
  const trouble: ExtractionError[] = [];
  const unread: Place[] = [];
  for (const reading of withAgreedUnits(readings, document)) {
    try {
      const record = recordOf(reading, document);
      if (record !== null) records.push(record);
    } catch (error) {
      if (!(error instanceof ExtractionError)) throw error;
      trouble.push(error);
      unread.push(reading.place);
    }
  }
  return { records, trouble, unread };
}

function recordOf(reading: Reading, document: DocumentRecord): ContentRecord | null {
  switch (reading.kind) {
    case "fact":
      return normaliseFact(reading, document);
    case "indicator":
      return normaliseIndicator(reading);
    case "objective":
      return normaliseObjective(reading);
    case "evaluation":
      return normaliseEvaluation(reading);
  }
}
