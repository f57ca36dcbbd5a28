import type { Extractor } from "../../src/lib/extractor.ts";
import type { TableSection } from "../../src/lib/section.ts";
import { assessment } from "./assessment.ts";
import { baseData } from "./base-data.ts";
import { details } from "./details.ts";
import { groupScores } from "./group-scores.ts";
import { resultsList } from "./results-list.ts";
import { selfEvaluation } from "./self-evaluation.ts";
import { weightedScores } from "./weighted-scores.ts";

/** The forms of performance reports, most specific first. */
export const PERFORMANCE: readonly Extractor<TableSection>[] = [
  assessment,
  selfEvaluation,
  baseData,
  weightedScores,
  details,
  groupScores,
  resultsList,
];
