import type { DocumentRecord, Evaluation, Fact, Indicator, Record_ } from "../../schemas/index.ts";
import type { Section, TableSection } from "../lib/section.ts";
import { proseDoubts } from "./certainty.ts";
import { budgetsOf, linesWithin } from "./comparable.ts";
import { FactIndex } from "./fact-index.ts";
import { type Sentence, sentencesOf, statementFinder } from "./statements.ts";

/** What rules look at: the records of one document, indexed once, and its text. */
export interface Context {
  readonly document: DocumentRecord | null;
  /** Whether the document is of a kind the rules know: others are held to the sums of their own tables and sentences only. */
  readonly known: boolean;
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
  const facts = records.filter((r): r is Fact => r.kind === "fact");
  const document = records.find((r): r is DocumentRecord => r.kind === "document") ?? null;
  return {
    document,
    known: document === null || document.types.length > 0,
    index: new FactIndex(facts, {
      statementOf: (fact) => statementOf(fact.source),
      paragraphOf: (statement) =>
        statement === null ? null : (sentences[Number(statement.slice(1))]?.paragraph ?? null),
      doubtOf: proseDoubts(facts, sentences),
      withinOf: linesWithin(sentences),
      budgetOf: budgetsOf(sentences),
    }),
    indicators,
    grids,
    evaluations: records.filter((r): r is Evaluation => r.kind === "evaluation"),
    sections,
    tables: new Map(sections.filter((s): s is TableSection => s.kind === "table").map((s) => [s.table, s])),
    sentences,
  };
}
