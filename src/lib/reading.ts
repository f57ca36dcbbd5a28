import type { Basis, Box, ConceptName, Fund, Measure } from "../../schemas/index.ts";
import type { PrintedUnit } from "./section.ts";

/** Where a reading was printed. `table` from 1, `row` / `col` from 0 in the stitched grid. */
export interface Place {
  readonly page: number;
  readonly box: Box | null;
  readonly table: number | null;
  readonly row: number | null;
  readonly col: number | null;
  readonly quote: string | null;
  /** OCR: how sure the reader is of what stands here, 0–100. */
  readonly confidence?: number;
  readonly address?: string | null;
}

/**
 * The year a value belongs to: `{ offset: -1 }` is the year before the report's (上年), `{ stated: 2023 }` is printed beside it,
 * `null` where the document states none.
 */
export type YearRef = { readonly offset: number } | { readonly stated: number } | null;

/** The year meant, by its number; null where neither it nor the document's is known. */
export function yearNumber(year: YearRef, documentYear: number | null): number | null {
  if (year === null) return null;
  if ("stated" in year) return year.stated;
  return documentYear === null ? null : documentYear + year.offset;
}

interface ReadingBase {
  /** Id of the extractor. */
  readonly extractor: string;
  readonly place: Place;
}

/** A number with a meaning, still exactly as printed. */
export interface FactReading extends ReadingBase {
  readonly kind: "fact";
  readonly concept: ConceptName;
  readonly item: string | null;
  readonly code: string | null;
  readonly measure: Measure;
  readonly year: YearRef;
  readonly scope: string | null;
  readonly fund: Fund | null;
  readonly basis: Basis;
  /** The printed number: `96,282,213.44`, `－74.21`, `（3.5）`. Unit and % signs may still hang on it. */
  readonly printed: string;
  readonly unit: PrintedUnit | null;
  /** The words say less (减少, 下降, 压减): the magnitude is printed, the value is negative. */
  readonly negative?: boolean;
  readonly approximate?: boolean;
  readonly changeOf?: Measure;
  /** OCR: other readings of the same number. Present only where in doubt. */
  readonly alternatives?: readonly string[];
}

/** A row of an indicator grid; texts as printed, levels already filled down. */
export interface IndicatorReading extends ReadingBase {
  readonly kind: "indicator";
  readonly scope: string | null;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly level3: string;
  readonly target: string | null;
  readonly actual: string | null;
  readonly weight: string | null;
  readonly score: string | null;
  readonly reason: string | null;
  readonly alternatives?: readonly string[];
}

/** A 年度总体目标 block as printed. */
export interface ObjectiveReading extends ReadingBase {
  readonly kind: "objective";
  readonly scope: string | null;
  readonly expected: string | null;
  readonly achieved: string | null;
}

/** The total of an evaluation as printed. */
export interface EvaluationReading extends ReadingBase {
  readonly kind: "evaluation";
  readonly scope: string | null;
  readonly score: string | null;
  readonly fullScore: string | null;
  readonly grade: string | null;
  readonly basis: Basis;
}

/** A number with a unit in the prose that became no reading: its noun is not known, or it is no figure of the body. */
export interface UnreadNumber {
  readonly kind: "unread";
  readonly page: number;
  /** Of the paragraph it stands in; null where the carrier knows none. */
  readonly box: Box | null;
  /** With its unit, as printed: 5.2万元. */
  readonly printed: string;
  /** The sentence it stands in, as printed; a long one around the number. */
  readonly sentence: string;
}

/** What extractors yield: printed text with its place and meaning, nothing converted. */
export type Reading = FactReading | IndicatorReading | ObjectiveReading | EvaluationReading;
