import type { Fact, Measure } from "../../schemas/index.ts";
import { push } from "../lib/push.ts";
import { foldName, leafOf } from "./names.ts";
import { type Operand, operandOf } from "./operand.ts";
import { Exact, halfOf } from "./quantity.ts";
import type { BothLanguages } from "./told.ts";

/** A fact with its operand, its order of reading, and the line it was resolved to. */
export interface Indexed {
  readonly fact: Fact;
  readonly operand: Operand;
  readonly order: number;
  /** The concept, with lines named in words resolved to their code: `function` 卫生健康支出 → `function.210.total`. */
  readonly concept: string;
  /** `table 3` or `narrative`: where its neighbours are. */
  readonly place: string;
  /** The sentence of the prose it stands in, where known. */
  readonly statement: string | null;
  /** The paragraph it stands in, where known. */
  readonly paragraph: number | null;
  /** For a line of the classification in the prose: the amount it is a part of (基本支出, 项目支出). */
  readonly within: string | null;
  /** In the prose, the government's budget its paragraph speaks of. */
  readonly budget: string | null;
}

/** What the text tells of a fact, where it is at hand. */
export interface FactText {
  /** The sentence it stands in. */
  readonly statementOf: (fact: Fact) => string | null;
  /** The paragraph of a sentence. */
  readonly paragraphOf: (statement: string | null) => number | null;
  /** Why its reading is not sure. */
  readonly doubtOf: (fact: Fact) => BothLanguages | null;
  /** What its line is a part of. */
  readonly withinOf: (fact: Fact, statement: string | null) => string | null;
  /** Of which budget a paragraph speaks. */
  readonly budgetOf: (paragraph: number | null) => string | null;
}
const NO_TEXT: FactText = {
  statementOf: () => null,
  paragraphOf: () => null,
  doubtOf: () => null,
  withinOf: () => null,
  budgetOf: () => null,
};

/** Amounts an evaluation covers are said of the evaluation, not of the accounts. */
const COVERED = /^共?涉及/;

const LINE = /^(function|economic)$/;
/** Lines of 基本支出 are of the general public budget whether or not the form says so. */
const FUND_FREE = /^(economic|expenditure\.(personnel|public)$)/;

/** Facts by (concept, measure, year, scope), built once in one pass. */
export class FactIndex {
  readonly all: readonly Indexed[];
  readonly #byKey = new Map<string, Indexed[]>();
  readonly #byConcept = new Map<string, Indexed[]>();
  readonly #cells = new Set<string>();
  /** Folded name → codes printed with it, and code → names, from coded lines. */
  readonly codesByName = new Map<string, Set<string>>();
  readonly namesByCode = new Map<string, Map<string, Indexed>>();

  constructor(facts: readonly Fact[], text: FactText = NO_TEXT) {
    for (const fact of facts) {
      const code = codeOf(fact);
      if (code === null || fact.item === null) continue;
      const family = fact.concept.split(".")[0]!;
      const key = `${family}|${foldName(leafOf(fact.item))}`;
      this.codesByName.set(key, (this.codesByName.get(key) ?? new Set()).add(code));
    }
    const statements = facts.map((fact) => (fact.basis === "narrative" ? text.statementOf(fact) : null));
    const keys = facts.map((fact, i) => stepKey(fact, statements[i]!, text.paragraphOf(statements[i]!)));
    const exactness = finestSteps(facts, keys);
    this.all = facts.map((fact, order) => {
      const paragraph = text.paragraphOf(statements[order]!);
      return {
        fact,
        operand: withoutDroppedZeros(operandOf(fact, text.doubtOf(fact)), exactness.get(keys[order]!)),
        order,
        concept: this.#resolve(fact),
        place: fact.basis === "table" ? `table ${fact.source.table}` : "narrative",
        statement: statements[order]!,
        paragraph,
        within: text.withinOf(fact, statements[order]!),
        budget: text.budgetOf(paragraph),
      };
    });
    for (const indexed of this.all) {
      const { table, row, col } = indexed.fact.source;
      if (table !== null) this.#cells.add(`${table}|${row}|${col}`);
      if (COVERED.test(indexed.fact.item ?? "")) continue;
      push(
        this.#byKey,
        keyOf(indexed.concept, indexed.fact.measure, indexed.fact.fiscalYear, indexed.fact.scope),
        indexed,
      );
      push(this.#byConcept, indexed.concept, indexed);
      const code = codeOf(indexed.fact);
      if (code !== null && indexed.fact.item !== null && indexed.fact.basis === "table") {
        const names = this.namesByCode.get(code) ?? new Map<string, Indexed>();
        if (!names.has(foldName(leafOf(indexed.fact.item)))) names.set(foldName(leafOf(indexed.fact.item)), indexed);
        this.namesByCode.set(code, names);
      }
    }
  }

  /** Facts of one term in one phase, year and scope. The term's fund decides unless the concept names its fund itself. */
  get(term: string, measure: Measure, year: number | null, scope: string | null): readonly Indexed[] {
    const [concept, fund] = splitTerm(term);
    return (this.#byKey.get(keyOf(concept, measure, year, scope)) ?? []).filter((f) => fundFits(f, concept, fund));
  }

  of(term: string): readonly Indexed[] {
    const [concept, fund] = splitTerm(term);
    return (this.#byConcept.get(concept) ?? []).filter((f) => fundFits(f, concept, fund));
  }

  /** Whether the number of a cell became a fact. */
  isFact(table: number, row: number, col: number): boolean {
    return this.#cells.has(`${table}|${row}|${col}`);
  }

  concepts(): readonly string[] {
    return [...this.#byConcept.keys()];
  }

  #resolve(fact: Fact): string {
    if (!LINE.test(fact.concept) || fact.item === null) return fact.concept;
    const names = fact.item.split("/").map((n) => foldName(n));
    const codes = [...(this.codesByName.get(`${fact.concept}|${names.at(-1)}`) ?? [])];
    const digits = fact.concept === "economic" ? [3, 5] : names.length >= 3 ? [7] : names.length === 2 ? [5] : [3];
    const fitting = codes.filter((c) => digits.includes(c.length));
    const suffix = fact.concept === "function" ? ".total" : "";
    return fitting.length === 1 ? `${fact.concept}.${fitting[0]}${suffix}` : `${fact.concept}/${names.join("/")}`;
  }
}

/** The code in a fact's concept: function.2040601.total → 2040601; null where it has none. */
export const codeOf = (fact: Fact): string | null => /^(?:function|economic)\.(\d+)/.exec(fact.concept)?.[1] ?? null;
/** `expenditure.carryover@appropriation` → concept and fund. */
export const splitTerm = (term: string): readonly [string, string | null] => {
  const [concept, fund] = term.split("@");
  return [concept!, fund ?? null];
};
const fundFits = (f: Indexed, concept: string, fund: string | null): boolean =>
  FUND_FREE.test(concept) ? fund === null || f.fact.fund === null || f.fact.fund === fund : f.fact.fund === fund;
const keyOf = (concept: string, measure: Measure, year: number | null, scope: string | null): string =>
  `${concept}|${measure}|${year ?? ""}|${scope ?? ""}`;

/** Numbers written in one manner: those of a table, those of a paragraph. An amount in 元 may leave its 分 out beside one that prints them. */
function stepKey({ basis, source, unit }: Fact, statement: string | null, paragraph: number | null): string {
  const run = unit === "元" || paragraph === null ? (statement ?? source.quote) : `p${paragraph}`;
  return `${basis === "table" ? source.table : run}|${unit}`;
}

/** The finest printed step of each table, or paragraph, and unit. A table that prints its zeros (64,840,547.00) drops none. */
function finestSteps(facts: readonly Fact[], keys: readonly string[]): Map<string, Exact> {
  const finest = new Map<string, Exact>();
  const zeros = new Set<string>();
  facts.forEach((fact, i) => {
    if (fact.yuan === null) return;
    if (fact.basis === "table" && /\.\d*0$/.test(fact.value) && !/^-?0*\.0*$/.test(fact.value)) zeros.add(keys[i]!);
    const half = halfOf(fact);
    const known = finest.get(keys[i]!);
    if (!known || half.lt(known)) finest.set(keys[i]!, half);
  });
  for (const key of zeros) finest.delete(key);
  return finest;
}

/** `8` among `7.36` and `0.48` is 8.00: a spreadsheet drops zeros, it does not round to whole 万元. A printed 0 is nothing at all. */
function withoutDroppedZeros(operand: Operand, finest: Exact | undefined): Operand {
  // Whole things are counted, not rounded.
  if (operand.kind !== "money" && operand.kind !== "%") return { ...operand, half: new Exact(0) };
  if (operand.kind !== "money" || operand.printed.includes(".")) return operand;
  return {
    ...operand,
    half: finest?.lt(operand.half) ? finest : operand.value.isZero() ? new Exact(0) : operand.half,
  };
}
