import type { Extractor } from "../../src/lib/extractor.ts";
import type { TableSection } from "../../src/lib/section.ts";

export const FINAL_ACCOUNTS: readonly Extractor<TableSection>[] = [];
