import { PERFORMANCE } from "../../extractors/performance/index.ts";
import type { DocumentHints } from "../../src/lib/extractor.ts";
import type {
  EvaluationReading,
  FactReading,
  IndicatorReading,
  ObjectiveReading,
  Reading,
} from "../../src/lib/reading.ts";
import type { TableSection } from "../../src/lib/section.ts";
import { tableSection } from "./table-section.ts";

const HINTS: DocumentHints = { fiscalYear: 2023, entity: null, types: [] };

/** A form as text, read by the performance extractor that claims it; one line a reading. */
export function readForm(text: string, rest: Partial<TableSection> = {}, hints: Partial<DocumentHints> = {}) {
  const section = tableSection(text, rest);
  const known = { ...HINTS, ...hints };
  const claiming = PERFORMANCE.filter((e) => e.matches(section, known)).sort(
    (a, b) => (b.rank ?? 0) - (a.rank ?? 0),
  )[0];
  const readings: Reading[] = claiming ? [...claiming.extract(section, known)].filter((r) => r.kind !== "unread") : [];
  return {
    extractor: claiming?.id ?? null,
    readings,
    facts: readings.filter((r): r is FactReading => r.kind === "fact").map(factLine),
    indicators: readings.filter((r): r is IndicatorReading => r.kind === "indicator").map(indicatorLine),
    objectives: readings
      .filter((r): r is ObjectiveReading => r.kind === "objective")
      .map((r) => [r.scope, r.expected, r.achieved].map(shown).join(" | ")),
    evaluations: readings
      .filter((r): r is EvaluationReading => r.kind === "evaluation")
      .map((r) => [r.scope, r.score, r.fullScore, r.grade].map(shown).join(" | ")),
  };
}

const shown = (text: string | null): string => text ?? "–";
const yearOf = (r: FactReading): string =>
  r.year === null ? "–" : "stated" in r.year ? `${r.year.stated}` : r.year.offset === 0 ? "本年" : `${r.year.offset}`;
const factLine = (r: FactReading): string =>
  `${r.scope === null ? "" : `[${r.scope}] `}${r.concept} ${r.measure} ${yearOf(r)} ${r.printed} ${r.unit?.text ?? "–"} «${r.item}»`;
const indicatorLine = (r: IndicatorReading): string =>
  [r.level1, r.level2, r.level3, r.target, r.actual, r.weight, r.score, r.reason].map(shown).join(" | ");
