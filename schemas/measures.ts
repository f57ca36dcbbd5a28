import { z } from "zod";
import { MEASURES } from "./vocabulary.ts";

/** A phase or relation of a value. */
export type Measure = keyof typeof MEASURES;
/** A phase or relation of a value. */
export const Measure = z.enum(Object.keys(MEASURES) as [Measure, ...Measure[]]).meta({
  description: `口径 ${Object.entries(MEASURES)
    .map(([k, v]) => `${k} ${v}`)
    .join(", ")}`,
});
