import type { Context } from "../context.ts";
import { words } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { type Exact, quantity } from "../quantity.ts";
import { quoted, type Sentence } from "../statements.ts";
import { stated } from "../text.ts";
import { type BothLanguages, told } from "../told.ts";
import { fail, notApplicable, pass, type Verdict } from "../verdict.ts";

const amountOf = (printed: string, unit: string): Exact => quantity(printed.replaceAll(",", ""), unit).value;
const isZero = (printed: string, unit: string): boolean => amountOf(printed, unit).isZero();

const plainBreach = { expected: null, difference: null, tolerance: null } as const;

/** A folded character as it may have been printed: `,` for `，`, `(` for `（`, `5` for `５`. */
const printedForms = (c: string): string => {
  const escaped = c.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  const code = c.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? `[${escaped}${String.fromCharCode(code + 0xfee0)}]` : escaped;
};

/** The printed words of a pattern, with their white space and full-width signs: a quote a reader can search for. */
export function verbatim(sentence: Pick<Sentence, "text">, folded: string): string {
  if (sentence.text.includes(folded)) return folded;
  return new RegExp([...folded].map(printedForms).join("\\s*"), "u").exec(sentence.text)?.[0] ?? folded;
}

const UNCHANGED =
  /(?:与|同|较|比)(?:上年|去年|上年度|上一年度|\d{4}年度?)[^,。;\d]{0,10}(?:保持一致|持平|一致|无变化|无增减)/u;
/** `与上年相比金额保持一致，与上年相比增加0.48万元`: nothing between the two, so both are of one thing. */
const BOTH = new RegExp(
  `(${UNCHANGED.source})[,;](?:与|同|较|比)(?:上年|去年|上年度|上一年度|\\d{4}年度?)[^,。;\\d]{0,10}(增加|减少|增长|下降|上升|降低)了?(\\d[\\d,.]*)(亿元|万元|元|%)`,
  "u",
);

/** 持平 in one breath with an amount of change. */
export function* unchangedButChanged({ sentences }: Context): Iterable<Verdict> {
  let seen = false;
  for (const s of sentences) {
    const text = plainText(s.text);
    if (!UNCHANGED.test(text)) continue;
    seen = true;
    const m = BOTH.exec(text);
    if (!m || isZero(m[3]!, m[4]!)) {
      yield pass(null);
      continue;
    }
    const unchanged = verbatim(s, m[1]!);
    yield fail(null, {
      sides: [
        words(m[1]!, quoted(s, unchanged)),
        stated(s, m[3]!, m[4]!, `文字 ${m[2]}`, verbatim(s, m[0].slice(m[1]!.length + 1))),
      ],
      equation: told(`“${m[1]}”与“${m[2]}${m[3]}${m[4]}”并列`, `“${m[1]}” beside “${m[2]}${m[3]}${m[4]}”`),
      ...plainBreach,
    });
  }
  if (!seen) yield notApplicable("nothing is said to be unchanged");
}

/** `增加12.3万元，下降4.5%`: the amount and its rate move in opposite directions. */
const DIRECTIONS =
  /(增加?|减少?|上升|下降|降低)了?(\d[\d,.]*)(亿元|万元|元)[,，](增长?|上升|提高|下降|降低|减少?|降幅为?|增幅为?|减幅为?)了?(\d[\d,.]*)%/u;

/** An amount that rises with a rate that falls, or the other way round. */
export function* directionsAgree({ sentences }: Context): Iterable<Verdict> {
  let seen = false;
  for (const s of sentences) {
    const m = DIRECTIONS.exec(plainText(s.text));
    if (!m) continue;
    seen = true;
    const up = [/增|升/.test(m[1]!), /增|升|提高/.test(m[4]!)];
    if (up[0] === up[1] || isZero(m[2]!, m[3]!) || isZero(m[5]!, "%")) yield pass(null);
    else {
      const quote = verbatim(s, m[0]);
      yield fail(null, {
        sides: [stated(s, m[2]!, m[3]!, `文字 ${m[1]}`, quote), stated(s, m[5]!, "%", `文字 ${m[4]}`, quote)],
        equation: told(`${m[1]}${m[2]}${m[3]}，却${m[4]}${m[5]}%`, `“${m[1]}${m[2]}${m[3]}”, yet “${m[4]}${m[5]}%”`),
        ...plainBreach,
      });
    }
  }
  if (!seen) yield notApplicable("no change with its rate");
}

/** `决算数大于年初预算数` against the two amounts in the same sentence or the one before it. */
const COMPARED = /决算数?(大于|小于|等于)(?:年初)?预算数?/u;
const AMOUNTS = /预算(?:数)?(?:为|是)?(\d[\d,.]*)万元[,，](?:支出)?决算(?:数)?(?:为|是)?(\d[\d,.]*)万元/u;

/** 大于, 小于, 等于 against the two amounts it compares. */
export function* comparisonWordFits({ sentences }: Context): Iterable<Verdict> {
  let seen = false;
  for (let i = 0; i < sentences.length; i++) {
    const s = sentences[i]!;
    const text = plainText(s.text);
    const word = COMPARED.exec(text);
    if (!word) continue;
    const before = sentences[i - 1];
    const own = AMOUNTS.exec(text);
    const from = own ? s : before && before.paragraph === s.paragraph ? before : null;
    const m = own ?? (from ? AMOUNTS.exec(plainText(from.text)) : null);
    if (!m || !from || (text.match(/决算数?(大于|小于|等于)/gu) ?? []).length > 1) continue;
    seen = true;
    const sign = amountOf(m[2]!, "万元").cmp(amountOf(m[1]!, "万元"));
    if (sign === { 大于: 1, 小于: -1, 等于: 0 }[word[1]!]) yield pass(null);
    else {
      const quote = verbatim(from, m[0]);
      const [budget, actual] = [stated(from, m[1]!, "万元", "预算", quote), stated(from, m[2]!, "万元", "决算", quote)];
      yield fail(null, {
        sides: [actual, budget, words(word[0], quoted(s, verbatim(s, word[0])))],
        equation: told(
          `决算${m[2]}万元、预算${m[1]}万元，却说“${word[0]}”`,
          `final account ${m[2]}万元, budget ${m[1]}万元, yet “${word[0]}”`,
        ),
        ...plainBreach,
      });
    }
  }
  if (!seen) yield notApplicable("no comparison in words");
}

/** What a form leaves behind: placeholders, two stops, a choice not made, a rate without its sign. */
const RESIDUE: readonly (readonly [RegExp, BothLanguages])[] = [
  [/[×xX]{2,}(?:万元|年|个|%|部门|单位|项目)/u, told("占位符未替换", "a placeholder was left")],
  [/[。，；：]{2,}/u, told("标点重复", "a stop printed twice")],
  [
    /(?:下降[(（]增长[)）]|增长[(（]下降[)）]|增加[(（]减少[)）]|减少[(（]增加[)）])/u,
    told("模板选项未删", "a choice of the template was not made"),
  ],
  [/(?:增长|下降|占)\s*\d+\.\d{2}(?=[。；，])/u, told("百分号缺失", "the sign % is missing")],
  [/主要原因是[:：]?[。；]/u, told("原因未填", "the reason was not filled in")],
  [
    /(?:支出|收入|预算数?|决算数?|经费|费用?|共计|合计|增加|减少|增长|下降)(?:为|是)?[\s_＿]*(?:万元|亿元|%)(?=[，。；,;])/u,
    told("应填的数未填", "a number was not filled in"),
  ],
];

/** What the form's template left behind in the text. */
export function* residue({ sentences }: Context): Iterable<Verdict> {
  for (const s of sentences)
    for (const [pattern, name] of RESIDUE) {
      const m = pattern.exec(s.text);
      if (!m) continue;
      const from = Math.max(0, m.index - 20);
      yield fail(null, {
        sides: [words(name, quoted(s, s.text.slice(from, m.index + m[0].length + 6)))],
        equation: told(`${name.zh}：${m[0]}`, `${name.en}: ${m[0]}`),
        ...plainBreach,
      });
    }
  yield sentences.length === 0 ? notApplicable("no prose") : pass(null);
}
