import { MONEY_POWER } from "../../../src/lib/units.ts";
import {
  ABOUT,
  COUNT_UNITS,
  COUNTED_NOUN,
  COUNTS_NOUN,
  FOREIGN_UNITS,
  MONEY_UNITS,
  PERCENT_UNITS,
  THRESHOLD,
} from "../vocabulary/units.ts";
import {
  amountOf,
  digitsOf,
  fractionOf,
  WRITTEN_AMOUNT,
  WRITTEN_CHARACTER,
  WRITTEN_COUNT,
} from "./chinese-numerals.ts";
import type { NumberKind, Token } from "./token.ts";

const FIGURE = "[-+]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|[-+]?\\d+(?:\\.\\d+)?|[-+]?\\.\\d+";
const NUMBER = new RegExp(
  `(?<![\\d.A-Za-z])(${FIGURE})(余|多)?(?:(${FOREIGN_UNITS})|(${MONEY_UNITS})|(${PERCENT_UNITS})|(${COUNT_UNITS}))?(左右|余)?`,
  "g",
);
/** 叁拾贰万元整; 单位：万元 and 每万元 have no digit before them, 几十万元 is no number. */
const WRITTEN_MONEY = new RegExp(
  `(?<![\\d.几上多]|(?<![算额总])数|${WRITTEN_CHARACTER})(${WRITTEN_AMOUNT})(余|多)?([万亿]?)元(?!/)整?(左右)?`,
  "gu",
);
const WRITTEN_PERCENT = new RegExp(`百分之(${WRITTEN_COUNT})(?:点(${WRITTEN_COUNT}))?`, "gu");
const WRITTEN_COUNTS = new RegExp(
  `(?<=[^\\p{Script=Han}]|[购置新入共计接待团组车有为是量达数累])(${WRITTEN_COUNT})(辆|批次|批|人次|台|个团组)`,
  "gu",
);
/** 3万3500元, 3亿5000万元, 1万5664.1亿元: one amount, in the unit it ends with. */
const COMPOUND = /(?<![\d.,A-Za-z])(\d{1,6})([亿万])零?(\d{1,4}(?:\.\d+)?)(亿元|万元|千元|元)(?!\/)(左右|余)?/gu;
/** The unit of another number right before this one. */
const GLUED = /\d[万亿] ?$/u;
type NumberToken = Omit<Extract<Token, { kind: "number" }>, "foreign">;

/** Numbers with their units. Foreign units (月, 倍, 百分点 …) yield numbers of kind `bare` with no meaning here. */
export function numbers(text: string): (NumberToken & { foreign: boolean })[] {
  const found: (NumberToken & { foreign: boolean })[] = [];
  for (const m of text.matchAll(NUMBER)) {
    const [whole, figure, plus, other, money, percent, count, approx] = m;
    // 0.00万18,976.76元: two cells of a table run into one another
    const end = m.index + whole.length;
    const foreign =
      other !== undefined ||
      (count === "个" && COUNTS_NOUN.test(text.slice(end, end + 1))) ||
      GLUED.test(text.slice(Math.max(0, m.index - 3), m.index));
    const of: NumberKind = money ? "money" : percent ? "percent" : count ? "count" : "bare";
    found.push({
      kind: "number",
      start: m.index,
      end,
      printed: `${figure}`.replace(/^\+/, ""),
      unit: foreign ? null : (money ?? percent ?? count?.replace(COUNTED_NOUN, "个") ?? null),
      of: foreign ? "bare" : of,
      approximate:
        ABOUT.test(text.slice(Math.max(0, m.index - 3), m.index)) || plus !== undefined || approx !== undefined,
      threshold: THRESHOLD.test(text.slice(end, end + 8)),
      foreign,
      ...(/^[-+]/.test(figure ?? "") ? { signed: true as const } : {}),
    });
  }
  return [...found, ...compounds(text), ...written(text)];
}

/** Amounts said in two units; the parts alone are no numbers of the text. */
function compounds(text: string): (NumberToken & { foreign: boolean })[] {
  const found: (NumberToken & { foreign: boolean })[] = [];
  for (const m of text.matchAll(COMPOUND)) {
    const [whole, high = "", unit = "", low = "", last = "元", approx] = m;
    // 1万5664.1亿元: ten thousand of 亿
    const places = unit === "万" && last === "亿元" ? 4 : (MONEY_POWER[`${unit}元`] ?? 0) - (MONEY_POWER[last] ?? 0);
    const [integer = "", fraction] = low.split(".");
    if (places <= 0 || integer.length > places || !/[1-9]/.test(high)) continue;
    const value = BigInt(high) * 10n ** BigInt(places) + BigInt(integer);
    found.push({
      kind: "number",
      start: m.index,
      end: m.index + whole.length,
      printed: fraction === undefined ? String(value) : `${value}.${fraction}`,
      unit: last,
      of: "money",
      approximate: ABOUT.test(text.slice(Math.max(0, m.index - 3), m.index)) || approx !== undefined,
      threshold: THRESHOLD.test(text.slice(m.index + whole.length, m.index + whole.length + 8)),
      foreign: false,
    });
  }
  return found;
}

/** Numbers written out: amounts, rates, counts. */
function written(text: string): (NumberToken & { foreign: boolean })[] {
  const found: (NumberToken & { foreign: boolean })[] = [];
  const add = (m: RegExpMatchArray, printed: string, unit: string, of: NumberKind, approximate: boolean): void => {
    const start = m.index ?? 0;
    const end = start + m[0].length;
    found.push({
      kind: "number",
      start,
      end,
      printed,
      unit,
      of,
      approximate: approximate || ABOUT.test(text.slice(Math.max(0, start - 3), start)),
      threshold: THRESHOLD.test(text.slice(end, end + 8)),
      foreign: false,
    });
  };
  for (const m of text.matchAll(WRITTEN_MONEY)) {
    const { printed, unit } = amountOf(`${m[1]}${m[3]}`);
    add(m, printed, unit, "money", m[2] !== undefined || m[4] !== undefined);
  }
  for (const m of text.matchAll(WRITTEN_PERCENT))
    add(m, `${digitsOf(m[1] as string)}${m[2] === undefined ? "" : `.${fractionOf(m[2])}`}`, "%", "percent", false);
  for (const m of text.matchAll(WRITTEN_COUNTS))
    add(m, digitsOf(m[1] as string), (m[2] as string).replace(COUNTED_NOUN, "个"), "count", false);
  return found;
}
