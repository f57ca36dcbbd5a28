/** Digits as they are written out, in plain and in financial spelling. */
const DIGITS: Readonly<Record<string, bigint>> = {
  零: 0n,
  〇: 0n,
  "○": 0n,
  一: 1n,
  壹: 1n,
  二: 2n,
  两: 2n,
  贰: 2n,
  三: 3n,
  叁: 3n,
  四: 4n,
  肆: 4n,
  五: 5n,
  伍: 5n,
  六: 6n,
  陆: 6n,
  七: 7n,
  柒: 7n,
  八: 8n,
  捌: 8n,
  九: 9n,
  玖: 9n,
};
const PLACES: Readonly<Record<string, bigint>> = { 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n };
const MYRIADS: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

const DIGIT = `[${Object.keys(DIGITS).join("")}]`;
const SHORT = `(?:[十拾]|${DIGIT})(?:${DIGIT}|[十拾百佰千仟])*`;
/** Any character of a number written out. */
export const WRITTEN_CHARACTER = `[${Object.keys(DIGITS).join("")}十拾百佰千仟万亿]`;
/** A number written out, below a myriad: 二百一十, 壹拾捌. */
export const WRITTEN_COUNT = SHORT;
/** An amount written out, without its 元: 叁拾贰万, 一万五千, 十三点五万. */
export const WRITTEN_AMOUNT = `${SHORT}(?:点${DIGIT}+)?(?:[万亿](?:${SHORT})?)*`;

function belowMyriad(word: string): bigint {
  let total = 0n;
  let digit: bigint | null = null;
  for (const char of word) {
    const place = PLACES[char];
    if (place === undefined) {
      // 二三: digits side by side are read as they are printed
      digit = digit === null ? (DIGITS[char] ?? 0n) : digit * 10n + (DIGITS[char] ?? 0n);
      continue;
    }
    total += (digit ?? 1n) * place;
    digit = null;
  }
  return total + (digit ?? 0n);
}

/** A whole number written out, in digits: 二百一十 → 210, 一万五千 → 15000. */
export function digitsOf(written: string): string {
  let total = 0n;
  let rest = "";
  for (const char of written) {
    const myriad = MYRIADS[char];
    if (myriad === undefined) {
      rest += char;
      continue;
    }
    // 一千万亿: what stands before 亿 is all of it
    total = myriad === MYRIADS.亿 ? (total + belowMyriad(rest)) * myriad : total + belowMyriad(rest) * myriad;
    rest = "";
  }
  return String(total + belowMyriad(rest));
}

/** Decimal places written out: 五八 → 58. */
export const fractionOf = (written: string): string => [...written].map((c) => DIGITS[c] ?? 0n).join("");

/** An amount written out and followed by 元, with the unit it is printed in: 叁拾贰万 → 32 万元, 一万五千 → 15000 元. */
export function amountOf(written: string): { readonly printed: string; readonly unit: string } {
  const [, number = "", myriad = ""] = /^(.*?)([万亿]?)$/u.exec(written) ?? [];
  if (/[万亿]/.test(number)) return { printed: digitsOf(written), unit: "元" };
  const [whole = "", fraction] = number.split("点");
  const decimals = fraction === undefined ? "" : `.${fractionOf(fraction)}`;
  return { printed: `${digitsOf(whole)}${decimals}`, unit: `${myriad}元` };
}
