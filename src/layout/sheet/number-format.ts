import { Decimal } from "decimal.js";
import { format, formatColor, isDateFormat, type TokenType, tokenize } from "numfmt";

const Exact = Decimal.clone({ precision: 60 });

/** What a cell with a number shows. */
export interface ShownNumber {
  readonly text: string;
  /** The other reading, where the stored number is negative and nothing shown says so. */
  readonly alternative?: string;
}

/** Names of colours as a Chinese Excel writes them, in those of the standard. */
const COLOURS: Readonly<Record<string, string>> = {
  黑色: "Black",
  蓝色: "Blue",
  青色: "Cyan",
  蓝绿色: "Cyan",
  绿色: "Green",
  洋红: "Magenta",
  洋红色: "Magenta",
  红色: "Red",
  白色: "White",
  黄色: "Yellow",
};
const COLOUR_NAME = new RegExp(`\\[(${Object.keys(COLOURS).join("|")})\\]`, "gu");
/** A sign of any kind: minus, brackets, the triangles of accounts, a word. */
const SIGN = /[-−–—‐﹣－(（△▲负减]/u;

/**
 * A number as its format shows it (ECMA-376 part 1, 18.8.31): sections, commas that divide by a thousand, literals between digits,
 * decimal halves rounded up. A negative told only by the colour of its section gets the minus back that the colour stands for.
 * Null for dates and for patterns that cannot be read.
 */
export function shownNumber(value: number, pattern: string): ShownNumber | null {
  const known = pattern
    .replace(COLOUR_NAME, (_, name: string) => `[${COLOURS[name]}]`)
    .replace(/G\/通用格式/gu, "General");
  try {
    if (isDateFormat(known)) return null;
    const [scaled, plain] = percentAndCommas(value, known);
    const text = format(plain, scaled);
    const colour = formatColor(plain, scaled);
    if (colour === "white") return { text: "" };
    if (value >= 0 || SIGN.test(text) || !/[1-9]/.test(text)) return { text };
    const signed = `-${text.trimStart()}`;
    return colour === undefined || colour === formatColor(plain, -scaled)
      ? { text, alternative: signed }
      : { text: signed };
  } catch {
    return null;
  }
}

/**
 * numfmt 4.0.1 forgets the dividing commas of a section that also holds a percent sign. Both are taken out of the pattern here and into
 * the number, exactly. A percent sign on a second line (`0.00,,⏎%`) only multiplies: the cell shows its first line.
 */
function percentAndCommas(value: number, pattern: string): [number, string] {
  if (!pattern.includes("%") || !/,[^#0?]*%/s.test(pattern)) return [value, pattern];
  const sections: { type: TokenType; raw: string }[][] = [[]];
  for (const token of tokenize(pattern))
    if (token.type === "BREAK") sections.push([]);
    else sections.at(-1)!.push({ type: token.type, raw: token.raw });
  if (sections.flat().some(({ type }) => type === "CONDITION")) return [value, pattern];
  const used = value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0;
  const tokens = sections[used]!;
  let power = 0;
  let secondLine = false;
  const kept: string[] = [];
  for (const { type, raw } of tokens) {
    if (/[\r\n]/.test(raw)) secondLine = true;
    if (type === "PERCENT") power += 2 * raw.length;
    else if (type === "SCALE") power -= 3 * raw.length;
    if (type === "SCALE" || secondLine) continue;
    kept.push(type === "PERCENT" ? "\\%".repeat(raw.length) : raw);
  }
  const magnitude = used === 1 ? Math.abs(value) : value;
  return [new Exact(magnitude).times(new Exact(10).pow(power)).toNumber(), kept.join("")];
}

/** A number without a format: all digits it holds. Excel shows eleven characters of it and would cut 分 off 134279530.52. */
export function allDigits(value: number): string | null {
  const digits = String(Number(value.toPrecision(15)));
  return digits.includes("e") ? null : digits;
}

/**
 * The formats a Chinese Excel and WPS mean by these numbers without writing them down (ECMA-376 part 1, 18.8.30, zh-cn). Those of
 * times of day are left to the reader behind.
 */
export const CHINESE_DATES: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
