import type { Operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { quantity } from "../quantity.ts";
import type { Sentence } from "../statements.ts";
import { stated } from "../text.ts";
import { verbatim } from "./wording.ts";

/** A printed number of the prose. */
export const NUMBER = "\\d[\\d,]*(?:\\.\\d+)?";
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
export const CARRIED = /(?:上年|年初|年末|结转下年)[^,，、;；\d]{0,4}结[转余](?:和结余)?/u;
const SUBTOTAL = /合计|小计|共计|总/u;

/** A whole with the parts listed behind it. */
export interface List {
  readonly whole: Operand;
  readonly parts: readonly Operand[];
  /** One level, told to its end: no part has parts of its own, nothing is left to “等”. */
  readonly single: boolean;
  /** A colon opens it: what follows is the list, not the next thing to be told. */
  readonly opened: boolean;
}

/** Every whole of the prose that is told with its parts. */
export function* lists(sentences: readonly Sentence[]): Iterable<List> {
  for (const [i, s] of sentences.entries()) {
    const next = sentences[i + 1];
    // 18人。其中：离休11人: the list is a sentence of its own.
    const goesOn = next?.paragraph === s.paragraph && /^其中/u.test(plainText(next.text));
    const place = { page: s.page, text: goesOn ? `${s.text}${next.text}` : s.text };
    const text = plainText(place.text).replace(/\([^()]*\)/gu, "");
    const found = [...text.matchAll(OF_WHICH)];
    for (const [at, m] of found.entries()) {
      if (NO_PART.test(m[1]!) || RANGE.test(m[1]!)) continue;
      const end = found[at + 1]?.index ?? text.length;
      const behind = text.slice(m.index + m[0].length, end).split(/[。;；]/u)[0]!;
      const list = listOf([place, { words: m[1]!, printed: m[2]!, unit: m[3]! }], [place, behind], m[0].endsWith(":"));
      if (list) yield { ...list, single: list.single && at === found.length - 1 };
    }
  }
}

/** `按经济分类科目：工资福利支出…万元，商品和服务支出…万元`: a list by a classification. */
const CLASSIFIED = /^(?:\(?[一二三四五六七八九十\d]+[)、.])?按(?:照)?[^,，:。;；\d]{2,16}:/u;
/** `支出预算100万元，比上年增加5万元。其中：` */
const OPENS = /其中:?$/u;

/** Lists by classifications of one whole, told one below another under the sentence that names it. */
export function* classified(sentences: readonly Sentence[]): Iterable<List> {
  let whole: { readonly sentence: Sentence; readonly amount: Pick<Amount, "words" | "printed" | "unit"> } | null = null;
  for (const [i, s] of sentences.entries()) {
    const text = plainText(s.text);
    if (whole && s.headings.at(-1) !== whole.sentence.headings.at(-1)) whole = null;
    if (OPENS.test(text)) {
      const before = text.length > 4 ? s : sentences[i - 1];
      const [amount] = before ? amountsOf(plainText(before.text)) : [];
      whole = before && amount && !NO_PART.test(amount.words) ? { sentence: before, amount } : null;
    }
    const head = CLASSIFIED.exec(text);
    if (!whole || !head) continue;
    const list = listOf([whole.sentence, whole.amount], [s, text.slice(head[0].length).split(/[。;；]/u)[0]!], true);
    if (list) yield list;
  }
}

type Place = Pick<Sentence, "page" | "text">;

/** The parts told in a run of words, with the amount they are of. */
function listOf(
  [wholePlace, { words, printed, unit }]: readonly [Place, Pick<Amount, "words" | "printed" | "unit">],
  [place, behind]: readonly [Place, string],
  opened: boolean,
): List | null {
  const amounts = amountsOf(behind);
  const own = amounts.filter((a) => a.words !== "" && !NO_PART.test(a.words.replace(CARRIED, "")));
  if (own.length === 0) return null;
  const part = (a: Amount): Operand => stated(place, a.printed, a.unit, `文字 ${a.words}`, verbatim(place, a.text));
  const kind = quantity("1", unit).kind;
  const others = own.some((a) => quantity("1", a.unit).kind !== kind);
  const whole = stated(wholePlace, printed, unit, `文字 ${words}`, verbatim(wholePlace, `${words}${printed}${unit}`));
  // A list that goes on to other things is no list of parts; what follows the whole at once is one.
  const [total, ...parts] = inOneManner([whole, ...(others ? own.slice(0, 1) : own).map(part)]);
  return {
    whole: total!,
    parts,
    opened,
    single:
      own.length === amounts.length &&
      !NESTED.test(behind) &&
      !/等/u.test(behind) &&
      !own.some((a) => SUBTOTAL.test(a.words)),
  };
}

/** 180万元 beside 509.54万元 is 180.00: amounts of one list are written in one manner. */
function inOneManner(amounts: readonly Operand[]): readonly Operand[] {
  const money = amounts.filter(({ kind, scale }) => kind === "money" && scale.eq(amounts[0]!.scale));
  const finest = money.map(({ half }) => half).sort((a, b) => a.cmp(b))[0];
  return finest === undefined
    ? amounts
    : amounts.map((o) => (money.includes(o) && !o.printed.includes(".") ? { ...o, half: finest } : o));
}
