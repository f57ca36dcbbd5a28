import { BUDGET } from "../../extractors/budget/index.ts";
import { FINAL_ACCOUNTS } from "../../extractors/final-accounts/index.ts";
import { NARRATIVE } from "../../extractors/narrative/index.ts";
import { PERFORMANCE } from "../../extractors/performance/index.ts";

/** Every extractor of the project. A new form is one file in its folder and one entry in that folder's index. */
export const EXTRACTORS = [...FINAL_ACCOUNTS, ...BUDGET, ...PERFORMANCE, ...NARRATIVE] as const;
