import { NARRATIVE } from "../../extractors/narrative/index.ts";
import type { DocumentHints } from "../../src/lib/extractor.ts";
import type { EvaluationReading, FactReading, Reading } from "../../src/lib/reading.ts";
import type { ProseSection } from "../../src/lib/section.ts";

/** A prose section of one's own: headings, then paragraphs. */
export function prose(headings: readonly string[], ...paragraphs: readonly string[]): ProseSection {
  return {
    kind: "prose",
    index: 0,
    year: null,
    headings,
    paragraphs: paragraphs.map((text) => ({ kind: "paragraph", page: 1, box: null, text })),
  };
}

export const FINAL: DocumentHints = { fiscalYear: 2022, entity: null, types: ["final_accounts"] };
export const BUDGET: DocumentHints = { fiscalYear: 2022, entity: null, types: ["budget"] };
export const SANGONG: DocumentHints = { fiscalYear: 2022, entity: null, types: ["sangong_statement"] };

export const read = (section: ProseSection, hints: DocumentHints = FINAL): Reading[] =>
  NARRATIVE.filter((e) => e.matches(section, hints))
    .flatMap((e) => [...e.extract(section, hints)])
    .filter((r) => r.kind !== "unread");

/** `concept measure year value unit [scope] {fund}`: one line a fact, the way a person would check it. */
export function facts(section: ProseSection, hints: DocumentHints = FINAL): string[] {
  return read(section, hints)
    .filter((r): r is FactReading => r.kind === "fact")
    .map((r) => {
      const year = r.year === null ? "?" : "stated" in r.year ? r.year.stated : (hints.fiscalYear ?? 0) + r.year.offset;
      const value = `${r.negative ? "-" : ""}${r.printed.replace("%", "")}`;
      return [
        r.concept,
        r.measure,
        year,
        `${r.approximate ? "~" : ""}${value}${r.unit?.text ?? ""}`,
        ...(r.changeOf ? [`of:${r.changeOf}`] : []),
        ...(r.scope ? [`[${r.scope}]`] : []),
        ...(r.fund ? [`{${r.fund}}`] : []),
      ].join(" ");
    });
}

/** `score grade [scope]`, `-` where the text gives none. */
export const evaluations = (section: ProseSection, hints: DocumentHints = FINAL): string[] =>
  read(section, hints)
    .filter((r): r is EvaluationReading => r.kind === "evaluation")
    .map((r) => `${r.score ?? "-"} ${r.grade ?? "-"}${r.scope ? ` [${r.scope}]` : ""}`);
