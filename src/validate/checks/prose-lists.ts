import { oneDigitApart } from "../causes.ts";
import type { Context } from "../context.ts";
import type { Operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { type Exact, quantity } from "../quantity.ts";
import type { Sentence } from "../statements.ts";
import { stated } from "../text.ts";
import { told } from "../told.ts";
import { compareAtMost, compareQuotient, compareSum } from "../tolerance.ts";
import { decide, insufficient, notApplicable, pass, show, showSum, type Verdict } from "../verdict.ts";
import { verbatim } from "./wording.ts";

const NUMBER = "\\d[\\d,]*(?:\\.\\d+)?";
const UNIT = "(?:万亿|亿|万|千)?元|平方米|公顷|亩|人次|人|名|辆|台|套|个|批次|户|家";
/** Words that make an amount a difference, a rate or another year's, and so no part. */
const NO_PART = /[增减升降占超]|完成|较|上年|去年|同期|平均|人均|比/u;

interface Amount {
  readonly words: string;
  readonly printed: string;
  readonly unit: string;
  readonly text: string;
}

/** Amounts of a run of text in order, each with the words before it. */
const amountsOf = (text: string): readonly Amount[] =>
  [...text.matchAll(new RegExp(`([^,，、;；:：\\d]*)(${NUMBER})(${UNIT})`, "gu"))].map((m) => ({
    words: m[1]!,
    printed: m[2]!,
    unit: m[3]!,
    text: m[0],
  }));

/** `总额100万元，其中：…` with nothing between. */
const OF_WHICH = new RegExp(
  `([^,，、;；:：\\d。]{2,24})(${NUMBER})(${UNIT})[(（]?[,，]?其中[:：,，]?(?:包括)?([^。]+)`,
  "u",
);

/** A part named after 其中 is not more than the amount just before it, whatever both are. */
export function* partWithinWhole({ sentences }: Context): Iterable<Verdict> {
  let seen = false;
  for (const [whole, parts] of lists(sentences)) {
    const part = parts[0];
    if (!part || part.kind !== whole.kind) continue;
    seen = true;
    const c = compareAtMost([part], whole);
    yield decide(null, c, whole, {
      sides: [whole, part],
      equation: () => told(`${show(whole)}，其中${show(part)}`, `${show(part)} of ${show(whole)}`),
    });
  }
  if (!seen) yield notApplicable("no amount with a part");
}

/**
 * The parts of a list make its total, where one misprinted digit in one of them would make them: a list that leaves parts out misses its total
 * by any amount.
 */
export function* listAddsUp({ sentences }: Context): Iterable<Verdict> {
  let seen = false;
  for (const [whole, parts] of lists(sentences)) {
    if (parts.length < 2 || parts.some((p) => p.kind !== whole.kind)) continue;
    seen = true;
    const c = compareSum(whole, parts);
    // 150万元，其中运行费150万元，…: the list begins again with another whole.
    const again = parts.some((p) => p.value.eq(whole.value));
    if (c.verdict === "differ" && (again || !misprint(whole, parts)))
      yield insufficient(null, "the list may leave parts out");
    else
      yield decide(null, c, whole, {
        sides: [whole, ...parts],
        identity: { whole, parts },
        equation: (expected) => `${showSum(parts)} = ${expected}${whole.unit} ≠ ${show(whole)}`,
        cause: () => told("有一位数字印错", "one digit is misprinted"),
      });
  }
  if (!seen) yield notApplicable("no list with its total");
}

/** Whether one digit of the total or of a part mends the sum. */
function misprint(whole: Operand, parts: readonly Operand[]): boolean {
  const sum = parts.reduce((a, p) => a.plus(p.value), whole.value.minus(whole.value));
  const printed = (value: Exact, like: Operand): string =>
    value.div(like.scale).toFixed(like.printed.split(".")[1]?.length ?? 0);
  if (oneDigitApart(printed(sum, whole), whole.printed)) return true;
  return parts.some((p) => {
    const right = p.value.plus(whole.value.minus(sum));
    return right.gt(0) && oneDigitApart(printed(right, p), p.printed);
  });
}

function* lists(sentences: readonly Sentence[]): Iterable<readonly [Operand, readonly Operand[]]> {
  for (const s of sentences) {
    const text = plainText(s.text).replace(/\([^()]*\)/gu, "");
    const m = OF_WHICH.exec(text);
    if (!m || NO_PART.test(m[1]!)) continue;
    const whole = stated(s, m[2]!, m[3]!, `文字 ${m[1]}`, verbatim(s, `${m[1]}${m[2]}${m[3]}`));
    const amounts = amountsOf(m[4]!);
    const own = amounts.filter(({ words }) => words !== "" && !NO_PART.test(words));
    // A list that goes on to other things is no list of parts.
    if (own.length === 0 || own.some(({ unit }) => quantity("1", unit).kind !== whole.kind)) continue;
    yield [
      whole,
      own.map(({ words, printed, unit, text: t }) => stated(s, printed, unit, `文字 ${words}`, verbatim(s, t))),
    ];
  }
}

/** `X万元，比上年增加D万元，增长R%`, whatever X is. */
const CHANGED = new RegExp(
  `([^,，、;；:：。\\d]{2,24})(${NUMBER})((?:万亿|亿|万|千)?元)[,，](?:同比|(?:比|较|与|同)(?:上年|去年|上一年|上年同期|去年同期)(?:度)?(?:决算数?|预算数?|同期)?(?:相比)?[,，]?)(增加|减少|增长|下降)了?(${NUMBER})((?:万亿|亿|万|千)?元)[,，](?:同比)?(?:增长|下降|提高|降低|上升|减少|增加|增幅|降幅)(?:了|为|约)?(${NUMBER})%`,
  "gu",
);

/** The rate of a change said with the amount and the difference it is of. Where these are records other rules recompute it. */
export function* changeRateOfAnything({ sentences, index }: Context): Iterable<Verdict> {
  const known = new Set(
    index.all.filter((f) => f.fact.measure === "change").map((f) => f.operand.printed.replace("-", "")),
  );
  let seen = false;
  for (const s of sentences)
    for (const m of plainText(s.text).matchAll(CHANGED)) {
      // After a part the change may be that of the whole again.
      const ofPart = plainText(s.text).slice(0, m.index).includes("其中") || m[1]!.includes("其中");
      if (ofPart || known.has(m[5]!.replaceAll(",", ""))) continue;
      seen = true;
      const quote = verbatim(s, m[0]);
      const now = stated(s, m[2]!, m[3]!, `文字 ${m[1]}`, quote);
      const change = stated(s, m[5]!, m[6]!, `文字 ${m[4]}`, quote);
      const rate = stated(s, m[7]!, "%", "文字 增减率", quote);
      const up = /增/u.test(m[4]!);
      const base = up ? now.value.minus(change.value) : now.value.plus(change.value);
      const c = compareQuotient(rate, [change.value, change.half], [base, now.half.plus(change.half)]);
      if (c)
        yield decide(null, c, rate, {
          sides: [rate, change, now],
          equation: (e) => `${show(change)} ÷ (${show(now)} ${up ? "−" : "+"} ${show(change)}) = ${e}% ≠ ${show(rate)}`,
        });
    }
  yield seen ? pass(null) : notApplicable("no change with its rate");
}
