import { causeOfPair } from "../causes.ts";
import type { Context } from "../context.ts";
import type { Operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { Exact, plain } from "../quantity.ts";
import { stated } from "../text.ts";
import { told } from "../told.ts";
import { compareQuotient, compareRate } from "../tolerance.ts";
import { decide, fail, notApplicable, pass, show, type Verdict } from "../verdict.ts";
import { verbatim } from "./wording.ts";

const AMOUNT = "(?:余额|总额|规模|总量)?(?:分别)?(?:达到|达|为|是)?(\\d[\\d,]*(?:\\.\\d+)?)(万亿元|亿元|万元|元)";

/** A ratio named by a sign of each of its terms: 存贷比, 资产负债率, 收支比. */
const RATIO = /([\p{Script=Han}]{2,6})[比率](?:达到|达|为|是)?(\d+(?:\.\d+)?)%/gu;

/** A ratio said after two amounts is one over the other, where its name is made of both their names. */
export function* namedRatios({ sentences }: Context): Iterable<Verdict> {
  let seen = false;
  for (const s of sentences) {
    const text = plainText(s.text);
    for (const r of text.matchAll(RATIO)) {
      const before = [
        ...text.slice(0, r.index).matchAll(new RegExp(`([\\p{Script=Han}]{2,12}?)${AMOUNT}`, "gu")),
      ].slice(-2);
      const [a, b] = before;
      // 存 of 存款余额 and 贷 of 贷款余额, and each sign of one of them only
      const name = r[1]!;
      const own = (words: string, other: string): boolean =>
        [...name].some((sign) => words.includes(sign) && !other.includes(sign));
      if (!a || !b || !own(a[1]!, b[1]!) || !own(b[1]!, a[1]!)) continue;
      seen = true;
      const rate = stated(s, r[2]!, "%", told("文字 比率", "prose: ratio"), verbatim(s, r[0]));
      const [x, y] = [a, b].map((m) => stated(s, m[2]!, m[3]!, `文字 ${m[1]}`, verbatim(s, m[0]))) as [
        Operand,
        Operand,
      ];
      const ways = [
        { n: y, d: x, c: compareRate(rate, y, x) },
        { n: x, d: y, c: compareRate(rate, x, y) },
      ].filter(({ c }) => c !== null);
      const [way] = [...ways].sort((p, q) => p.c!.difference.cmp(q.c!.difference));
      if (way)
        yield decide(null, way.c!, rate, {
          sides: [rate, way.n, way.d],
          equation: (e) => `${show(way.n)} ÷ ${show(way.d)} = ${e}% ≠ ${show(rate)}`,
        });
    }
  }
  if (!seen) yield notApplicable("no ratio with its parts");
}

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

const MENTION = new RegExp(`([\\p{Script=Han}]{4,16}?)${AMOUNT}`, "gu");
const LABEL_UNIT = /[(]((?:万|亿|万亿)?元)[)]$/u;

/** An indicator in 万元 whose number is that of the prose in another unit: 74377.1（万元） and 7.44万亿元. */
export function* indicatorUnit({ indicators, sentences }: Context): Iterable<Verdict> {
  const money = indicators.filter(
    (i) => LABEL_UNIT.test(plainText(i.level3)) && /^\d[\d,]*(\.\d+)?$/.test(plainText(i.actual ?? "")),
  );
  if (money.length === 0) {
    yield notApplicable("no indicator in money");
    return;
  }
  const mentions = sentences.flatMap((s) => [...plainText(s.text).matchAll(MENTION)].map((m) => ({ s, m })));
  for (const i of money) {
    const name = plainText(i.level3);
    const unit = LABEL_UNIT.exec(name)![1]!;
    const words = name.replace(LABEL_UNIT, "");
    const value = stated({ page: i.source.page }, plainText(i.actual!), unit, `${i.level3} 实际完成值`, "");
    const own: Operand = { ...value, source: i.source };
    // The mention shares the last words of the label: 金融机构贷款余额 and 贷款余额达.
    const alike = mentions.filter(
      ({ m }) => tail(`${m[1]}${/余额|总额|规模/.exec(m[0].slice(m[1]!.length))?.[0] ?? ""}`, words) >= 4,
    );
    const slip = alike.find(({ s, m }) => {
      const other = stated(s, m[2]!, m[3]!, "", "");
      if (own.value.isZero() || other.value.isZero()) return false;
      const ratio = own.value.gt(other.value) ? own.value.div(other.value) : other.value.div(own.value);
      return [4, 8].some((p) => ratio.div(new Exact(10).pow(p)).minus(1).abs().lt("0.006"));
    });
    if (!slip) {
      yield pass(i.scope);
      continue;
    }
    const other = stated(slip.s, slip.m[2]!, slip.m[3]!, `文字 ${slip.m[1]}`, verbatim(slip.s, slip.m[0]));
    yield fail(i.scope, {
      sides: [own, other],
      equation: told(
        `${show(own)} 与 ${show(other)} 相差整数倍单位`,
        `${show(own)} and ${show(other)} are whole units apart`,
      ),
      expected: null,
      difference: null,
      tolerance: null,
      cause: causeOfPair(own, other),
    });
  }
}

/** Length of the common ending of two labels. */
const tail = (a: string, b: string): number => {
  let n = 0;
  while (n < a.length && n < b.length && a.at(-1 - n) === b.at(-1 - n)) n++;
  return n;
};

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
