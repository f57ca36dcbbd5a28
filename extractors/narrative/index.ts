import type { Extractor } from "../../src/lib/extractor.ts";
import type { ProseSection } from "../../src/lib/section.ts";

export const NARRATIVE: readonly Extractor<ProseSection>[] = [];
