import type { Sample } from "../model.ts";
import { contradictions } from "./contradictions.ts";
import { henanBudget } from "./henan-budget.ts";
import { hunanCountyForms } from "./hunan-county-forms.ts";
import { hunanSelfEvaluation } from "./hunan-self-evaluation.ts";
import { jiangxiFinalAccounts } from "./jiangxi-final-accounts.ts";
import { sangongColumns } from "./sangong-columns.ts";
import { shanghaiBudget } from "./shanghai-budget.ts";
import { sichuanBudget } from "./sichuan-budget.ts";
import { threePages } from "./three-pages.ts";
import { unruled } from "./unruled.ts";

/** Every sample that is made from a source. A new form is a source file and a line here. */
export const SAMPLES: readonly Sample[] = [
  contradictions,
  henanBudget,
  hunanCountyForms,
  hunanSelfEvaluation,
  jiangxiFinalAccounts,
  sangongColumns,
  shanghaiBudget,
  sichuanBudget,
  threePages,
  unruled,
];
