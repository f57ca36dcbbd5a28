/** Word's numbering formats, as far as Chinese documents print them (w:numFmt). A bullet prints no number. */
export function formatNumber(n: number, format: string): string {
  switch (format) {
    case "none":
    case "bullet":
      return "";
    case "decimalZero":
      return String(n).padStart(2, "0");
    case "chineseCounting":
    case "chineseCountingThousand":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
    case "japaneseCounting":
    case "ideographTraditionalCounting":
      return counting(n);
    case "chineseLegalSimplified":
      return [...counting(n)].map((c) => LEGAL[c] ?? c).join("");
    case "ideographDigital":
    case "japaneseDigitalTenThousand":
    case "taiwaneseDigital":
      return [...String(n)].map((d) => DIGITS[Number(d)]).join("");
    case "ideographTraditional":
      return "甲乙丙丁戊己庚辛壬癸"[n - 1] ?? String(n);
    case "ideographZodiac":
      return "子丑寅卯辰巳午未申酉戌亥"[n - 1] ?? String(n);
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return enclosed(n, 0x2460);
    case "decimalEnclosedParen":
      return enclosed(n, 0x2474);
    case "decimalEnclosedFullstop":
      return enclosed(n, 0x2488);
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return [...String(n)].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join("");
    case "upperLetter":
      return letters(n, 65);
    case "lowerLetter":
      return letters(n, 97);
    case "upperRoman":
      return roman(n);
    case "lowerRoman":
      return roman(n).toLowerCase();
    default:
      return String(n);
  }
}

const DIGITS = [..."〇一二三四五六七八九"];
const LEGAL: Record<string, string> = {
  ...Object.fromEntries([..."一二三四五六七八九"].map((c, i) => [c, "壹贰叁肆伍陆柒捌玖"[i]!])),
  十: "拾",
  百: "佰",
  千: "仟",
  〇: "零",
};

/** 一, 十, 十一, 二十, 一百零一 … up to 9999. */
function counting(n: number): string {
  if (n <= 0 || n > 9999) return String(n);
  let out = "";
  let gap = false;
  for (const [unit, sign] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(n / unit) % 10;
    if (digit === 0) gap = out !== "";
    else {
      out += `${gap ? "零" : ""}${DIGITS[digit]}${sign}`;
      gap = false;
    }
  }
  return out.startsWith("一十") ? out.slice(1) : out;
}

const enclosed = (n: number, first: number): string =>
  n >= 1 && n <= 20 ? String.fromCodePoint(first + n - 1) : String(n);

/** a … z, then aa, bb, as Word does. */
const letters = (n: number, first: number): string =>
  n < 1 || n > 780 ? String(n) : String.fromCharCode(first + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];
function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  let out = "";
  for (const [value, sign] of ROMAN)
    while (n >= value) {
      out += sign;
      n -= value;
    }
  return out;
}
