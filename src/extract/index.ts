import { ExtractionError } from "../lib/errors.ts";
import type { DocumentHints, Extractor } from "../lib/extractor.ts";
import type { Reading, UnreadNumber } from "../lib/reading.ts";
import type { ProseSection, Section, TableSection } from "../lib/section.ts";
import { withoutMisplaced } from "./misplaced.ts";
import { withoutOthers, type Yielded } from "./parted-by-body.ts";
import { EXTRACTORS } from "./registry.ts";

/** What the extractors found in a document, and what they did not. */
export interface Extraction {
  readonly readings: readonly Reading[];
  /** Numbers with a unit that the prose states and no extractor read. */
  readonly unread: readonly UnreadNumber[];
  /** Tables no extractor claimed. */
  readonly unclaimed: readonly TableSection[];
  /** Forms that matched and then failed or yielded nothing. */
  readonly trouble: readonly ExtractionError[];
}

/** How many paragraphs before a table may name it. */
const LEAD = 6;

function read(
  extractor: Extractor,
  section: Section,
  hints: DocumentHints,
  trouble: ExtractionError[],
): (Reading | UnreadNumber)[] {
  try {
    return [...extractor.extract(section, hints)];
  } catch (error) {
    if (!(error instanceof ExtractionError)) throw error;
    trouble.push(error);
    return [];
  }
}

/** The notes under a table are prose: 说明：“三公”经费预算数…，比上年减少…. */
function proseOfNotes(section: TableSection): ProseSection | null {
  if (section.notes.length === 0) return null;
  const { index, headings, year, title, notes } = section;
  return { kind: "prose", index, year, headings: title === null ? headings : [...headings, title], paragraphs: notes };
}

/** Hands every section to the extractors that know it: a table to the most specific one, prose to all that match. */
export function extract(sections: readonly Section[], hints: DocumentHints): Extraction {
  const yielded: Yielded[] = [];
  const unclaimed: TableSection[] = [];
  const trouble: ExtractionError[] = [];
  let before: readonly string[] = [];
  for (const section of sections) {
    const known = { ...hints, before };
    before = section.kind === "prose" ? section.paragraphs.slice(-LEAD).map((paragraph) => paragraph.text) : [];
    const open = section.kind === "prose" || section.grid.columnsUnknown !== true;
    const matching = (open ? (EXTRACTORS as readonly Extractor[]) : [])
      .filter((e) => e.reads === section.kind && e.matches(section, known))
      .sort((a, b) => (b.rank ?? 0) - (a.rank ?? 0));
    if (section.kind === "table" && matching.length === 0) unclaimed.push(section);
    for (const extractor of section.kind === "table" ? matching.slice(0, 1) : matching) {
      const found = read(extractor, section, known, trouble);
      yielded.push({ section, items: section.kind === "table" ? withoutMisplaced(section.grid, found) : found });
    }
    const notes = section.kind === "table" ? proseOfNotes(section) : null;
    if (notes !== null)
      for (const extractor of EXTRACTORS as readonly Extractor[])
        if (extractor.reads === "prose" && extractor.matches(notes, known))
          yielded.push({ section: notes, items: read(extractor, notes, known, trouble) });
  }
  const readings: Reading[] = [];
  const unread: UnreadNumber[] = [];
  for (const item of withoutOthers(yielded, hints.entity))
    if (item.kind === "unread") unread.push(item);
    else readings.push(item);
  return { readings, unread, unclaimed, trouble };
}
