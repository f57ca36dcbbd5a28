import { COUNT_UNITS, FOREIGN_UNITS, MONEY_UNITS, PERCENT_UNITS } from "../vocabulary/units.ts";
import type { NumberKind, Token } from "./token.ts";

const FIGURE = "[-+]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|[-+]?\\d+(?:\\.\\d+)?|[-+]?\\.\\d+";
const NUMBER = new RegExp(
  `(?<![\\d.A-Za-z])(${FIGURE})(余|多)?(?:(${FOREIGN_UNITS})|(${MONEY_UNITS})|(${PERCENT_UNITS})|(${COUNT_UNITS}))?(左右|余)?`,
  "g",
);
const CHINESE =
  /(?<=[^\p{Script=Han}]|[购置新入共计接待团组车有为是量达数累])([一两二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3})(辆|批次|批|人次|台|个团组)/gu;
const ABOUT = /(?:近|将近|大约|(?<!节)约为?)$/;
/** 3个团组: the unit is 个, what is counted stands behind it. */
const NOUN = /^个(?:团组|批次|团)$/;
const THRESHOLD = /^(?:（不?含[^）]*）|（含）)?(?:及)?(?:以上|以下|以内|起|之间)/;
const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};

/** 一, 两, 十二, 二十三 in digits: counts up to 99 are all that prose writes out. */
export function fromChinese(printed: string): string {
  const word = printed.replaceAll("拾", "十");
  const [tens, ones] = word.includes("十") ? word.split("十") : ["", word];
  if (!word.includes("十")) return [...word].map((c) => DIGITS[c] ?? 0).join("");
  return String((tens === "" ? 1 : (DIGITS[tens as string] ?? 1)) * 10 + (ones ? (DIGITS[ones] ?? 0) : 0));
}

type NumberToken = Omit<Extract<Token, { kind: "number" }>, "foreign">;

/** Numbers with their units. Foreign units (月, 倍, 百分点 …) yield numbers of kind `bare` with no meaning here. */
export function numbers(text: string): (NumberToken & { foreign: boolean })[] {
  const found: (NumberToken & { foreign: boolean })[] = [];
  for (const m of text.matchAll(NUMBER)) {
    const [whole, figure, plus, foreign, money, percent, count, approx] = m;
    const of: NumberKind = money ? "money" : percent ? "percent" : count ? "count" : "bare";
    const end = m.index + whole.length;
    found.push({
      kind: "number",
      start: m.index,
      end,
      printed: `${figure}`.replace(/^\+/, ""),
      unit: foreign ? null : (money ?? percent ?? count?.replace(NOUN, "个") ?? null),
      of: foreign ? "bare" : of,
      approximate:
        ABOUT.test(text.slice(Math.max(0, m.index - 3), m.index)) || plus !== undefined || approx !== undefined,
      threshold: THRESHOLD.test(text.slice(end, end + 8)),
      foreign: foreign !== undefined,
    });
  }
  for (const m of text.matchAll(CHINESE)) {
    const end = m.index + m[0].length;
    found.push({
      kind: "number",
      start: m.index,
      end,
      printed: fromChinese(m[1] as string),
      unit: (m[2] as string).replace(NOUN, "个"),
      of: "count",
      approximate: false,
      threshold: THRESHOLD.test(text.slice(end, end + 8)),
      foreign: false,
    });
  }
  return found;
}
