import type { Sample } from "../model.ts";
import { contradictions } from "./contradictions.ts";
import { hunanSelfEvaluation } from "./hunan-self-evaluation.ts";
import { jiangxiFinalAccounts } from "./jiangxi-final-accounts.ts";
import { sangongColumns } from "./sangong-columns.ts";
import { shanghaiBudget } from "./shanghai-budget.ts";
import { threePages } from "./three-pages.ts";
import { unruled } from "./unruled.ts";

/** Every sample that is made from a source. A new form is a source file and a line here. */
export const SAMPLES: readonly Sample[] = [
  contradictions,
  hunanSelfEvaluation,
  jiangxiFinalAccounts,
  sangongColumns,
  shanghaiBudget,
  threePages,
  unruled,
];
