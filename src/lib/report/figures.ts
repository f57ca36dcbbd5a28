import {
  type Amount,
  type Fact,
  type Figure,
  type Fund,
  MEASURES,
  type Measure,
  type MeasureField,
  measureField,
  type Statement,
  type YearFigure,
} from "../../../schemas/index.ts";

/** Facts by what they count, in the order of the document. */
export type FactIndex = ReadonlyMap<string, readonly Fact[]>;

/** Indexes facts once, so that every figure is looked up in constant time. */
export function indexFacts(facts: readonly Fact[], keyOf: (fact: Fact) => string = (fact) => fact.concept): FactIndex {
  const index = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const held = index.get(key);
    if (held) held.push(fact);
    else index.set(key, [fact]);
  }
  return index;
}

/** All funds together come first; a figure that is only stated for one fund says which. */
const FUND_ORDER: readonly (Fund | null)[] = [
  null,
  "appropriation",
  "general_public",
  "government_fund",
  "state_capital",
];
const MEASURE_FIELDS: readonly (readonly [Measure, MeasureField])[] = (Object.keys(MEASURES) as Measure[]).map(
  (measure) => [measure, measureField(measure)],
);

/** The figure of one concept: for the year of the report and the year before. `facts` are the concept's own. */
export function figureOf(concept: string, facts: readonly Fact[], year: number | null): Figure {
  return {
    concept,
    ...yearFigure(facts, year),
    previous: yearFigure(year === null ? [] : facts, year === null ? null : year - 1),
  };
}

function yearFigure(facts: readonly Fact[], year: number | null): YearFigure {
  const ofYear = facts.filter((fact) => fact.fiscalYear === year);
  return Object.fromEntries(
    MEASURE_FIELDS.map(([measure, field]) => [field, amountOf(ofYear.filter((fact) => fact.measure === measure))]),
  ) as YearFigure;
}

/** The statement to use and the others of the same fund: table before prose, sure before doubtful, then printed order. */
function amountOf(facts: readonly Fact[]): Amount | null {
  const fund = FUND_ORDER.find((f) => facts.some((fact) => fact.fund === f));
  const rank = (fact: Fact): number => (fact.basis === "table" ? 0 : 2) + (fact.uncertain ? 1 : 0);
  const [first, ...others] = facts.filter((fact) => fact.fund === fund).sort((a, b) => rank(a) - rank(b));
  return first ? { ...statementOf(first), others: others.map(statementOf) } : null;
}

const statementOf = (fact: Fact): Statement => ({
  value: fact.value,
  unit: fact.unit,
  yuan: fact.yuan,
  fiscalYear: fact.fiscalYear,
  fund: fact.fund,
  item: fact.item,
  basis: fact.basis,
  approximate: fact.approximate ?? false,
  uncertain: fact.uncertain ?? false,
  source: fact.source,
});
