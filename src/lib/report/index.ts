import {
  type DocumentRecord,
  type Figure,
  type Finding,
  INCOME_AND_EXPENDITURE,
  OPERATING_COSTS,
  PROCUREMENT,
  type Record_,
  type Report,
  SANGONG,
  STAFFING,
  STATE_ASSETS,
} from "../../../schemas/index.ts";
import { type FactIndex, figureOf, indexFacts } from "./figures.ts";
import { performanceForms } from "./forms.ts";
import { economicLines, functionalLines, projectLines } from "./lines.ts";

/** A document's records by section. Pure: the same records give the same report. */
export function reportOf(document: DocumentRecord, records: readonly Record_[], findings: readonly Finding[]): Report {
  const facts = records.filter((record) => record.kind === "fact");
  const year = document.fiscalYear;
  const whole = indexFacts(facts.filter((fact) => fact.scope === null));
  return {
    document,
    incomeAndExpenditure: section(INCOME_AND_EXPENDITURE, whole, year),
    functional: functionalLines(facts, year),
    economic: economicLines(facts, year),
    sangong: section(SANGONG, whole, year),
    operatingCosts: section(OPERATING_COSTS, whole, year),
    procurement: section(PROCUREMENT, whole, year),
    stateAssets: section(STATE_ASSETS, whole, year),
    staffing: section(STAFFING, whole, year),
    projects: projectLines(facts, year),
    forms: performanceForms(records, year),
    evaluations: records.filter((record) => record.kind === "evaluation"),
    findings: [...findings],
    records: [...records],
  };
}

/** The figures of a section, `null` where the document states none of them. */
function section<T extends Readonly<Record<string, string>>>(
  concepts: T,
  index: FactIndex,
  year: number | null,
): Record<keyof T, Figure> | null {
  if (!Object.values(concepts).some((concept) => index.has(concept))) return null;
  return Object.fromEntries(
    Object.entries(concepts).map(([field, concept]) => [field, figureOf(concept, index.get(concept) ?? [], year)]),
  ) as Record<keyof T, Figure>;
}
