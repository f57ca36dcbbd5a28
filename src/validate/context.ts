import type { DocumentRecord, Evaluation, Fact, Indicator, Record_ } from "../../schemas/index.ts";
import type { Section, TableSection } from "../lib/section.ts";
import { FactIndex } from "./fact-index.ts";
import { type Sentence, sentencesOf, statementFinder } from "./statements.ts";

/** What rules look at: the records of one document, indexed once, and its text. */
export interface Context {
  readonly document: DocumentRecord | null;
  readonly index: FactIndex;
  readonly indicators: readonly Indicator[];
  /** Indicators of one form. */
  readonly grids: ReadonlyMap<string, readonly Indicator[]>;
  readonly evaluations: readonly Evaluation[];
  readonly sections: readonly Section[];
  readonly tables: ReadonlyMap<number, TableSection>;
  readonly sentences: readonly Sentence[];
}

/** Indexes a document's records and text once for all rules. */
export function contextOf(records: readonly Record_[], sections: readonly Section[]): Context {
  const indicators = records.filter((r): r is Indicator => r.kind === "indicator");
  const grids = new Map<string, Indicator[]>();
  for (const i of indicators) {
    const key = `${i.table ?? ""}|${i.scope ?? ""}`;
    const list = grids.get(key);
    if (list) list.push(i);
    else grids.set(key, [i]);
  }
  const sentences = sentencesOf(sections);
  const statementOf = statementFinder(sentences);
  return {
    document: records.find((r): r is DocumentRecord => r.kind === "document") ?? null,
    index: new FactIndex(
      records.filter((r): r is Fact => r.kind === "fact"),
      (fact) => statementOf(fact.source),
    ),
    indicators,
    grids,
    evaluations: records.filter((r): r is Evaluation => r.kind === "evaluation"),
    sections,
    tables: new Map(sections.filter((s): s is TableSection => s.kind === "table").map((s) => [s.table, s])),
    sentences,
  };
}
