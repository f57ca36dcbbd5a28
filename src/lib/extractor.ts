import type { Reading, UnreadNumber } from "./reading.ts";
import type { ProseSection, Section, TableSection } from "./section.ts";

/**
 * One published form: a section's printed content in, readings out. It converts nothing.
 * `id` is its file path under `extractors/`, stored with every record, never reused.
 * `matches` looks at the section's title, headings and header cells only. Where several table extractors match, the registry
 * takes the one with the highest `rank` (default 0: known by its headers alone; 1: known by its title).
 */
export interface Extractor<S extends Section = Section> {
  readonly id: string;
  readonly reads: S["kind"];
  readonly rank?: number;
  matches(section: S, document: DocumentHints): boolean;
  extract(section: S, document: DocumentHints): Iterable<Reading | UnreadNumber>;
}

/** What is known of the whole document before extraction: enough to tell 上年 from 本年 and a budget from final accounts. */
export interface DocumentHints {
  readonly fiscalYear: number | null;
  readonly entity: string | null;
  readonly types: readonly string[];
  /** The document's own title: it tells the phase of a table that has none. */
  readonly title?: string | null;
  /** The last paragraphs printed before a table: an untitled table is named there, or in the sentence that leads to it. */
  readonly before?: readonly string[];
}

/** An extractor that reads tables. */
export const defineTableExtractor = (extractor: Omit<Extractor<TableSection>, "reads">): Extractor<TableSection> => ({
  reads: "table",
  ...extractor,
});
/** An extractor that reads running text. */
export const defineProseExtractor = (extractor: Omit<Extractor<ProseSection>, "reads">): Extractor<ProseSection> => ({
  reads: "prose",
  ...extractor,
});
