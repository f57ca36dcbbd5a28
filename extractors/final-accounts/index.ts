import type { Extractor } from "../../src/lib/extractor.ts";
import type { TableSection } from "../../src/lib/section.ts";
import { appropriationTable } from "./appropriation-table.ts";
import { assetsTable } from "./assets-table.ts";
import { balanceTable } from "./balance-table.ts";
import { basicExpenditureTable } from "./basic-expenditure-table.ts";
import { expenditureTable } from "./expenditure-table.ts";
import { fiscalBalanceTable } from "./fiscal-balance-table.ts";
import { incomeTable } from "./income-table.ts";
import { operationsTable } from "./operations-table.ts";
import { sangongTable } from "./sangong-table.ts";
import { summaryTables } from "./summary-table.ts";

import { unitList } from "./unit-list.ts";

/** The tables of 部门决算 and, where the form is the same, of 部门预算. */
export const FINAL_ACCOUNTS: readonly Extractor<TableSection>[] = [
  ...balanceTable,
  ...appropriationTable,
  ...fiscalBalanceTable,
  ...incomeTable,
  ...expenditureTable,
  ...basicExpenditureTable,
  ...operationsTable,
  ...sangongTable,
  ...assetsTable,
  ...summaryTables,
  unitList,
];
