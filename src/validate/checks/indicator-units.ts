import type { Indicator } from "../../../schemas/index.ts";
import { causeOfPair, unitsApart } from "../causes.ts";
import type { Context } from "../context.ts";
import type { Operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { stated } from "../text.ts";
import { told } from "../told.ts";
import { compareSame } from "../tolerance.ts";
import { fail, notApplicable, pass, show, type Verdict } from "../verdict.ts";
import { AMOUNT } from "./ratios.ts";
import { verbatim } from "./wording.ts";

const MENTION = new RegExp(`([\\p{Script=Han}]{4,16}?)${AMOUNT}`, "gu");
const LABEL_UNIT = /[(]((?:万|亿|万亿)?元)[)]$/u;
const ALONE = /^(?:[≥≤=<>]|不[少低高超]于|不超过|约|达到?)?(\d[\d,]*(?:\.\d+)?)((?:万|亿|万亿)?元)?$/u;

/** The amounts of an indicator: `74377.1` of 贷款余额（万元）, `≤90万元`. */
function amountsOf(i: Indicator): readonly Operand[] {
  const unit = LABEL_UNIT.exec(plainText(i.level3))?.[1] ?? null;
  return (
    [
      [i.actual, told("实际完成值", "actual value")],
      [i.target, told("指标值", "target")],
    ] as const
  ).flatMap(([text, what]) => {
    const m = ALONE.exec(plainText(text ?? ""));
    const own = m?.[2] ?? unit;
    if (!m || own === null) return [];
    const label = told(`${i.level3} ${what.zh}`, `${i.level3} ${what.en}`);
    return [{ ...stated({ page: i.source.page }, m[1]!, own, label, ""), source: i.source }];
  });
}

/** An amount of an indicator that is the prose's in a unit of another size: 74377.1（万元） and 7.44万亿元. */
export function* indicatorUnit({ indicators, sentences }: Context): Iterable<Verdict> {
  const money = indicators.flatMap((i) => amountsOf(i).map((own) => ({ i, own })));
  if (money.length === 0) {
    yield notApplicable("no indicator in money");
    return;
  }
  const mentions = sentences.flatMap((s) => [...plainText(s.text).matchAll(MENTION)].map((m) => ({ s, m })));
  for (const { i, own } of money) {
    const words = plainText(i.level3).replace(LABEL_UNIT, "");
    // The mention shares the last words of the label: 金融机构贷款余额 and 贷款余额达.
    const alike = mentions.filter(
      ({ m }) => tail(`${m[1]}${/余额|总额|规模/.exec(m[0].slice(m[1]!.length))?.[0] ?? ""}`, words) >= 4,
    );
    const others = alike.map(({ s, m }) => stated(s, m[2]!, m[3]!, `文字 ${m[1]}`, verbatim(s, m[0])));
    const slip = others.find((other) => unitsApart(own, other));
    if (!slip || others.some((other) => compareSame(own, other).verdict !== "differ")) {
      yield pass(i.scope);
      continue;
    }
    yield fail(i.scope, {
      sides: [own, slip],
      equation: told(
        `${show(own)} 与 ${show(slip)} 相差整数倍单位`,
        `${show(own)} and ${show(slip)} are whole units apart`,
      ),
      expected: null,
      difference: null,
      tolerance: null,
      cause: causeOfPair(own, slip),
    });
  }
}

/** Length of the common ending of two labels. */
const tail = (a: string, b: string): number => {
  let n = 0;
  while (n < a.length && n < b.length && a.at(-1 - n) === b.at(-1 - n)) n++;
  return n;
};
