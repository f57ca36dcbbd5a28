import { causeOfPair } from "../causes.ts";
import type { Context } from "../context.ts";
import type { Operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { Exact, plain } from "../quantity.ts";
import { stated } from "../text.ts";
import { compareQuotient, compareRate } from "../tolerance.ts";
import { decide, fail, notApplicable, pass, show, type Verdict } from "../verdict.ts";
import { verbatim } from "./wording.ts";

/** `A万元，占B万元的C%`, all three in one sentence: recomputed whatever A and B are. */
const PART_OF =
  /(\d[\d,]{0,24}(?:\.\d{1,10})?)(亿元|万元|元)[,，]?占([\p{Script=Han}“”()]{0,24}?)(\d[\d,]{0,24}(?:\.\d{1,10})?)(亿元|万元|元)的(?:比例为|比重为)?(\d{1,4}(?:\.\d{1,10})?)%/gu;

/** A part, its whole and the share between them, all said in one sentence. */
export function* partOfWhole({ sentences }: Context): Iterable<Verdict> {
  let seen = false;
  for (const s of sentences)
    for (const m of plainText(s.text).matchAll(PART_OF)) {
      seen = true;
      const quote = verbatim(s, m[0]);
      const part = stated(s, m[1]!, m[2]!, "文字 部分", quote);
      const whole = stated(s, m[4]!, m[5]!, `文字 ${m[3]}`, quote);
      const rate = stated(s, m[6]!, "%", "文字 占比", quote);
      const c = compareRate(rate, part, whole);
      if (c)
        yield decide(null, c, rate, {
          sides: [rate, part, whole],
          equation: (e) => `${show(part)} ÷ ${show(whole)} = ${e}% ≠ ${show(rate)}`,
        });
    }
  if (!seen) yield notApplicable("no part with its whole");
}

/** `车均运行维护费5.97万元`: the cost over the count. */
const PER_UNIT: readonly (readonly [RegExp, readonly string[], string])[] = [
  [
    /(?:车均|单车|平均每辆|每辆车?)[\p{Script=Han}]{0,12}?(\d[\d,]*(?:\.\d+)?)(万元|元)/u,
    ["sangong.vehicle_operation", "sangong.vehicle"],
    "sangong.vehicles_held",
  ],
  [
    /人均(?:公务)?接待费[\p{Script=Han}]{0,6}?(\d[\d,]*(?:\.\d+)?)(万元|元)/u,
    ["sangong.reception"],
    "sangong.reception_persons",
  ],
];

/** An average said in words (元 a vehicle, a person) against the cost and the count the document states. */
export function* perUnit({ sentences, index, document }: Context): Iterable<Verdict> {
  let seen = false;
  const year = document?.fiscalYear ?? null;
  for (const s of sentences)
    for (const [pattern, costs, count] of PER_UNIT) {
      const m = pattern.exec(plainText(s.text));
      const cost = costs.map((c) => index.get(c, "actual", year, null)[0]).find((f) => f !== undefined);
      const units = index.get(count, "count", year, null)[0];
      if (!m || !cost || !units || units.operand.value.isZero() || cost.operand.value.isZero()) continue;
      seen = true;
      const said = stated(s, m[1]!, m[2]!, "文字 平均", verbatim(s, m[0]));
      const each = cost.operand.value.div(units.operand.value);
      const tolerance = cost.operand.half.div(units.operand.value).plus(said.half);
      const difference = each.minus(said.value).abs();
      if (difference.lte(tolerance)) {
        yield pass(null);
        continue;
      }
      const expected = plain(each.div(said.scale), 2);
      const unit = causeOfPair(said, { ...said, value: each, printed: expected });
      // An average over another number of cars or persons (年平均) is no contradiction; a slip of the unit is.
      yield fail(null, {
        sides: [said, cost.operand, units.operand],
        equation: `${show(cost.operand)} ÷ ${show(units.operand)} = ${expected}${said.unit} ≠ ${show(said)}`,
        expected,
        difference: plain(difference.div(said.scale), 2),
        tolerance: plain(tolerance.div(said.scale), 4),
        cause: unit,
        ...(unit ? {} : { severity: "info" as const }),
      });
    }
  if (!seen) yield notApplicable("no average with its cost and count");
}

/** Shares of one whole that are all stated make 100%. */
export function* sharesAddUp({ index }: Context): Iterable<Verdict> {
  let seen = false;
  for (const family of [
    ["sangong.overseas", "sangong.vehicle", "sangong.reception"],
    ["expenditure.basic", "expenditure.project"],
  ]) {
    const years = new Set(
      index
        .of(family[0]!)
        .filter((f) => f.fact.measure === "share")
        .map((f) => f.fact.fiscalYear),
    );
    for (const year of years) {
      const lists = family.map((c) => index.get(c, "share", year, null).filter((f) => f.place === "narrative"));
      if (lists.some((l) => l.length !== 1)) continue;
      seen = true;
      const parts = lists.map((l) => l[0]!.operand);
      const hundred: Operand = {
        ...parts[0]!,
        printed: "100",
        value: new Exact(100),
        half: new Exact(0),
        label: "100%",
      };
      const sum = parts.reduce((a, p) => a.plus(p.value), new Exact(0));
      const c = compareQuotient(
        hundred,
        [sum, parts.reduce((a, p) => a.plus(p.half), new Exact(0))],
        [new Exact(100), new Exact(0)],
      );
      if (c)
        yield decide(null, c, parts[0]!, {
          sides: parts,
          equation: (e) => `${parts.map(show).join(" + ")} = ${e}% ≠ 100%`,
        });
    }
  }
  if (!seen) yield notApplicable("no set of shares");
}
