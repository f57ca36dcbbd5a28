/**
 * CJK Radicals Supplement (U+2E80–2EF3) → the ideograph that looks the same. Fonts whose Unicode map was made by asking the font back
 * name the radical where the character was written: ⻔ for 门, ⻚ for 页. Unicode gives these no compatibility mapping, so NFKC
 * does not help. Source: EquivalentUnifiedIdeograph.txt of the Unicode Character Database.
 */
const PAIRS =
  "⺁厂⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁" +
  "⺶羊⺷羊⺸羋⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟" +
  "⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

const IDEOGRAPHS: ReadonlyMap<number, string> = new Map(
  [...PAIRS].flatMap((radical, i, all) => (i % 2 === 0 ? [[radical.codePointAt(0)!, all[i + 1]!] as const] : [])),
);

/** Whether anything in `characterText` can change this code point. */
const mayChange = (code: number): boolean =>
  code < 0x20 ||
  (code >= 0x7f && code <= 0xad) ||
  (code >= 0x2000 && code <= 0x2fdf) ||
  (code >= 0xd800 && code <= 0xfeff) ||
  code > 0xffef;

/**
 * What a printed character is in text; empty for blanks and marks without a shape.
 * Radicals become their ideographs (⾏ → 行, ⻔ → 门), compatibility ideographs their unified ones, `ﬁ` two letters, the soft hyphen a
 * hyphen (where a font draws it, it is a minus). Everything else stays as printed: full-width digits are the publisher's.
 */
export function characterText(code: number): string {
  if (!mayChange(code)) return code === 0x20 || code === 0x3000 ? "" : String.fromCodePoint(code);
  if (code === 0xad || code === 0x02) return "-";
  if (code >= 0x2e80 && code <= 0x2ef3) return IDEOGRAPHS.get(code) ?? String.fromCodePoint(code);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff) return "";
  const text = String.fromCodePoint(code);
  if (code >= 0x2f00 && code <= 0x2fdf) return text.normalize("NFKC");
  if (code >= 0xf900 && code <= 0xfaff) return text.normalize("NFC");
  if (code >= 0xfb00 && code <= 0xfb06) return text.normalize("NFKC");
  return /^[\s\p{Cc}\p{Cf}]$/u.test(text) ? "" : text;
}

/** A text with its radicals as ideographs. */
export const ideographs = (text: string): string =>
  /[\u2e80-\u2fd5]/u.test(text)
    ? text.replace(/[\u2e80-\u2fd5]/gu, (radical) => characterText(radical.codePointAt(0)!))
    : text;
