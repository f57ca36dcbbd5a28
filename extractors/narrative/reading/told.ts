import type { FactReading, UnreadNumber } from "../../../src/lib/reading.ts";

/** What a passage tells, and the body it names for it; null where it is the one who speaks. */
export interface Told {
  readonly item: FactReading | UnreadNumber;
  readonly owner: string | null;
}
