import { simplified } from "../../../src/lib/traditional.ts";
import { COUNT_UNITS, FOREIGN_UNITS, MONEY_UNITS, PERCENT_UNITS } from "../vocabulary/units.ts";

/**
 * Printed text in one spelling, with the way back: full-width digits and signs are ASCII, punctuation is Chinese, quotation marks and
 * white space are gone (`37.71万⏎元` → `37.71万元`). `at[i]` is the place of character `i` in the printed text.
 */
export interface Canonical {
  readonly text: string;
  readonly at: readonly number[];
  readonly printed: string;
}

const PUNCTUATION: Readonly<Record<string, string>> = {
  ";": "；",
  ":": "：",
  "(": "（",
  ")": "）",
  "〔": "（",
  "〕": "）",
  "﹙": "（",
  "﹚": "）",
  "!": "！",
  "?": "？",
  "−": "-",
  "﹣": "-",
  "‐": "-",
  "﹪": "%",
};
const DROPPED = /[\s\u200b\ufeff“”"'‘’「」『』*]/u;
/** １２６，５４０．００: the comma of full-width thousands. */
const THOUSANDS = /^[０-９]，[０-９]{3}(?![０-９])/u;
const DIGIT = /[\d.]/;
/** 1，234，567.89万元: full-width commas inside one number, told by the groups of three and the unit behind. */
const GROUPED = /(?<![\d０-９.，,])\d{1,3}(?:，\d{3})+(?=(?:\.\d+)?\s*(?:[百千万亿]*元|%))/gu;
/** 运行费1, 537.4万元: the blank behind the comma of thousands; the words before it name no unit for a 1 alone. */
const SPACED =
  /(?<=(?![表第件章节项])\p{Script=Han})\d{1,3}(?:, ?\d{3})*, (?=\d{3}(?:, ?\d{3})*(?:\.\d+)?\s*(?:[百千万亿]*元))/gu;
const closed = (printed: string): string => printed.replace(SPACED, (number) => number.replaceAll(" ", "\u200b"));
/** ①, ❶ before an item of a list: a plain 1 would count what follows. */
const CIRCLED = /[\u2460-\u2473\u2776-\u277f]/;
const circled = (mark: string): string => {
  const code = mark.charCodeAt(0);
  return `（${code - (code < 0x2776 ? 0x245f : 0x2775)}）`;
};
/** 2.2022年度…: the number of a note and the year behind it, no 2.2022. */
const NUMBERED_YEAR = /(?<=(?:^|[。；;：:\n])\s{0,8}\d{1,2})[.．](?=\s*(?:19|20)\d{2}\s*年)/gu;
/** 二○一三年: a year written out, figure by figure. */
const WRITTEN_YEAR = /[一二][〇○零Ｏ九0][〇○零Ｏ0一二三四五六七八九]{2}(?=\s*年)/gu;
const YEAR_DIGITS = "〇一二三四五六七八九";

/** Written years in figures, character by character, so that every place stays where it is. */
const withYears = (printed: string): string =>
  printed.replace(WRITTEN_YEAR, (year) => [...year].map((c) => String(Math.max(0, YEAR_DIGITS.indexOf(c)))).join(""));
/** 經(jīng)費: a reading in Latin letters behind a character, as copied pages carry; its place is kept. */
const PINYIN = /(?<=\p{Script=Han})[(（][a-zü\u00e0-\u01dc]{1,6}[)）]/gu;
const withoutPinyin = (printed: string): string =>
  printed.replace(PINYIN, (reading) => "\u200b".repeat(reading.length));
/** Full-width commas of thousands in the Latin spelling, place by place. */
const grouped = (printed: string): string =>
  printed.includes("，") ? printed.replace(GROUPED, (number) => number.replaceAll("，", ",")) : printed;
/** Most of any text: ideographs are themselves in every spelling. */
const isIdeograph = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** `before`: the two characters before it. A comma or a full stop of the Latin keyboard where it parts no digits: 8.9万元.其中, 接待8批,共64人. */
function stopOf(char: string, before: string, next: string | undefined): string | null {
  if (char === "," && !(/\d$/.test(before) && /\d/.test((next ?? "").normalize("NFKC")))) return "，";
  return char === "." && /[\p{Script=Han}）%]$/u.test(before) ? "。" : null;
}

/** The rest of a number behind a line break, with the unit it counts: 37.⏎71万元, 20⏎24年. Without one the two are two cells of a table. */
const GOES_ON = new RegExp(
  `^[\\d,]*(?:\\.\\d+)?\\s*(?:年|${MONEY_UNITS}|${PERCENT_UNITS}|${COUNT_UNITS}|${FOREIGN_UNITS})`,
  "u",
);
/** How far a number may reach behind a line break. */
const LONGEST_REST = 24;

/** More decimals than any amount is printed with: 440.90 and the code of the next column. */
const MOST_DECIMALS = 4;

const GROUPED_BY_THREE = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Whether a line break between two digits stands inside one number. */
function isOneNumber(before: string, behind: string): boolean {
  const rest = behind.normalize("NFKC");
  if (!GOES_ON.test(rest)) return false;
  const head = before.normalize("NFKC");
  const decimals = /\.(\d*)$/.exec(head)?.[1];
  const more = /^[\d,.]*/.exec(rest)?.[0] ?? "";
  if (decimals === undefined)
    return !more.includes(",") || GROUPED_BY_THREE.test(`${/[\d,]*$/.exec(head)?.[0] ?? ""}${more}`);
  return /^\d+$/.test(more) && decimals.length + more.length <= MOST_DECIMALS;
}

/** Canonical form of a paragraph. Two numbers with a blank between them stay two numbers; a line break inside one is closed. */
export function canonical(printed: string): Canonical {
  let text = "";
  const at: number[] = [];
  let blank = "";
  /** The last two characters of the text: to ask the text itself would copy it for every character. */
  let tail = "";
  const figures = simplified(closed(grouped(withYears(withoutPinyin(printed))))).replace(NUMBERED_YEAR, "、");
  for (let i = 0; i < printed.length; i++) {
    const raw = figures[i] as string;
    if (isIdeograph(figures.charCodeAt(i))) {
      text += raw;
      tail = raw;
      at.push(i);
      blank = "";
      continue;
    }
    if (DROPPED.test(raw)) {
      if (/\s/.test(raw)) blank += raw;
      continue;
    }
    const plain = CIRCLED.test(raw)
      ? circled(raw)
      : (raw === "，" && !THOUSANDS.test(printed.slice(Math.max(0, i - 1), i + 5))) || raw === "…"
        ? raw
        : raw.normalize("NFKC");
    for (const char of plain) {
      const mapped =
        PUNCTUATION[char] ?? stopOf(char, tail, figures[figures[i + 1] === "\u200b" ? i + 2 : i + 1]) ?? char;
      // 用车购置费，、接待费: copied pages hold a comma more before a mark
      if (mapped === "，" && /[，、；：]$/u.test(tail)) continue;
      if (/^[，、；。]$/u.test(mapped) && tail.endsWith("，")) {
        text = text.slice(0, -1);
        at.pop();
      }
      // 9,101.68万⏎2025年: what stands behind the unit of a number is another number
      if (blank.includes("\n") && /\d/.test(mapped) && /[万亿元%]$/u.test(tail)) {
        text += " ";
        at.push(i);
      } else if (
        blank !== "" &&
        DIGIT.test(mapped) &&
        (blank.includes("\n")
          ? /[\d.]$/.test(tail) &&
            !isOneNumber(figures.slice(Math.max(0, i - LONGEST_REST), i).trimEnd(), figures.slice(i, i + LONGEST_REST))
          : /\d$/.test(tail))
      ) {
        text += " ";
        at.push(i);
      }
      text += mapped;
      tail = mapped.length > 1 ? mapped.slice(-2) : tail.slice(-1) + mapped;
      for (let k = 0; k < mapped.length; k++) at.push(i);
    }
    blank = "";
  }
  return { text, at, printed };
}

/** The printed text of a canonical range, at most `limit` characters. */
export function printedText(c: Canonical, start: number, end: number, limit = 120): string {
  if (end <= start) return "";
  const from = c.at[start] ?? 0;
  const to = (c.at[end - 1] ?? from) + 1;
  const opening = opensBefore(c.printed, from, to) ? 1 : 0;
  return c.printed
    .slice(from - opening, to)
    .slice(0, limit)
    .trim();
}

const QUOTES: Record<string, string> = { "“": "”", "‘": "’", "「": "」", "『": "』" };

/** “三公”经费: the canonical text knows no quotation marks, the printed label begins with one where it is closed inside. */
function opensBefore(printed: string, from: number, to: number): boolean {
  const mark = printed[from - 1] ?? "";
  const closing = QUOTES[mark];
  if (!closing) return false;
  const inside = printed.slice(from, to);
  const closed = inside.indexOf(closing);
  return closed >= 0 && !inside.slice(0, closed).includes(mark);
}
