import type { Token } from "../text/token.ts";
import { isChange } from "./bind.ts";
import { newClause, type State } from "./state.ts";

/** What goes on behind a bracket as if it had not been. */
export type Outside = Pick<
  State,
  "subject" | "clause" | "phase" | "named" | "year" | "mainYear" | "listed" | "closed" | "guests"
>;

/** The sentence at the bracket's opening. */
export const outsideBracket = ({
  subject,
  clause,
  phase,
  named,
  year,
  mainYear,
  listed,
  closed,
  guests,
}: State): Outside => ({
  subject,
  clause,
  phase,
  named,
  year,
  mainYear,
  closed,
  guests,
  listed: [...listed],
});

/** 减少1.6万元（5.71%） goes on with the change, 比2015年（47.3万元） with the comparison; other brackets speak for themselves. */
export function inBracket(state: State, tokens: readonly Token[], at: number): State["clause"] {
  const [last, first, second] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  const alone = first?.kind === "number" && second?.kind === "close";
  if (alone && last?.kind === "number" && first.of === "percent" && isChange(state.before?.relation ?? null))
    return { ...newClause(), ...state.before };
  if (alone && last?.kind === "comparison" && first.of === "money") return { ...newClause(), compares: true };
  return newClause();
}
