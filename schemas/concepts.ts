import { z } from "zod";
import { isConcept } from "./vocabulary.ts";

/** What is counted: a concept of the list, or one of the open families. */
export const Concept = z
  .string()
  .refine(isConcept, { message: "unknown concept" })
  .meta({ description: "概念 what is counted, e.g. sangong.reception 公务接待费, function.2080505.total" });
export type Concept = z.infer<typeof Concept>;
