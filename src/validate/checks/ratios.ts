import type { Context } from "../context.ts";
import type { Operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { stated } from "../text.ts";
import { told } from "../told.ts";
import { compareRate } from "../tolerance.ts";
import { decide, notApplicable, show, type Verdict } from "../verdict.ts";
import { verbatim } from "./wording.ts";

/** An amount of the prose behind its noun. */
export const AMOUNT =
  "(?:余额|总额|规模|总量)?(?:分别)?(?:达到|达|为|是)?(\\d[\\d,]*(?:\\.\\d+)?)(万亿元|亿元|万元|元)";

/** A ratio named by a sign of each of its terms: 存贷比, 资产负债率, 收支比. */
const RATIO = /([\p{Script=Han}]{2,6})[比率](?:达到|达|为|是)?(\d+(?:\.\d+)?)%/gu;

/** A rate named by what was done with the money: 资金到位率, 支出进度; over the other amount of its sentence. */
const DONE = /(到位|使用|支付|拨付|支出|执行|完成)(?:率|进度)(?:达到|达|为|是)?(\d+(?:\.\d+)?)%/gu;

/** Amounts before a place of a sentence, with the words printed for each. */
const amountsBefore = (text: string): readonly RegExpExecArray[] => [
  ...text.matchAll(new RegExp(`([\\p{Script=Han}]{2,12}?)${AMOUNT}`, "gu")),
];

/** The two amounts a ratio is named by; null where the words do not tell which they are. */
function termsOf(text: string, ratio: RegExpExecArray): readonly [RegExpExecArray, RegExpExecArray] | null {
  const before = amountsBefore(text.slice(0, ratio.index));
  const [a, b] = before.slice(-2);
  if (!a || !b) return null;
  // 存 of 存款余额 and 贷 of 贷款余额, and each sign of one of them only
  const own = (words: string, other: string): boolean =>
    [...ratio[1]!].some((sign) => words.includes(sign) && !other.includes(sign));
  return own(a[1]!, b[1]!) && own(b[1]!, a[1]!) ? [a, b] : null;
}

/** 资金到位率: of just two amounts one names what was done, the other what it was done of. */
function doneOf(text: string, ratio: RegExpExecArray): readonly [RegExpExecArray, RegExpExecArray] | null {
  const before = amountsBefore(text.slice(0, ratio.index));
  const [a, b] = before;
  if (!a || !b || before.length !== 2 || [...text.matchAll(DONE)].length !== 1) return null;
  const names = [a, b].map((m) => m[1]!.includes(ratio[1]!));
  return names[0] === names[1] ? null : [a, b];
}

/** A ratio said after two amounts is one over the other, where its name is made of their names. */
export function* namedRatios({ sentences }: Context): Iterable<Verdict> {
  let seen = false;
  for (const s of sentences) {
    const text = plainText(s.text);
    const found = [
      ...[...text.matchAll(RATIO)].map((r) => [r, termsOf(text, r)] as const),
      ...[...text.matchAll(DONE)].map((r) => [r, doneOf(text, r)] as const),
    ];
    for (const [r, terms] of found) {
      if (!terms) continue;
      seen = true;
      const rate = stated(s, r[2]!, "%", told("文字 比率", "prose: ratio"), verbatim(s, r[0]));
      const [x, y] = terms.map((m) => stated(s, m[2]!, m[3]!, `文字 ${m[1]}`, verbatim(s, m[0]))) as [Operand, Operand];
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
