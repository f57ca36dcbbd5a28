import type { Extractor } from "../../src/lib/extractor.ts";
import type { ProseSection } from "../../src/lib/section.ts";
import { evaluations } from "./evaluations.ts";
import { statements } from "./statements.ts";

/** What sentences state, and the results of evaluations told in sentences. */
export const NARRATIVE: readonly Extractor<ProseSection>[] = [statements, evaluations];
