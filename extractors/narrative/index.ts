import type { Extractor } from "../../src/lib/extractor.ts";
import type { ProseSection } from "../../src/lib/section.ts";
import { statements } from "./statements.ts";

/** What sentences state. */
export const NARRATIVE: readonly Extractor<ProseSection>[] = [statements];
