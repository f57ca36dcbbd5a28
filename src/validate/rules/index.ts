import type { Rule } from "../rule.ts";
import { appropriationTable } from "./appropriation-table.ts";
import { assetsProcurement } from "./assets-procurement.ts";
import { betweenTables } from "./between-tables.ts";
import { columns } from "./columns.ts";
import { differences } from "./differences.ts";
import { directions } from "./directions.ts";
import { economicTable } from "./economic-table.ts";
import { expenditureTable } from "./expenditure-table.ts";
import { fundsTables } from "./funds-tables.ts";
import { generalPublicTable } from "./general-public-table.ts";
import { incomeTable } from "./income-table.ts";
import { namesRules } from "./names.ts";
import { percentages } from "./percentages.ts";
import { performance } from "./performance.ts";
import { performanceReports } from "./performance-reports.ts";
import { projectTable } from "./project-table.ts";
import { proseLists } from "./prose-lists.ts";
import { proseProse } from "./prose-prose.ts";
import { proseTable } from "./prose-table.ts";
import { sangong } from "./sangong.ts";
import { selfEvaluation } from "./self-evaluation.ts";
import { totalsTable } from "./totals-table.ts";
import { wordsRules } from "./words.ts";

/** All rules in the order in which they speak: the identities of one form before the comparisons between forms. */
export const RULES: readonly Rule[] = [
  ...totalsTable,
  ...incomeTable,
  ...expenditureTable,
  ...appropriationTable,
  ...generalPublicTable,
  ...economicTable,
  ...fundsTables,
  ...sangong,
  ...assetsProcurement,
  ...projectTable,
  ...performance,
  ...performanceReports,
  ...differences,
  ...percentages,
  ...wordsRules,
  ...namesRules,
  ...selfEvaluation,
  ...proseLists,
  ...directions,
  ...columns,
  ...betweenTables,
  ...proseTable,
  ...proseProse,
];
