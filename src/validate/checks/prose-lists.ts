import { oneDigitApart } from "../causes.ts";
import type { Context } from "../context.ts";
import type { Operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { type Exact, quantity } from "../quantity.ts";
import type { Sentence } from "../statements.ts";
import { stated } from "../text.ts";
import { both, told } from "../told.ts";
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

/** `总额100万元，其中：…`, `收入总计100万元，占97.7%，包括…`, `收入100万元，均为财政拨款收入，其中…`, `离退休人员18人。其中：…`: a whole, and where its list begins. */
const OF_WHICH = new RegExp(
  `([^,，、;；:：\\d。]{2,24})(${NUMBER})(${UNIT})(?:[,，](?:占[^,，。;；]{0,20}?%|均为[^,，。;；\\d]{2,12}))?[,，。]?(?:其中[:：,，]?(?:包括)?|包括[:：]?)`,
  "gu",
);
/** 5亿-10亿元，其中最高的11亿元: the upper end of a range is no whole. */
const RANGE = /^(?:[万亿千百]*(?:元|人|个)?)[-—–~～至到]$/u;
/** The list goes down another level: its parts are not all of one whole. */
const NESTED = /其中|包括|含/u;
/** 年初结转和结余 is a part of what there was to spend, though of another year. */
const CARRIED = /(?:上年|年初|年末|结转下年)[^,，、;；\d]{0,4}结[转余](?:和结余)?/u;
const SUBTOTAL = /合计|小计|共计|总/u;

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
  for (const { whole, parts, single, opened } of lists(sentences)) {
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

/** A whole with the parts listed behind it. */
interface List {
  readonly whole: Operand;
  readonly parts: readonly Operand[];
  /** One level, told to its end: no part has parts of its own, nothing is left to “等”. */
  readonly single: boolean;
  /** A colon opens it: what follows is the list, not the next thing to be told. */
  readonly opened: boolean;
}

function* lists(sentences: readonly Sentence[]): Iterable<List> {
  for (const [i, s] of sentences.entries()) {
    const next = sentences[i + 1];
    // 18人。其中：离休11人: the list is a sentence of its own.
    const goesOn = next?.paragraph === s.paragraph && /^其中/u.test(plainText(next.text));
    const text = plainText(`${s.text}${goesOn ? next.text : ""}`).replace(/\([^()]*\)/gu, "");
    const found = [...text.matchAll(OF_WHICH)];
    for (const [at, m] of found.entries()) {
      if (NO_PART.test(m[1]!) || RANGE.test(m[1]!)) continue;
      const end = found[at + 1]?.index ?? text.length;
      const told = text.slice(m.index + m[0].length, end).split(/[。;；]/u)[0]!;
      const amounts = amountsOf(told);
      const own = amounts.filter(({ words }) => words !== "" && !NO_PART.test(words.replace(CARRIED, "")));
      if (own.length === 0) continue;
      const place = { page: s.page, text: goesOn ? `${s.text}${next.text}` : s.text };
      const part = ({ words, printed, unit, text: t }: Amount): Operand =>
        stated(place, printed, unit, `文字 ${words}`, verbatim(place, t));
      const kind = quantity("1", m[3]!).kind;
      const others = own.some(({ unit }) => quantity("1", unit).kind !== kind);
      const whole = stated(place, m[2]!, m[3]!, `文字 ${m[1]}`, verbatim(place, `${m[1]}${m[2]}${m[3]}`));
      // A list that goes on to other things is no list of parts; what follows the whole at once is one.
      const [total, ...parts] = inOneManner([whole, ...(others ? own.slice(0, 1) : own).map(part)]);
      yield {
        whole: total!,
        parts,
        opened: m[0].endsWith(":"),
        single:
          at === found.length - 1 &&
          own.length === amounts.length &&
          !NESTED.test(told) &&
          !/等/u.test(told) &&
          !own.some(({ words }) => SUBTOTAL.test(words)),
      };
    }
  }
}

/** 180万元 beside 509.54万元 is 180.00: amounts of one list are written in one manner. */
function inOneManner(amounts: readonly Operand[]): readonly Operand[] {
  const money = amounts.filter(({ kind, scale }) => kind === "money" && scale.eq(amounts[0]!.scale));
  const finest = money.map(({ half }) => half).sort((a, b) => a.cmp(b))[0];
  return finest === undefined
    ? amounts
    : amounts.map((o) => (money.includes(o) && !o.printed.includes(".") ? { ...o, half: finest } : o));
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
