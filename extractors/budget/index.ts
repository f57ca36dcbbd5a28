import type { Extractor } from "../../src/lib/extractor.ts";
import type { TableSection } from "../../src/lib/section.ts";

export const BUDGET: readonly Extractor<TableSection>[] = [];
