import { FOREIGN_MONEY } from "../../schemas/forms/numbers.ts";

/**
 * Money units → power of ten in 元: the one list of the program. `万` and `亿` alone are money only where a caption or a money concept
 * says so. 分 and 角 are not among them: disclosures print 分 for points of a score, and no amount below 元.
 */
export const MONEY_POWER: Readonly<Record<string, number>> = {
  元: 0,
  百元: 2,
  千元: 3,
  万元: 4,
  十万元: 5,
  百万元: 6,
  千万元: 7,
  亿元: 8,
  万亿元: 12,
};

/** Whether a unit is money of another country: 万美元, 亿日元. */
export const isForeignMoney = (unit: string | null): boolean => unit !== null && FOREIGN_MONEY.test(unit);

/** Printed variant → the unit's name in records. */
const ALIASES: Readonly<Record<string, string>> = {
  人民币元: "元",
  "元/人民币": "元",
  人民币万元: "万元",
  圆: "元",
  万: "万元",
  万圆: "万元",
  "万元/人民币": "万元",
  亿: "亿元",
  万亿: "万亿元",
  "%": "%",
  "％": "%",
  百分比: "%",
  百分之: "%",
  "台(套)": "台（套）",
  "台/套": "台（套）",
  "台、套": "台（套）",
  "台,套": "台（套）",
  台套: "台（套）",
  "套(台)": "台（套）",
  "(台)套": "台（套）",
  "台(件、套)": "台（套）",
  "辆/台": "辆",
  "台/辆": "辆",
  "台、辆": "辆",
  "台,辆": "辆",
  "辆、台": "辆",
  "台(辆)": "辆",
  "辆(台)": "辆",
  平米: "平方米",
  m2: "平方米",
  "㎡": "平方米",
};

/** A printed unit as records write it: `％` → `%`, `台、套` → `台（套）`, `万` → `万元`. Unknown units stay as printed. */
export function canonicalUnit(printed: string): string | null {
  const text = printed
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]+/gu, "")
    .replace(/^[(:：]+(?=[^)]*$)/u, "");
  if (text === "") return null;
  return ALIASES[text] ?? text.replace(/\(/gu, "（").replace(/\)/gu, "）");
}

/** Power of ten that turns the unit into 元; null where the unit is not money. */
export const moneyPower = (unit: string | null): number | null => (unit === null ? null : (MONEY_POWER[unit] ?? null));

/**
 * The unit printed at the end of a label: `公务用车保有量（辆）` → `辆`, `资金总额(万元)` → `万元`, `因公出国（境）团组数` → null.
 */
export function labelUnit(label: string): string | null {
  const text = label.normalize("NFKC").replace(/\s+/gu, "");
  const inner = /[(]((?:[^()]|\([^()]*\)){1,8})[)]$/u.exec(text)?.[1];
  if (inner === undefined) return null;
  const unit = canonicalUnit(inner.replace(/^单位[::]/u, ""));
  return unit !== null && (LABEL_UNITS.has(unit) || isForeignMoney(unit)) ? unit : null;
}

/** Whether a text is a unit and nothing else: 万元, 台（套）. */
export const isUnit = (text: string): boolean => LABEL_UNITS.has(canonicalUnit(text) ?? "");

/** Units that a label may name in brackets; anything else in brackets is a remark. */
const LABEL_UNITS = new Set(
  "元 千元 百万元 万元 亿元 % ‰ 人 人次 人数 名 个 次 批 批次 辆 台 套 台（套） 件 平方米 分 户 家 天 年 月 日 项 篇 条 场 份 期 部 本 处 公里 亩 吨".split(
    " ",
  ),
);
