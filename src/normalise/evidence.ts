import type { Fact } from "../../schemas/index.ts";
import { Exact } from "../lib/exact.ts";
import { push } from "../lib/push.ts";
import { type Amount, type Precision, placeOf } from "./printed-amount.ts";
import { hasItsParts, isLine, type Part, partOf } from "./sums.ts";

/** What sure numbers say a doubtful one is: between these, both excluded. */
export interface Claim {
  readonly from: Exact;
  readonly to: Exact;
}

/** Whether a reading can be the number a claim speaks of. Numbers of one precision must be equal; a coarser one may be the rounded finer one. */
export const fits = ({ value, half }: Amount, { from, to }: Claim): boolean =>
  value.plus(half).gt(from) && value.minus(half).lt(to);

/** What the sure numbers of a document say of each doubtful one. */
export function evidence(facts: readonly Fact[], precision: Precision): ReadonlyMap<Fact, readonly Claim[]> {
  const claims = new Map<Fact, Claim[]>();
  const add = (fact: Fact, claim: Claim): void => push(claims, fact, claim);
  sums(facts, precision, add);
  statements(facts, precision, add);
  return claims;
}

type Add = (fact: Fact, claim: Claim) => void;

/** Sums inside one table: where all but one number is sure, they say what that one is. */
function sums(facts: readonly Fact[], precision: Precision, add: Add): void {
  /** A line printed twice in one table, or only about (约), is nobody's part. */
  const lines = new Map<string, Fact | null>();
  const groups = new Map<string, { readonly part: Part; readonly parts: Fact[]; readonly whole: string }>();
  for (const fact of facts) {
    if (fact.basis !== "table" || fact.source.table === null || fact.yuan === null) continue;
    const line = lineKey(fact, fact.concept, fact.fund);
    lines.set(line, lines.has(line) || fact.approximate ? null : fact);
    for (const part of partOf(fact)) {
      const whole = lineKey(fact, part.whole, part.fund);
      const group = groups.get(`${whole}|${part.sum}`) ?? { part, parts: [], whole };
      group.parts.push(fact);
      groups.set(`${whole}|${part.sum}`, group);
    }
  }
  for (const { part, parts, whole } of groups.values()) {
    const total = lines.get(whole);
    if (!total || !parts.every((fact) => lines.get(lineKey(fact, fact.concept, fact.fund)) === fact)) continue;
    if (!hasItsParts(part, new Set(parts.map(({ concept }) => concept)))) continue;
    const [doubtful, ...more] = [total, ...parts].filter(({ uncertain }) => uncertain);
    if (!doubtful || more.length > 0) continue;
    add(doubtful, solved(doubtful, total, parts, precision));
  }
}

/** `total = Σ parts` for the one number that is not known. */
function solved(unknown: Fact, total: Fact, parts: readonly Fact[], precision: Precision): Claim {
  let [value, half] = [new Exact(0), new Exact(0)];
  for (const part of parts) {
    if (part === unknown) continue;
    const amount = precision.amount(part);
    value = value.plus(amount.value);
    half = half.plus(amount.half);
  }
  if (unknown !== total) {
    const whole = precision.amount(total);
    value = whole.value.minus(value);
    half = half.plus(whole.half);
  }
  return { from: value.minus(half), to: value.plus(half) };
}

/** The same number stated surely in other places. */
function statements(facts: readonly Fact[], precision: Precision, add: Add): void {
  const stated = new Map<string, { readonly places: Set<string>; from: Exact; to: Exact }>();
  for (const fact of facts) {
    if (fact.uncertain || fact.approximate) continue;
    const { value, half } = precision.amount(fact);
    const [from, to] = [value.minus(half), value.plus(half)];
    const known = stated.get(meaning(fact));
    if (!known) stated.set(meaning(fact), { places: new Set([statementPlace(fact)]), from, to });
    else {
      known.places.add(statementPlace(fact));
      known.from = Exact.max(known.from, from);
      known.to = Exact.min(known.to, to);
    }
  }
  for (const fact of facts) {
    const known = fact.uncertain && !fact.approximate ? stated.get(meaning(fact)) : undefined;
    if (!known || known.places.size === (known.places.has(statementPlace(fact)) ? 1 : 0)) continue;
    add(fact, known);
  }
}

/** A table states a thing once; in the prose every passage is a statement of its own. */
const statementPlace = (fact: Fact): string =>
  fact.basis === "table" ? placeOf(fact) : `${fact.source.page}|${fact.source.quote}`;

/** What a fact is about. A line named in words is told by them; amounts in 元, 万元, 亿元 are of one kind. */
const meaning = (fact: Fact): string =>
  [
    fact.concept,
    fact.code ?? (/^(function|economic|project)$/.test(fact.concept) ? fact.item : ""),
    fact.measure,
    fact.changeOf,
    fact.fiscalYear,
    fact.scope,
    fact.fund,
    fact.yuan === null ? fact.unit : "money",
  ].join("|");

/** A line of a table in one column. Only lines of a classification are told apart by whose money they count. */
const lineKey = ({ source, measure, changeOf, fiscalYear, scope }: Fact, concept: string, fund: Fact["fund"]): string =>
  [source.table, concept, isLine(concept) ? fund : "", measure, changeOf, fiscalYear, scope].join("|");
