import type { Layout } from "../lib/layout.ts";
import type { Section } from "../lib/section.ts";

/** Headings, titles, units, years; tables stitched across pages. */
export function sections(_layout: Layout): Section[] {
  return [];
}
