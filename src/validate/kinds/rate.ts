import { anywhere, around, byDistance } from "../candidates.ts";
import type { Context } from "../context.ts";
import type { FactIndex, Indexed } from "../fact-index.ts";
import type { Operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { Exact, moneyIn } from "../quantity.ts";
import type { RateRule } from "../rule.ts";
import { type Sentence, sameStatement } from "../statements.ts";
import { type BothLanguages, both, told } from "../told.ts";
import { type Comparison, compareQuotient } from "../tolerance.ts";
import { decide, insufficient, notApplicable, show, unsure, type Verdict } from "../verdict.ts";
import { namesWhole, wholesOf } from "../wholes.ts";

/** A way to compute the stated percentage: value and half width of both terms, the operands to show, and the formula. */
interface Quotient {
  readonly numerator: readonly [Exact, Exact];
  readonly denominator: readonly [Exact, Exact];
  readonly sides: readonly Operand[];
  readonly formula: string;
}

/** Every stated percentage of the rule's kind against the quotients it can mean; fails where none gives it. */
export function* rate(rule: RateRule, { index, sentences }: Context): Iterable<Verdict> {
  let seen = false;
  const done = new Set<string>();
  for (const stated of index.all) {
    if (stated.fact.measure !== rule.rate || !rule.concepts.test(stated.concept) || stated.operand.approximate)
      continue;
    if (stated.operand.kind !== "%") continue;
    seen = true;
    const ways = WAYS[rule.quotient](index, stated);
    const key = [stated.operand.printed, ...ways.map((w) => w.formula)].join("|");
    if (done.has(key)) continue;
    done.add(key);
    const tried: { way: Quotient; c: Comparison }[] = [];
    let overZero = false;
    for (const way of ways) {
      const c = compareQuotient(stated.operand, way.numerator, way.denominator);
      if (c) tried.push({ way, c });
      else overZero ||= way.sides.every(({ source }) => sameStatement(source, stated.fact.source));
    }
    // 支出30万元，比上年增加30万元，增长100%: the amounts of its own sentence are meant, not those of another.
    if (overZero && tried.every(({ c }) => c.verdict === "differ")) {
      yield insufficient(stated.fact.scope, `${stated.operand.printed}% is over zero`);
      continue;
    }
    if (tried.length === 0) {
      yield insufficient(stated.fact.scope, `amounts behind ${stated.operand.printed}% not stated`);
      continue;
    }
    const chosen =
      tried.find((t) => t.c.verdict === "agree") ?? tried.find((t) => t.c.verdict === "rounding") ?? tried[0]!;
    const verdict = decide(stated.fact.scope, chosen.c, stated.operand, {
      sides: [stated.operand, ...chosen.way.sides],
      equation: (expected) => `${chosen.way.formula} = ${expected}% ≠ ${show(stated.operand)}`,
      cause: () => causeOf(stated, chosen.c, index),
    });
    if (verdict.outcome !== "fail") yield verdict;
    else if (!inOneSentence(stated, chosen.way.sides) && fitsAnotherLine(rule, stated, index))
      yield unsure(verdict, OF_ANOTHER_LINE);
    else if (isOfUnnamedWhole(rule, stated, chosen.way) && fitsAnotherWhole(stated, ways, index))
      yield unsure(verdict, OF_ANOTHER_WHOLE);
    else if (fitsUnread(stated, ways, index, sentences)) yield unsure(verdict, OF_AN_UNREAD_NUMBER);
    else yield verdict;
  }
  if (!seen) yield notApplicable("no such percentage is stated");
}

const OF_ANOTHER_LINE = told(
  "这个比率与另一项的数正好相符，可能是把它读到了这一项上",
  "the rate fits the amounts of another line: it may have been read for the wrong one",
);

const OF_AN_UNREAD_NUMBER = told(
  "同一句里有没读懂的数，这个比率与它正好相符",
  "the rate fits an amount of its sentence that was not understood",
);

const OF_ANOTHER_WHOLE = told(
  "占的是什么没有印明，这个比率与文中另一个数正好相符",
  "what it is a share of is not printed, and the rate fits another amount of the text",
);

/** A share of nothing that is named, which may be of several things, compared with one of another sentence. */
const isOfUnnamedWhole = ({ quotient }: RateRule, stated: Indexed, { sides: [, whole] }: Quotient): boolean =>
  quotient === "share" &&
  whole !== undefined &&
  !namesWhole(stated) &&
  wholesOf(stated).length >= SEVERAL &&
  !inOneSentence(stated, [whole]);
const SEVERAL = 3;

/** Whether the share, whose whole nobody names, is to its last digit that of another amount than those it was compared with. */
function fitsAnotherWhole(stated: Indexed, ways: readonly Quotient[], index: FactIndex): boolean {
  return index.all.some(
    ({ operand, fact }) =>
      operand.kind === "money" &&
      AMOUNTS.some((measure) => measure === fact.measure) &&
      ways.some(({ numerator }) => {
        const as = compareQuotient(stated.operand, numerator, [operand.value, operand.half]);
        return as?.verdict === "agree" && operand.value.gt(numerator[0]);
      }),
  );
}

/** Whether one term of the quotient, put over an amount of the sentence that became no fact, gives the rate. */
function fitsUnread(
  stated: Indexed,
  ways: readonly Quotient[],
  index: FactIndex,
  sentences: readonly Sentence[],
): boolean {
  const sentence = stated.statement === null ? undefined : sentences[Number(stated.statement.slice(1))];
  if (!sentence) return false;
  const read = new Set(
    index.all.flatMap((f) => (f.statement === stated.statement ? [f.operand.value.abs().toString()] : [])),
  );
  const unread = moneyIn(plainText(sentence.text)).filter(
    ({ value }) => !value.isZero() && !read.has(value.toString()),
  );
  return unread.some((amount) => {
    const other = [amount.value, amount.half] as const;
    return ways.some(
      ({ numerator, denominator }) =>
        compareQuotient(stated.operand, numerator, other)?.verdict === "agree" ||
        compareQuotient(stated.operand, other, denominator)?.verdict === "agree",
    );
  });
}

/** Whether a rate and an amount it is of are told in one sentence. */
const inOneSentence = ({ fact, place }: Indexed, sides: readonly Operand[]): boolean =>
  place !== "narrative" || sides.some(({ source }) => sameStatement(source, fact.source));

/** Whether the rate, to its last digit, is that of another line told nearby. */
function fitsAnotherLine(rule: RateRule, stated: Indexed, index: FactIndex): boolean {
  return index.all.some((other) => {
    if (other.concept === stated.concept || other.place !== "narrative" || other.fact.measure !== "actual")
      return false;
    if (Math.abs(other.order - stated.order) > NEARBY) return false;
    const as: Indexed = { ...stated, concept: other.concept, fact: { ...stated.fact, fund: other.fact.fund } };
    return WAYS[rule.quotient](index, as).some(
      (way) => compareQuotient(stated.operand, way.numerator, way.denominator)?.verdict === "agree",
    );
  });
}
/** A line so many records away is no neighbour. */
const NEARBY = 6;

const BUDGETS = ["final_budget", "initial_budget"] as const;
const AMOUNTS = ["actual", "initial_budget", "final_budget"] as const;

const simple = (n: Indexed, d: Indexed): Quotient => ({
  numerator: [n.operand.value, n.operand.half],
  denominator: [d.operand.value, d.operand.half],
  sides: [n.operand, d.operand],
  formula: `${show(n.operand)} ÷ ${show(d.operand)}`,
});

const WAYS: Record<RateRule["quotient"], (index: FactIndex, stated: Indexed) => readonly Quotient[]> = {
  execution(index, stated) {
    const term = termOf(stated);
    const actual = byDistance(stated, anywhere(index, stated, term, "actual"));
    // The sentence may name no amount: then those of the tables are meant.
    const stating = BUDGETS.flatMap((m) => near(index, stated, term, m));
    const budgets = stating.length > 0 ? stating : BUDGETS.flatMap((m) => anywhere(index, stated, term, m));
    if (budgets.length > 0) return actual.flatMap((n) => byDistance(stated, budgets).map((d) => simple(n, d)));
    // 支出1741.75万元，完成年初预算100%，决算数大于预算数55.93万元
    return actual.flatMap((n) => near(index, stated, term, "budget_variance").map((d) => fromVariance(n, d)));
  },
  share(index, stated) {
    // 服务采购授予中小企业合同金额占服务支出金额的90%: what of the contracts were services is not stated
    if (
      /^procurement\.s(?:me|mall)/.test(stated.concept) &&
      /^(?:货物|工程|服务)(?:类)?采购/.test(stated.fact.item ?? "")
    )
      return [];
    const term = termOf(stated);
    for (const measure of AMOUNTS) {
      const parts = byDistance(stated, near(index, stated, term, measure));
      if (parts.length === 0) continue;
      const wholes = wholesOf(stated).flatMap((whole) => anywhere(index, stated, whole, measure));
      const ways = parts.flatMap((n) => wholes.map((d) => simple(n, d)));
      if (ways.length > 0) return ways;
    }
    return [];
  },
  change(index, stated) {
    const term = termOf(stated);
    const ways: Quotient[] = [];
    const budget = stated.fact.measure === "budget_variance_rate";
    const delta = stated.fact.measure === "saving_rate" ? "saving" : budget ? "budget_variance" : "change";
    const changes = byDistance(stated, near(index, stated, term, delta));
    const year = stated.fact.fiscalYear;
    const previous = (measure: (typeof AMOUNTS)[number]): readonly Indexed[] =>
      budget ? near(index, stated, term, measure) : year === null ? [] : around(index, stated, term, measure, year - 1);
    // A body founded this year: all of it is the increase, and nothing else stated is what it grew from.
    const fromNothing = near(index, stated, term, "actual").some((a) =>
      changes.some((d) => !a.operand.value.isZero() && a.operand.value.equals(d.operand.value)),
    );
    if (fromNothing) return [];
    const bases = budget ? [...previous("initial_budget")] : AMOUNTS.flatMap((m) => previous(m));
    for (const d of changes) for (const p of bases) ways.push(simple(d, p));
    for (const measure of AMOUNTS) {
      const now = byDistance(stated, near(index, stated, term, measure));
      if (delta !== "saving")
        for (const a of now)
          for (const d of changes) if (d.operand.kind === a.operand.kind) ways.push(fromChange(d, a));
      for (const a of now) for (const p of bases) if (a !== p) ways.push(fromPrevious(a, p));
    }
    return ways;
  },
};

const termOf = (f: Indexed): string => (f.fact.fund ? `${f.concept}@${f.fact.fund}` : f.concept);
const near = around;

/** `-0.56 ÷ (1.27 + 0.56)` */
function fromChange(d: Indexed, a: Indexed): Quotient {
  const base = a.operand.value.minus(d.operand.value);
  return {
    numerator: [d.operand.value, d.operand.half],
    denominator: [base, a.operand.half.plus(d.operand.half)],
    sides: [d.operand, a.operand],
    formula: `${show(d.operand)} ÷ (${show(a.operand)} ${d.operand.value.isNeg() ? "+" : "−"} ${show(d.operand).replace("-", "")})`,
  };
}

/** `1741.75 ÷ (1741.75 − 55.93)` */
function fromVariance(a: Indexed, d: Indexed): Quotient {
  return {
    numerator: [a.operand.value, a.operand.half],
    denominator: [a.operand.value.minus(d.operand.value), a.operand.half.plus(d.operand.half)],
    sides: [a.operand, d.operand],
    formula: `${show(a.operand)} ÷ (${show(a.operand)} ${d.operand.value.isNeg() ? "+" : "−"} ${show(d.operand).replace("-", "")})`,
  };
}

/** `(201.50 − 198.34) ÷ 198.34` */
function fromPrevious(a: Indexed, p: Indexed): Quotient {
  return {
    numerator: [a.operand.value.minus(p.operand.value), a.operand.half.plus(p.operand.half)],
    denominator: [p.operand.value, p.operand.half],
    sides: [a.operand, p.operand],
    formula: `(${show(a.operand)} − ${show(p.operand)}) ÷ ${show(p.operand)}`,
  };
}

/** What the wrong percentage may be: the remainder to 100, or the percentage of a neighbour. */
function causeOf(stated: Indexed, c: Comparison, index: FactIndex): BothLanguages | null {
  if (c.verdict !== "differ") return null;
  const hundred = new Exact(100);
  const close = (a: Exact, b: Exact): boolean => a.minus(b).abs().lte(stated.operand.half.times(2));
  if (close(stated.operand.value, hundred.minus(c.expected)) && !close(stated.operand.value, c.expected))
    return told("填成了与100%之差", "the remainder to 100% was printed");
  if (stated.operand.value.lt(-100)) return told("降幅不可能超过100%", "nothing falls by more than 100%");
  if (close(stated.operand.value.abs(), c.expected.abs()))
    return told("增减方向相反", "the direction is the other one");
  const twin = index.all.find(
    (f) =>
      f !== stated &&
      f.operand.kind === "%" &&
      f.operand.printed === stated.operand.printed &&
      f.concept !== stated.concept,
  );
  if (!twin) return null;
  const { zh, en } = both(twin.operand.label);
  return told(
    `与“${zh}”同为${twin.operand.printed}%：可能串行`,
    `the same as “${en}” ${twin.operand.printed}%: perhaps of another line`,
  );
}
