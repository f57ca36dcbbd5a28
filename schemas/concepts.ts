import { z } from "zod";
import { CONCEPTS } from "./vocabulary.ts";

/**
 * Open families: `function` / `economic` / `project` alone where a line is named in words only;
 * `function.<3|5|7 digits>[.total|.basic|.project|.revenue|.revenue_appropriation]`, `economic.<3|5 digits>`, `project.<n>`;
 */
export const OPEN_CONCEPT =
  /^(function|economic|project)$|^function\.(\d{3}|\d{5}|\d{7})(\.(total|basic|project|revenue|revenue_appropriation))?$|^economic\.(\d{3}|\d{5})$|^project\.\d{1,3}$/;

/** What is counted: a concept of the list, or one of the open families. */
export const Concept = z
  .string()
  .refine((c) => c in CONCEPTS || OPEN_CONCEPT.test(c), { message: "unknown concept" })
  .meta({ description: "概念 what is counted, e.g. sangong.reception 公务接待费, function.2080505.total" });
export type Concept = z.infer<typeof Concept>;
