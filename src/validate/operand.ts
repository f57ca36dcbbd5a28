import type { Fact, Source } from "../../schemas/index.ts";
import { CONCEPTS, MEASURES } from "../../schemas/vocabulary.ts";
import { type Exact, quantity } from "./quantity.ts";

/** One side of a comparison: what was printed, as an interval, and where it stands. */
export interface Operand {
  /** The printed decimal, sign included. */
  readonly printed: string;
  readonly unit: string | null;
  readonly value: Exact;
  readonly half: Exact;
  readonly scale: Exact;
  readonly kind: string;
  readonly label: string;
  readonly source: Source;
  /** OCR left it in doubt: nothing is said of the publisher on its ground. */
  readonly uncertain: boolean;
  readonly approximate: boolean;
  /** The document it stands in, where several are compared. */
  readonly document?: string;
}

const termOf = (concept: string): string =>
  concept in CONCEPTS
    ? CONCEPTS[concept as keyof typeof CONCEPTS]
    : concept.replace(/^(function|economic|project)\.?/, "");

/** `表3 部门项目支出合计 年初预算数`, `文字 公务接待费 决算数`. */
export const labelOf = (fact: Fact): string => {
  const where = fact.basis === "table" ? `表${fact.source.table ?? ""}` : "文字";
  const what = [fact.code, fact.item ?? termOf(fact.concept)].filter(Boolean).join(" ");
  return `${where} ${what} ${fact.measure === "count" ? "" : MEASURES[fact.measure]}`.trim();
};

/** A fact as one side of a comparison. */
export function operandOf(fact: Fact): Operand {
  return {
    printed: fact.value,
    unit: fact.unit,
    ...quantity(fact.value, fact.unit),
    label: labelOf(fact),
    source: fact.source,
    uncertain: fact.uncertain === true,
    approximate: fact.approximate === true,
  };
}

/** A number that is no fact (an indicator's score, a year in a heading, a ratio in the prose). */
export function operand(printed: string, unit: string | null, label: string, source: Source): Operand {
  return { printed, unit, ...quantity(printed, unit), label, source, uncertain: false, approximate: false };
}

/** A side without a number: words that contradict. */
export interface WordSide {
  readonly printed: null;
  readonly unit: null;
  readonly label: string;
  readonly source: Source;
}
/** Words as one side of a finding. */
export const words = (label: string, source: Source): WordSide => ({ printed: null, unit: null, label, source });
/** A side of a finding: a number or words. */
export type Side = Operand | WordSide;

/** Where it stands, as a key: two findings that share a place share a root. */
export const placeKey = (side: Side): string => {
  const { page, table, row, col, quote } = side.source;
  const document = "document" in side ? (side.document ?? "") : "";
  const said = side.printed ?? side.label;
  return [document, page, table ?? "", row ?? "", col ?? "", row === null ? (quote ?? "") : "", said].join("|");
};
