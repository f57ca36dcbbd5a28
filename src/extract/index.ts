import { ExtractionError } from "../lib/errors.ts";
import type { DocumentHints, Extractor } from "../lib/extractor.ts";
import type { Reading } from "../lib/reading.ts";
import type { Section, TableSection } from "../lib/section.ts";
import { EXTRACTORS } from "./registry.ts";

export interface Extraction {
  readonly readings: readonly Reading[];
  /** Tables no extractor claimed. */
  readonly unclaimed: readonly TableSection[];
  /** Forms that matched and then failed or yielded nothing. */
  readonly trouble: readonly ExtractionError[];
}

/** Hands every section to the extractors that know it: a table to the most specific one, prose to all that match. */
export function extract(sections: readonly Section[], hints: DocumentHints): Extraction {
  const readings: Reading[] = [];
  const unclaimed: TableSection[] = [];
  const trouble: ExtractionError[] = [];
  for (const section of sections) {
    const matching = (EXTRACTORS as readonly Extractor[])
      .filter((e) => e.reads === section.kind && e.matches(section, hints))
      .sort((a, b) => (b.rank ?? 0) - (a.rank ?? 0));
    if (section.kind === "table" && matching.length === 0) unclaimed.push(section);
    for (const extractor of section.kind === "table" ? matching.slice(0, 1) : matching) {
      try {
        readings.push(...extractor.extract(section, hints));
      } catch (error) {
        if (!(error instanceof ExtractionError)) throw error;
        trouble.push(error);
      }
    }
  }
  return { readings, unclaimed, trouble };
}
