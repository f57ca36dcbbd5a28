import type { Fact } from "../../schemas/index.ts";

/** What a fact is about, without what it says. */
export type Statement = Pick<
  Fact,
  "concept" | "item" | "code" | "measure" | "fiscalYear" | "scope" | "fund" | "basis"
> &
  Partial<Pick<Fact, "changeOf">>;

/** Stable address of a statement in its document; one made twice in a document gets a number behind it (`#2`). */
export const slotOf = (fact: Statement): string =>
  [
    fact.concept,
    fact.code ?? fact.item,
    fact.measure,
    fact.fiscalYear,
    fact.scope,
    fact.fund,
    fact.basis,
    fact.changeOf,
  ]
    .map((part) => part ?? "")
    .join("|");
