import type { Evaluation, Fact, Indicator, Objective } from "../../schemas/index.ts";

/** What a fact is about, without what it says. */
export type Statement = Pick<
  Fact,
  "concept" | "item" | "code" | "measure" | "fiscalYear" | "scope" | "fund" | "basis"
> &
  Partial<Pick<Fact, "changeOf">>;

/** Stable address of a statement in its document; one made twice in a document gets a number behind it (`#2`). */
export const slotOf = (fact: Statement): string =>
  joined([
    fact.concept,
    fact.code ?? fact.item,
    fact.measure,
    fact.fiscalYear,
    fact.scope,
    fact.fund,
    fact.basis,
    fact.changeOf,
  ]);

/** The address of an indicator: `indicator|项目|产出指标|数量指标|检查次数`. */
export const indicatorSlot = ({ scope, level1, level2, level3 }: Indicator): string =>
  joined(["indicator", scope, level1, level2, level3]);

/** The address of a form's objectives. */
export const objectiveSlot = ({ scope }: Objective): string => joined(["objective", scope]);

/** The address of a result of an evaluation. */
export const evaluationSlot = ({ scope, basis }: Evaluation): string => joined(["evaluation", scope, basis]);

const joined = (parts: readonly (string | number | null | undefined)[]): string =>
  parts.map((part) => part ?? "").join("|");
