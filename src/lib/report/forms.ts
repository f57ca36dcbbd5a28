import {
  type Evaluation,
  type Fact,
  FUNDING,
  type Funding,
  type Indicator,
  type Objective,
  type PerformanceForm,
  type Record_,
} from "../../../schemas/index.ts";
import { figureOf, indexFacts } from "./figures.ts";

interface Parts {
  readonly table: number | null;
  readonly scope: string | null;
  readonly facts: Fact[];
  readonly objectives: Objective[];
  readonly indicators: Indicator[];
  readonly evaluations: Evaluation[];
}

/** The performance forms of a document, in printed order: what one table says of one scope is one form. */
export function performanceForms(records: readonly Record_[], year: number | null): PerformanceForm[] {
  const forms = new Map<string, Parts>();
  const formOf = (table: number | null, scope: string | null): Parts => {
    const key = `${table}|${scope ?? ""}`;
    const held = forms.get(key) ?? { table, scope, facts: [], objectives: [], indicators: [], evaluations: [] };
    forms.set(key, held);
    return held;
  };
  for (const record of records) {
    if (record.kind === "indicator") formOf(record.table, record.scope).indicators.push(record);
    else if (record.kind === "objective") formOf(record.table, record.scope).objectives.push(record);
    else if (record.kind === "evaluation" && record.basis === "table")
      formOf(record.table, record.scope).evaluations.push(record);
    else if (record.kind === "fact" && record.basis === "table" && record.concept.startsWith("funding."))
      formOf(record.source.table, record.scope).facts.push(record);
  }
  return [...forms.values()]
    .filter(({ facts, indicators, objectives }) => facts.length + indicators.length + objectives.length > 0)
    .map(({ table, scope, facts, objectives, indicators, evaluations }) => ({
      table,
      scope,
      funding: facts.length === 0 ? null : fundingOf(facts, year),
      objectives,
      indicators,
      evaluation: evaluations[0] ?? null,
    }));
}

function fundingOf(facts: readonly Fact[], year: number | null): Funding {
  const index = indexFacts(facts);
  return Object.fromEntries(
    Object.entries(FUNDING).map(([field, concept]) => [field, figureOf(concept, index.get(concept) ?? [], year)]),
  ) as Funding;
}
