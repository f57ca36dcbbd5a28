import { oneDigitApart } from "../causes.ts";
import type { Context } from "../context.ts";
import type { Operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import type { Exact } from "../quantity.ts";
import { stated } from "../text.ts";
import { both, told } from "../told.ts";
import { compareAtMost, compareQuotient, compareSum } from "../tolerance.ts";
import { decide, insufficient, notApplicable, pass, show, showSum, type Verdict } from "../verdict.ts";
import { CARRIED, classified, lists, NUMBER } from "./listed.ts";
import { verbatim } from "./wording.ts";

/** A part named after 其中 is not more than the amount just before it, whatever both are. */
export function* partWithinWhole({ sentences }: Context): Iterable<Verdict> {
  let seen = false;
  for (const { whole, parts } of lists(sentences)) {
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
 * The parts of a list make its total, where one misprinted digit in one of them would make them, where they miss it by next to nothing, or
 * where they are more than it: a list that leaves parts out falls short of its total by any amount.
 */
export function* listAddsUp({ sentences }: Context): Iterable<Verdict> {
  let seen = false;
  for (const { whole, parts, single, opened } of [...lists(sentences), ...classified(sentences)]) {
    if (parts.length < 2 || parts.some((p) => p.kind !== whole.kind)) continue;
    seen = true;
    const c = compareSum(whole, parts);
    // 150万元，其中运行费150万元，…: the list begins again with another whole.
    const again = parts.some((p) => p.value.eq(whole.value)) || endsBefore(whole, parts);
    const certain =
      misprint(whole, parts) ||
      halves(parts) ||
      (single && (nearMiss(whole, parts) || (opened && exceeds(whole, parts))));
    if (c.verdict === "differ" && (again || !certain)) yield insufficient(null, "the list may leave parts out");
    else
      yield decide(null, c, whole, {
        sides: [whole, ...parts],
        identity: { whole, parts },
        equation: (expected) => `${showSum(parts)} = ${expected}${whole.unit} ≠ ${show(whole)}`,
        cause: () => (misprint(whole, parts) ? told("有一位数字印错", "one digit is misprinted") : null),
      });
  }
  if (!seen) yield notApplicable("no list with its total");
}

const sumOf = (parts: readonly Operand[]): Exact =>
  parts.slice(1).reduce((sum, part) => sum.plus(part.value), parts[0]!.value);

/** So many parts are a list; that come as near to their total as one in a thousand they leave no other out. */
const MANY_PARTS = 3;
const NEAR = "0.001";

const nearMiss = (whole: Operand, parts: readonly Operand[]): boolean =>
  parts.length >= MANY_PARTS && sumOf(parts).minus(whole.value).abs().lte(whole.value.abs().times(NEAR));

/** What has just these two parts: no third is left out. */
const HALVES: readonly (readonly [RegExp, RegExp])[] = [
  [/基本支出/u, /项目支出/u],
  [/人员经费/u, /公用经费/u],
];
const halves = (parts: readonly Operand[]): boolean =>
  parts.length === 2 && HALVES.some((pair) => pair.every((half, i) => half.test(both(parts[i]!.label).zh)));

/** Whether the parts are more than their total. */
const exceeds = (whole: Operand, parts: readonly Operand[]): boolean =>
  parts.length >= MANY_PARTS && sumOf(parts).gt(whole.value);

/** Whether the list ends before its last parts: the first of them make the total, and no carry-over follows. */
function endsBefore(whole: Operand, parts: readonly Operand[]): boolean {
  const made = parts.findIndex((_, i) => i > 0 && sumOf(parts.slice(0, i + 1)).eq(whole.value)) + 1;
  return made > 0 && !parts.slice(made).every(({ label }) => CARRIED.test(both(label).zh));
}

/** Whether one digit of the total or of a part mends the sum. */
function misprint(whole: Operand, parts: readonly Operand[]): boolean {
  const sum = sumOf(parts);
  const printed = (value: Exact, like: Operand): string =>
    value.div(like.scale).toFixed(like.printed.split(".")[1]?.length ?? 0);
  if (oneDigitApart(printed(sum, whole), whole.printed)) return true;
  return parts.some((p) => {
    const right = p.value.plus(whole.value.minus(sum));
    return right.gt(0) && oneDigitApart(printed(right, p), p.printed);
  });
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
