import type { DocumentRecord, Fact, Finding } from "../schemas/index.ts";
import { extract } from "./extract/index.ts";
import { type LayoutOptions, layout } from "./layout/index.ts";
import type { ExtractionError } from "./lib/errors.ts";
import { type Layout, wasLookedAt } from "./lib/layout.ts";
import type { Reading, UnreadNumber } from "./lib/reading.ts";
import type { Section, TableSection } from "./lib/section.ts";
import type { SourceFile } from "./lib/source-file.ts";
import { asPrinted } from "./normalise/as-printed.ts";
import { decide } from "./normalise/decide.ts";
import { describe } from "./normalise/document.ts";
import { type ContentRecord, normalise } from "./normalise/index.ts";
import { type ListedUnit, listedUnits } from "./normalise/units.ts";
import { sections } from "./sections/index.ts";
import { RULES, type RuleResult, type Unsure, validate } from "./validate/index.ts";

/** One file, read to the end: every stage's result, so that each can be shown, stored and replayed. */
export interface Processed {
  readonly layout: Layout;
  readonly sections: readonly Section[];
  readonly document: DocumentRecord;
  readonly readings: readonly Reading[];
  readonly records: readonly ContentRecord[];
  /** Bodies the document says it covers: the units of a department. */
  readonly units: readonly ListedUnit[];
  readonly findings: readonly Finding[];
  /** Contradictions that a misreading would explain: no findings. */
  readonly unsure: readonly Unsure[];
  readonly results: readonly RuleResult[];
  readonly unclaimed: readonly TableSection[];
  /** Numbers with a unit in the prose that became no record. */
  readonly unread: readonly UnreadNumber[];
  readonly trouble: readonly ExtractionError[];
}

/** The whole flow. `ingest` stands before it and `store` after it: see `batch/`. */
export async function process(file: SourceFile, options: LayoutOptions = {}): Promise<Processed> {
  const laidOut = await layout(file, options);
  const parts = sections(laidOut);
  const document = describe(laidOut, parts);
  const extraction = extract(parts, document);
  const normalised = normalise(extraction.readings, document);
  const records = decide(normalised.records);
  const recognised = new Set(laidOut.pages.filter(wasLookedAt).map(({ number }) => number));
  const validation = validate([document, ...records], parts, RULES, recognised, normalised.unread);
  const spelt = asPrinted(laidOut.printed ?? "");
  return {
    layout: laidOut,
    sections: parts,
    document,
    readings: extraction.readings,
    records: records.map((record) => spelt(marked(record, validation.doubts))),
    units: listedUnits(parts),
    findings: validation.findings,
    unsure: validation.unsure,
    results: validation.results,
    unclaimed: extraction.unclaimed,
    unread: extraction.unread,
    trouble: [...laidOut.trouble, ...extraction.trouble, ...normalised.trouble],
  };
}

/** The pages of a PDF with what was found painted on them (PNG), one by one; none of another file. */
export async function* painted(
  file: SourceFile,
  { layout }: Processed,
): AsyncGenerator<{ readonly page: number; readonly png: Uint8Array }> {
  if (file.mediaType !== "pdf") return;
  const { drawPdf } = await import("./layout/pdf/draw.ts");
  yield* drawPdf(file, layout.pages);
}

/** A fact that the document's own sums put in doubt says so, with what else it may be. */
function marked(record: ContentRecord, doubts: ReadonlyMap<Fact, readonly string[]>): ContentRecord {
  const others = record.kind === "fact" ? doubts.get(record) : undefined;
  if (record.kind !== "fact" || others === undefined) return record;
  const alternatives = [...new Set([...(record.alternatives ?? []), ...others])].filter((v) => v !== record.value);
  return { ...record, uncertain: true, ...(alternatives.length > 0 ? { alternatives } : {}) };
}
