import type { Measure } from "../../../schemas/index.ts";
import { distinct } from "../candidates.ts";
import type { FactIndex, Indexed } from "../fact-index.ts";

/** One phase, year and scope (and table, where the rule stays within one) in which a concept is stated, and what else is stated there. */
export interface Anchor {
  readonly measure: Measure;
  readonly fiscalYear: number;
  readonly scope: string | null;
  /** The different values of a term in the same place. */
  at(term: string): readonly Indexed[];
}

/** The places in which a rule's concept is stated, each once. Statements without a year compare with nothing. */
export function* anchors(
  rule: { readonly within: "table" | "document"; readonly measures: readonly Measure[] },
  index: FactIndex,
  concept: string,
): Iterable<Anchor> {
  const done = new Set<string>();
  for (const { fact, place } of index.of(concept)) {
    const { measure, fiscalYear, scope } = fact;
    if (!rule.measures.includes(measure) || fiscalYear === null) continue;
    const key = [measure, fiscalYear, scope, rule.within === "table" ? place : ""].join("|");
    if (done.has(key)) continue;
    done.add(key);
    yield {
      measure,
      fiscalYear,
      scope,
      at: (term) =>
        distinct(
          index.get(term, measure, fiscalYear, scope).filter((f) => rule.within === "document" || f.place === place),
        ),
    };
  }
}
