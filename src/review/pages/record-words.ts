import type { AnswerOf } from "../../questions/index.ts";
import { conceptTerm, measureTerm } from "../words.ts";
import type { Setting } from "./layout.tsx";

type Record_ = AnswerOf<"document.records">["rows"][number];

/** A number with its label, unit and year, in one line. */
export function recordWords({ concept, item, measure, fiscalYear, scope }: Record_, { language }: Setting): string {
  const line = /^(?:function|economic|project)(?:\.|$)/u.test(concept);
  const label = line ? (item ?? concept) : conceptTerm(concept, language);
  return [scope, label, measureTerm(measure, language), fiscalYear].filter((part) => part !== null).join(" ");
}
