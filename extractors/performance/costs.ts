import { COST_LINES, STATED_YEAR_HEAD, YEAR_BEFORE_HEAD } from "../../schemas/forms/performance/costs.ts";
import type { Measure } from "../../schemas/index.ts";
import type { YearRef } from "../../src/lib/reading.ts";
import { measureIn } from "./measures.ts";

/** A value column: its measure, its year and its head. */
export interface ValueColumn {
  readonly c: number;
  readonly measure: Measure;
  readonly year: YearRef;
  readonly head: string;
}

/** `2023年决算数`, `上年决算数`, `年初预算数`, `节约率（%）` as measure and year. */
export function valueColumn(c: number, head: string, year: YearRef): ValueColumn | null {
  const measure = measureIn(head.replace(STATED_YEAR_HEAD, ""));
  if (!measure) return null;
  const stated = STATED_YEAR_HEAD.exec(head)?.[1];
  const before = YEAR_BEFORE_HEAD.test(head) && measure !== "carried_in";
  if (stated) return { c, measure, year: { stated: Number(stated) }, head };
  if (!before) return { c, measure, year, head };
  return { c, measure, year: year && "stated" in year ? { stated: year.stated - 1 } : { offset: -1 }, head };
}

/** Concept of a cost line. */
export const costConcept = (item: string): string | null =>
  COST_LINES.find(([, pattern]) => pattern.test(item))?.[0] ?? null;
