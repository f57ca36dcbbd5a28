import type { Extractor } from "../../src/lib/extractor.ts";
import type { TableSection } from "../../src/lib/section.ts";
import { operatingCostsTable } from "./operating-costs-table.ts";
import { procurementTable } from "./procurement-table.ts";
import { projectTable } from "./project-table.ts";

/** The tables that only budgets print; those they share with final accounts stand there. */
export const BUDGET: readonly Extractor<TableSection>[] = [
  ...operatingCostsTable,
  ...procurementTable,
  ...projectTable,
];
