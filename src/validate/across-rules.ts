import { type AcrossRule, PAIR_RULES } from "./across.ts";
import { DEPARTMENT_RULE } from "./department-sum.ts";

/** What readers are told of a rule between documents. */
export type DescribedRule = Pick<AcrossRule, "id" | "claim" | "tolerance" | "severity" | "basis">;

/** Every rule between documents. */
export const ACROSS_RULES: readonly DescribedRule[] = [DEPARTMENT_RULE, ...PAIR_RULES];
