import { z } from "zod";
import { MEASURES } from "./vocabulary.ts";

export type Measure = keyof typeof MEASURES;
export const Measure = z.enum(Object.keys(MEASURES) as [Measure, ...Measure[]]).meta({
  description: `口径 ${Object.entries(MEASURES)
    .map(([k, v]) => `${k} ${v}`)
    .join(", ")}`,
});
