import type { Fact, Measure, Source } from "../../schemas/index.ts";
import { CONCEPTS, MEASURES } from "../../schemas/vocabulary.ts";
import { type Exact, quantity } from "./quantity.ts";
import { type BothLanguages, both, type Told, told } from "./told.ts";

/** One side of a comparison: what was printed, as an interval, and where it stands. */
export interface Operand {
  /** The printed decimal, sign included. */
  readonly printed: string;
  readonly unit: string | null;
  readonly value: Exact;
  readonly half: Exact;
  readonly scale: Exact;
  readonly kind: string;
  /** What it is, in the words printed beside it. */
  readonly label: Told;
  readonly source: Source;
  /** Why its reading is not sure; nothing is said of the publisher on the ground of one that is not. */
  readonly doubt: BothLanguages | null;
  readonly approximate: boolean;
  /** The document it stands in, where several are compared. */
  readonly document?: string;
}

const PHASES: Readonly<Record<Measure, string>> = {
  initial_budget: "initial budget",
  final_budget: "full-year budget",
  adjustment: "adjustment",
  carried_in: "carried in",
  actual: "final account",
  balance: "balance",
  change: "change",
  change_rate: "rate of change",
  execution_rate: "execution rate",
  share: "share",
  count: "count",
  saving: "saving",
  saving_rate: "saving rate",
  budget_variance: "difference from budget",
  budget_variance_rate: "rate of difference from budget",
};

const termOf = (concept: string): string =>
  concept in CONCEPTS
    ? CONCEPTS[concept as keyof typeof CONCEPTS]
    : concept.replace(/^(function|economic|project)\.?/, "");

/** `表3 部门项目支出合计 年初预算数`, `文字 公务接待费 决算数`. */
export const labelOf = (fact: Fact): BothLanguages => {
  const table = fact.basis === "table";
  const what = [fact.code, fact.item ?? termOf(fact.concept)].filter(Boolean).join(" ");
  const counted = fact.measure === "count";
  return told(
    `${table ? `表${fact.source.table ?? ""}` : "文字"} ${what} ${counted ? "" : MEASURES[fact.measure]}`.trim(),
    `${table ? `table ${fact.source.table ?? ""}` : "prose"} ${what} ${counted ? "" : `(${PHASES[fact.measure]})`}`.trim(),
  );
};

/** What a side is said to be where it is no line of a form. */
const SAID: Readonly<Record<string, string>> = {
  得分: "score",
  分值: "weight",
  权重: "weight",
  总分: "total score",
  满分: "full score",
  项目得分: "score of the project",
  加权得分: "weighted score",
  文中得分: "score in the prose",
  表中得分: "score in the table",
  预算执行得分: "score of budget execution",
  指标值: "target",
  实际完成值: "actual value",
  评价标准最高分: "most the criterion grants",
  部分: "part",
  总数: "the whole",
  占比: "share",
  比率: "ratio",
  增减率: "rate of change",
  平均: "average",
  预算: "budget",
  决算: "final account",
  用途: "purpose",
  原因: "reason",
  相比年度: "year it is compared with",
  标题年度: "year in the heading",
  实施周期: "period of the project",
  填报日期: "date of filling in",
  待填之处: "a place to fill in",
};

/** A label as it is stored, in English: `表3 合计 决算数` → `table 3 合计 (final account)`; what is printed stays as it is. */
export function labelInEnglish(label: string): string {
  const measure = (Object.keys(PHASES) as Measure[]).find((m) => label.endsWith(` ${MEASURES[m]}`));
  const named = measure ? label.slice(0, -MEASURES[measure].length - 1) : label;
  const inTable = named.startsWith("表") && /\d/.test(named[1] ?? "");
  const placed = named.startsWith("文字") ? `prose${named.slice(2)}` : inTable ? `table ${named.slice(1)}` : named;
  if (measure) return `${placed} (${PHASES[measure]})`;
  const at = placed.lastIndexOf(" ");
  const said = SAID[placed.slice(at + 1)];
  return said === undefined ? placed : at < 0 ? said : `${placed.slice(0, at)}: ${said}`;
}

/** The same words for readers of English where a label is told in Chinese alone. */
const inBoth = (label: Told): Told => (typeof label === "string" ? told(label, labelInEnglish(label)) : label);

const RECOGNISED = told("识别存疑", "read in doubt");

/** A fact as one side of a comparison. */
export function operandOf(fact: Fact, doubt: BothLanguages | null = null): Operand {
  return {
    printed: fact.value,
    unit: fact.unit,
    ...quantity(fact.value, fact.unit),
    label: labelOf(fact),
    source: fact.source,
    doubt: fact.uncertain === true ? RECOGNISED : doubt,
    approximate: fact.approximate === true,
  };
}

/** A number that is no fact (an indicator's score, a year in a heading, a ratio in the prose). */
export function operand(printed: string, unit: string | null, label: Told, source: Source): Operand {
  return { printed, unit, ...quantity(printed, unit), label: inBoth(label), source, doubt: null, approximate: false };
}

/** A side without a number: words that contradict. */
export interface WordSide {
  readonly printed: null;
  readonly unit: null;
  readonly label: Told;
  readonly source: Source;
}
/** Words as one side of a finding. */
export const words = (label: Told, source: Source): WordSide => ({
  printed: null,
  unit: null,
  label: inBoth(label),
  source,
});
/** A side of a finding: a number or words. */
export type Side = Operand | WordSide;

/** Where it stands, as a key: two findings that share a place share a root. */
export const placeKey = (side: Side): string => {
  const { page, table, row, col, quote } = side.source;
  const document = "document" in side ? (side.document ?? "") : "";
  const said = side.printed ?? both(side.label).zh;
  return [document, page, table ?? "", row ?? "", col ?? "", row === null ? (quote ?? "") : "", said].join("|");
};
